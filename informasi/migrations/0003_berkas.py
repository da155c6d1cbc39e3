import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('informasi', '0002_hukum'),
        ('kernel', '0001_awal'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OlahanBerkas',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('keadaan', models.CharField(choices=[('antre', 'Menunggu dibaca'), ('berhasil', 'Terbaca'), ('gagal', 'Tidak dapat dibaca'), ('dilewati', 'Dilewati')], default='antre', max_length=12, verbose_name='keadaan')),
                ('sebab', models.CharField(blank=True, max_length=300, verbose_name='keterangan')),
                ('jumlah_halaman', models.PositiveIntegerField(default=0, verbose_name='jumlah halaman')),
                ('percobaan', models.PositiveSmallIntegerField(default=0, verbose_name='percobaan')),
                ('coba_setelah', models.DateTimeField(auto_now_add=True, verbose_name='dibaca setelah')),
                ('diolah_pada', models.DateTimeField(null=True, verbose_name='dibaca pada')),
                ('pindaian', models.CharField(choices=[('belum', 'Belum dipindai'), ('bersih', 'Tidak ditemukan virus'), ('terinfeksi', 'Terinfeksi')], default='belum', max_length=12, verbose_name='pemindaian virus')),
                ('berkas', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='olahan', to='kernel.berkas', verbose_name='berkas')),
                ('sampul', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sampul_dari', to='kernel.berkas', verbose_name='sampul')),
            ],
            options={
                'verbose_name': 'pembacaan berkas',
                'verbose_name_plural': 'pembacaan berkas',
            },
        ),
        migrations.CreateModel(
            name='TeksHalaman',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nomor', models.PositiveIntegerField(verbose_name='nomor')),
                ('sebutan', models.CharField(blank=True, max_length=60, verbose_name='sebutan')),
                ('teks', models.TextField(verbose_name='teks')),
                ('vektor', django.contrib.postgres.search.SearchVectorField()),
                ('olahan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='halaman', to='informasi.olahanberkas')),
            ],
            options={
                'verbose_name': 'teks halaman',
                'verbose_name_plural': 'teks halaman',
                'ordering': ('olahan', 'nomor'),
            },
        ),
        migrations.CreateModel(
            name='Temuan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('nik', 'NIK'), ('telepon', 'Nomor telepon seluler'), ('npwp', 'NPWP'), ('rekening', 'Nomor rekening'), ('tersembunyi', 'Bagian tersembunyi'), ('komentar', 'Komentar'), ('perubahan', 'Perubahan terlacak'), ('tertutup', 'Teks di bawah kotak hitam'), ('virus', 'Virus')], max_length=12, verbose_name='jenis')),
                ('tempat', models.CharField(max_length=120, verbose_name='tempat')),
                ('kutipan', models.CharField(blank=True, max_length=60, verbose_name='kutipan (disamarkan)')),
                ('alasan', models.CharField(blank=True, max_length=500, verbose_name='alasan boleh terbit')),
                ('dibenarkan_pada', models.DateTimeField(editable=False, null=True, verbose_name='dibenarkan pada')),
                ('olahan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='temuan', to='informasi.olahanberkas')),
                ('oleh', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'temuan sebelum terbit',
                'verbose_name_plural': 'temuan sebelum terbit',
                'ordering': ('pk',),
            },
        ),
        migrations.AddIndex(
            model_name='olahanberkas',
            index=models.Index(condition=models.Q(('keadaan', 'antre')), fields=['coba_setelah', 'id'], name='olahan_antre'),
        ),
        migrations.AddConstraint(
            model_name='olahanberkas',
            constraint=models.CheckConstraint(condition=models.Q(('keadaan__in', ['antre', 'berhasil', 'gagal', 'dilewati'])), name='olahan_keadaan_dikenal'),
        ),
        migrations.AddConstraint(
            model_name='olahanberkas',
            constraint=models.CheckConstraint(condition=models.Q(('keadaan__in', ['antre', 'berhasil']), models.Q(('sebab', ''), _negated=True), _connector='OR'), name='olahan_gagal_bersebab'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='olahanberkas',
            trigger=pgtrigger.compiler.Trigger(name='tanpa_hapus', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='838ce7e5a6bb21da079a135f8f8ad2e832b63288', operation='DELETE', pgid='pgtrigger_tanpa_hapus_4b755', table='informasi_olahanberkas', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='tekshalaman',
            index=django.contrib.postgres.indexes.GinIndex(fields=['vektor'], name='teks_halaman_vektor'),
        ),
        migrations.AddConstraint(
            model_name='tekshalaman',
            constraint=models.UniqueConstraint(fields=('olahan', 'nomor'), name='teks_halaman_sekali'),
        ),
        migrations.AddIndex(
            model_name='temuan',
            index=models.Index(condition=models.Q(('dibenarkan_pada__isnull', True)), fields=['olahan'], name='temuan_terbuka'),
        ),
        migrations.AddConstraint(
            model_name='temuan',
            constraint=models.CheckConstraint(condition=models.Q(('jenis__in', ['nik', 'telepon', 'npwp', 'rekening', 'tersembunyi', 'komentar', 'perubahan', 'tertutup', 'virus'])), name='temuan_jenis_dikenal'),
        ),
        migrations.AddConstraint(
            model_name='temuan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('alasan', ''), ('dibenarkan_pada__isnull', True)), models.Q(models.Q(('alasan', ''), _negated=True), ('dibenarkan_pada__isnull', False)), _connector='OR'), name='temuan_beralasan'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='temuan',
            trigger=pgtrigger.compiler.Trigger(name='tanpa_hapus', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e520048dc0a57f421507fff3f328dbc438fb5a55', operation='DELETE', pgid='pgtrigger_tanpa_hapus_24614', table='informasi_temuan', when='BEFORE')),
        ),
    ]

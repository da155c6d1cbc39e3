import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("informasi", "0001_awal"),
        ("kernel", "0001_awal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PengingatInformasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('batas', models.DateField()),
                ('tingkat', models.CharField(max_length=16)),
                ('dibuat_pada', models.DateTimeField(auto_now_add=True)),
                ('jangka', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pengingat', to='informasi.jangkainformasi')),
            ],
            options={
                'verbose_name': 'pengingat',
                'verbose_name_plural': 'pengingat',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('jangka', 'batas', 'tingkat'), name='pengingatinformasi_sekali_saja')],
            },
        ),
        migrations.CreateModel(
            name='PenetapanDIP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nomor_sk', models.CharField(max_length=120, unique=True, verbose_name='nomor SK')),
                ('tanggal_sk', models.DateField(verbose_name='tanggal SK')),
                ('jumlah', models.PositiveIntegerField(editable=False, verbose_name='jumlah informasi')),
                ('ditetapkan_pada', models.DateTimeField(editable=False, verbose_name='dicatat pada')),
                ('berkas', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='penetapan_dip', to='kernel.berkas')),
                ('oleh', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh')),
            ],
            options={
                'verbose_name': 'penetapan DIP',
                'verbose_name_plural': 'penetapan DIP',
                'ordering': ('-tanggal_sk', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='BarisDIP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nomor', models.PositiveIntegerField(verbose_name='nomor')),
                ('kelas', models.CharField(choices=[('berkala', 'Berkala'), ('serta_merta', 'Serta merta'), ('setiap_saat', 'Setiap saat'), ('dikecualikan', 'Dikecualikan')], max_length=16, verbose_name='kelas')),
                ('judul', models.CharField(max_length=300, verbose_name='judul')),
                ('ringkasan', models.TextField(blank=True, verbose_name='ringkasan isi informasi')),
                ('pejabat', models.CharField(blank=True, verbose_name='pejabat atau unit yang menguasai')),
                ('penanggung_jawab', models.CharField(blank=True, verbose_name='penanggung jawab penerbitan')),
                ('waktu_tempat', models.CharField(blank=True, verbose_name='waktu dan tempat pembuatan')),
                ('bentuk', models.CharField(blank=True, verbose_name='bentuk yang tersedia')),
                ('retensi', models.CharField(blank=True, verbose_name='jangka simpan')),
                ('tautan', models.CharField(max_length=200, verbose_name='tautan')),
                ('informasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='informasi.informasi')),
                ('penetapan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='baris', to='informasi.penetapandip')),
            ],
            options={
                'verbose_name': 'baris DIP',
                'verbose_name_plural': 'baris DIP',
                'ordering': ('penetapan', 'nomor'),
            },
        ),
        migrations.AddIndex(
            model_name='penetapandip',
            index=models.Index(fields=['-tanggal_sk', '-id'], name='penetapandip_berlaku'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='penetapandip',
            trigger=pgtrigger.compiler.Trigger(name='beku', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0c8c40803d8efbae8888362f79cad5705f82ede9', operation='UPDATE OR DELETE', pgid='pgtrigger_beku_b960b', table='informasi_penetapandip', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='barisdip',
            constraint=models.UniqueConstraint(fields=('penetapan', 'nomor'), name='barisdip_nomor_sekali'),
        ),
        migrations.AddConstraint(
            model_name='barisdip',
            constraint=models.UniqueConstraint(fields=('penetapan', 'informasi'), name='barisdip_sekali'),
        ),
        migrations.AddConstraint(
            model_name='barisdip',
            constraint=models.CheckConstraint(condition=models.Q(('kelas', 'dikecualikan'), _negated=True), name='barisdip_bukan_dikecualikan'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barisdip',
            trigger=pgtrigger.compiler.Trigger(name='beku', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='70cbcef8c37463e894540514f9b0bbf8e327cb86', operation='UPDATE OR DELETE', pgid='pgtrigger_beku_deb45', table='informasi_barisdip', when='BEFORE')),
        ),
    ]

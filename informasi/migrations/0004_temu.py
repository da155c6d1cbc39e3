import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import ppid_portal.kernel.sandi


class Migration(migrations.Migration):
    dependencies = [("informasi", "0003_berkas")]

    operations = [
        migrations.CreateModel(
            name='Sinonim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('istilah', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), size=16, verbose_name='istilah')),
                ('searah', models.BooleanField(default=False, help_text='Pilih bila istilah pertama lebih sempit atau sehari-hari.', verbose_name='hanya istilah pertama yang diperluas')),
                ('aktif', models.BooleanField(default=True, verbose_name='aktif')),
                ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='terakhir diubah')),
            ],
            options={
                'verbose_name': 'kelompok sinonim',
                'verbose_name_plural': 'sinonim',
                'ordering': ('istilah',),
                'constraints': [models.CheckConstraint(condition=models.Q(('istilah__len__gte', 2), ('istilah__len__lte', 16)), name='sinonim_dua_istilah', violation_error_message='Tulis paling sedikit dua istilah.')],
            },
        ),
        migrations.CreateModel(
            name='SaranPencarian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tanggal', models.DateField(unique=True, verbose_name='tanggal')),
                ('ditampilkan', models.PositiveIntegerField(default=0, verbose_name='ditampilkan')),
                ('dibuka', models.PositiveIntegerField(default=0, verbose_name='dibuka')),
                ('tetap_diajukan', models.PositiveIntegerField(default=0, verbose_name='tetap mengajukan')),
            ],
            options={
                'verbose_name': 'saran saat menulis permohonan',
                'verbose_name_plural': 'saran saat menulis permohonan',
                'ordering': ('-tanggal',),
            },
        ),
        migrations.CreateModel(
            name='PencarianKosong',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bulan', models.DateField(verbose_name='bulan')),
                ('kueri', models.CharField(max_length=200, verbose_name='yang dicari')),
                ('jumlah', models.PositiveIntegerField(default=1, verbose_name='berapa kali')),
            ],
            options={
                'verbose_name': 'pencarian tanpa hasil',
                'verbose_name_plural': 'dicari tetapi tidak ada',
                'ordering': ('-bulan', '-jumlah', 'kueri'),
                'indexes': [models.Index(fields=['-bulan', '-jumlah', 'kueri'], name='pencarian_kosong_bulan')],
                'constraints': [models.UniqueConstraint(fields=('bulan', 'kueri'), name='pencarian_kosong_sekali'), models.CheckConstraint(condition=models.Q(('bulan__day', 1)), name='pencarian_kosong_awal_bulan')],
            },
        ),
        migrations.AddField('indeksinformasi', 'kelompok', models.CharField(blank=True, default='')),
        migrations.AddField('indeksinformasi', 'tahun', models.PositiveSmallIntegerField(null=True)),
        migrations.AddField('indeksinformasi', 'bentuk', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=24), blank=True, default=list, size=None)),
        # What is excluded shows the DIK columns only, so it is not filtered by any other.
        migrations.RunSQL(
            """
            UPDATE informasi_indeksinformasi AS i
            SET kelompok = b.kelompok, tahun = b.tahun, bentuk = b.bentuk
            FROM informasi_informasi AS b
            WHERE b.id = i.informasi_id AND i.kelas <> 'dikecualikan';
            """,
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            """
            CREATE FUNCTION informasi_cocok(cari tsquery, paling integer, milik bigint, golongan text,
                rumpun text, masa integer, wujud text)
            RETURNS SETOF informasi_indeksinformasi
            LANGUAGE sql STABLE
            SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
            AS $$
                SELECT * FROM informasi_indeksinformasi
                WHERE vektor @@ cari
                    AND (milik IS NULL OR unit_id = milik)
                    AND (golongan IS NULL OR kelas = golongan)
                    AND (rumpun IS NULL OR kelompok = rumpun)
                    AND (masa IS NULL OR tahun = masa)
                    AND (wujud IS NULL OR wujud = ANY (bentuk))
                LIMIT paling
            $$;
            """,
            "DROP FUNCTION informasi_cocok(tsquery, integer, bigint, text, text, integer, text);",
        ),
        migrations.RunSQL(
            "DROP FUNCTION informasi_cocok(tsquery, integer, bigint, text);",
            migrations.RunSQL.noop,
        ),
        migrations.CreateModel(
            name='LanggananPencarian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('surel', ppid_portal.kernel.sandi.TeksSandi(verbose_name='surel')),
                ('surel_indeks', models.CharField(max_length=64)),
                ('pilihan', models.JSONField(verbose_name='pencarian')),
                ('sidik', models.CharField(max_length=64)),
                ('dibuat_pada', models.DateTimeField(verbose_name='dibuat pada')),
                ('disetujui_pada', models.DateTimeField(null=True, verbose_name='disetujui pada')),
                ('dikabari_sampai', models.DateTimeField(verbose_name='dikabari sampai')),
            ],
            options={
                'verbose_name': 'langganan pencarian',
                'verbose_name_plural': 'langganan pencarian',
                'indexes': [models.Index(fields=['disetujui_pada', 'dikabari_sampai'], name='langganan_giliran')],
                'constraints': [models.UniqueConstraint(fields=('surel_indeks', 'sidik'), name='langganan_sekali')],
            },
        ),
        migrations.CreateModel(
            name='LayananPublik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=200, verbose_name='nama layanan')),
                ('persyaratan', models.TextField(verbose_name='persyaratan')),
                ('prosedur', models.TextField(verbose_name='prosedur')),
                ('waktu', models.CharField(max_length=200, verbose_name='jangka waktu')),
                ('biaya', models.CharField(help_text='Tulis Gratis bila gratis.', max_length=200, verbose_name='biaya')),
                ('produk', models.CharField(max_length=200, verbose_name='produk layanan')),
                ('pengaduan', models.TextField(blank=True, verbose_name='cara mengadu')),
                ('tautan', models.URLField(blank=True, verbose_name='tautan layanan')),
                ('aktif', models.BooleanField(default=True, verbose_name='tampil di laman unit')),
                ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='terakhir diubah')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='layanan', to='kernel.unit', verbose_name='unit penyelenggara')),
            ],
            options={
                'verbose_name': 'layanan publik',
                'verbose_name_plural': 'layanan publik',
                'ordering': ('nama', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('unit', 'nama'), name='layanan_sekali', violation_error_message='Unit ini sudah mempunyai layanan dengan nama itu.')],
            },
        ),
    ]

import django.contrib.postgres.fields
from django.db import migrations, models


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
    ]

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
    ]

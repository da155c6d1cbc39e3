import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("informasi", "0001_awal")]

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
    ]

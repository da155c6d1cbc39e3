from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("informasi", "0002_hukum")]

    operations = []

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
        migrations.CreateModel(
            name='PengecualianInformasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(default='', editable=False, max_length=32, verbose_name='status')),
                ('batas_waktu', models.DateField(blank=True, editable=False, null=True, verbose_name='batas waktu')),
                ('tanggal_terima', models.DateField(verbose_name='tanggal diterima')),
                ('versi', models.PositiveIntegerField(default=0, editable=False)),
                ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dicatat pada')),
                ('dasar', models.CharField(choices=[('17a', 'Pasal 17 huruf a: menghambat proses penegakan hukum'), ('17b', 'Pasal 17 huruf b: HKI dan persaingan usaha tidak sehat'), ('17c', 'Pasal 17 huruf c: pertahanan dan keamanan negara'), ('17d', 'Pasal 17 huruf d: kekayaan alam Indonesia'), ('17e', 'Pasal 17 huruf e: ketahanan ekonomi nasional'), ('17f', 'Pasal 17 huruf f: hubungan luar negeri'), ('17g', 'Pasal 17 huruf g: akta otentik pribadi dan wasiat'), ('17h', 'Pasal 17 huruf h: rahasia pribadi'), ('17i', 'Pasal 17 huruf i: memorandum yang dirahasiakan'), ('17j', 'Pasal 17 huruf j: dilarang undang-undang')], max_length=4, verbose_name='dasar pengecualian')),
                ('undang_undang', models.CharField(blank=True, help_text='Wajib untuk huruf j.', max_length=200, verbose_name='undang-undang dan pasal yang melarang')),
                ('uraian', models.TextField(verbose_name='informasi dan dokumen yang dikecualikan')),
                ('tanggal_uji', models.DateField(blank=True, null=True, verbose_name='tanggal uji')),
                ('tempat_uji', models.CharField(blank=True, max_length=120, verbose_name='tempat uji')),
                ('peserta', models.TextField(blank=True, verbose_name='peserta (nama dan jabatan)')),
                ('akibat_dibuka', models.TextField(blank=True, verbose_name='akibat bila dibuka')),
                ('akibat_ditutup', models.TextField(blank=True, verbose_name='akibat bila ditutup')),
                ('kepentingan_umum', models.TextField(blank=True, verbose_name='pertimbangan kepentingan publik')),
                ('kesimpulan', models.CharField(blank=True, choices=[('dikecualikan', 'Dikecualikan seluruhnya'), ('sebagian', 'Dikecualikan sebagian'), ('terbuka', 'Terbuka')], max_length=16, verbose_name='kesimpulan')),
                ('bagian_dihitamkan', models.TextField(blank=True, verbose_name='bagian yang dihitamkan')),
                ('mulai', models.DateField(blank=True, null=True, verbose_name='dikecualikan sejak')),
                ('sampai', models.DateField(blank=True, null=True, verbose_name='dibuka pada')),
                ('sampai_peristiwa', models.CharField(blank=True, max_length=200, verbose_name='dibuka setelah')),
                ('persetujuan', models.CharField(blank=True, max_length=200, verbose_name='persetujuan pimpinan badan publik')),
                ('informasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='pengecualian', to='informasi.informasi', verbose_name='informasi')),
                ('surat', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kernel.surat', verbose_name='SK')),
            ],
            options={
                'verbose_name': 'pengecualian informasi',
                'verbose_name_plural': 'daftar informasi yang dikecualikan',
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='JangkaPengecualian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kunci', models.CharField(max_length=40, verbose_name='tenggat')),
                ('judul', models.CharField(max_length=120, verbose_name='nama tenggat')),
                ('dasar', models.CharField(max_length=160, verbose_name='dasar hukum')),
                ('mulai', models.DateField(verbose_name='hari ke-0')),
                ('panjang', models.PositiveSmallIntegerField(verbose_name='lama')),
                ('satuan', models.CharField(max_length=16, verbose_name='satuan')),
                ('milik', models.CharField(max_length=16)),
                ('utama', models.BooleanField(default=False)),
                ('batas', models.DateField(verbose_name='hari terakhir')),
                ('batas_semula', models.DateField(verbose_name='hari terakhir semula')),
                ('versi_kalender', models.TextField(verbose_name='kalender yang dipakai')),
                ('sementara', models.BooleanField(default=False, verbose_name='sementara')),
                ('dimulai_pada', models.DateTimeField()),
                ('berhenti_pada', models.DateTimeField(null=True, verbose_name='selesai pada')),
                ('lanjutan_dari', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='informasi.jangkapengecualian')),
                ('perkara', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jangka', to='informasi.pengecualianinformasi')),
            ],
            options={
                'verbose_name': 'jangka waktu',
                'verbose_name_plural': 'jangka waktu',
                'ordering': ('dimulai_pada', 'pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PeristiwaPengecualian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urut', models.PositiveIntegerField(default=0, editable=False)),
                ('aksi', models.CharField(max_length=32, verbose_name='langkah')),
                ('dari', models.CharField(blank=True, max_length=32)),
                ('ke', models.CharField(max_length=32, verbose_name='keadaan')),
                ('peran', models.CharField(max_length=32, verbose_name='peran')),
                ('alasan', models.TextField(blank=True, verbose_name='alasan')),
                ('data', models.JSONField(blank=True, default=dict)),
                ('publik', models.BooleanField(default=True)),
                ('waktu', models.DateTimeField(verbose_name='waktu')),
                ('batas_lama', models.DateField(help_text='Batas yang berlaku saat itu.', null=True)),
                ('batas_baru', models.DateField(null=True)),
                ('sidik_sebelum', models.CharField(blank=True, editable=False, max_length=64)),
                ('sidik', models.CharField(blank=True, editable=False, max_length=64)),
                ('diolah_pada', models.DateTimeField(editable=False, null=True)),
                ('oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh')),
                ('perkara', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='peristiwa', to='informasi.pengecualianinformasi')),
            ],
            options={
                'verbose_name': 'peristiwa',
                'verbose_name_plural': 'peristiwa',
                'ordering': ('urut',),
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='pengecualianinformasi',
            index=models.Index(condition=models.Q(('status', 'ditetapkan')), fields=['sampai', 'id'], name='pengecualian_berakhir'),
        ),
        migrations.AddConstraint(
            model_name='pengecualianinformasi',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['', 'diusulkan', 'diuji', 'ditetapkan', 'berakhir', 'dibuka'])), name='pengecualian_status_dikenal'),
        ),
        migrations.AddConstraint(
            model_name='pengecualianinformasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dasar', '17j'), _negated=True), models.Q(('undang_undang', ''), _negated=True), _connector='OR'), name='pengecualian_huruf_j', violation_error_message='Sebut undang-undang dan pasalnya untuk huruf j.'),
        ),
        migrations.AddConstraint(
            model_name='pengecualianinformasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kesimpulan', 'sebagian'), _negated=True), models.Q(('bagian_dihitamkan', ''), _negated=True), _connector='OR'), name='pengecualian_sebagian', violation_error_message='Sebut bagian yang dihitamkan.'),
        ),
        migrations.AddConstraint(
            model_name='pengecualianinformasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'ditetapkan'), _negated=True), models.Q(('mulai__isnull', False), models.Q(('sampai__isnull', False), models.Q(('sampai_peristiwa', ''), _negated=True), _connector='OR')), _connector='OR'), name='pengecualian_berjangka'),
        ),
        migrations.AddConstraint(
            model_name='pengecualianinformasi',
            constraint=models.CheckConstraint(condition=models.Q(('sampai__isnull', True), ('sampai__gt', models.F('mulai')), _connector='OR'), name='pengecualian_urut', violation_error_message='Tanggal dibuka harus sesudah tanggal mulai.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengecualianinformasi',
            trigger=pgtrigger.compiler.Trigger(name='pagar_alur', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.status IS DISTINCT FROM NEW.status)', func="\n            IF NOT ((OLD.status = '' AND NEW.status = 'diusulkan') OR (OLD.status = 'ditetapkan' AND NEW.status = 'berakhir') OR (OLD.status = 'ditetapkan' AND NEW.status = 'dibuka') OR (OLD.status = 'diuji' AND NEW.status = 'dibuka') OR (OLD.status = 'diuji' AND NEW.status = 'ditetapkan') OR (OLD.status = 'diuji' AND NEW.status = 'diuji') OR (OLD.status = 'diusulkan' AND NEW.status = 'diuji')) THEN\n                RAISE EXCEPTION 'alur pengecualian: % ke % tidak dikenal', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='ab4658ae4bfefeb72bb5545f33444d25edf26369', operation='UPDATE OF "status"', pgid='pgtrigger_pagar_alur_2796b', table='informasi_pengecualianinformasi', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengecualianinformasi',
            trigger=pgtrigger.compiler.Trigger(name='pagar_status_awal', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (NEW.status <> '')", func="\n            RAISE EXCEPTION 'alur pengecualian: perkara baru tidak boleh berstatus %', NEW.status\n                USING ERRCODE = 'check_violation';\n        ", hash='bf9f81ed11593588b5c0e1bfb6806089578049a7', operation='INSERT', pgid='pgtrigger_pagar_status_awal_1785c', table='informasi_pengecualianinformasi', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengecualianinformasi',
            trigger=pgtrigger.compiler.Trigger(name='tanpa_hapus', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='4fb5b440f2af353af3a517d3e3dbdd4c39788d98', operation='DELETE', pgid='pgtrigger_tanpa_hapus_d459b', table='informasi_pengecualianinformasi', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='jangkapengecualian',
            index=models.Index(condition=models.Q(('berhenti_pada__isnull', True)), fields=['batas', 'id'], name='jangkapengecualian_berjalan'),
        ),
        migrations.AddConstraint(
            model_name='jangkapengecualian',
            constraint=models.UniqueConstraint(condition=models.Q(('berhenti_pada__isnull', True)), fields=('perkara', 'kunci'), name='jangkapengecualian_satu_berjalan'),
        ),
        migrations.AddIndex(
            model_name='peristiwapengecualian',
            index=models.Index(condition=models.Q(('diolah_pada__isnull', True)), fields=['id'], name='peristiwapengecualian_antre'),
        ),
        migrations.AddConstraint(
            model_name='peristiwapengecualian',
            constraint=models.UniqueConstraint(fields=('perkara', 'urut'), name='peristiwapengecualian_urut_sekali'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='peristiwapengecualian',
            trigger=pgtrigger.compiler.Trigger(name='tanpa_ubah', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."urut" IS DISTINCT FROM (NEW."urut") OR OLD."aksi" IS DISTINCT FROM (NEW."aksi") OR OLD."dari" IS DISTINCT FROM (NEW."dari") OR OLD."ke" IS DISTINCT FROM (NEW."ke") OR OLD."peran" IS DISTINCT FROM (NEW."peran") OR OLD."oleh_id" IS DISTINCT FROM (NEW."oleh_id") OR OLD."alasan" IS DISTINCT FROM (NEW."alasan") OR OLD."data" IS DISTINCT FROM (NEW."data") OR OLD."publik" IS DISTINCT FROM (NEW."publik") OR OLD."waktu" IS DISTINCT FROM (NEW."waktu") OR OLD."batas_lama" IS DISTINCT FROM (NEW."batas_lama") OR OLD."batas_baru" IS DISTINCT FROM (NEW."batas_baru") OR OLD."sidik_sebelum" IS DISTINCT FROM (NEW."sidik_sebelum") OR OLD."sidik" IS DISTINCT FROM (NEW."sidik") OR OLD."perkara_id" IS DISTINCT FROM (NEW."perkara_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f411811d68fb94ed863428bb24ad62cf2de3e76e', operation='UPDATE', pgid='pgtrigger_tanpa_ubah_3ca68', table='informasi_peristiwapengecualian', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='peristiwapengecualian',
            trigger=pgtrigger.compiler.Trigger(name='tanpa_hapus', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c3e90cde395597cc7c5d95fa78c782aca408a623', operation='DELETE', pgid='pgtrigger_tanpa_hapus_14c1a', table='informasi_peristiwapengecualian', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='peristiwapengecualian',
            trigger=pgtrigger.compiler.Trigger(name='rantai', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE akhir text; nomor integer;', func="\n        SELECT sidik, urut INTO akhir, nomor FROM informasi_peristiwapengecualian\n            WHERE perkara_id = NEW.perkara_id ORDER BY urut DESC LIMIT 1;\n        NEW.urut := coalesce(nomor, 0) + 1;\n        NEW.sidik_sebelum := coalesce(akhir, '');\n        NEW.sidik := encode(sha256(convert_to(json_build_array(\n            NEW.perkara_id, NEW.urut, NEW.aksi, NEW.dari, NEW.ke, NEW.peran, NEW.oleh_id,\n            NEW.alasan, NEW.data, extract(epoch FROM NEW.waktu), NEW.batas_lama, NEW.batas_baru,\n            NEW.sidik_sebelum)::text, 'UTF8')), 'hex');\n        RETURN NEW;\n        ", hash='c3654f4932fdc156b6e53da195f81716ed99a981', operation='INSERT', pgid='pgtrigger_rantai_133e8', table='informasi_peristiwapengecualian', when='BEFORE')),
        ),
    ]

"""Guards that the database keeps, whatever the code above it does."""

from __future__ import annotations

import pgtrigger

from ppid_portal.kernel.alur import Alur


def pagar_alur(alur: Alur) -> pgtrigger.Trigger:
    """Refuse every change of status that the table does not know, also by raw SQL."""
    langkah = " OR ".join(
        f"(OLD.status = '{dari}' AND NEW.status = '{ke}')" for dari, ke in alur.langkah
    )
    return pgtrigger.Trigger(
        name="pagar_alur",
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        when=pgtrigger.Before,
        condition=pgtrigger.Condition("OLD.status IS DISTINCT FROM NEW.status"),
        func=f"""
            IF NOT ({langkah}) THEN
                RAISE EXCEPTION 'alur {alur.nama}: % ke % tidak dikenal', OLD.status, NEW.status
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def pagar_status_awal(alur: Alur) -> pgtrigger.Trigger:
    """A case is born without a status and gets its first one through the door."""
    return pgtrigger.Trigger(
        name="pagar_status_awal",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        condition=pgtrigger.Condition("NEW.status <> ''"),
        func=f"""
            RAISE EXCEPTION 'alur {alur.nama}: perkara baru tidak boleh berstatus %', NEW.status
                USING ERRCODE = 'check_violation';
        """,
    )


# An event is never edited (only ticked off as processed) and never deleted.
HANYA_TAMBAH = (
    pgtrigger.ReadOnly(name="tanpa_ubah", exclude=["diolah_pada"]),
    pgtrigger.Protect(name="tanpa_hapus", operation=pgtrigger.Delete),
)

# A calendar that was put in force is history: open terms were counted by it.
KALENDER_TETAP = pgtrigger.Protect(
    name="kalender_tetap",
    operation=pgtrigger.Update,
    condition=pgtrigger.Q(old__diberlakukan_pada__isnull=False),
)
HARI_TETAP = pgtrigger.Trigger(
    name="hari_tetap",
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    when=pgtrigger.Before,
    func="""
        IF EXISTS (
            SELECT 1 FROM kernel_versikalender v
            WHERE v.id IN (NEW.versi_id, OLD.versi_id) AND v.diberlakukan_pada IS NOT NULL
        ) THEN
            RAISE EXCEPTION 'kalender yang berlaku tidak dapat diubah; buat versi baru'
                USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """,
)

TANPA_HAPUS = pgtrigger.Protect(name="tanpa_hapus", operation=pgtrigger.Delete)

# Each event carries the hash of the one before it in the same case; the case is locked by the door.
RANTAI = pgtrigger.Trigger(
    name="rantai",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    declare=[("akhir", "text"), ("nomor", "integer")],
    func=pgtrigger.Func(  # type: ignore[no-untyped-call]
        """
        SELECT sidik, urut INTO akhir, nomor FROM {meta.db_table}
            WHERE perkara_id = NEW.perkara_id ORDER BY urut DESC LIMIT 1;
        NEW.urut := coalesce(nomor, 0) + 1;
        NEW.sidik_sebelum := coalesce(akhir, '');
        NEW.sidik := encode(sha256(convert_to(json_build_array(
            NEW.perkara_id, NEW.urut, NEW.aksi, NEW.dari, NEW.ke, NEW.peran, NEW.oleh_id,
            NEW.alasan, NEW.data, extract(epoch FROM NEW.waktu), NEW.batas_lama, NEW.batas_baru,
            NEW.sidik_sebelum)::text, 'UTF8')), 'hex');
        RETURN NEW;
        """
    ),
)

"""The certificate register: numbers are given inside one change and never given again."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bimtek.domain.certificate import Certificate, CertificateKind, CertificateRecord
from bimtek.storage import codec, rows
from bimtek.storage.store import Store, new_id


@dataclass(frozen=True, slots=True)
class Wanted:
    """One certificate to issue. `complete` makes the record once the sequence number is known."""

    participation_id: str
    kind: CertificateKind
    series: str
    first: int
    complete: Callable[[int], CertificateRecord]


_SEARCHED = " || ' ' || ".join(
    ("number", *(f"json_extract(record, '$.{field}')" for field in ("name", "code", "kegiatan_title")))
)


class CertificateRepository:
    """Reads and writes the register; never decides who deserves what."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def issue(self, wanted: list[Wanted], kegiatan_id: str, label: str) -> Future[list[Certificate]]:
        """Give numbers to all of a batch in one transaction, in the order given.

        A person who already has a valid one of that kind keeps it: asking twice issues nothing new.
        """

        def change(db: Database) -> list[Certificate]:
            return [_existing(db, item) or _issue(db, item, kegiatan_id) for item in wanted]

        return self._store.submit(label, change, kegiatan_id)

    def revoke(self, certificate: Certificate, label: str) -> Future[int]:
        """Mark a certificate as void; its number stays taken."""
        return self._store.submit(
            label,
            lambda db: rows.update(db, "certificate", certificate.id, {"status": "batal"}),
            certificate.kegiatan_id,
        )

    def count_printed(self, ids: list[str], kegiatan_id: str, label: str) -> Future[None]:
        """Count one more printing of each."""

        def change(db: Database) -> None:
            for row_id in ids:
                (printed,) = db.execute("select printed from certificate where id = ?", [row_id]).fetchone()
                rows.update(db, "certificate", row_id, {"printed": printed + 1})

        return self._store.submit(label, change, kegiatan_id)

    def register(self, kegiatan_id: str) -> list[Certificate]:
        """Every number given out in a kegiatan, void ones too, in order of kind and number."""
        sql = "select * from certificate where kegiatan_id = ? order by kind, series, sequence"
        return [_certificate(row) for row in self._store.db.query(sql, [kegiatan_id])]

    def held(self, kegiatan_id: str) -> set[tuple[str, CertificateKind]]:
        """Who holds a valid paper of which kind, as (participation id, kind); reads no record."""
        sql = "select keikutsertaan_id, kind from certificate where kegiatan_id = ? and status = 'terbit'"
        rows_found = self._store.db.execute(sql, [kegiatan_id]).fetchall()
        return {(who, CertificateKind(kind)) for who, kind in rows_found}

    def search(self, words: list[str], limit: int) -> list[Certificate]:
        """Numbers of all kegiatan, newest first, that hold every word in number, name, code or title."""
        where = " and ".join([f"{_SEARCHED} like ? escape '!'"] * len(words)) or "1"
        literal = [word.replace("!", "!!").replace("%", "!%").replace("_", "!_") for word in words]
        sql = f"select * from certificate where {where} order by created_at desc, sequence desc limit ?"
        return [_certificate(row) for row in self._store.db.query(sql, [*(f"%{w}%" for w in literal), limit])]


def _existing(db: Database, item: Wanted) -> Certificate | None:
    sql = "select * from certificate where keikutsertaan_id = ? and kind = ? and status = 'terbit'"
    for row in db.query(sql, [item.participation_id, item.kind.value]):
        return _certificate(row)
    return None


def _issue(db: Database, item: Wanted, kegiatan_id: str) -> Certificate:
    sql = "select coalesce(max(sequence), 0) + 1 from certificate where series = ?"
    sequence = max(int(db.execute(sql, [item.series]).fetchone()[0]), item.first)
    record = item.complete(sequence)
    row_id = new_id()
    rows.insert(
        db,
        "certificate",
        row_id,
        {
            "kegiatan_id": kegiatan_id,
            "keikutsertaan_id": item.participation_id,
            "kind": item.kind.value,
            "series": item.series,
            "sequence": sequence,
            "number": record.number,
            "status": "terbit",
            "record": codec.dump(record),
        },
    )
    return Certificate(
        id=row_id,
        kegiatan_id=kegiatan_id,
        participation_id=item.participation_id,
        kind=item.kind,
        series=item.series,
        sequence=sequence,
        number=record.number,
        status="terbit",
        record=record,
    )


def _certificate(row: dict[str, Any]) -> Certificate:
    return Certificate(
        id=row["id"],
        kegiatan_id=row["kegiatan_id"],
        participation_id=row["keikutsertaan_id"],
        kind=CertificateKind(row["kind"]),
        series=row["series"],
        sequence=row["sequence"],
        number=row["number"],
        status=row["status"],
        record=codec.load(CertificateRecord, row["record"]),
        printed=row["printed"],
    )

"""The certificate register: numbers are given inside one change, and never twice in the whole file."""

import json
from collections.abc import Callable, Collection
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from sqlite3 import Row
from textwrap import shorten

from bimtek.domain.certificate import Certificate, CertificateKind, CertificateRecord
from bimtek.domain.certificate_number import number_key
from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.storage import codec, rows
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.store import Store, new_id


@dataclass(frozen=True, slots=True)
class Wanted:
    """One certificate to issue. `complete` makes the record once the sequence number is known."""

    participation_id: str
    kind: CertificateKind
    series: str
    first: int
    complete: Callable[[int], CertificateRecord]


@dataclass(frozen=True, slots=True)
class Bearer:
    """Where a number stands already: the kegiatan of its paper, by its short name or cut title."""

    kegiatan_id: str
    kegiatan: str


LONGEST_NAME = 60  # letters of a kegiatan in a message

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
        Errors: RefusedError when another paper bears one of the numbers; none is given out then.
        """

        def change(db: Database) -> list[Certificate]:
            return [_existing(db, item) or _issue(db, item, kegiatan_id) for item in wanted]

        return self._store.submit(label, change, kegiatan_id)

    def snapshot(self) -> AbstractContextManager[None]:
        """Let what is read inside be of one moment, whatever is given out meanwhile."""
        return self._store.snapshot()

    def next_sequence(self, series: str, first: int) -> int:
        """The sequence number a series goes on with, `first` or later."""
        return _next_sequence(self._store.db, series, first)

    def bearers(self, keys: Collection[str]) -> dict[str, Bearer]:
        """Which of these number keys stand on a paper already, void ones too, and where."""
        return _bearers(self._store.db, keys)

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
        return set(map(_held, rows_found))

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


def _next_sequence(db: Database, series: str, first: int) -> int:
    sql = "select coalesce(max(sequence), 0) + 1 from certificate where series = ?"
    return max(int(db.execute(sql, [series]).fetchone()[0]), first)


def _bearers(db: Database, keys: Collection[str]) -> dict[str, Bearer]:
    sql = (
        "select c.number_key, k.id, k.short, k.title from certificate as c"
        " join kegiatan as k on k.id = c.kegiatan_id"
        " where c.number_key <> '' and c.number_key in (select value from json_each(?))"
    )
    found = db.execute(sql, [json.dumps(list(keys))]).fetchall()
    return {
        key: Bearer(kegiatan_id, shorten(short or title, LONGEST_NAME, placeholder="…"))
        for key, kegiatan_id, short, title in found
    }


def _refuse_borne(db: Database, key: str, number: str) -> None:
    if bearer := _bearers(db, [key]).get(key):
        raise RefusedError(
            _("Nomor {number} sudah dipakai kegiatan “{kegiatan}”.", number=number, kegiatan=bearer.kegiatan),
            _("Tidak ada nomor yang terbit."),
            _("Ubah nomor awal, kode, atau pola nomor, lalu ulangi."),
        )


def _issue(db: Database, item: Wanted, kegiatan_id: str) -> Certificate:
    sequence = _next_sequence(db, item.series, item.first)
    record = item.complete(sequence)
    key = "" if record.sample else number_key(record.number)  # the sample keeps no number from others
    _refuse_borne(db, key, record.number)
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
            "number_key": key,
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


@reads_row
def _held(row: tuple[str, str]) -> tuple[str, CertificateKind]:
    return row[0], CertificateKind(row[1])


@reads_row
def _certificate(row: Row) -> Certificate:
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

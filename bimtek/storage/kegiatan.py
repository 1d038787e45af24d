"""Kegiatan with their sessions, agenda lines and signatories."""

from collections.abc import Iterable
from concurrent.futures import Future
from datetime import date, time
from sqlite3 import Row
from typing import Any, NamedTuple

from bimtek.domain.clock import Zone
from bimtek.domain.kegiatan import (
    AgendaItem,
    ItemKind,
    Kegiatan,
    Letterhead,
    NumberRule,
    PaperOptions,
    Session,
    Signatory,
)
from bimtek.domain.place import Place
from bimtek.storage import codec, rows
from bimtek.storage.connection import Database, reads_row
from bimtek.storage.store import Store


class KegiatanName(NamedTuple):
    """What a kegiatan is called."""

    id: str
    title: str
    short: str


class KegiatanRepository:
    """Reads and writes kegiatan; never decides anything."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, kegiatan: Kegiatan, label: str) -> Future[None]:
        """Store a new kegiatan with all its parts."""

        def change(db: Database) -> None:
            rows.insert(db, "kegiatan", kegiatan.id, _columns(kegiatan))
            _insert_sessions(db, kegiatan.sessions)
            _insert(db, "signatory", _signatory_rows(kegiatan))

        return self._store.submit(label, change, kegiatan.id)

    def update(self, kegiatan: Kegiatan, label: str) -> Future[None]:
        """Store the facts and papers of a kegiatan; sessions and signatories have their own verbs."""
        columns = _columns(kegiatan)
        return self._store.submit(
            label, lambda db: _discard(rows.update(db, "kegiatan", kegiatan.id, columns)), kegiatan.id
        )

    def replace_sessions(self, kegiatan: Kegiatan, label: str) -> Future[None]:
        """Store the sessions and agenda as given; the ones no longer there are marked deleted.

        Whether attendance is closed stays as it is: what is given may have been read before that.
        """

        def change(db: Database) -> None:
            rows.update(db, "kegiatan", kegiatan.id, _columns(kegiatan))
            _replace(db, "session", "kegiatan_id", kegiatan.id, _session_rows(kegiatan.sessions))
            for session in kegiatan.sessions:
                _replace(db, "agenda", "session_id", session.id, _agenda_rows(session))

        return self._store.submit(label, change, kegiatan.id)

    def replace_signatories(self, kegiatan: Kegiatan, label: str) -> Future[None]:
        """Store the signatories as given."""
        given = _signatory_rows(kegiatan)
        return self._store.submit(
            label, lambda db: _replace(db, "signatory", "kegiatan_id", kegiatan.id, given), kegiatan.id
        )

    def remove(self, kegiatan_id: str, label: str) -> Future[None]:
        """Mark a kegiatan as deleted."""
        return self._store.submit(
            label, lambda db: _discard(rows.remove(db, "kegiatan", kegiatan_id)), kegiatan_id
        )

    def close_session(self, session_id: str, kegiatan_id: str, at: str, label: str) -> Future[None]:
        """Note that attendance of a session is closed (`at` empty opens it again)."""
        return self._store.submit(
            label, lambda db: _discard(rows.update(db, "session", session_id, {"closed_at": at})), kegiatan_id
        )

    def get(self, kegiatan_id: str) -> Kegiatan | None:
        """One kegiatan with everything in it, or None."""
        found = list(
            self._store.db.query("select * from kegiatan where id = ? and deleted_at is null", [kegiatan_id])
        )
        if not found:
            return None
        return _kegiatan(found[0], self._sessions(kegiatan_id), self._signatories(kegiatan_id))

    def find(self, text: str) -> list[str]:
        """Ids whose id, code or short name is `text` (any case): how the command line names a kegiatan."""
        sql = (
            "select id from kegiatan where deleted_at is null and :t <> ''"
            " and (id = :t or lower(code) = lower(:t) or lower(short) = lower(:t)) order by starts_on desc"
        )
        return [row["id"] for row in self._store.db.query(sql, {"t": text})]

    def sample(self, code: str) -> str:
        """Id of the newest sample with this code, "" without one."""
        sql = (
            "select id from kegiatan where sample = 1 and code = ? and deleted_at is null"
            " order by created_at desc, id"
        )
        row = self._store.db.execute(sql, [code]).fetchone()
        return row[0] if row else ""

    def names(self) -> list[KegiatanName]:
        """What every kegiatan is called, newest first."""
        sql = (
            "select id, title, short from kegiatan where deleted_at is null order by starts_on desc, id desc"
        )
        return [KegiatanName(**row) for row in self._store.db.query(sql)]

    def _sessions(self, kegiatan_id: str) -> tuple[Session, ...]:
        sql = (
            "select a.* from agenda as a join session as s on s.id = a.session_id"
            " where s.kegiatan_id = ? and a.deleted_at is null order by a.session_id, a.position"
        )
        agenda: dict[str, list[AgendaItem]] = {}
        for row in self._store.db.query(sql, [kegiatan_id]):
            agenda.setdefault(row["session_id"], []).append(_agenda_item(row))
        sessions = self._store.db.query(
            "select * from session where kegiatan_id = ? and deleted_at is null order by on_date, starts",
            [kegiatan_id],
        )
        return tuple(_session(row, tuple(agenda.get(row["id"], ()))) for row in sessions)

    def _signatories(self, kegiatan_id: str) -> tuple[Signatory, ...]:
        sql = "select * from signatory where kegiatan_id = ? and deleted_at is null order by position"
        return tuple(_signatory(row) for row in self._store.db.query(sql, [kegiatan_id]))


def _discard(_count: int) -> None:
    """Turn a row count into nothing: these verbs promise durability, not a number."""


def _columns(k: Kegiatan) -> dict[str, Any]:
    return {
        "title": k.title,
        "short": k.short,
        "code": k.code,
        "classification": k.classification,
        "office_code": k.office_code,
        "theme": k.theme,
        "organiser": k.organiser,
        "partners": codec.dump_list(k.partners),
        "funding": k.funding,
        "basis": k.basis,
        "zone": k.zone.value,
        "place": codec.dump(k.place),
        "dates": codec.dump_list(k.dates),
        "issue_city": k.issue_city,
        "papers": codec.dump(k.papers),
        "letterhead": codec.dump(k.letterhead),
        "certificate_numbers": codec.dump(k.certificate_numbers),
        "statement_numbers": codec.dump(k.statement_numbers),
        "modules": codec.dump_list(k.modules),
        "starts_on": min(k.dates).isoformat() if k.dates else "",
        "sort_key": k.title.casefold(),
        "minutes_per_jp": k.minutes_per_jp,
        "min_attendance": k.min_attendance,
        "min_post": k.min_post,
        "issued_on": k.issued_on.isoformat() if k.issued_on else None,
        "sample": int(k.sample),
    }


@reads_row
def _kegiatan(row: Row, sessions: tuple[Session, ...], signers: tuple[Signatory, ...]) -> Kegiatan:
    return Kegiatan(
        id=row["id"],
        title=row["title"],
        short=row["short"],
        code=row["code"],
        classification=row["classification"],
        office_code=row["office_code"],
        theme=row["theme"],
        organiser=row["organiser"],
        partners=codec.load_list(str, row["partners"]),
        funding=row["funding"],
        basis=row["basis"],
        zone=Zone(row["zone"]),
        place=codec.load(Place, row["place"]),
        dates=codec.load_list(date, row["dates"]),
        minutes_per_jp=row["minutes_per_jp"],
        min_attendance=row["min_attendance"],
        min_post=row["min_post"],
        issue_city=row["issue_city"],
        issued_on=date.fromisoformat(row["issued_on"]) if row["issued_on"] else None,
        sample=bool(row["sample"]),
        papers=codec.load(PaperOptions, row["papers"]),
        letterhead=codec.load(Letterhead, row["letterhead"]),
        certificate_numbers=codec.load(NumberRule, row["certificate_numbers"]),
        statement_numbers=codec.load(NumberRule, row["statement_numbers"]),
        modules=codec.load_list(str, row["modules"]),
        signatories=signers,
        sessions=sessions,
    )


@reads_row
def _session(row: Row, agenda: tuple[AgendaItem, ...]) -> Session:
    return Session(
        id=row["id"],
        kegiatan_id=row["kegiatan_id"],
        on_date=date.fromisoformat(row["on_date"]),
        label=row["label"],
        starts=time.fromisoformat(row["starts"]),
        ends=time.fromisoformat(row["ends"]) if row["ends"] else None,
        agenda=agenda,
        closed_at=row["closed_at"],
    )


@reads_row
def _agenda_item(row: Row) -> AgendaItem:
    return AgendaItem(
        id=row["id"],
        session_id=row["session_id"],
        order=row["position"],
        starts=time.fromisoformat(row["starts"]),
        ends=time.fromisoformat(row["ends"]),
        title=row["title"],
        kind=ItemKind(row["kind"]),
        jp=row["jp"],
        module=row["module"],
        speakers=codec.load_list(str, row["speakers"]),
    )


@reads_row
def _signatory(row: Row) -> Signatory:
    plain = ("paper", "place", "prefix", "name", "pangkat", "id_kind", "id_number")
    titles = codec.load_list(str, row["title_lines"])
    return Signatory(id=row["id"], title_lines=titles, **{name: row[name] for name in plain})


Rows = list[tuple[str, dict[str, Any]]]


def _session_rows(sessions: Iterable[Session]) -> Rows:
    """All of a session but whether it is closed: only `close_session` writes that."""
    return [
        (
            s.id,
            {
                "kegiatan_id": s.kegiatan_id,
                "on_date": s.on_date.isoformat(),
                "label": s.label,
                "starts": s.starts.isoformat("minutes"),
                "ends": s.ends.isoformat("minutes") if s.ends else None,
            },
        )
        for s in sessions
    ]


def _agenda_rows(session: Session) -> Rows:
    return [
        (
            a.id,
            {
                "session_id": session.id,
                "position": a.order,
                "starts": a.starts.isoformat("minutes"),
                "ends": a.ends.isoformat("minutes"),
                "title": a.title,
                "kind": a.kind.value,
                "jp": a.jp,
                "module": a.module,
                "speakers": codec.dump_list(a.speakers),
            },
        )
        for a in session.agenda
    ]


def _signatory_rows(kegiatan: Kegiatan) -> Rows:
    plain = ("paper", "place", "prefix", "name", "pangkat", "id_kind", "id_number")
    return [
        (
            s.id,
            {
                "kegiatan_id": kegiatan.id,
                "position": position,
                "title_lines": codec.dump_list(s.title_lines),
                **{name: getattr(s, name) for name in plain},
            },
        )
        for position, s in enumerate(kegiatan.signatories)
    ]


def _insert_sessions(db: Database, sessions: tuple[Session, ...]) -> None:
    _insert(db, "session", _session_rows(sessions))
    for session in sessions:
        _insert(db, "agenda", _agenda_rows(session))


def _insert(db: Database, table: str, given: Rows) -> None:
    for row_id, values in given:
        rows.insert(db, table, row_id, values)


def _replace(db: Database, table: str, owner: str, owner_id: str, given: Rows) -> None:
    """Make the live rows of an owner equal to the given ones: insert, bring back, update, mark deleted."""
    sql = f"select id, deleted_at is null as living from {table} where {owner} = ?"
    known = {row["id"]: bool(row["living"]) for row in db.query(sql, [owner_id])}
    for row_id in {row_id for row_id, living in known.items() if living} - {row_id for row_id, _v in given}:
        rows.remove(db, table, row_id)
    for row_id, values in given:
        if row_id not in known:
            rows.insert(db, table, row_id, values)
            continue
        if not known[row_id]:
            rows.bring_back(db, table, row_id)
        rows.update(db, table, row_id, values)

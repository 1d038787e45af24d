"""The schema, step by step. Append only: a released step is never edited.

Every table has a random UUID text key (files of two laptops can be merged later) and the three
times `created_at`, `changed_at`, `deleted_at` (UTC; deleting is marking). Times, dates and numbers
that are names are text; lists and small records are JSON text.
"""

from collections.abc import Callable, Sequence
from sqlite3 import Connection

SET = "bimtek"
TIMES = "created_at text not null, changed_at text not null, deleted_at text"


def _table(db: Connection, name: str, columns: str) -> None:
    db.execute(f"create table {name} (id text primary key, {columns}, {TIMES}) strict")


def _first(columns: str, tail: str = "") -> str:
    """Columns of required text with the empty string as default, then whatever is special."""
    plain = ", ".join(f"{name} text not null default ''" for name in columns.split())
    return f"{plain}, {tail}" if tail else plain


def _0001(db: Connection) -> None:
    """Everything one workshop day writes, and the journal of it."""
    _people_and_kegiatan(db)
    _quizzes(db)
    _papers(db)
    _journal_and_rest(db)


def _people_and_kegiatan(db: Connection) -> None:
    _table(
        db,
        "kegiatan",
        _first(
            "title short code theme organiser partners funding basis zone place dates issue_city "
            "papers letterhead certificate_numbers statement_numbers modules starts_on sort_key",
            "minutes_per_jp integer not null default 45, min_attendance real not null default 0.8,"
            " min_post real, issued_on text, sample integer not null default 0",
        ),
    )
    db.execute("create index kegiatan_by_date on kegiatan (starts_on desc, id) where deleted_at is null")
    _table(
        db,
        "session",
        "kegiatan_id text not null references kegiatan (id), on_date text not null, label text not null,"
        " starts text not null, ends text, closed_at text not null default ''",
    )
    db.execute("create index session_of_kegiatan on session (kegiatan_id, on_date, starts)")
    _table(
        db,
        "agenda",
        "session_id text not null references session (id), position integer not null, starts text not null,"
        " ends text not null, title text not null, kind text not null, jp integer,"
        " module text not null default '', speakers text not null default '[]'",
    )
    db.execute("create index agenda_of_session on agenda (session_id, position)")
    _table(
        db,
        "orang",
        _first(
            "front_title name back_title sort_key sex born_on disability unsur instansi jabatan pangkat"
            " golongan id_kind id_number phone email address desa kecamatan kabupaten provinsi wilayah_code",
            "age integer",
        ),
    )
    db.execute("create index orang_by_name on orang (sort_key, id) where deleted_at is null")
    db.execute("create index orang_by_phone on orang (phone) where phone <> ''")
    _table(
        db,
        "keikutsertaan",
        "kegiatan_id text not null references kegiatan (id), orang_id text not null references orang (id),"
        " role text not null, code text not null, position integer not null,"
        " walk_in integer not null default 0, consent_at text not null default '', photo_consent integer,"
        " topic text not null default ''",
    )
    db.execute(
        "create unique index keikutsertaan_once on keikutsertaan (kegiatan_id, role, orang_id)"
        " where deleted_at is null"
    )
    # A code of somebody taken off the list is never given to another: a slip may still be in a pocket.
    db.execute("create unique index keikutsertaan_code on keikutsertaan (kegiatan_id, code)")
    db.execute("create index keikutsertaan_of_orang on keikutsertaan (orang_id)")
    _table(
        db,
        "attendance",
        "session_id text not null references session (id),"
        " keikutsertaan_id text not null references keikutsertaan (id), status text not null,"
        " arrived_at text not null default '', left_at text, channel text not null default 'laptop'",
    )
    db.execute(
        "create unique index attendance_once on attendance (session_id, keikutsertaan_id)"
        " where deleted_at is null"
    )
    db.execute("create index attendance_of_person on attendance (keikutsertaan_id)")


def _quizzes(db: Connection) -> None:
    _table(db, "form", "sha256 text not null unique, body text not null")
    _table(
        db,
        "round",
        "kegiatan_id text not null references kegiatan (id), kind text not null,"
        " form_id text not null references form (id), seed integer not null,"
        " status text not null default 'siap', opened_at text not null default '',"
        " closed_at text not null default ''",
    )
    db.execute("create unique index round_once on round (kegiatan_id, kind) where deleted_at is null")
    _table(
        db,
        "attempt",
        "round_id text not null references round (id), kegiatan_id text not null references kegiatan (id),"
        " keikutsertaan_id text not null references keikutsertaan (id),"
        " form_id text not null references form (id), seed integer not null, shown_order text not null,"
        " channel text not null, device text not null, started_at text not null,"
        " submitted_at text not null default ''",
    )
    db.execute(
        "create unique index attempt_once on attempt (round_id, keikutsertaan_id) where deleted_at is null"
    )
    db.execute("create index attempt_of_kegiatan on attempt (kegiatan_id, round_id, id)")
    _table(
        db,
        "answer",
        "attempt_id text not null references attempt (id), question_id text not null, rev integer not null,"
        " value text not null, channel text not null, device text not null, answered_at text not null",
    )
    # Covering: the results of a kegiatan read this index alone, however many answers the file holds.
    db.execute("create unique index answer_revision on answer (attempt_id, question_id, rev, value)")
    db.execute("create unique index answer_once on answer (attempt_id, question_id, rev)")
    _refuse(db, "answer", "update", "answers are append-only")
    _refuse(db, "answer", "delete", "answers are append-only")
    _refuse(db, "form", "update", "a stored form never changes")


def _papers(db: Connection) -> None:
    _table(
        db,
        "signatory",
        "kegiatan_id text not null references kegiatan (id), position integer not null, "
        + _first("paper place prefix title_lines name pangkat id_kind id_number"),
    )
    db.execute("create index signatory_of_kegiatan on signatory (kegiatan_id, position)")
    _table(
        db,
        "certificate",
        "kegiatan_id text not null references kegiatan (id),"
        " keikutsertaan_id text not null references keikutsertaan (id), kind text not null,"
        " series text not null, sequence integer not null, number text not null, status text not null,"
        " record text not null, printed integer not null default 0",
    )
    db.execute("create unique index certificate_number on certificate (series, sequence)")
    db.execute(
        "create unique index certificate_once on certificate (keikutsertaan_id, kind) where status = 'terbit'"
    )
    db.execute("create index certificate_of_kegiatan on certificate (kegiatan_id, kind, sequence)")
    _refuse(db, "certificate", "update of record, series, sequence, number", "an issued number never changes")
    _refuse(db, "certificate", "delete", "an issued number is kept for ever")
    _table(
        db,
        "berkas",
        "sha256 text not null unique, size integer not null, media_type text not null,"
        " name text not null, purpose text not null",
    )


def _journal_and_rest(db: Connection) -> None:
    _table(
        db,
        "perubahan",
        "seq integer not null, change_id text not null, label text not null, kegiatan_id text not null,"
        " device text not null, table_name text not null, row_id text not null, before text, after text",
    )
    db.execute("create unique index perubahan_order on perubahan (seq)")
    db.execute("create index perubahan_of_kegiatan on perubahan (kegiatan_id, seq)")
    db.execute("create index perubahan_of_row on perubahan (row_id, seq)")
    _table(db, "setting", "key text not null unique, value text not null")
    _table(
        db,
        "teaching",
        "kegiatan_id text not null references kegiatan (id), module text not null, slide integer not null",
    )
    db.execute("create unique index teaching_once on teaching (kegiatan_id, module)")


def _0002(db: Connection) -> None:
    """Parts of a number that were always dots: classification and code of the office."""
    for column in ("classification", "office_code"):
        db.execute(f"alter table kegiatan add column {column} text not null default ''")


def _0003(db: Connection) -> None:
    """Two papers never bear one number, whichever series they belong to.

    Of doubles that an earlier build gave out, the oldest bears the number; no more are added to them.
    """
    from bimtek.domain.certificate_number import number_key  # no file of this build needs it

    db.execute("alter table certificate add column number_key text not null default ''")
    borne: set[str] = set()
    numbers = db.execute("select id, number from certificate order by created_at, sequence, id").fetchall()
    for row_id, number in numbers:
        if (key := number_key(number)) and key not in borne:
            borne.add(key)
            db.execute("update certificate set number_key = ? where id = ?", [key, row_id])
    db.execute(
        "create unique index certificate_number_key on certificate (number_key) where number_key <> ''"
    )
    db.execute("drop trigger certificate_update_refused")
    _refuse(
        db,
        "certificate",
        "update of record, series, sequence, number, number_key",
        "an issued number never changes",
    )


def _0004(db: Connection) -> None:
    """PDFs that a facilitator shows as slides; the files themselves are `berkas`."""
    _table(
        db,
        "own_slides",
        "kegiatan_id text not null references kegiatan (id), name text not null, sha256 text not null,"
        " pages integer not null",
    )
    db.execute("create unique index own_slides_once on own_slides (kegiatan_id, sha256)")


def _0005(db: Connection) -> None:
    """Which change an undo took back, and what was not finished when the window went away."""
    db.execute("alter table perubahan add column undoes text not null default ''")
    db.execute("create index perubahan_undone on perubahan (undoes) where undoes <> ''")
    _table(db, "unfinished", "key text not null unique, value text not null")


def _0006(db: Connection) -> None:
    """Numbers an organiser enters, and who reached which channel when (also one of the pack)."""
    _table(
        db,
        "channel",
        _first("service kind name value answered_by purpose not_for hours cost region"),
    )
    _table(
        db,
        "channel_call",
        "channel_id text not null, value text not null, on_day text not null, by_whom text not null",
    )
    db.execute("create index channel_call_of_channel on channel_call (channel_id, on_day)")


def _refuse(db: Connection, table: str, event: str, reason: str) -> None:
    name = f"{table}_{event.split()[0]}_refused"
    db.execute(f"create trigger {name} before {event} on {table} begin select raise(abort, '{reason}'); end")


Step = tuple[str, Callable[[Connection], None]]
STEPS: tuple[Step, ...] = (
    ("0001_one_day", _0001),
    ("0002_codes_of_the_office", _0002),
    ("0003_no_number_twice", _0003),
    ("0004_own_slides", _0004),
    ("0005_nothing_lost", _0005),
    ("0006_channels", _0006),
)


def applied(db: Connection) -> list[str]:
    """Names of the steps a file has taken, in their order; reads only."""
    if not db.execute("select 1 from sqlite_master where name = '_sqlite_migrations'").fetchone():
        return []
    sql = "select name from _sqlite_migrations where migration_set = ? order by rowid"
    return [name for (name,) in db.execute(sql, [SET])]


def pending(db: Connection) -> bool:
    """Whether a step is still to be taken; reads only."""
    return not {name for name, _step in STEPS} <= set(applied(db))


def apply(db: Connection, steps: Sequence[Step] | None = None) -> None:
    """Take those of the steps (all there are) that are missing, each in a transaction of its own."""
    if not pending(db):
        return
    # Only here: loading it would take as long as all the rest of opening the data file.
    import sqlite_utils
    from sqlite_utils.migrations import Migrations

    missing = Migrations(SET)
    for name, step in STEPS if steps is None else steps:
        missing(name=name)(_on(db, step))
    missing.apply(sqlite_utils.Database(db))


def _on(db: Connection, step: Callable[[Connection], None]) -> Callable[[object], None]:
    def take(_wrapped: object) -> None:
        step(db)

    return take

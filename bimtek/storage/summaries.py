"""Kegiatan at a glance: what a list and Beranda show of them, read without the rest."""

from datetime import date
from sqlite3 import Row
from typing import NamedTuple

from bimtek.domain.next_step import Standing
from bimtek.domain.place import Place
from bimtek.storage import codec
from bimtek.storage.connection import reads_row
from bimtek.storage.store import Store

PAGE = 100

# In the order of the index, and cut to a page before anybody is counted: many may begin on one day.
_PAGE = """
    with shown as materialized (
        select id, title, short, place, dates, sample, starts_on from kegiatan
        where deleted_at is null
            and (:first = 1 or (starts_on <= :date and (starts_on < :date or id > :id)))
        order by starts_on desc, id limit :n)
    select id, title, short, place, dates, sample,
        (select count(*) from keikutsertaan as i
         where i.kegiatan_id = shown.id and i.role = 'peserta' and i.deleted_at is null)
    from shown order by starts_on desc, id"""

_STANDING = """
    with
        peserta as (select id from keikutsertaan
                    where kegiatan_id = :k and role = 'peserta' and deleted_at is null),
        sesi as (select id, closed_at from session where kegiatan_id = :k and deleted_at is null),
        line as (select module from agenda where session_id in (select id from sesi) and deleted_at is null),
        modul as (select module from line where module <> ''
                  union select m.value from kegiatan as k, json_each(k.modules) as m where k.id = :k),
        test as (select id, kind, status from round where kegiatan_id = :k and deleted_at is null),
        handed_in as (select round_id from attempt where kegiatan_id = :k and deleted_at is null
                      and submitted_at <> '' and keikutsertaan_id in peserta)
    select dates,
        exists (select 1 from line) as has_agenda,
        (select count(*) from peserta) as participants,
        (select count(distinct keikutsertaan_id) from attendance where status = 'hadir'
         and deleted_at is null and session_id in (select id from sesi)
         and keikutsertaan_id in peserta) as present,
        (select count(*) from sesi) as sessions,
        (select count(*) from sesi where closed_at <> '') as sessions_closed,
        exists (select 1 from modul) as has_modules,
        exists (select 1 from teaching where kegiatan_id = :k and deleted_at is null and slide > 0
                and module in modul) as taught,
        coalesce((select status from test where kind = 'pre'), '') as pre,
        (select count(*) from handed_in join test on id = round_id where kind = 'pre') as pre_done,
        coalesce((select status from test where kind = 'post'), '') as post,
        (select count(*) from handed_in join test on id = round_id where kind = 'post') as post_done,
        (select count(distinct keikutsertaan_id) from certificate where kegiatan_id = :k
         and status = 'terbit' and keikutsertaan_id in peserta) as issued
    from kegiatan where id = :k and deleted_at is null"""


class KegiatanSummary(NamedTuple):
    """One line of the list of kegiatan: `dates` in order, how many peserta are on it."""

    id: str
    title: str
    short: str
    place: str
    dates: tuple[date, ...]
    sample: bool
    participants: int


class SummaryRepository:
    """Reads only; never decides anything."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, after: tuple[str, str] | None = None, limit: int = PAGE) -> list[KegiatanSummary]:
        """Newest first; `after` is the (first date, id) of the last line seen."""
        date_text, row_id = after or ("", "")
        found = self._store.db.execute(
            _PAGE, {"first": int(after is None), "date": date_text, "id": row_id, "n": limit}
        )
        return [_summary(*row) for row in found]

    def standing(self, kegiatan_id: str) -> Standing | None:
        """What was done so far in one kegiatan, counted; None when it was removed."""
        found = self._store.db.query(_STANDING, {"k": kegiatan_id}).fetchone()
        return None if found is None else _standing(found)


@reads_row
def _summary(
    kegiatan_id: str, title: str, short: str, place: str, dates: str, sample: int, participants: int
) -> KegiatanSummary:
    line, days = codec.load(Place, place).line, codec.load_list(date, dates)
    return KegiatanSummary(kegiatan_id, title, short, line, days, bool(sample), participants)


@reads_row
def _standing(row: Row) -> Standing:
    known = dict(row) | {name: bool(row[name]) for name in ("has_agenda", "has_modules", "taught")}
    return Standing(**known | {"dates": codec.load_list(date, row["dates"])})

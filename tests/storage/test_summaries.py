"""Kegiatan at a glance: paged whole, and counted as their parts say."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bimtek.domain.attendance import Mark, Status
from bimtek.domain.kegiatan import AgendaItem, Kegiatan
from bimtek.domain.place import Place
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.settings import TeachingRepository
from bimtek.storage.store import new_id
from bimtek.storage.summaries import SummaryRepository
from tests.storage.day import kegiatan_in, people_in

DAY = date(2027, 3, 5)
AULA = Place(hall="Aula", kabupaten="Blora")


@pytest.fixture
def summaries(store):
    return SummaryRepository(store)


def test_pages_show_every_kegiatan_once_newest_first(store, summaries):
    given = [
        Kegiatan(id=new_id(), title=f"K{n}", dates=(DAY + timedelta(days=n // 3),), place=AULA, sample=True)
        for n in range(25)
    ]
    given.append(Kegiatan(id=new_id(), title="Tanpa tanggal"))
    for one in given:
        KegiatanRepository(store).add(one, "dibuat").result()
    seen, after = [], None
    while page := summaries.page(after, limit=4):
        seen += page
        after = (min(page[-1].dates).isoformat() if page[-1].dates else "", page[-1].id)
    assert sorted(s.id for s in seen) == sorted(k.id for k in given)
    starts = [min(s.dates) if s.dates else date.min for s in seen]
    assert starts == sorted(starts, reverse=True)
    assert (seen[0].place, seen[0].sample, seen[0].participants) == ("Aula, Blora", True, 0)


def test_removed_kegiatan_is_on_no_page_and_stands_nowhere(store, summaries):
    made = kegiatan_in(store)
    people_in(store, 3)
    assert [(s.id, s.participants) for s in summaries.page()] == [("k", 3)]
    KegiatanRepository(store).remove(made.id, "hapus").result()
    assert (summaries.page(), summaries.standing("k")) == ([], None)


def test_a_kegiatan_with_nothing_in_it_counts_nothing(store, summaries):
    KegiatanRepository(store).add(Kegiatan(id="k", title="Bimtek"), "dibuat").result()
    found = summaries.standing("k")
    assert found.dates == ()
    assert not any((found.has_agenda, found.has_modules, found.taught, found.pre, found.post))
    assert (found.participants, found.present, found.sessions, found.pre_done, found.issued) == (0,) * 5


def test_only_what_belongs_to_the_kegiatan_and_was_not_removed_is_counted(store, summaries):
    made, other = kegiatan_in(store), kegiatan_in(store, "lain")
    people = people_in(store, 4)
    marks, repository = AttendanceRepository(store), PeopleRepository(store)
    for who, status in zip(people, (Status.HADIR, Status.HADIR, Status.ALPA, Status.HADIR), strict=True):
        mark = Mark(id="", session_id="k-pagi", participation_id=who.id, status=status)
        marks.put(mark, "", "absen", "k").result()
    for who in people_in(store, 2, "lain"):
        mark = Mark(id="", session_id="lain-pagi", participation_id=who.id, status=Status.HADIR)
        marks.put(mark, "", "absen", "lain").result()
    marks.clear("k-pagi", people[1].id, "batal", "k").result()
    repository.remove_participation(people[3], "hapus").result()
    KegiatanRepository(store).close_session("lain-pagi", other.id, "2027-03-05T05:00:00Z", "tutup").result()
    found = summaries.standing(made.id)
    assert (found.participants, found.present, found.sessions, found.sessions_closed) == (3, 1, 1, 0)
    assert summaries.standing(other.id).sessions_closed == 1


@pytest.mark.parametrize("of", ["agenda", "kegiatan"])
def test_teaching_has_begun_with_the_second_slide_of_a_module_it_names(store, summaries, of):
    made = kegiatan_in(store)
    line = AgendaItem(
        id="a", session_id="k-pagi", order=1, starts=time(8), ends=time(9), title="Materi", module="m"
    )
    changed = (
        replace(made, sessions=(replace(made.sessions[0], agenda=(line,)),))
        if of == "agenda"
        else replace(made, modules=("m",))
    )
    KegiatanRepository(store).replace_sessions(changed, "ubah").result()
    shown = TeachingRepository(store)
    told = []
    for module, slide in (("bukan", 4), ("m", 0), ("m", 1)):
        shown.put("k", module, slide, "salindia").result()
        found = summaries.standing("k")
        told.append((found.has_modules, found.taught))
    assert told == [(True, False), (True, False), (True, True)]

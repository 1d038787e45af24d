"""The sample: an invented village, loaded quickly, marked everywhere, counted nowhere, easily removed."""

import io
import time
from datetime import date, timedelta

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from bimtek.documents.base import Fix
from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import NumberRule
from bimtek.domain.people import Role
from bimtek.domain.quiz import TestKind
from bimtek.services import sample_day
from bimtek.services.overview import in_focus
from bimtek.services.planning import NewKegiatan

TODAY = date(2027, 3, 5)
INVENTED = ("contoh", "misal", "umpam", "andai", "reka", "fikti", "karangan", "peraga", "simula")
MUST_S = 2.0


@pytest.fixture
def sample(services):
    return services.sample.create()


def lines_of(data):
    """Lines of each page; the mark is one by itself, the name of the village never."""
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    return [page.get_textpage().get_text_bounded().splitlines() for page in document]


def headings_of(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python()[0][0].split(" – ") for name in book.sheet_names]


def planned(services, first_day=TODAY):
    return services.planning.create(NewKegiatan(title="Nyata", template="malam-desa", first_day=first_day))


def test_it_is_a_day_in_progress_with_24_people(services, sample):
    standing = services.overview.standing(sample.id)
    assert (sample.title, sample.dates, sample.sample) == ("Bimtek OCSEA – Desa Contoh", (TODAY,), True)
    assert (standing.participants, standing.present, standing.sessions_closed) == (24, 23, 2)
    assert (standing.pre, standing.pre_done) == ("tutup", 23)
    assert (standing.post, standing.post_done) == ("buka", 12)
    assert services.results.of_kegiatan(sample.id).gain.pairs == 12


def test_everybody_in_it_is_plainly_invented(services, sample):
    people = services.registration.of_kegiatan(sample.id)
    for person in [p.person for p in people]:
        assert any(part in person.name.full.lower() for part in INVENTED), person.name.full
        assert (person.phone, person.id_number) == ("", "")
    assert {p.person.desa for p in people if p.role is Role.PESERTA} == {"Contoh"}


def test_b9_48_it_loads_in_two_seconds_and_goes_in_one_action_and_comes_again(services):
    services.library.modules()  # Beranda has read them long before
    began = time.perf_counter()
    first = services.sample.create()
    assert time.perf_counter() - began < MUST_S * 2  # a shared machine; the row `contoh` of the bench tells
    assert services.sample.create() == first, "asked twice, there is still one"
    services.sample.remove()
    assert services.sample.find() is None
    assert services.overview.page() == []
    services.sample.remove()
    again = services.sample.create()
    assert again.id != first.id
    assert services.overview.standing(again.id).post_done == 12


def test_b9_48_every_paper_of_it_says_contoh_on_every_page(services, sample):
    services.certificates.issue(sample)
    seen = set()
    for offer in services.papers.offers(sample):
        data = services.papers.render(sample, offer.request)
        pages = lines_of(data) if offer.file_name.endswith(".pdf") else headings_of(data)
        assert all("CONTOH" in page for page in pages), offer.file_name
        seen.add(offer.request.key)
    assert {"daftar-hadir", "slip-kode", "lembar-soal", "kunci", "kartu", "sertifikat", "rekap-nilai"} <= seen
    assert all("CONTOH" in page for page in lines_of(services.sheets.plan_b(sample)))


def test_its_people_are_in_no_list_of_people_and_no_search(services, sample):
    assert services.registration.everybody() == []
    assert services.registration.search("siti") == []
    services.sample.remove()
    assert services.registration.everybody() == [], "nor afterwards"
    kegiatan = planned(services)
    who = services.registration.add_known(
        kegiatan.id, services.registration.of_kegiatan(sample.id, Role.PESERTA)[0].person
    )
    (listed,) = services.registration.everybody()
    assert (listed.person.id, listed.kegiatan_count) == (who.person.id, 1), "the sample counts for nothing"


def test_known_phones_are_those_of_real_people(services):
    blora = services.blora.plan()
    services.blora.import_people(blora)
    phones = [p.person.phone for p in services.registration.of_kegiatan(blora.id) if p.person.phone]
    assert phones
    assert services.registration.known_by_phone(phones) == {}


def test_it_never_takes_a_number_of_the_office(services, sample):
    for scope in ("tahun", "semua"):
        services.planning.set_numbers(
            services.planning.get(sample.id), NumberRule(scope=scope), NumberRule(scope=scope)
        ).result()
        given = services.certificates.issue(services.planning.get(sample.id))
        assert {c.series for c in given} == {f"sertifikat:{sample.id}"}


def test_its_numbers_stand_in_nobodys_way(services, sample):
    given = [c.number for c in services.certificates.issue(sample)]
    assert given
    services.sample.remove()
    again = services.sample.create()
    fixes = {problem.fix for problem in services.certificates.problems(again)}
    assert fixes == {Fix.SCORES}  # half of the post-test is left to be done
    assert [c.number for c in services.certificates.issue(again)] == given


def test_any_real_kegiatan_comes_before_it(services, sample):
    assert in_focus(services.overview.page(), TODAY).id == sample.id
    real = planned(services, TODAY - timedelta(days=40))
    assert in_focus(services.overview.page(), TODAY).id == real.id


def test_a_laptop_with_nothing_but_the_sample_needs_no_backup(services, sample):
    assert services.backup.list() == []
    assert next(c for c in services.readiness.checks() if c.key == "cadangan").ok
    planned(services)
    assert not next(c for c in services.readiness.checks() if c.key == "cadangan").ok


def test_a_sample_that_cannot_be_finished_leaves_nothing(services, monkeypatch):
    def broken(*_given):
        raise BimtekError("Modul ini rusak.")

    monkeypatch.setattr(sample_day.SampleDay, "run_tests", broken)
    with pytest.raises(BimtekError):
        services.sample.create()
    assert services.overview.page() == []


def test_a_copy_of_it_is_real_and_empty(services, sample):
    copy = services.planning.duplicate(sample.id, TODAY + timedelta(days=7), "Bimtek Desa Sungguhan")
    assert not copy.sample
    assert services.registration.of_kegiatan(copy.id) == []
    assert services.sample.find().id == sample.id
    assert services.quizzes.rounds(copy.id).get(TestKind.PRE) is None

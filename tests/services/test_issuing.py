"""Before a number is given out: what is missing and where; then only what was asked for is printed again."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bimtek.documents.base import Fix
from bimtek.domain.kegiatan import NumberRule
from bimtek.services.papers.request import PaperRequest
from bimtek.services.planning import NewKegiatan
from bimtek.services.registration import NewPerson


@pytest.fixture
def kegiatan(services):
    """The sample day with its attendance taken."""
    made = services.blora.open()
    services.blora.import_people(made)
    services.blora.take_attendance(made)
    return services.planning.get(made.id)


def fixes(services, kegiatan, **changed):
    return [problem.fix for problem in services.certificates.problems(replace(kegiatan, **changed))]


def test_a_kegiatan_that_is_ready_has_no_problem(services, kegiatan):
    assert services.certificates.problems(kegiatan) == []


@pytest.mark.parametrize(
    ("changed", "fix"),
    [
        ({"signatories": ()}, Fix.SIGNERS),
        ({"issue_city": ""}, Fix.ISSUE),
        ({"issued_on": date(2010, 1, 1)}, Fix.ISSUE),
        ({"sessions": ()}, Fix.AGENDA),
        ({"certificate_numbers": NumberRule(pattern="{urut}/{tidak_ada}")}, Fix.NUMBER),
        ({"statement_numbers": NumberRule(pattern="{")}, Fix.NUMBER),
    ],
)
def test_what_is_missing_names_the_field_that_mends_it(services, kegiatan, changed, fix):
    assert fixes(services, kegiatan, **changed) == [fix]


def test_b9_47_a_clock_that_went_back_stops_the_first_number(services, kegiatan, clock):
    clock.at -= timedelta(days=4000)
    assert fixes(services, kegiatan) == [Fix.CLOCK]


def test_certificates_can_be_looked_at_before_anybody_was_present(services):
    made = services.planning.create(
        NewKegiatan(title="Bimtek Desa", template="desa-1-hari", first_day=date(2027, 3, 5))
    )
    assert services.certificates.drafts(made) == []
    for name in ("Siti Aminah", "Budi Contoh"):
        services.registration.add(made.id, NewPerson(raw_name=name))
    drafts = services.certificates.drafts(made)
    assert [draft.name for draft in drafts] == ["Siti Aminah"]
    assert "…" in drafts[0].number
    assert drafts[0].sample


def test_only_the_named_papers_are_printed_again_under_their_number(services, kegiatan):
    issued = services.certificates.issue(kegiatan)
    chosen = next(c for c in issued if c.kind.value == "sertifikat")
    again = PaperRequest(key="sertifikat", only=(chosen.id,))
    named = services.certificates.valid(kegiatan.id, chosen.kind, (chosen.id,))
    assert [c.number for c in named] == [chosen.number]
    document = services.papers.document(kegiatan, again)
    assert [record.number for record in document.records] == [chosen.number]
    assert len(services.certificates.valid(kegiatan.id, chosen.kind)) > 1


def test_a_revoked_number_is_not_printed_again(services, kegiatan):
    issued = services.certificates.issue(kegiatan)
    services.certificates.revoke(issued[0], "Nama salah orang.").result()
    valid = services.certificates.valid(kegiatan.id, issued[0].kind)
    assert issued[0].number not in [c.number for c in valid]
    document = services.papers.document(kegiatan, PaperRequest(key=issued[0].kind.value))
    assert issued[0].number not in [record.number for record in document.records]


def test_papers_asked_for_at_the_same_time_are_each_right(services, kegiatan):
    request = PaperRequest(key="daftar-hadir")
    alone = services.papers.render(kegiatan, request)
    with ThreadPoolExecutor(4) as workers:
        together = list(workers.map(lambda _n: services.papers.render(kegiatan, request), range(8)))
    assert together == [alone] * 8

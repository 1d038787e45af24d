"""The law the modules rest on: a newer pack flags exactly what cites the norm it changes."""

import re

import pytest

from bimtek.domain.law_use import Part, Trouble
from bimtek.host.paths import asset

OCSEA = "memahami-ocsea"


def changed_pack(services, norm_id, status='status = "dicabut"\nberlaku_sampai = 2026-06-30'):
    """Put a newer UU TPKS into the data folder in which one norm no longer stands."""
    text = (
        (asset("hukum") / "tpks.toml")
        .read_text(encoding="utf-8")
        .replace('versi = "1.0.0"', 'versi = "1.1.0"')
    )
    head, found, tail = text.partition(f'id = "{norm_id}"\n')
    assert found
    folder = services.folder.laws
    folder.mkdir()
    tail = tail.replace('status = "berlaku"', status, 1)
    (folder / "tpks.toml").write_text(head + found + tail, encoding="utf-8")


def citing(services, place):
    """Ids of slides and questions whose files name a place, read without the reader under test."""
    module = services.library.module(OCSEA)
    slides = {slide.id for slide in module.slides if place in map(str, slide.references)}
    questions = {one.id for one in module.questions if place in map(str, one.references)}
    return slides, questions


def test_every_citation_of_the_shipped_modules_stands(services):
    coverage = services.laws.coverage()
    assert coverage.uses
    assert coverage.findings == ()
    assert services.laws.problems()[asset("hukum")] == []


@pytest.mark.parametrize("place", ["14/2", "23", "39/1"])
def test_a_changed_norm_flags_exactly_what_cites_it(services, place):
    norm_id = "tpks-" + place.replace("/", "-")
    changed_pack(services, norm_id)
    coverage = services.laws.coverage()
    slides, questions = citing(services, f"uu-12-2022/{place}")
    assert slides | questions
    expected = {(OCSEA, Part.SLIDE.value, key) for key in slides}
    expected |= {(OCSEA, Part.QUESTION.value, key) for key in questions}
    assert coverage.flagged == expected
    assert {(finding.trouble, finding.norm.id) for _use, finding in coverage.findings} == {
        (Trouble.LAPSED, norm_id)
    }


def test_an_unverified_norm_can_be_no_key(services):
    changed_pack(services, "tpks-23", 'status = "berlaku"')
    pack = services.folder.laws / "tpks.toml"
    head, found, tail = pack.read_text(encoding="utf-8").partition('id = "tpks-23"\n')
    tail = re.sub(r'kepastian = "\w+"', 'kepastian = "belum"\nsoal = "tidak"', tail, count=1)
    pack.write_text(head + found + tail, encoding="utf-8")
    assert services.laws.problems()[services.folder.laws] == []
    found = services.laws.coverage().findings
    assert {finding.trouble for _use, finding in found} == {Trouble.OPEN}
    assert any(use.scored for use, _finding in found)


def test_search_finds_by_citation_and_words_and_all_for_nothing(services):
    laws = services.laws
    assert laws.search("") == laws.book().norms
    assert laws.search("pasal 14 ayat 5 tpks")[0].id == "tpks-14-5"
    assert "ite-29" in [norm.id for norm in laws.search("perundungan")]
    assert laws.search("zzz") == ()


def test_search_follows_a_newer_pack(services):
    before = services.laws.search("pasal 23 tpks")
    changed_pack(services, "tpks-23")
    after = services.laws.search("pasal 23 tpks")
    assert [norm.status.value for norm in (before[0], after[0])] == ["berlaku", "dicabut"]


def test_a_norm_knows_where_it_is_taught(services):
    taught = services.laws.coverage().taught
    module = services.library.module(OCSEA)
    for use in taught["tpks-22"]:
        parts = module.slides if use.part is Part.SLIDE else module.questions
        assert parts[use.at].id == use.key
    assert "tpks-13" not in taught

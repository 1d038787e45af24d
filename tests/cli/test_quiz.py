"""`kuis nilai`: group figures for all, single people only behind the PIN."""

import pytest

from bimtek.app import build
from bimtek.domain.quiz import TestKind
from tests.services.day import people, planned
from tests.services.quiz_day import answer_all, best, every_kind, opened_round, use_module, wrong


@pytest.fixture
def tested(cli, services, monkeypatch):
    use_module(services, monkeypatch, every_kind())
    kegiatan = planned(services)
    one, other = people(services, kegiatan, 2)
    services.quizzes.prepare(kegiatan, seed=3)
    for kind, how in ((TestKind.PRE, wrong), (TestKind.POST, best)):
        answer_all(services, opened_round(services, kegiatan, kind), one, how)
    answer_all(services, services.quizzes.rounds(kegiatan.id)[TestKind.PRE], other, best)
    services.close()
    return kegiatan.id


def test_figures_for_a_program_are_those_of_the_pairs(cli, tested):
    assert cli.ok("kuis", "nilai", tested, "--json").json == {
        "pasangan": 1,
        "rata_pre": 0.0,
        "rata_post": 100.0,
        "n_gain": 1.0,
        "n_gain_rerata": 1.0,
        "orang": [],
    }


def test_said_in_words(cli, tested):
    said = cli.ok("kuis", "nilai", "OC-1").out
    assert "Rata-rata pre-test 0,0, post-test 100,0, dari 1 orang dengan dua nilai." in said
    assert "N-gain dari rata-rata 1,00 (tinggi)." in said
    assert "Peserta Contoh" not in said, "nobody's own score"


def test_single_people_are_shown_without_a_pin_where_none_is_set(cli, tested):
    said = cli.ok("kuis", "nilai", tested, "--perorangan").out
    assert "Peserta Contoh 1, S.Sos.: 0,0 → 100,0" in said
    assert "Peserta Contoh 2, S.Sos.: 100,0 → —" in said
    rows = cli.ok("kuis", "nilai", tested, "--perorangan", "--json").json["orang"]
    assert [(r["pre"], r["post"], r["n_gain"]) for r in rows] == [(0.0, 100.0, 1.0), (100.0, None, None)]


@pytest.mark.parametrize("json", [(), ("--json",)])
def test_single_people_need_the_pin_where_there_is_one(cli, tested, clock, monkeypatch, json):
    services = build(cli.data, clock)
    services.pin.set("2468")
    services.close()
    asked = []

    def answer(text, **kwargs):
        asked.append(kwargs.get("hide_input"))
        return given

    monkeypatch.setattr("click.prompt", answer)
    given = "1111"
    said = cli.refused("kuis", "nilai", tested, "--perorangan", *json)
    assert "PIN belum cocok." in said
    given = "2468"
    assert "Peserta Contoh 1" in cli.ok("kuis", "nilai", tested, "--perorangan", *json).out
    assert asked == [True, True]
    assert "Peserta" not in cli.ok("kuis", "nilai", tested, *json).out
    given = "1111"
    for _n in range(5):
        cli.refused("kuis", "nilai", tested, "--perorangan")
    given = "2468"
    assert "Tunggu setengah menit" in cli.refused("kuis", "nilai", tested, "--perorangan")


def test_nothing_answered_gives_no_figures_instead_of_zeros(cli, blora):
    told = cli.ok("kuis", "nilai", blora, "--json").json
    figures = ("rata_pre", "rata_post", "n_gain", "n_gain_rerata")
    assert told == {"pasangan": 0, "orang": [], **dict.fromkeys(figures)}
    assert "Belum ada peserta" in cli.ok("kuis", "nilai", blora).out


def test_unknown_kegiatan_is_named(cli):
    assert "Kegiatan “lain” tidak ada." in cli.refused("kuis", "nilai", "lain")

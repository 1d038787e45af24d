"""What a choice of modules comes to: JP against the template, and its pair of tests."""

from datetime import time

from bimtek.domain.kegiatan import ItemKind
from bimtek.domain.module import Blueprint, Module
from bimtek.domain.plan import PlannedItem, PlannedSession, Template
from bimtek.domain.proposal import propose

LINE = PlannedItem(time(8), time(9, 30), "Materi", ItemKind.MATERI, module="a")
TEMPLATE = Template("t", "T", "", 2, (PlannedSession(1, "Pagi", time(8), time(12), (LINE,)),))


def module(key, jp=2, aspects=()):
    return Module(id=key, version="1", title=key, jp=jp, blueprint=Blueprint(0, tuple(aspects)))


def test_jp_of_the_modules_is_measured_against_the_template():
    fitting, long = propose(TEMPLATE, [module("a")]), propose(TEMPLATE, [module("a"), module("b", 1)])
    assert (fitting.jp, fitting.template_jp, fitting.too_long) == (2, 2, False)
    assert (long.jp, long.too_long) == (3, True)


def test_a_module_no_line_teaches_is_named():
    assert [m.id for m in propose(TEMPLATE, [module("a"), module("b")]).loose] == ["b"]


def test_modules_without_a_blueprint_bring_no_test():
    found = propose(TEMPLATE, [module("a")])
    assert (found.items, bool(found.trouble)) == (0, False)
    assert propose(TEMPLATE, []).items == 0


def test_a_bank_too_small_for_its_pair_says_so():
    found = propose(TEMPLATE, [module("a", aspects=[("hukum", 3)])])
    assert found.items == 0
    assert "hukum" in str(found.trouble)

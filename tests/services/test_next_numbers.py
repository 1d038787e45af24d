"""No complete number stands on two papers of a data folder: seen before issuing, and held when it is not."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bimtek.documents.base import Fix
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.errors import RefusedError
from bimtek.domain.kegiatan import NumberRule
from bimtek.domain.people import Role
from bimtek.services.next_numbers import Due, number_problems
from bimtek.storage.certificates import CertificateRepository
from tests.services.day import attended, people, planned

FULL, PART = CertificateKind.SERTIFIKAT, CertificateKind.SURAT_KETERANGAN


def numbers(issued):
    return [c.number for c in issued]


def ready(services, title, whole=2, half=0, day=date(2027, 3, 5), **facts):
    """A kegiatan with people who were there all day, and some only in the morning."""
    kegiatan = planned(services, title, day)
    services.planning.update(replace(kegiatan, **facts)).result()
    who = people(services, kegiatan, whole + half)
    attended(services, kegiatan, who[:whole])
    attended(services, replace(kegiatan, sessions=kegiatan.sessions[:1]), who[whole:])
    return services.planning.get(kegiatan.id)


def said(services, kegiatan, **more):
    return [(str(p.message), p.fix, p.blocking) for p in services.certificates.problems(kegiatan, **more)]


def starting(services, kegiatan, fix, first):
    """The kegiatan with another first number, as somebody types it into the field that `fix` names."""
    field = {Fix.FIRST_NUMBER: "certificate_numbers", Fix.FIRST_STATEMENT: "statement_numbers"}[fix]
    changed = replace(kegiatan, **{field: replace(getattr(kegiatan, field), start=first)})
    services.planning.update(changed).result()
    return services.planning.get(kegiatan.id)


def test_kegiatan_with_the_same_code_is_told_which_number_is_taken_and_from_where_on_they_are_free(services):
    first = ready(services, "Bimtek Satu", whole=3)
    services.certificates.issue(first)
    second = ready(services, "Bimtek Dua")
    problem = (
        "Nomor 001/OC-1/III/2027 sudah dipakai kegiatan “Bimtek Satu”."
        " Mulai dari nomor 4, atau ganti kode atau polanya."
    )
    assert said(services, second) == [(problem, Fix.FIRST_NUMBER, True)]
    with pytest.raises(RefusedError) as refused:
        services.certificates.issue(second)
    assert problem in str(refused.value)
    assert "Belum ada nomor yang terpakai." in str(refused.value)
    assert services.certificates.register(second.id) == []
    mended = starting(services, second, Fix.FIRST_NUMBER, 4)
    assert said(services, mended) == []
    assert numbers(services.certificates.issue(mended)) == ["004/OC-1/III/2027", "005/OC-1/III/2027"]


@pytest.mark.parametrize("facts", [{"code": "OC-2"}, {"issued_on": date(2027, 4, 1)}])
def test_another_code_or_month_makes_other_numbers(services, facts):
    services.certificates.issue(ready(services, "Satu"))
    second = ready(services, "Dua", **facts)
    assert said(services, second) == []
    assert len(services.certificates.issue(second)) == 2


def test_statements_have_their_own_first_number_to_mend(services):
    services.certificates.issue(ready(services, "Satu", whole=0, half=2))
    second = ready(services, "Dua", whole=0, half=1)
    ((message, fix, blocking),) = said(services, second)
    assert "SK-001/OC-1/III/2027 sudah dipakai kegiatan “Satu”. Mulai dari nomor 3," in message
    assert (fix, blocking) == (Fix.FIRST_STATEMENT, True)
    issued = services.certificates.issue(starting(services, second, fix, 3))
    assert numbers(issued) == ["SK-003/OC-1/III/2027"]


@pytest.mark.parametrize("scope", ["tahun", "semua"])
def test_office_that_goes_on_over_kegiatan_is_not_stopped(services, scope):
    rules = {
        "certificate_numbers": NumberRule(pattern="{urut:3}/P3A/{thn}", scope=scope, start=7),
        "statement_numbers": NumberRule(pattern="SK-{urut:3}/P3A/{thn}", scope=scope),
    }
    found = []
    for title in ("Satu", "Dua", "Tiga"):
        kegiatan = ready(services, title, whole=2, half=1, **rules)
        assert said(services, kegiatan) == []
        found += numbers(services.certificates.issue(kegiatan))
    assert found == [
        *("007/P3A/2027", "008/P3A/2027", "SK-001/P3A/2027"),
        *("009/P3A/2027", "010/P3A/2027", "SK-002/P3A/2027"),
        *("011/P3A/2027", "012/P3A/2027", "SK-003/P3A/2027"),
    ]


def test_office_may_deal_out_one_series_by_hand(services):
    """A takes 1 to 2, B goes on from 3 before A is issued: each is told of nothing that is not so."""
    late, early = ready(services, "Satu"), ready(services, "Dua")
    early = starting(services, early, Fix.FIRST_NUMBER, 3)
    services.certificates.issue(early)
    assert said(services, late) == []
    assert numbers(services.certificates.issue(late)) == ["001/OC-1/III/2027", "002/OC-1/III/2027"]
    (one_more,) = people(services, late, 1)
    attended(services, late, [one_more])
    ((message, _fix, blocking),) = said(services, late)
    assert blocking
    assert "003/OC-1/III/2027 sudah dipakai kegiatan “Dua”. Mulai dari nomor 5," in message


def test_yearly_series_whose_pattern_forgets_the_year_is_stopped_in_the_second_year(services):
    rule = NumberRule(pattern="{urut:3}/{kode_kegiatan}", scope="tahun")
    services.certificates.issue(ready(services, "Satu", certificate_numbers=rule))
    second = ready(services, "Dua", day=date(2028, 3, 3), certificate_numbers=rule)
    ((message, fix, _blocking),) = said(services, second)
    assert "001/OC-1 sudah dipakai kegiatan “Satu”. Mulai dari nomor 3," in message
    assert fix is Fix.FIRST_NUMBER


def test_another_order_of_the_same_kegiatan_begins_with_no_number_again(services):
    kegiatan = ready(services, "Satu")
    services.certificates.issue(kegiatan)
    (late,) = people(services, kegiatan, 1)
    attended(services, kegiatan, [late])
    other = replace(kegiatan, certificate_numbers=replace(kegiatan.certificate_numbers, scope="semua"))
    ((message, _fix, blocking),) = said(services, other)
    assert blocking
    assert "001/OC-1/III/2027 sudah dipakai dokumen lain di kegiatan ini. Mulai dari nomor 3," in message


def test_one_pattern_for_both_kinds_stops_both_when_both_are_due(services):
    rule = NumberRule(pattern="{urut:3}/{thn}")
    kegiatan = ready(services, "Satu", whole=3, half=1, statement_numbers=rule, certificate_numbers=rule)
    ((message, fix, blocking),) = said(services, kegiatan)
    assert "001/2027 sudah dipakai dokumen lain yang akan terbit. Mulai dari nomor 4," in message
    assert (fix, blocking) == (Fix.FIRST_STATEMENT, True)
    issued = services.certificates.issue(starting(services, kegiatan, fix, 4))
    assert numbers(issued) == ["001/2027", "002/2027", "003/2027", "004/2027"]


@pytest.mark.parametrize(
    ("whole", "half", "fix"), [(2, 0, Fix.FIRST_STATEMENT), (0, 2, Fix.FIRST_NUMBER), (0, 0, None)]
)
def test_kind_that_nobody_is_due_yet_only_warns(services, whole, half, fix):
    rule = NumberRule(pattern="{urut:3}/{thn}")
    kegiatan = ready(
        services, "Satu", whole=whole, half=half, statement_numbers=rule, certificate_numbers=rule
    )
    ((_message, found, blocking),) = said(services, kegiatan)
    assert not blocking
    assert found is (fix or Fix.FIRST_STATEMENT)
    assert len(services.certificates.issue(kegiatan)) == whole + half


def test_missing_codes_are_named_and_their_dots_may_stand_twice(services):
    rule = NumberRule(pattern="{klasifikasi}/{urut}/{kode_instansi}/{kode_kegiatan}")
    for title in ("Satu", "Dua"):
        kegiatan = ready(services, title, code="", certificate_numbers=rule)
        assert said(services, kegiatan) == [
            (f"{what} belum diisi. Nomornya memuat titik-titik.", Fix.CODE, False)
            for what in ("Kode kegiatan", "Klasifikasi", "Kode instansi")
        ]
        assert numbers(services.certificates.issue(kegiatan)) == ["……/1/……/……", "……/2/……/……"]


def test_certificate_against_the_rule_takes_its_place_among_the_next_numbers(services):
    first = starting(services, ready(services, "Satu"), Fix.FIRST_NUMBER, 3)
    services.certificates.issue(first)
    second = ready(services, "Dua", whole=2, half=1)
    half = services.registration.of_kegiatan(second.id)[2]
    override = {half.id: "menyusul daring"}
    assert said(services, second) == []
    ((message, fix, blocking),) = said(services, second, override=override)
    assert "003/OC-1/III/2027" in message
    assert (fix, blocking) == (Fix.FIRST_NUMBER, True)
    with pytest.raises(RefusedError):
        services.certificates.issue(second, override=override)
    assert services.certificates.register(second.id) == []


def test_numbers_of_a_removed_kegiatan_stay_taken(services):
    first = ready(services, "Satu")
    services.certificates.issue(first)
    services.planning.remove(first.id).result()
    ((message, _fix, blocking),) = said(services, ready(services, "Dua"))
    assert blocking
    assert "“Satu”" in message


def test_next_number_is_the_one_the_next_paper_gets(services):
    kegiatan = ready(services, "Satu", whole=2)
    assert services.certificates.next_number(kegiatan, FULL) == "001/OC-1/III/2027"
    services.certificates.issue(kegiatan)
    assert services.certificates.next_number(kegiatan, FULL) == "003/OC-1/III/2027"
    assert services.certificates.next_number(kegiatan, PART) == "SK-001/OC-1/III/2027"


class Meanwhile(CertificateRepository):
    """A register in which something is given out between one look and the next."""

    def __init__(self, store, happens):
        super().__init__(store)
        self._happens = happens

    def next_sequence(self, series, first):
        found = super().next_sequence(series, first)
        with ThreadPoolExecutor(1) as other:
            other.submit(self._happens).result()
        return found


def test_numbers_given_out_while_they_are_looked_at_are_no_doubles(services):
    kegiatan = ready(services, "Satu")
    register = Meanwhile(services._store, lambda: services.certificates.issue(kegiatan))
    assert number_problems(register, kegiatan, [Due(FULL, Role.PESERTA)] * 2) == []
    assert len(services.certificates.register(kegiatan.id)) == 2


@pytest.mark.fault
def test_of_two_kegiatan_pressed_at_once_one_is_issued_whole_and_the_other_not_at_all(services, counted):
    for turn in range(counted(2, 20)):
        pair = [ready(services, title, whole=5, code=f"K{turn}") for title in ("Satu", "Dua")]

        def press(kegiatan):
            try:
                return services.certificates.issue(kegiatan)
            except RefusedError:
                return []

        with ThreadPoolExecutor(12) as pool:
            list(pool.map(press, pair * 6))
        registers = [services.certificates.register(kegiatan.id) for kegiatan in pair]
        assert sorted(map(len, registers)) == [0, 5]


PATTERNS = st.sampled_from(
    ["{urut}", "{urut:3}", "{urut}/{thn}", "{urut}/{kode_kegiatan}", "{urut:3}/{kode_kegiatan}/{peran}"]
)
RULES = st.builds(
    NumberRule,
    pattern=PATTERNS,
    start=st.integers(1, 12),
    scope=st.sampled_from(["kegiatan", "tahun", "semua"]),
)
PLANS = st.lists(st.tuples(RULES, RULES, st.sampled_from(["", "A", "a"])), min_size=2, max_size=3)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans=PLANS)
def test_what_is_foreseen_is_what_happens_and_the_first_number_that_is_named_is_free(services, plans):
    """Any rules, over a register that fills from one example to the next."""
    for certificates, statements, code in plans:
        rules = {"certificate_numbers": certificates, "statement_numbers": statements}
        kegiatan = ready(services, "Bimtek", whole=2, half=1, code=code, **rules)
        for _turn in range(4):
            blocking = [p for p in services.certificates.problems(kegiatan) if p.blocking]
            if not blocking:
                break
            with pytest.raises(RefusedError):
                services.certificates.issue(kegiatan)
            assert services.certificates.register(kegiatan.id) == []
            free = re.search(r"Mulai dari nomor (\d+)", str(blocking[0].message))
            kegiatan = starting(services, kegiatan, blocking[0].fix, int(free[1]))
        assert len(services.certificates.issue(kegiatan)) == 3
    every = [c.number.casefold() for c in services.certificates.search("", 10_000) if "…" not in c.number]
    assert len(set(every)) == len(every)

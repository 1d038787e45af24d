"""Numbers are given out once, in order, to those who deserve a paper; what was issued never changes."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bimtek.domain.attendance import Status
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.kegiatan import NumberRule, Signatory
from bimtek.domain.names import parse_name
from bimtek.domain.people import Role
from bimtek.services.registration import NewPerson
from tests.services.day import DAY, attended, people, planned

FULL, PART = CertificateKind.SERTIFIKAT, CertificateKind.SURAT_KETERANGAN


@pytest.fixture
def kegiatan(services):
    return planned(services)


@pytest.fixture
def present(services, kegiatan):
    """Four who were there all day, in list order."""
    who = people(services, kegiatan, 4)
    attended(services, kegiatan, who)
    return who


def only_morning(services, kegiatan, who):
    services.attendance.check_in(who, kegiatan.sessions[0].id, consent=True).result()


def numbers(issued):
    return [c.number for c in issued]


def of(issued, who):
    return [c for c in issued if c.participation_id == who.id]


def test_everybody_who_was_there_gets_a_number_in_list_order(services, kegiatan, present):
    issued = services.certificates.issue(kegiatan)
    assert [c.participation_id for c in issued] == [p.id for p in present]
    assert numbers(issued) == [f"{n:03d}/OC-1/III/2027" for n in (1, 2, 3, 4)]
    assert services.certificates.register(kegiatan.id) == issued


def test_issuing_again_gives_nothing_new(services, kegiatan, present):
    first = services.certificates.issue(kegiatan)
    assert services.certificates.issue(kegiatan) == first
    (late,) = people(services, kegiatan, 1)
    attended(services, kegiatan, [late])
    again = services.certificates.issue(kegiatan)
    assert numbers(again)[:4] == numbers(first)
    assert numbers(again)[4] == "005/OC-1/III/2027"


def test_part_of_the_day_gives_a_statement_with_a_number_of_its_own_series(services, kegiatan, present):
    (half,) = people(services, kegiatan, 1)
    only_morning(services, kegiatan, half)
    (statement,) = of(services.certificates.issue(kegiatan), half)
    assert (statement.kind, statement.number) == (PART, "SK-001/OC-1/III/2027")
    record = statement.record
    assert 0 < record.jp < record.of_jp == kegiatan.jp
    assert record.attendance == pytest.approx(record.jp / record.of_jp)
    assert record.reason == f"Kehadiran {record.jp} dari {record.of_jp} JP, di bawah syarat."


def test_absent_and_unmarked_people_get_nothing(services, kegiatan, present):
    absent, unmarked = people(services, kegiatan, 2)
    services.attendance.set_status(absent, kegiatan.sessions[0].id, Status.ALPA).result()
    issued = services.certificates.issue(kegiatan)
    assert of(issued, absent) == of(issued, unmarked) == []


def test_who_left_before_the_first_jp_gets_nothing_but_may_be_given_a_certificate_for_a_reason(
    services, kegiatan, present
):
    (early,) = people(services, kegiatan, 1)
    only_morning(services, kegiatan, early)
    mark = services.attendance.marks(kegiatan.id)[early.id][kegiatan.sessions[0].id]
    services.attendance.leave_early(early, mark, time(8, 15)).result()
    candidate = next(c for c in services.certificates.candidates(kegiatan) if c.participation.id == early.id)
    assert candidate.presence.seen
    assert str(candidate.eligibility.reason) == (
        f"Hadir 0 dari {kegiatan.jp} JP. Surat keterangan perlu paling sedikit 1 JP."
    )
    assert of(services.certificates.issue(kegiatan), early) == []
    (given,) = of(services.certificates.issue(kegiatan, override={early.id: "menyusul daring"}), early)
    assert (given.kind, given.record.reason) == (FULL, "menyusul daring")


def test_speakers_get_one_unless_they_were_marked_absent(services, kegiatan, present):
    came, absent = (
        services.registration.add(kegiatan.id, NewPerson(raw_name=name, topic="Hukum"), Role.NARASUMBER)
        for name in ("Kanit PPA", "Kepala Dinas")
    )
    services.attendance.set_status(absent, kegiatan.sessions[0].id, Status.IZIN).result()
    issued = services.certificates.issue(kegiatan)
    (given,) = of(issued, came)
    assert (given.record.role, given.record.topic, given.record.attendance) == ("narasumber", "Hukum", None)
    assert of(issued, absent) == []


def test_only_the_chosen_roles_are_issued(services, kegiatan, present):
    services.registration.add(kegiatan.id, NewPerson(raw_name="Kanit PPA"), Role.NARASUMBER)
    issued = services.certificates.issue(kegiatan, roles={Role.NARASUMBER})
    assert [c.record.role for c in issued] == ["narasumber"]


@pytest.mark.fault
def test_sixty_people_pressing_at_once_get_exactly_one_number_each(services, kegiatan):
    who = people(services, kegiatan, 60)
    attended(services, kegiatan, who)
    with ThreadPoolExecutor(60) as pool:
        found = list(pool.map(lambda _n: services.certificates.issue(kegiatan), range(60)))
    register = services.certificates.register(kegiatan.id)
    assert [c.sequence for c in register] == list(range(1, 61))
    assert {c.participation_id for c in register} == {p.id for p in who}
    assert len({c.number for c in register}) == 60
    assert all(sorted(numbers(batch)) == sorted(numbers(register)) for batch in found)


# --- taking back, and against the rule ----------------------------------------------------------


def test_revoked_number_stays_taken_and_a_new_one_is_given(services, kegiatan, present):
    issued = services.certificates.issue(kegiatan)
    services.certificates.revoke(issued[1], "nama salah").result()
    again = services.certificates.issue(kegiatan)
    (anew,) = of(again, present[1])
    assert anew.number == "005/OC-1/III/2027"
    old = next(c for c in services.certificates.register(kegiatan.id) if c.id == issued[1].id)
    assert (old.status, old.number, old.record) == ("batal", issued[1].number, issued[1].record)
    assert services.history.recent(kegiatan.id, 2)[1].label == f"Nomor {old.number} dibatalkan: nama salah"


@pytest.mark.parametrize("reason", ["", "  "])
def test_revoking_needs_a_reason(services, kegiatan, present, reason):
    issued = services.certificates.issue(kegiatan)
    with pytest.raises(RefusedError, match="Alasan"):
        services.certificates.revoke(issued[0], reason)
    assert services.certificates.register(kegiatan.id)[0].status == "terbit"


def test_override_gives_a_certificate_and_keeps_its_reason(services, kegiatan, present):
    half, absent = people(services, kegiatan, 2)
    only_morning(services, kegiatan, half)
    issued = services.certificates.issue(
        kegiatan, override={half.id: "menyusul daring", absent.id: "tugas kantor"}
    )
    for who, reason in ((half, "menyusul daring"), (absent, "tugas kantor")):
        (given,) = of(issued, who)
        assert (given.kind, given.record.reason) == (FULL, reason)


def test_who_holds_a_certificate_by_override_gets_no_statement_beside_it(services, kegiatan, present):
    half, absent = people(services, kegiatan, 2)
    only_morning(services, kegiatan, half)
    first = services.certificates.issue(kegiatan, override={half.id: "menyusul", absent.id: "tugas"})
    again = services.certificates.issue(kegiatan)
    assert {c.id for c in again} == {c.id for c in first}
    assert [c.kind for c in services.certificates.register(kegiatan.id)] == [FULL] * 6


def test_statement_given_first_stays_when_a_certificate_follows(services, kegiatan, present):
    (half,) = people(services, kegiatan, 1)
    only_morning(services, kegiatan, half)
    (statement,) = of(services.certificates.issue(kegiatan), half)
    (given,) = of(services.certificates.issue(kegiatan, override={half.id: "menyusul"}), half)
    assert (statement.kind, given.kind) == (PART, FULL)
    assert len(of(services.certificates.register(kegiatan.id), half)) == 2


def test_candidate_tells_what_somebody_holds(services, kegiatan, present):
    (half,) = people(services, kegiatan, 1)
    only_morning(services, kegiatan, half)
    before = {c.participation.id: c for c in services.certificates.candidates(kegiatan)}
    assert (before[half.id].lacks(), before[half.id].lacks("menyusul")) == (PART, FULL)
    services.certificates.issue(kegiatan, override={half.id: "menyusul"})
    found = {c.participation.id: c for c in services.certificates.candidates(kegiatan)}
    assert (found[half.id].deserves(), found[half.id].lacks()) == (FULL, None)
    assert found[half.id].holds is not None
    assert found[half.id].holds.kind is FULL
    assert found[present[0].id].holds.number == "001/OC-1/III/2027"


# --- what has to be right first -----------------------------------------------------------------


def stored(services, kegiatan, **facts):
    services.planning.update(replace(kegiatan, **facts)).result()
    return services.planning.get(kegiatan.id)


def refused(services, kegiatan, words):
    with pytest.raises(BimtekError, match=words) as caught:
        services.certificates.issue(kegiatan)
    assert services.certificates.register(kegiatan.id) == []
    return caught.value


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"issue_city": ""}, "Kota terbit"),
        ({"issued_on": DAY - timedelta(days=1)}, "mendahului kegiatan"),
        ({"issued_on": date(2010, 1, 1)}, "mendahului kegiatan"),
        ({"issued_on": DAY + timedelta(days=91)}, "terlalu jauh sesudah"),
        ({"issued_on": date(2038, 1, 19)}, "terlalu jauh sesudah"),
        ({"certificate_numbers": NumberRule(pattern="{nomor}/{thn}")}, "tidak dikenal"),
        ({"statement_numbers": NumberRule(pattern="{urut")}, "tidak dikenal"),
        ({"certificate_numbers": NumberRule(pattern="400.2/{thn}")}, "nomor urut"),
        ({"certificate_numbers": NumberRule(pattern="")}, "nomor urut"),
    ],
)
def test_what_is_missing_is_named_and_no_number_is_used(services, kegiatan, present, facts, words):
    changed = stored(services, kegiatan, **facts)
    error = refused(services, changed, words)
    assert "Belum ada nomor yang terpakai." in str(error)
    assert any(words in str(p.message) for p in services.certificates.problems(changed))


@pytest.mark.parametrize("days", [0, 1, 90])
def test_date_within_the_kegiatan_or_shortly_after_is_good(services, kegiatan, present, days):
    changed = stored(services, kegiatan, issued_on=DAY + timedelta(days=days))
    assert {c.record.issued_on for c in services.certificates.issue(changed)} == {DAY + timedelta(days=days)}


@pytest.mark.parametrize("pattern", ["400.2/……/2027", "400.2/....../2027", "400.2/…/2027"])
def test_office_that_writes_its_own_numbers_may_leave_dots(services, kegiatan, present, pattern):
    changed = stored(services, kegiatan, certificate_numbers=NumberRule(pattern=pattern))
    assert numbers(services.certificates.issue(changed)) == [pattern] * 4


def test_missing_signer_is_named(services, kegiatan, present):
    services.planning.set_signatories(kegiatan, []).result()
    refused(services, services.planning.get(kegiatan.id), "Penandatangan")


def test_kegiatan_without_dates_is_named(services, kegiatan):
    problems = services.certificates.problems(replace(kegiatan, dates=(), issued_on=None))
    assert [str(p.message) for p in problems] == ["Tanggal kegiatan belum diisi."]


def test_agenda_without_jp_is_named(services, kegiatan, present):
    empty = [replace(s, agenda=()) for s in kegiatan.sessions]
    services.planning.set_sessions(kegiatan, empty).result()
    refused(services, services.planning.get(kegiatan.id), "belum memuat JP")


@pytest.mark.parametrize(
    "now",
    [datetime(2010, 1, 1, tzinfo=UTC), datetime(2038, 1, 19, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)],
)
def test_clock_that_cannot_be_right_stops_the_first_number_until_somebody_confirms(
    services, kegiatan, present, clock, now
):
    services.safe_clock.note()
    clock.at = now
    refused(services, kegiatan, "Jam laptop ini tampaknya salah")
    services.safe_clock.confirm()
    issued = services.certificates.issue(kegiatan)
    assert {c.record.issued_on for c in issued} == {DAY}, "dates are the kegiatan's, never the clock's"
    assert all("2027" in number for number in numbers(issued))


@pytest.mark.parametrize(
    "jump", [timedelta(hours=6), timedelta(hours=-6), timedelta(days=1), timedelta(days=-1)]
)
def test_clock_that_may_be_right_stops_nothing(services, kegiatan, present, clock, jump):
    services.safe_clock.note()
    clock.at += jump
    assert len(services.certificates.issue(kegiatan)) == 4


# --- the record ---------------------------------------------------------------------------------


def test_record_says_what_the_kegiatan_said_then_whatever_changes_later(services, kegiatan, present):
    before = services.certificates.issue(kegiatan)
    who = services.registration.get(present[0].id)
    services.registration.update_person(who, replace(who.person, name=parse_name("Nama Lain, S.H."))).result()
    changed = stored(
        services,
        kegiatan,
        title="Judul lain",
        issue_city="Jepon",
        certificate_numbers=NumberRule(pattern="{urut}"),
    )
    services.planning.set_signatories(changed, [Signatory(name="Orang Lain")]).result()
    services.attendance.clear(present[0], kegiatan.sessions[0].id).result()
    assert services.certificates.register(kegiatan.id) == before
    record = before[0].record
    assert (record.name, record.back_title) == ("Peserta Contoh 1", "S.Sos.")
    assert (record.kegiatan_title, record.issue_city) == ("Bimtek OCSEA", "Blora")
    assert [s.name for s in record.signers] == ["Budi Contoh"]


def test_record_holds_the_facts_of_the_day(services, kegiatan, present):
    record = services.certificates.issue(kegiatan)[0].record
    assert (record.dates, record.place, record.organiser) == (
        kegiatan.dates,
        "Aula Contoh, Kabupaten Blora",
        "Dinsos",
    )
    assert (record.jp, record.of_jp, record.attendance) == (kegiatan.jp, kegiatan.jp, 1.0)
    assert sum(row.jp for row in record.materi) == record.jp, "Daftar Materi adds up"
    assert all(row.jp for row in record.materi)
    assert (record.sample, record.reason) == (False, "")


def test_human_codes_differ_and_hold_no_letters_that_look_alike(services, kegiatan):
    who = people(services, kegiatan, 30)
    attended(services, kegiatan, who)
    codes = [c.record.code for c in services.certificates.issue(kegiatan)]
    assert len(set(codes)) == 30
    assert all(len(code) == 9 and code[4] == "-" and not set(code) & set("01IO") for code in codes)


def test_leaving_early_below_the_threshold_gives_a_statement_with_what_was_earned(
    services, kegiatan, present
):
    session = kegiatan.sessions[-1]
    mark = services.attendance.marks(kegiatan.id)[present[0].id][session.id]
    services.attendance.leave_early(present[0], mark, time(13, 1)).result()
    (given,) = of(services.certificates.issue(kegiatan), present[0])
    assert given.kind is PART
    assert given.record.jp == services.attendance.presence_of_all(kegiatan)[present[0].id].jp


def test_series_of_a_year_runs_on_over_kegiatan(services):
    rule = NumberRule(pattern="{urut:3}/{thn}", scope="tahun", start=12)
    found = []
    for title in ("Satu", "Dua"):
        kegiatan = stored(services, planned(services, title), certificate_numbers=rule)
        attended(services, kegiatan, people(services, kegiatan, 2))
        found += numbers(services.certificates.issue(kegiatan))
    assert found == ["012/2027", "013/2027", "014/2027", "015/2027"]


def test_drafts_show_dots_are_marked_and_take_no_number(services, kegiatan, present):
    drafts = services.certificates.drafts(kegiatan)
    assert {(d.number, d.sample) for d in drafts} == {("……/OC-1/III/2027", True)}
    assert len(drafts) == 4
    assert services.certificates.register(kegiatan.id) == []


def test_drafts_carry_the_date_that_was_set(services, kegiatan, present):
    changed = stored(services, kegiatan, issued_on=DAY + timedelta(days=40))
    assert {(d.number, d.issued_on) for d in services.certificates.drafts(changed)} == {
        ("……/OC-1/IV/2027", DAY + timedelta(days=40))
    }


@pytest.mark.parametrize(
    ("facts", "position"),
    [
        ({"jabatan": "Kasi", "instansi": "Pemdes Contoh", "desa": "Contoh"}, "Kasi, Pemdes Contoh"),
        ({"jabatan": "Kader", "desa": "Contoh"}, "Kader, Contoh"),
        ({"instansi": "Dinsos"}, "Dinsos"),
        ({}, ""),
    ],
)
def test_record_says_post_and_office_or_village(services, kegiatan, facts, position):
    who = services.registration.add(kegiatan.id, NewPerson(raw_name="Siti", **facts))
    attended(services, kegiatan, [who])
    assert services.certificates.issue(kegiatan)[0].record.position == position


def test_printing_is_counted_and_the_number_stays(services, kegiatan, present):
    issued = services.certificates.issue(kegiatan)
    assert services.certificates.count_printed([]) is None
    services.certificates.count_printed(issued[:2]).result()
    assert [c.printed for c in services.certificates.register(kegiatan.id)] == [1, 1, 0, 0]
    assert numbers(services.certificates.register(kegiatan.id)) == numbers(issued)


def test_history_says_how_many_numbers_of_which_kind_were_given(services, kegiatan, present):
    (half,) = people(services, kegiatan, 1)
    only_morning(services, kegiatan, half)
    services.certificates.issue(kegiatan)
    assert services.history.recent(kegiatan.id, 1)[0].label == "5 nomor diterbitkan"
    services.certificates.issue(kegiatan)
    assert services.history.recent(kegiatan.id, 1)[0].label == "5 nomor diterbitkan"

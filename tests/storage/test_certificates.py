"""The register: numbers run on, are never given twice, and nothing in it is ever rewritten."""

import contextlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bimtek.domain.certificate import CertificateKind, CertificateRecord
from bimtek.domain.certificate_number import number_text, rule_of, scope_key
from bimtek.domain.errors import DocumentError, RefusedError
from bimtek.domain.kegiatan import Kegiatan, NumberRule
from bimtek.domain.people import Role
from bimtek.domain.text import _
from bimtek.storage.certificates import Bearer, CertificateRepository, Wanted
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.store import Store
from tests.counts import sampled
from tests.storage.day import kegiatan_in, people_in

FULL, PART = CertificateKind.SERTIFIKAT, CertificateKind.SURAT_KETERANGAN
DRAFT = CertificateRecord(
    kind=FULL, number="", code="AAAA-BBBB", role="peserta", front_title="", name="Siti", back_title="",
    position="", kegiatan_title="Bimtek", organiser="", partners=("A",), dates=(date(2027, 3, 5),), place="",
    jp=8, of_jp=8, topic="", issue_city="Blora", issued_on=date(2027, 3, 5), signers=(), materi=(),
)  # fmt: skip


@pytest.fixture
def people(store):
    kegiatan_in(store)
    return people_in(store, 5)


@pytest.fixture
def certificates(store):
    return CertificateRepository(store)


def wanted(who, kind=FULL, series="", first=1, complete=None):
    before = "" if kind is FULL else "SK-"

    def plain(sequence):
        return replace(DRAFT, kind=kind, number=f"{before}{sequence:03d}")

    return Wanted(who.id, kind, series or f"{kind}:k", first, complete or plain)


def issue(certificates, *items):
    return certificates.issue(list(items), "k", "terbit").result()


def test_numbers_run_in_the_order_of_the_batch(certificates, people):
    made = issue(certificates, *map(wanted, people))
    assert [(c.participation_id, c.sequence, c.number) for c in made] == [
        (p.id, n, f"{n:03d}") for n, p in enumerate(people, start=1)
    ]
    assert certificates.register("k") == made


def test_asking_again_hands_back_what_there_is(certificates, people):
    first = issue(certificates, *map(wanted, people[:3]))
    again = issue(certificates, *map(wanted, people))
    assert again[:3] == first
    assert [c.sequence for c in again] == [1, 2, 3, 4, 5]


def test_two_kinds_have_series_of_their_own(certificates, people):
    both = issue(certificates, wanted(people[0]), wanted(people[1], PART), wanted(people[1]))
    assert [(c.kind, c.sequence) for c in both] == [(FULL, 1), (PART, 1), (FULL, 2)]


def test_start_number_counts_once_and_lowering_it_later_gives_no_number_twice(certificates, people):
    assert [c.sequence for c in issue(certificates, *(wanted(p, first=50) for p in people[:2]))] == [50, 51]
    assert [c.sequence for c in issue(certificates, wanted(people[2], first=1))] == [52]
    assert [c.sequence for c in issue(certificates, wanted(people[3], first=90))] == [90]


def test_series_over_several_kegiatan_runs_on(certificates, people, store):
    kegiatan_in(store, "k2")
    (other,) = people_in(store, 1, "k2")
    issue(certificates, wanted(people[0], series="tahun:2027"))
    second = certificates.issue([wanted(other, series="tahun:2027")], "k2", "terbit").result()
    assert second[0].sequence == 2
    assert [c.sequence for c in certificates.register("k")] == [1]


def test_revoked_number_stays_taken_and_the_person_gets_another(certificates, people):
    first = issue(certificates, *map(wanted, people[:2]))
    certificates.revoke(first[1], "batal").result()
    anew = issue(certificates, wanted(people[1]))
    assert [c.sequence for c in anew] == [3]
    assert [(c.sequence, c.status) for c in certificates.register("k")] == [
        (1, "terbit"),
        (2, "batal"),
        (3, "terbit"),
    ]


def test_one_that_cannot_be_made_takes_back_the_whole_batch(certificates, people):
    def broken(number):
        raise DocumentError(_("Pola nomor salah."))

    with pytest.raises(DocumentError):
        issue(certificates, wanted(people[0]), wanted(people[1], complete=broken))
    assert certificates.register("k") == []
    assert [c.sequence for c in issue(certificates, wanted(people[2]))] == [1], "no gap either"


def numbered(who, text, kind=FULL, series=""):
    """One paper whose number is `text` with the sequence in it."""
    return wanted(
        who, kind, series, complete=lambda n: replace(DRAFT, kind=kind, number=text.format(n=f"{n:03d}"))
    )


@pytest.mark.parametrize("text", ["{n}/OC/2027", "{n}/oc/2027", "{n} / OC / 2027 ", "{n}/OC/\u200b2027"])
def test_number_of_another_series_is_refused_and_nothing_of_the_batch_is_issued(
    certificates, people, store, text
):
    kegiatan_in(store, "k2")
    others = people_in(store, 3, "k2")
    first = issue(certificates, numbered(people[0], "{n}/OC/2027"))
    batch = [numbered(others[0], "{n}/LAIN/2027", series="lain"), numbered(others[1], text, series="k2")]
    with pytest.raises(RefusedError) as refused:
        certificates.issue(batch, "k2", "terbit").result()
    assert "sudah dipakai kegiatan “Bimtek”. Tidak ada nomor yang terbit." in str(refused.value)
    assert (certificates.register("k"), certificates.register("k2")) == (first, [])
    anew = certificates.issue([numbered(others[0], "{n}/LAIN/2027", series="lain")], "k2", "terbit").result()
    assert [c.sequence for c in anew] == [1], "no gap either"


def test_certificate_and_statement_never_bear_one_number(certificates, people):
    with pytest.raises(RefusedError):
        issue(certificates, numbered(people[0], "{n}"), numbered(people[1], "{n}", PART))
    assert certificates.register("k") == []


def test_void_number_is_taken_for_every_series(certificates, people):
    (void,) = issue(certificates, numbered(people[0], "{n}/OC"))
    certificates.revoke(void, "batal").result()
    with pytest.raises(RefusedError):
        issue(certificates, numbered(people[1], "{n}/OC", series="lain"))


@pytest.mark.parametrize("text", ["400.2/……/2027", "{n}/……/2027", "{n}/.../2027"])
def test_number_with_dots_may_stand_twice_for_the_office_completes_it(certificates, people, text):
    made = issue(certificates, *(numbered(p, text, series=f"s{n}") for n, p in enumerate(people)))
    assert {c.number for c in made} == {text.format(n="001")}


def test_bearers_are_told_for_the_numbers_that_are_taken(certificates, people):
    issue(certificates, numbered(people[0], "{n}/OC"), numbered(people[1], "{n}/OC"))
    assert certificates.bearers(["001/oc", "003/oc", ""]) == {"001/oc": Bearer("k", "Bimtek")}
    assert certificates.next_sequence("sertifikat:k", 1) == 3
    assert certificates.next_sequence("sertifikat:k", 9) == 9
    assert certificates.next_sequence("lain", 4) == 4


def test_bearer_is_called_by_its_short_name_or_by_the_beginning_of_a_long_title(certificates, people, store):
    issue(certificates, numbered(people[0], "{n}/OC"))
    kegiatan = KegiatanRepository(store)
    long = replace(kegiatan.get("k"), title="Bimbingan Teknis " + "Integrasi Layanan " * 10)
    kegiatan.update(long, "ubah").result()
    name = certificates.bearers(["001/oc"])["001/oc"].kegiatan
    assert name.startswith("Bimbingan Teknis Integrasi")
    assert (name[-1], len(name) <= 60) == ("…", True)
    kegiatan.update(replace(long, short="OCSEA Blora"), "ubah").result()
    assert certificates.bearers(["001/oc"])["001/oc"].kegiatan == "OCSEA Blora"


def test_what_is_read_in_a_snapshot_is_of_one_moment(certificates, people):
    with certificates.snapshot():
        assert certificates.next_sequence("sertifikat:k", 1) == 1
        issue(certificates, numbered(people[0], "{n}/OC"))
        assert certificates.next_sequence("sertifikat:k", 1) == 1
        assert certificates.bearers(["001/oc"]) == {}
    assert certificates.next_sequence("sertifikat:k", 1) == 2


PIECES = st.sampled_from(
    ["{urut}", "{urut:3}", "{kode_kegiatan}", "{peran}", "{thn}", "/", "SK-", "sk-", " "]
)
PATTERNS = st.lists(PIECES, max_size=4).map("".join).map(lambda text: "{urut}" + text)
RULES = st.builds(
    NumberRule,
    pattern=PATTERNS | st.sampled_from(["{urut}/{kode_kegiatan}", "{urut}/{kode_kegiatan}/…"]),
    start=st.integers(1, 4),
    scope=st.sampled_from(["kegiatan", "tahun", "semua"]),
)
KEGIATAN = st.builds(
    Kegiatan,
    id=st.sampled_from(["k", "k2", "k3"]),
    title=st.just("Bimtek"),
    code=st.sampled_from(["", "OC", "oc", "1"]),
    issued_on=st.sampled_from([date(2027, 3, 5), date(2028, 3, 5)]),
    certificate_numbers=RULES,
    statement_numbers=RULES,
)
PAPERS = st.lists(st.tuples(st.sampled_from(CertificateKind), st.sampled_from(Role)), min_size=1, max_size=4)


@settings(
    max_examples=sampled(20, 200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(batches=st.lists(st.tuples(KEGIATAN, PAPERS), min_size=2, max_size=6))
def test_whatever_the_rules_no_complete_number_ever_stands_on_two_papers(tmp_path_factory, batches):
    """Any patterns, codes, scopes and first numbers: a batch is issued whole, or refused whole."""
    store = Store(tmp_path_factory.mktemp("register") / "bimtek.db")
    with contextlib.closing(store):
        register = CertificateRepository(store)
        people = {}
        for id_ in ("k", "k2", "k3"):
            kegiatan_in(store, id_)
            people[id_] = iter(people_in(store, 24, id_))
        expected = 0
        for kegiatan, papers in batches:
            batch = [
                Wanted(
                    next(people[kegiatan.id]).id,
                    kind,
                    scope_key(kegiatan, kind),
                    rule_of(kegiatan, kind).start,
                    lambda n, k=kegiatan, kind=kind, role=role: replace(
                        DRAFT, kind=kind, number=number_text(k, kind, n, role)
                    ),
                )
                for kind, role in papers
            ]
            with contextlib.suppress(RefusedError):
                expected += len(register.issue(batch, kegiatan.id, "terbit").result())
            numbers = [c.number for id_ in people for c in register.register(id_)]
            assert len(numbers) == expected
            shown = ["".join(n.split()).casefold() for n in numbers if "…" not in n]
            assert len(set(shown)) == len(shown)


@pytest.mark.fault
def test_sixty_threads_give_each_person_one_number(certificates, people):
    with ThreadPoolExecutor(60) as pool:
        batches = [list(map(wanted, people[n % 5 :] + people[: n % 5])) for n in range(60)]
        found = list(pool.map(lambda batch: issue(certificates, *batch), batches))
    register = certificates.register("k")
    assert sorted(c.sequence for c in register) == [1, 2, 3, 4, 5]
    assert {c.participation_id for c in register} == {p.id for p in people}
    assert all({c.id for c in batch} == {c.id for c in register} for batch in found)


def test_printing_is_counted_and_changes_nothing_else(certificates, people):
    made = issue(certificates, *map(wanted, people[:2]))
    for _n in range(2):
        certificates.count_printed([made[0].id], "k", "cetak").result()
    assert certificates.register("k") == [replace(made[0], printed=2), made[1]]


@pytest.mark.parametrize(
    "sql",
    [
        "update certificate set record = '{}'",
        "update certificate set number = '001'",
        "update certificate set sequence = 9",
        "update certificate set series = 'lain'",
        "update certificate set number_key = ''",
        "delete from certificate",
        "insert or replace into certificate select * from certificate",
    ],
)
def test_issued_number_cannot_be_rewritten_even_by_sql(certificates, people, store, sql):
    made = issue(certificates, wanted(people[0]))
    with pytest.raises(sqlite3.IntegrityError):
        store.write("curang", lambda db: db.execute(sql))
    assert certificates.register("k") == made


@pytest.mark.parametrize("verb", ["insert", "insert or replace", "insert or ignore"])
def test_number_is_held_once_even_against_sql(certificates, people, store, verb):
    """The file itself refuses a second paper with a number, whoever writes it."""
    made = issue(certificates, numbered(people[0], "{n}/OC"))
    columns = "kegiatan_id, kind, status, record, number, number_key, created_at, changed_at"
    sql = (
        f"{verb} into certificate (id, keikutsertaan_id, series, sequence, {columns})"
        f" select 'x', '{people[1].id}', 'lain', 1, {columns} from certificate"
    )
    with contextlib.suppress(sqlite3.IntegrityError):
        store.write("curang", lambda db: db.execute(sql))
    assert certificates.register("k") == made

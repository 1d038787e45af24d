"""The register: numbers run on, are never given twice, and nothing in it is ever rewritten."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from bimtek.domain.certificate import CertificateKind, CertificateRecord
from bimtek.domain.errors import DocumentError
from bimtek.domain.text import _
from bimtek.storage.certificates import CertificateRepository, Wanted
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
    series = series or f"{kind}:k"
    return Wanted(
        who.id, kind, series, first, complete or (lambda n: replace(DRAFT, kind=kind, number=f"{n:03d}"))
    )


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
        "delete from certificate",
        "insert or replace into certificate select * from certificate",
    ],
)
def test_issued_number_cannot_be_rewritten_even_by_sql(certificates, people, store, sql):
    made = issue(certificates, wanted(people[0]))
    with pytest.raises(sqlite3.IntegrityError):
        store.write("curang", lambda db: db.conn.execute(sql))
    assert certificates.register("k") == made

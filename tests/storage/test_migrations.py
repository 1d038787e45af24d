"""A data file of an earlier build is brought up to date with everything in it, and a copy is kept."""

import contextlib
import sqlite3

import pytest

from bimtek.domain.channels import Channel, ChannelKind, LocalService
from bimtek.storage import migrations
from bimtek.storage.certificates import Bearer, CertificateRepository
from bimtek.storage.channels import ChannelRepository
from bimtek.storage.connection import open_writer
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.store import Store

AT = "2027-03-05T01:30:00.000000Z"


@pytest.fixture
def old(tmp_path):
    """The connection to a file as the first build left it, with one kegiatan in it."""
    path = tmp_path / "bimtek.db"
    with contextlib.closing(open_writer(path)) as conn:
        migrations.apply(conn, migrations.STEPS[:1])
        conn.execute(
            "insert into kegiatan (id, title, code, zone, created_at, changed_at)"
            " values ('k', 'Bimtek', 'OC', 'WIB', ?, ?)",
            [AT, AT],
        )
        yield conn


def opened(tmp_path):
    return contextlib.closing(Store(tmp_path / "bimtek.db"))


def test_kegiatan_of_an_earlier_build_has_no_codes_of_the_office_yet(old, tmp_path):
    with opened(tmp_path) as store:
        found = KegiatanRepository(store).get("k")
    assert (found.title, found.code, found.classification, found.office_code) == ("Bimtek", "OC", "", "")
    assert (tmp_path / "cadangan" / "sebelum-migrasi-0001.db").exists()


def test_an_earlier_build_has_no_channels_yet_and_can_take_some(old, tmp_path):
    entry = Channel(id="a", name="UPTD", kind=ChannelKind.PHONE, value="0000", service=LocalService.UPTD_PPA)
    with opened(tmp_path) as store:
        channels = ChannelRepository(store)
        assert (channels.own(), channels.calls()) == ((), ())
        channels.put(entry, "baru", "ubah").result()
        assert channels.own() == (entry,)
        assert KegiatanRepository(store).get("k").title == "Bimtek"


def test_doubles_of_an_earlier_build_stay_and_no_more_are_added(old, tmp_path):
    """The oldest bears the number; what was printed is not rewritten."""
    _person(old)
    for order, (row_id, number, status) in enumerate(
        [
            ("a", "001/OC", "batal"),
            ("b", "001/oc", "batal"),
            ("c", "002/……", "batal"),
            ("d", "002/……", "terbit"),
        ]
    ):
        old.execute(
            "insert into certificate (id, kegiatan_id, keikutsertaan_id, kind, series, sequence, number,"
            " status, record, created_at, changed_at)"
            " values (?, 'k', 'p', 'sertifikat', ?, 1, ?, ?, '{}', ?, '')",
            [row_id, f"s{order}", number, status, f"2027-03-05T01:0{order}"],
        )
    with opened(tmp_path) as store:
        found = store.db.execute("select id, number, number_key from certificate order by id").fetchall()
        assert found == [
            ("a", "001/OC", "001/oc"),
            ("b", "001/oc", ""),
            ("c", "002/……", ""),
            ("d", "002/……", ""),
        ]
        assert CertificateRepository(store).bearers(["001/oc"]) == {"001/oc": Bearer("k", "Bimtek")}
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            store.write("curang", lambda db: db.execute("update certificate set number_key = 'x'"))


def _person(conn):
    conn.execute("insert into orang (id, name, created_at, changed_at) values ('o', 'Siti', ?, ?)", [AT, AT])
    conn.execute(
        "insert into keikutsertaan (id, kegiatan_id, orang_id, role, code, position, created_at, changed_at)"
        " values ('p', 'k', 'o', 'peserta', 'AAAA', 1, ?, ?)",
        [AT, AT],
    )

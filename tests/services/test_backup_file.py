"""A `.btkbak` from outside is refused when it is anything but what we write, in time and in space."""

import hashlib
import io
import random
import struct
import time
import zipfile

import pytest

from bimtek.domain.errors import BimtekError, DataFileError, FileTroubleError
from bimtek.host.data_folder import DataFolder
from bimtek.services import backup_file
from bimtek.services.backup_file import unpack
from bimtek.services.recovery import restore
from bimtek.storage.backup import inspect
from tests.clock import MovableClock
from tests.services.day import people, planned
from tests.services.test_backup import LOGO, NOW, as_it_was, opened

STORED = b"gambar" * 100
DIGEST = hashlib.sha256(STORED).hexdigest()


@pytest.fixture(scope="module")
def backup(tmp_path_factory):
    """Bytes of a real backup with a picture in it."""
    folder = tmp_path_factory.mktemp("asal")
    services = opened(folder / "data")
    people(services, planned(services, "Asal"), 3)
    services.letterheads.add_picture(LOGO)
    services.backup.export(folder / "asal.btkbak")
    services.close()
    return (folder / "asal.btkbak").read_bytes()


@pytest.fixture
def data(tmp_path):
    services = opened(tmp_path / "data")
    planned(services, "Sekarang")
    services.close()
    return DataFolder(tmp_path / "data")


def entries_of(backup):
    with zipfile.ZipFile(io.BytesIO(backup)) as found:
        return {name: found.read(name) for name in found.namelist()}


def zipped(entries, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made:
        for name, content in entries:
            made.writestr(name, content)
    return out.getvalue()


def refused(data, tmp_path, content, *, words="rusak atau bukan cadangan"):
    """The backup is refused within two seconds, and not a byte of the data or beside it changes."""
    source = tmp_path / "dari-luar.btkbak"
    source.write_bytes(content)
    before, beside = as_it_was(data.root), sorted(p.name for p in tmp_path.iterdir())
    began = time.monotonic()
    with pytest.raises(BimtekError, match=words):
        restore(source, data, MovableClock(NOW))
    assert time.monotonic() - began < 2
    assert as_it_was(data.root) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == beside
    assert list(data.root.glob(".*.tmp")) == []


def test_the_real_one_is_taken(backup, data, tmp_path):
    source = tmp_path / "asal.btkbak"
    source.write_bytes(backup)
    assert restore(source, data, MovableClock(NOW)).contents.titles == ("Asal",)
    assert inspect(data.database).counts["orang"] == 3


EVIL = [
    "../luar.txt", "../../bimtek.db", "/etc/jahat", "berkas/../../luar", "berkas/../bimtek.db", "./bimtek.db",
    "C:\\Windows\\x", "C:/x", "\\\\server\\x", "berkas\\..\\..\\x", "CON", "NUL.txt", "berkas/", "berkas",
    "bimtek.db/", "bimtek.db-wal", "bimtek.db ", "BIMTEK.DB", "modul/jahat.toml", "berkas/aa/bb",
    f"berkas/{DIGEST}/x", f"berkas/{DIGEST.upper()}", f"berkas/{DIGEST}\n", "keterangan.json/..", "a\x00b",
    "\u202egpj.exe", "x" * 300,
]  # fmt: skip


@pytest.mark.parametrize("name", EVIL)
def test_name_we_never_write_is_refused(backup, data, tmp_path, name):
    refused(data, tmp_path, zipped([*entries_of(backup).items(), (name, STORED)]))


def test_symbolic_link_is_no_stored_file(backup, data, tmp_path):
    link = zipfile.ZipInfo(f"berkas/{DIGEST}")
    link.external_attr = (0o120777) << 16
    refused(data, tmp_path, zipped([*entries_of(backup).items(), (link, b"/etc/passwd")]))


def test_stored_file_that_is_not_what_its_name_says_is_refused(backup, data, tmp_path):
    refused(data, tmp_path, zipped([*entries_of(backup).items(), (f"berkas/{DIGEST}", STORED + b"x")]))
    assert not (data.berkas / DIGEST[:2] / DIGEST).exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_data_files_in_one_are_refused(backup, data, tmp_path):
    refused(data, tmp_path, zipped([*entries_of(backup).items(), ("bimtek.db", b"lain")]))


def test_zip_without_a_data_file_is_refused(data, tmp_path):
    refused(data, tmp_path, zipped([("keterangan.json", b"{}")]))
    refused(data, tmp_path, zipped([]))


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_we_never_use_is_refused(backup, data, tmp_path, compression):
    refused(data, tmp_path, zipped(entries_of(backup).items(), compression))


def test_encrypted_zip_is_refused(backup, data, tmp_path):
    content = bytearray(backup)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (found := content.find(sign, start)) >= 0:
            content[found + at] |= 1
            start = found + 4
    refused(data, tmp_path, bytes(content))


@pytest.mark.parametrize("size", [50 * 1024**2, 300 * 1024**2])
def test_bomb_is_refused_before_it_is_unpacked(data, tmp_path, size, monkeypatch):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open("bimtek.db", "w") as stream:
        for _n in range(size // 1024**2):
            stream.write(bytes(1024**2))
    monkeypatch.setattr(backup_file, "_copy", lambda *args: pytest.fail("it was unpacked"))
    refused(data, tmp_path, out.getvalue())


def test_bomb_whose_header_lies_about_its_size_stops_at_what_it_says(data, tmp_path):
    bomb = bytearray(zipped([("bimtek.db", bytes(30 * 1024**2))]))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        bomb[bomb.find(sign) + at : bomb.find(sign) + at + 4] = struct.pack("<I", 1000)
    refused(data, tmp_path, bytes(bomb))


def test_more_than_the_disk_holds_is_said_before_the_disk_is_full(backup, data, tmp_path, monkeypatch):
    monkeypatch.setattr(backup_file, "free_bytes", lambda folder: 10_000)
    refused(data, tmp_path, backup, words="Ruang penyimpanan penuh")


def test_more_than_any_backup_is_refused(backup, data, tmp_path, monkeypatch):
    monkeypatch.setattr(backup_file, "MAX_UNPACKED", 50_000)
    refused(data, tmp_path, backup)


def test_backup_that_was_cut_off_is_refused(backup, data, tmp_path):
    for part in (0.1, 0.5, 0.9, 0.999):
        refused(data, tmp_path, backup[: int(len(backup) * part)])


@pytest.mark.fault
def test_damaged_backups_are_refused_in_words_and_never_write_elsewhere(backup, tmp_path, counted):
    """Random damage everywhere; half of it in the table of contents, where it hurts most."""
    chance, whole = random.Random(16), entries_of(backup)
    contents_at = backup.rfind(b"PK\x01\x02", 0, backup.find(b"PK\x01\x02") + 4)
    kept = 0
    for turn in range(counted(150, 3000)):
        content = bytearray(backup)
        for _n in range(chance.randint(1, 12)):
            first = contents_at if chance.random() < 0.5 else 0
            content[chance.randrange(first, len(content))] = chance.randrange(256)
        source = tmp_path / "rusak.btkbak"
        source.write_bytes(content)
        target = tmp_path / f"buka-{turn}"
        try:
            unpack(source, target)
        except (DataFileError, FileTroubleError):
            kept += 1
        else:
            assert (target / "bimtek.db").read_bytes() == whole["bimtek.db"]
        assert {p.name for p in tmp_path.iterdir()} <= {"rusak.btkbak"} | {
            f"buka-{n}" for n in range(turn + 1)
        }
        for path in sorted(target.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
    assert kept

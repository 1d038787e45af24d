"""A name never stands for half a file, whichever call into the file system fails."""

import errno
import os
import stat
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bimtek.domain.errors import DocumentError, FileTroubleError
from bimtek.domain.text import _
from bimtek.host import files
from bimtek.host.disk import free_bytes
from bimtek.host.files import move_synced, sweep, trouble, work_folder, write_atomically, write_bytes
from tests.host.io_faults import Faults, failing

OLD, NEW = b"lama" * 5000, b"baru" * 50_000


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_file_and_its_folders_are_made(tmp_path):
    write_bytes(tmp_path / "a" / "b" / "c.pdf", NEW)
    assert (tmp_path / "a" / "b" / "c.pdf").read_bytes() == NEW
    assert names(tmp_path / "a" / "b") == ["c.pdf"]


def test_what_the_writer_returns_is_handed_on(tmp_path):
    assert write_atomically(tmp_path / "x", lambda out: out.write(b"abc")) == 3


@pytest.fixture
def order(monkeypatch):
    """What is asked of the disk: each sync with what was in the file by then, and the naming."""
    seen: list[object] = []
    real_fsync, real_replace = os.fsync, files.Path.replace

    def fsync(handle):
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        seen.append("folder" if folder else os.fstat(handle).st_size)
        real_fsync(handle)

    def replace(path, target):
        seen.append("name")
        return real_replace(path, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(files.Path, "replace", replace)
    return seen


def test_all_of_a_file_is_on_the_disk_before_it_gets_its_name_and_the_name_before_it_is_said(tmp_path, order):
    write_bytes(tmp_path / "x.pdf", NEW)
    assert order == [len(NEW), "name", "folder"]


def test_finished_file_is_on_the_disk_before_it_is_moved(tmp_path, order):
    (tmp_path / "kerja").mkdir()
    (tmp_path / "kerja" / "x.db").write_bytes(NEW)
    move_synced(tmp_path / "kerja" / "x.db", tmp_path / "x.db")
    assert order == [len(NEW), "name", "folder"]
    assert (tmp_path / "x.db").read_bytes() == NEW


def test_paper_that_cannot_be_made_leaves_the_old_one_and_nothing_else(tmp_path):
    path = tmp_path / "sertifikat.pdf"
    path.write_bytes(OLD)

    def write(out):
        out.write(NEW)
        raise DocumentError(_("Nama terlalu panjang."))

    with pytest.raises(DocumentError):
        write_atomically(path, write)
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["sertifikat.pdf"]


def test_file_that_fails_its_check_never_gets_the_name(tmp_path):
    path = tmp_path / "cadangan.btkbak"
    path.write_bytes(OLD)
    seen = []

    def check(temporary):
        seen.append(temporary.read_bytes())
        raise DocumentError(_("Isinya berubah."))

    with pytest.raises(DocumentError):
        write_atomically(path, lambda out: out.write(NEW), check)
    assert (seen, path.read_bytes(), names(tmp_path)) == ([NEW], OLD, ["cadangan.btkbak"])


def write_with(faults, path):
    """Write the new file while the file system fails; returns the error, None when it went well."""
    try:
        with failing(faults):
            write_bytes(path, NEW)
    except FileTroubleError as error:
        return error
    return None


@pytest.mark.fault
@pytest.mark.parametrize("lasting", [True, False])
def test_every_call_may_fail_and_the_name_stands_for_the_old_or_the_new_file(tmp_path, lasting):
    path = tmp_path / "sertifikat.pdf"
    for fail_at in range(1, 100):
        path.write_bytes(OLD)
        faults = Faults(fail_at, lasting=lasting)
        error = write_with(faults, path)
        if faults.calls < fail_at:
            break
        assert path.read_bytes() in (OLD, NEW)
        if lasting:  # then not even the temporary file could be removed
            sweep(tmp_path)
        assert names(tmp_path) == ["sertifikat.pdf"]
        assert error is None or "Penyimpanan tidak menjawab" in str(error)
        assert error is not None or path.read_bytes() == NEW
    assert error is None, "without a fault it is written"
    assert 4 < fail_at < 99, "the faults reached the writing, and it came to its end"
    assert path.read_bytes() == NEW


def test_many_threads_writing_one_name_leave_one_whole_file(tmp_path):
    path = tmp_path / "logo.png"
    contents = [bytes([65 + n]) * 300_000 for n in range(8)]
    at_once = threading.Barrier(len(contents))

    def write(data):
        at_once.wait()
        write_atomically(
            path, lambda out: [out.write(data[at : at + 1000]) for at in range(0, len(data), 1000)]
        )

    with ThreadPoolExecutor(len(contents)) as pool:
        list(pool.map(write, contents))
    assert path.read_bytes() in contents
    assert names(tmp_path) == ["logo.png"]


def test_name_as_long_as_the_file_system_allows_can_be_written(tmp_path):
    path = tmp_path / ("n" * 251 + ".pdf")
    write_bytes(path, NEW)
    assert path.read_bytes() == NEW


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("mounting a small file system is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_full_disk_says_so_keeps_the_old_file_and_works_again_once_there_is_room(small_disk):
    path = small_disk / "rekap.xlsx"
    write_bytes(path, OLD)
    filler = small_disk / "foto"
    filler.write_bytes(b"x" * 150_000)
    with pytest.raises(FileTroubleError) as refused:
        write_bytes(path, NEW)
    assert "Ruang penyimpanan penuh" in str(refused.value)
    assert "Kosongkan" in str(refused.value)
    assert path.read_bytes() == OLD
    assert names(small_disk) == ["foto", "rekap.xlsx"]
    filler.unlink()
    write_bytes(path, NEW)
    assert path.read_bytes() == NEW


def test_free_space_is_that_of_the_disk_which_holds_the_folder(small_disk):
    before = free_bytes(small_disk)
    (small_disk / "isi").write_bytes(b"x" * 100_000)
    assert 90_000 < before - free_bytes(small_disk) < 120_000


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "Ruang penyimpanan penuh"),
        (errno.EDQUOT, "Ruang penyimpanan penuh"),
        (errno.EACCES, "tidak boleh ditulis"),
        (errno.EPERM, "tidak boleh ditulis"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.ENOENT, "Folder tujuan tidak ada lagi"),
        (errno.EIO, "Penyimpanan tidak menjawab"),
        (errno.ENODEV, "Penyimpanan tidak menjawab"),
        (errno.ENAMETOOLONG, "Nama berkas atau foldernya terlalu panjang"),
        (errno.EXDEV, "Berkas tidak dapat disimpan"),
    ],
)
def test_each_trouble_is_worded_with_advice_and_no_file_name(code, words):
    error = trouble(OSError(code, os.strerror(code), "/media/flashdisk/Siti Aminah.pdf"))
    assert words in str(error.what)
    assert str(error.advice)
    assert "Siti" not in f"{error} {error.detail}"


def test_folder_in_the_way_is_a_trouble_not_a_crash(tmp_path):
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(FileTroubleError):
        write_bytes(tmp_path / "x.pdf", NEW)
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(FileTroubleError):
        write_bytes(tmp_path / "berkas" / "x.pdf", NEW)
    assert names(tmp_path) == ["berkas", "x.pdf"]


def test_drive_whose_folders_cannot_be_synced_still_takes_files(tmp_path, monkeypatch):
    """Network and some USB file systems answer EINVAL to the fsync of a folder."""
    real = os.fsync

    def fsync(handle):
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - a link to be followed
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    write_bytes(tmp_path / "x.pdf", NEW)
    assert (tmp_path / "x.pdf").read_bytes() == NEW


class Busy:
    """A target that another program holds for a while, as an antivirus does on Windows."""

    def __init__(self, monkeypatch, code, refusals):
        self.waits: list[float] = []
        self.left = refusals
        real = files.Path.replace

        def replace(path, target):
            if self.left:
                self.left -= 1
                error = PermissionError(errno.EACCES, "in use")
                error.winerror = code  # type: ignore[attr-defined]
                raise error
            return real(path, target)

        monkeypatch.setattr(files.Path, "replace", replace)
        monkeypatch.setattr(files.time, "sleep", self.waits.append)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_target_held_for_a_moment_is_waited_for(tmp_path, monkeypatch, code):
    busy = Busy(monkeypatch, code, 5)
    write_bytes(tmp_path / "x.pdf", NEW)
    assert (tmp_path / "x.pdf").read_bytes() == NEW
    assert len(busy.waits) == 5


def test_target_held_too_long_is_one_clear_error_and_no_left_over(tmp_path, monkeypatch):
    busy = Busy(monkeypatch, 32, 100)
    with pytest.raises(FileTroubleError, match="tutup program yang membuka berkas itu"):
        write_bytes(tmp_path / "x.pdf", NEW)
    assert 2 < sum(busy.waits) < 3
    assert names(tmp_path) == []


def test_real_refusal_is_not_waited_for(tmp_path, monkeypatch):
    busy = Busy(monkeypatch, 1314, 100)
    with pytest.raises(FileTroubleError):
        write_bytes(tmp_path / "x.pdf", NEW)
    assert busy.waits == []


def test_sweep_removes_what_a_killed_process_left_and_nothing_else(tmp_path):
    kept = ["surat.pdf", ".sembunyi", "catatan.tmp", "dalam/lagi/surat.pdf"]
    gone = [".a.tmp", "dalam/.b.tmp", "dalam/lagi/.c.tmp", ".kerja.tmp/bimtek.db", ".kerja.tmp/berkas/aa/x"]
    for name in kept + gone:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    sweep(tmp_path)
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert left == sorted(kept)
    assert not (tmp_path / ".kerja.tmp").exists()


def test_work_folder_is_gone_afterwards_and_swept_when_it_could_not_go(tmp_path):
    with work_folder(tmp_path) as work:
        (work / "bimtek.db").write_bytes(b"x")
        assert work.parent == tmp_path
        left = work.name
    assert names(tmp_path) == []
    (tmp_path / left).mkdir()
    sweep(tmp_path)
    assert names(tmp_path) == []

"""One process per data folder: exactly one owner of two starts, and a dead one lets go by itself."""

import errno
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from bimtek.domain.errors import BusyFolderError, FileTroubleError
from bimtek.host.lock import FolderLock
from tests.host.io_faults import Faults, calls_of, failing

LONGEST_REFUSAL_S = 2.0


class Start:
    """One start of the program on a folder; it waits for `go` so that two can race."""

    def __init__(self, path):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.host.owner", str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout.readline() == "siap\n"

    def go(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def answer(self):
        return self.process.stdout.readline().split()

    def leave(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(timeout=30)


@contextmanager
def start(path):
    child = Start(path)
    try:
        yield child
    finally:
        if child.process.poll() is None:
            child.process.kill()
        child.leave()


@pytest.mark.fault
def test_of_two_starts_at_once_exactly_one_owns_the_folder(tmp_path, counted):
    path = tmp_path / "bimtek.lock"
    for _turn in range(counted(5, 100)):
        with start(path) as one, start(path) as other:
            began = time.monotonic()
            one.go()
            other.go()
            answers = [one.answer(), other.answer()]
            assert time.monotonic() - began < LONGEST_REFUSAL_S
            assert sorted(a[0] for a in answers) == ["ditolak", "pemilik"]


def test_second_start_is_refused_while_the_first_lives_and_let_in_afterwards(tmp_path):
    path = tmp_path / "bimtek.lock"
    with start(path) as first:
        first.go()
        assert first.answer() == ["pemilik", "biasa"]
        with pytest.raises(BusyFolderError, match="sudah terbuka") as refused:
            FolderLock(path)
        assert "Tutup jendela Bimtek yang lain" in str(refused.value)
        assert first.leave() == 0
    lock = FolderLock(path)
    assert not lock.after_crash
    lock.release()


def test_killed_owner_frees_the_folder_and_the_next_is_told(tmp_path):
    path = tmp_path / "bimtek.lock"
    with start(path) as first:
        first.go()
        assert first.answer() == ["pemilik", "biasa"]
        first.process.kill()
        first.process.wait()
    lock = FolderLock(path)
    assert lock.after_crash
    lock.release()
    again = FolderLock(path)
    assert not again.after_crash
    again.release()


def test_refused_start_does_not_make_the_owner_look_crashed(tmp_path):
    path = tmp_path / "bimtek.lock"
    owner = FolderLock(path)
    with pytest.raises(BusyFolderError):
        FolderLock(path)
    owner.release()
    nxt = FolderLock(path)
    assert not nxt.after_crash
    nxt.release()


def test_releasing_twice_is_harmless(tmp_path):
    lock = FolderLock(tmp_path / "bimtek.lock")
    lock.release()
    lock.release()
    FolderLock(tmp_path / "bimtek.lock").release()


def test_folder_that_cannot_be_written_is_a_trouble_and_not_a_second_bimtek(tmp_path):
    (tmp_path / "bimtek.lock").mkdir()
    with pytest.raises(FileTroubleError):
        FolderLock(tmp_path / "bimtek.lock")


def test_full_disk_is_said_in_words_and_the_folder_is_free_again(tmp_path):
    path = tmp_path / "bimtek.lock"
    for fail_at in range(1, calls_of(lambda: FolderLock(path).release()) + 1):
        with failing(Faults(fail_at, errno.ENOSPC)), pytest.raises(FileTroubleError, match="penuh"):
            FolderLock(path)
        FolderLock(path).release()

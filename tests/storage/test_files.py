"""Stored files: kept once, never altered unnoticed, mended by adding them again."""

import hashlib

import pytest

from bimtek.domain.errors import NotFoundError
from bimtek.host.files import write_bytes
from bimtek.storage.files import FileRepository

LOGO = b"\x89PNG logo"


@pytest.fixture
def files(store, tmp_path):
    return FileRepository(store, tmp_path / "berkas", write_bytes)


def add(files, data=LOGO):
    return files.add(data, "logo.png", "image/png", "kop", "ditambah")


def test_file_comes_back_under_its_hash(files):
    digest = add(files)
    assert digest == hashlib.sha256(LOGO).hexdigest()
    assert files.read(digest) == LOGO
    assert files.known() == [(digest, len(LOGO))]


def test_same_bytes_are_kept_once(files):
    assert add(files) == add(files)
    assert len(files.known()) == 1


def test_altered_or_missing_file_is_not_handed_out(files):
    digest = add(files)
    files.path(digest).write_bytes(b"lain")
    with pytest.raises(NotFoundError, match="hilang atau rusak"):
        files.read(digest)
    files.path(digest).unlink()
    with pytest.raises(NotFoundError, match="Pasang lagi gambarnya"):
        files.read(digest)


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"lain"), lambda path: path.unlink()])
def test_adding_a_damaged_or_missing_file_again_mends_it(files, damage):
    digest = add(files)
    damage(files.path(digest))
    assert add(files) == digest
    assert files.read(digest) == LOGO


def test_file_that_could_not_be_written_is_in_no_list(store, tmp_path):
    def refuse(path, data):
        raise OSError("full")

    files = FileRepository(store, tmp_path / "berkas", refuse)
    with pytest.raises(OSError, match="full"):
        add(files)
    assert files.known() == []

"""A facilitator's own PDF belongs to the kegiatan and to its backups."""

import pytest

from bimtek.app import build
from bimtek.domain.errors import FileTroubleError
from bimtek.host.data_folder import DataFolder
from bimtek.services.recovery import restore
from tests.pdf_files import pdf


@pytest.fixture
def kegiatan(services):
    return services.blora.plan()


@pytest.fixture
def brought(tmp_path):
    path = tmp_path / "Materi Camat <b>.pdf"
    path.write_bytes(pdf(3))
    return path


def test_it_is_kept_under_its_hash_and_the_original_may_go(services, kegiatan, brought):
    own = services.own_slides.add(kegiatan.id, brought)
    data = brought.read_bytes()
    brought.unlink()
    assert (own.name, own.pages) == ("Materi Camat <b>", 3)
    assert services.own_slides.path(own).read_bytes() == data
    assert services.own_slides.path(own).name == own.digest
    assert services.own_slides.of_kegiatan(kegiatan.id) == [own]


def test_the_same_file_twice_is_one_and_a_removed_one_comes_back(services, kegiatan, brought):
    own = services.own_slides.add(kegiatan.id, brought)
    assert services.own_slides.add(kegiatan.id, brought) == own
    services.own_slides.remove(own).result()
    assert services.own_slides.of_kegiatan(kegiatan.id) == []
    assert services.own_slides.add(kegiatan.id, brought) == own


def test_removing_can_be_undone(services, kegiatan, brought):
    own = services.own_slides.add(kegiatan.id, brought)
    services.own_slides.remove(own).result()
    assert services.history.undo_last(kegiatan.id) == "PDF Materi Camat <b> dihapus"
    assert services.own_slides.of_kegiatan(kegiatan.id) == [own]


def test_a_refused_file_leaves_nothing_behind(services, kegiatan, tmp_path):
    before = sorted(services.folder.berkas.rglob("*"))
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"bukan pdf")
    with pytest.raises(FileTroubleError):
        services.own_slides.add(kegiatan.id, path)
    assert services.own_slides.of_kegiatan(kegiatan.id) == []
    assert sorted(services.folder.berkas.rglob("*")) == before


def test_a_backup_carries_the_file_and_the_slide_it_was_left_at(services, kegiatan, brought, tmp_path):
    own = services.own_slides.add(kegiatan.id, brought)
    services.teaching.remember(kegiatan.id, own.key, 2).result()
    services.backup.export(tmp_path / "salinan.btkbak")
    restore(tmp_path / "salinan.btkbak", DataFolder(tmp_path / "lain"), services.clock)
    again = build(tmp_path / "lain", services.clock)
    try:
        assert again.own_slides.of_kegiatan(kegiatan.id) == [own]
        assert again.own_slides.path(own).read_bytes() == brought.read_bytes()
        assert again.teaching.position(kegiatan.id, own.key) == 2
    finally:
        again.close()


def test_a_copy_that_is_gone_is_told_with_what_to_do(services, kegiatan, brought):
    own = services.own_slides.add(kegiatan.id, brought)
    services.own_slides.path(own).unlink()
    with pytest.raises(FileTroubleError, match="Buka lagi PDF aslinya"):
        services.own_slides.path(own)

"""Building the services on a data folder: one owner, tidy after a crash, nothing personal in the log."""

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest

from bimtek.app import Services, build, part
from bimtek.domain.errors import (
    BusyFolderError,
    DamagedFileError,
    DataFileError,
    FileTroubleError,
    RefusedError,
)
from bimtek.host.lock import FolderLock
from bimtek.services.registration import NewPerson
from tests.faults.damage import open_files, write_behind
from tests.services.day import attended, people, planned

CANARIES = ("Kenarimerah", "081200000001", "+6281200000001", "3316085002900001", "482915")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_folder_is_made_with_its_places_and_opens_again(data, clock):
    first = build(data, clock)
    kegiatan = planned(first)
    first.close()
    assert {"bimtek.db", "berkas", "cadangan", "log", "modul", "dokumen"} <= names(data)
    again = build(data, clock)
    assert again.planning.get(kegiatan.id) == kegiatan
    again.close()


def test_second_owner_is_refused_and_the_first_works_on(data, clock):
    first = build(data, clock)
    with pytest.raises(BusyFolderError):
        build(data, clock)
    planned(first)
    first.close()
    build(data, clock).close()


def test_a_part_is_made_when_it_is_asked_for_and_once(data, clock):
    services = build(data, clock)
    assert "papers" not in vars(services)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _n: services.papers, range(8)))
    assert len(set(map(id, made))) == 1
    services.close()


def test_warming_up_makes_every_part(data, clock):
    services = build(data, clock)
    services.warm_up()
    parts = {name for name, found in vars(Services).items() if isinstance(found, part)}
    assert parts <= set(vars(services))
    assert {"overview", "papers", "backup"} <= parts
    services.close()


def test_closing_twice_is_harmless(data, clock):
    services = build(data, clock)
    services.close()
    services.close()


def test_damaged_file_is_refused_and_the_folder_is_free_again(data, clock):
    build(data, clock).close()
    (data / "bimtek.db").write_bytes(b"rusak" * 1000)
    for _n in range(2):
        with pytest.raises(DataFileError):
            build(data, clock)
    (data / "bimtek.db").unlink()
    build(data, clock).close()


def test_damage_met_after_the_file_was_opened_leaves_it_closed_and_the_folder_free(data, clock):
    services = build(data, clock)
    services.settings.put("instansi", "Dinas Contoh").result()
    services.close()
    write_behind(data / "bimtek.db", "update setting set value = '{'")
    with pytest.raises(DamagedFileError) as met:
        build(data, clock)
    assert open_files(data / "bimtek.db") == []
    FolderLock(data / "bimtek.lock").release()
    del met


def test_folder_in_the_place_of_a_file_is_a_trouble_in_words(data, clock):
    data.mkdir()
    (data / "berkas").write_bytes(b"")
    with pytest.raises(FileTroubleError, match="tidak dapat dibuat"):
        build(data, clock)


def test_what_a_killed_process_left_is_swept_and_nothing_else(data, clock):
    build(data, clock).close()
    left = [".abc.tmp/bimtek.db", "dokumen/k/.x.tmp", "cadangan/.y.tmp/bimtek.db", "berkas/aa/.z.tmp"]
    kept = ["dokumen/k/surat.pdf", "modul/saya/modul.toml", "cadangan/bimtek-x.db"]
    for name in left + kept:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(b"x")
    build(data, clock).close()
    assert all((data / name).exists() for name in left), "after an orderly end nobody looks"
    (data / "bimtek.lock").write_bytes(b"123")
    build(data, clock).close()
    assert not any((data / name).exists() for name in left)
    assert all((data / name).exists() for name in kept)


def test_log_holds_nothing_of_a_person(data, clock, tmp_path):
    services = build(data, clock)
    kegiatan = planned(services)
    who = services.registration.add(
        kegiatan.id,
        NewPerson(raw_name="Siti Kenarimerah", phone="0812 0000 0001", id_number="3316085002900001"),
    )
    attended(services, kegiatan, [who, *people(services, kegiatan, 2)])
    services.pin.set("482915")
    for wrong in ("482914", "482916"):
        services.pin.check(wrong)
    with pytest.raises(RefusedError):
        services.registration.add_known(kegiatan.id, who.person)
    issued = services.certificates.issue(kegiatan)
    for offer in services.papers.offers(services.planning.get(kegiatan.id)):
        services.papers.save(services.planning.get(kegiatan.id), offer)
    services.certificates.revoke(issued[0], "nama Kenarimerah salah").result()
    services.backup.export(tmp_path / "semua.btkbak")
    with pytest.raises(FileTroubleError):
        services.backup.export(tmp_path / "Kenarimerah" / "semua.btkbak")
    try:
        int(f"{who.person.name.full} {who.person.phone}")
    except ValueError:
        logging.getLogger("bimtek.uji").exception("this is what the log is for")
    services.close()
    written = "".join(path.read_text(encoding="utf-8") for path in (data / "log").iterdir())
    assert "this is what the log is for" in written
    assert not [canary for canary in CANARIES if canary in written]

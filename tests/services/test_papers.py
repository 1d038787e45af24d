"""Which papers there are now, and saving each whole or not at all."""

import errno
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from bimtek.documents.base import Fix
from bimtek.domain.errors import FileTroubleError, NotFoundError
from bimtek.domain.people import Role
from bimtek.domain.quiz import TestKind
from bimtek.services.papers.request import PaperRequest
from bimtek.services.progress import Cancelled
from bimtek.services.registration import NewPerson
from tests.host.io_faults import Faults, failing
from tests.services.day import attended, people, planned


@pytest.fixture
def kegiatan(services):
    return planned(services)


def offers(services, kegiatan):
    return services.papers.offers(services.planning.get(kegiatan.id))


def keys(services, kegiatan):
    return [o.request.key for o in offers(services, kegiatan)]


def text_of(data):
    pdf = pypdfium2.PdfDocument(data)
    try:
        pages = [pdf[n] for n in range(len(pdf))]
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    finally:
        pdf.close()


def test_offers_grow_with_the_day(services, kegiatan):
    who = people(services, kegiatan, 2)
    before = keys(services, kegiatan)
    assert before.count("daftar-hadir") == len(kegiatan.sessions)
    assert not {"lembar-soal", "kunci", "rekap-nilai", "sertifikat", "surat-keterangan"} & set(before)
    services.registration.add(kegiatan.id, NewPerson(raw_name="Kanit PPA"), Role.NARASUMBER)
    assert keys(services, kegiatan).count("daftar-hadir") == 2 * len(kegiatan.sessions)
    services.quizzes.prepare(kegiatan, seed=1)
    assert {"lembar-soal", "kunci", "rekap-nilai"} <= set(keys(services, kegiatan))
    attended(services, kegiatan, who[:1])
    services.attendance.check_in(who[1], kegiatan.sessions[0].id, consent=True).result()
    assert "sertifikat" not in keys(services, kegiatan)
    services.certificates.issue(services.planning.get(kegiatan.id))
    assert {"sertifikat", "surat-keterangan", "register-sertifikat"} <= set(keys(services, kegiatan))


def test_every_offer_can_be_made_and_has_a_file_of_its_own(services, kegiatan):
    who = people(services, kegiatan, 2)
    services.quizzes.prepare(kegiatan, seed=1)
    attended(services, kegiatan, who[:1])
    services.attendance.check_in(who[1], kegiatan.sessions[0].id, consent=True).result()
    services.certificates.issue(services.planning.get(kegiatan.id))
    found = offers(services, kegiatan)
    paths = [services.papers.save(services.planning.get(kegiatan.id), offer) for offer in found]
    assert len(set(paths)) == len(paths) >= 12
    for path in paths:
        start = path.read_bytes()[:4]
        assert start == (b"%PDF" if path.suffix == ".pdf" else b"PK\x03\x04"), path.name
    assert sorted(services.papers.files(kegiatan.id)) == sorted(paths)


def test_two_sessions_of_one_name_on_one_day_are_two_files(services, kegiatan):
    same = [replace(s, label="Sesi / utama") for s in kegiatan.sessions]
    services.planning.set_sessions(kegiatan, same).result()
    names = [o.file_name for o in offers(services, kegiatan) if o.request.key == "daftar-hadir"]
    assert len(set(names)) == len(names) == 2
    assert all("/" not in name for name in names)


def test_list_per_day_is_one_file_a_day(services, kegiatan):
    far = replace(kegiatan.sessions[1], on_date=kegiatan.dates[0] + timedelta(days=1))
    services.planning.set_sessions(kegiatan, (kegiatan.sessions[0], far)).result()
    found = services.planning.get(kegiatan.id)
    services.planning.set_papers(found, replace(found.papers, list_per="hari")).result()
    assert keys(services, kegiatan).count("daftar-hadir") == 2


def test_module_that_is_not_installed_is_a_problem_of_its_cards_alone(services, kegiatan):
    people(services, kegiatan, 1)
    services.planning.update(replace(kegiatan, modules=("tidak-ada",))).result()
    problems = {
        o.request.key: services.papers.problems(kegiatan, o.request) for o in offers(services, kegiatan)
    }
    assert [(p.blocking, p.fix) for p in problems["kartu"]] == [(True, Fix.MODULE)]
    assert not any(p.blocking for key, found in problems.items() if key != "kartu" for p in found)


def test_names_stand_on_the_paper_as_they_were_entered(services, kegiatan):
    for name in ("Dra. Hj. Siti Nur Aisyah, M.Si.", "Budi <b>Tebal</b> & Ani", "=1+1"):
        services.registration.add(kegiatan.id, NewPerson(raw_name=name))
    text = text_of(services.papers.render(kegiatan, PaperRequest(key="daftar-hadir")))
    for part in ("Siti Nur Aisyah", "M.Si.", "<b>Tebal</b>", "=1+1"):
        assert part in text


def test_equal_data_gives_equal_bytes(services, kegiatan):
    people(services, kegiatan, 3)
    request = PaperRequest(key="daftar-hadir")
    assert services.papers.render(kegiatan, request) == services.papers.render(kegiatan, request)


def test_reprint_says_what_was_issued_though_the_name_was_changed_since(services, kegiatan):
    (who,) = people(services, kegiatan, 1)
    attended(services, kegiatan, [who])
    services.certificates.issue(kegiatan)
    request = PaperRequest(key="sertifikat")
    before = services.papers.render(kegiatan, request)
    services.registration.correct(who, NewPerson(raw_name="Nama Lain")).result()
    changed = replace(kegiatan, title="Judul lain", organiser="Lain")
    services.planning.update(changed).result()
    assert services.papers.render(changed, request) == before
    assert "Peserta Contoh 1" in text_of(before)


def test_one_file_per_person_is_finished_by_running_again_and_rewrites_nothing(services, kegiatan):
    who = people(services, kegiatan, 3)
    attended(services, kegiatan, who)
    services.certificates.issue(kegiatan)
    request, seen = PaperRequest(key="sertifikat"), []

    def stop_at_two(done, total):
        seen.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        services.papers.save_each(kegiatan, request, progress=stop_at_two)
    written = {path: path.stat().st_mtime_ns for path in services.papers.files(kegiatan.id)}
    assert 0 < len(written) < 3
    paths = services.papers.save_each(kegiatan, request)
    assert len(paths) == len(set(paths)) == 3
    assert {path: path.stat().st_mtime_ns for path in written} == written
    texts = [text_of(path.read_bytes()) for path in paths]
    assert all(f"Peserta Contoh {n}" in text for n, text in enumerate(texts, start=1))


@pytest.mark.fault
def test_paper_that_cannot_be_written_leaves_the_old_one(services, kegiatan, tmp_path):
    people(services, kegiatan, 3)
    offer = next(o for o in offers(services, kegiatan) if o.request.key == "slip-kode")
    target = tmp_path / "slip.pdf"
    services.papers.save(kegiatan, offer, target)
    old = target.read_bytes()
    people(services, kegiatan, 1)
    for fail_at in range(1, 30):
        faults = Faults(fail_at, errno.ENOSPC, lasting=False)
        with failing(faults):
            error = _error_of(lambda: services.papers.save(kegiatan, offer, target))
        if faults.calls < fail_at:
            break
        assert error is None or (isinstance(error, FileTroubleError) and "penuh" in str(error))
        assert error is None or target.read_bytes() == old or len(pypdfium2.PdfDocument(target)) >= 1
        assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["slip.pdf"]
    assert error is None
    assert target.read_bytes() != old


def _error_of(job):
    try:
        job()
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (PaperRequest(key="tidak-ada"), "Dokumen itu tidak ada"),
        (PaperRequest(key="daftar-hadir", session_id="lain"), "Sesi ini tidak ada lagi"),
        (PaperRequest(key="kunci", test=TestKind.POST), "Soal belum disusun"),
    ],
)
def test_what_cannot_be_made_is_said_in_words(services, kegiatan, request_, words):
    with pytest.raises(NotFoundError, match=words):
        services.papers.render(kegiatan, request_)


def test_form_without_names_is_empty_but_for_its_rows(services, kegiatan):
    people(services, kegiatan, 2)
    text = text_of(services.papers.render(kegiatan, PaperRequest(key="daftar-hadir", blank_rows=20)))
    assert "Peserta Contoh" not in text
    assert "20" in text


def test_papers_of_one_kegiatan_lie_apart_from_those_of_another(services, kegiatan):
    other = planned(services, "Bimtek OCSEA")
    assert services.papers.folder(kegiatan) != services.papers.folder(other)
    twin = replace(kegiatan, id=kegiatan.id[:4] + "0" * 28)
    assert services.papers.folder(twin) != services.papers.folder(kegiatan)
    offer = next(o for o in offers(services, kegiatan) if o.request.key == "daftar-hadir")
    path = services.papers.save(kegiatan, offer)
    assert services.papers.files(kegiatan.id) == [path]
    assert services.papers.files(twin.id) == services.papers.files(other.id) == []


def test_files_under_an_earlier_title_are_still_found_and_left_overs_are_not(services, kegiatan):
    offer = next(o for o in offers(services, kegiatan) if o.request.key == "daftar-hadir")
    first = services.papers.save(kegiatan, offer)
    second = services.papers.save(replace(kegiatan, title="Judul lain"), offer)
    first.with_name(".sisa.tmp").write_bytes(b"x")
    assert set(services.papers.files(kegiatan.id)) == {first, second}


def test_title_of_any_kind_makes_a_folder_name_for_every_system(services, kegiatan):
    for title in ("../../etc", "CON", "a" * 200, "Bimtek: “OCSEA” / 2027?", "バリ"):
        folder = services.papers.folder(replace(kegiatan, title=title))
        assert folder.parent == services.folder.papers
        assert len(folder.name) < 80
        assert not set(folder.name) & set('<>:"/\\|?*')


def test_spreadsheets_and_pdfs_are_what_they_say(services, kegiatan):
    who = people(services, kegiatan, 1)
    services.quizzes.prepare(kegiatan, seed=1)
    attended(services, kegiatan, who)
    from python_calamine import CalamineWorkbook

    data = services.papers.render(kegiatan, PaperRequest(key="rekap-nilai"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert any("Peserta Contoh 1" in str(cell) for row in rows for cell in row)
    assert Path(offers(services, kegiatan)[0].file_name).suffix == ".pdf"

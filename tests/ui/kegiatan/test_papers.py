"""Dokumen: what is shown is what is printed; problems lead to their field; numbers are given out once."""

import io
from dataclasses import replace
from datetime import time, timedelta
from threading import current_thread, main_thread

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from bimtek.documents.base import Fix
from bimtek.domain.attendance import Status
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.kegiatan import Letterhead, NumberRule, Signatory
from bimtek.domain.names import parse_name
from bimtek.services.registration import NewPerson
from bimtek.ui import dressing, theme
from bimtek.ui.kegiatan.papers import PapersStep
from bimtek.ui.messages import ConfirmDialog, ErrorDialog
from bimtek.ui.printing import PrintJob
from tests.services.quiz_day import answer_all, best, every_kind, opened_round, use_module


@pytest.fixture
def ready(services, kegiatan, people):
    """Everybody was there but the last, who left for good after the first session."""
    changed = replace(kegiatan, issue_city="Blora", code="OCSEA")
    services.planning.update(changed).result()
    signer = Signatory(title_lines=("Kepala Dinas",), name="Drs. Purwo", id_number="196802021994021999")
    services.planning.set_signatories(changed, (signer, replace(signer, paper="daftar-hadir"))).result()
    for at, who in enumerate(services.registration.of_kegiatan(kegiatan.id)):
        for session in kegiatan.sessions[: 1 if at == 4 else None]:
            services.attendance.set_status(who, session.id, Status.HADIR).result()
    return services.planning.get(kegiatan.id)


@pytest.fixture
def step(context, ready, qtbot):
    made = PapersStep(context, ready.id)
    qtbot.addWidget(made)
    made.resize(1146, 650)
    made.show()
    qtbot.waitUntil(lambda: made.settled and bool(made.pdf))
    return made


def text_of(data):
    document = pypdfium2.PdfDocument(data)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


def open_paper(step, qtbot, key, nth=0):
    step.list.choose([entry for entry in step.list.entries if entry.key == key][nth])
    qtbot.waitUntil(lambda: step.settled)


def issue(step, qtbot):
    open_paper(step, qtbot, "terbit")
    step.foot.issue_button.click()
    dialog = step.window().findChild(ConfirmDialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    with qtbot.waitSignal(step.numbers.issued):
        dialog.yes_button.click()
    return words


def test_papers_are_listed_in_groups_and_the_first_is_shown(step):
    entries = [(entry.key, str(entry.title)) for entry in step.list.entries]
    assert entries[0] == ("daftar-hadir", "Peserta")
    assert ("terbit", "Terbitkan nomor") in entries
    assert "Siti Aminah" in text_of(step.pdf)


def test_the_bytes_shown_are_the_bytes_saved(step, services, qtbot):
    services.papers.before_printing(step.kegiatan, step.offer().request)
    step.refresh()
    step.refresh()
    qtbot.waitUntil(lambda: step.settled)
    with qtbot.waitSignal(step.output.saved) as saved:
        step.foot.save_button.click()
    path = saved.args[0]
    assert path.parent == services.papers.folder(step.kegiatan)
    assert path.read_bytes() == step.pdf


def test_a_changed_field_is_drawn_when_typing_rests_and_stored_by_itself(step, services, qtbot):
    assert pypdfium2.PdfDocument(step.pdf).get_page_size(0) == pytest.approx((595.3, 841.9), abs=0.2)
    step.fields.paper_size.paper.choose("F4")
    qtbot.waitUntil(lambda: step.settled)
    assert pypdfium2.PdfDocument(step.pdf).get_page_size(0) == pytest.approx((609.4, 935.4), abs=0.2)
    qtbot.waitUntil(lambda: services.planning.get(step.kegiatan.id).papers.paper.value == "F4")


def test_what_others_changed_meanwhile_is_not_overwritten(step, services, qtbot):
    services.planning.update(replace(step.kegiatan, theme="Tema dari langkah lain")).result()
    step.fields.paper_size.spj.setChecked(True)
    qtbot.waitUntil(lambda: services.planning.get(step.kegiatan.id).papers.spj_binding)
    assert services.planning.get(step.kegiatan.id).theme == "Tema dari langkah lain"


def test_leaving_the_step_stores_what_was_just_typed(step, services, qtbot):
    step.fields.issue.city.setText("Cepu")
    step.hide()
    qtbot.waitUntil(lambda: services.planning.get(step.kegiatan.id).issue_city == "Cepu")


def test_one_list_a_day_takes_the_place_of_one_a_session(step, qtbot):
    before = [entry.key for entry in step.list.entries].count("daftar-hadir")
    step.fields.attendance_list.per.choose("hari")
    qtbot.waitUntil(lambda: step.settled)
    assert [entry.key for entry in step.list.entries].count("daftar-hadir") == before // 2


def test_a_form_without_names_has_the_rows_that_were_asked_for(step, qtbot):
    step.fields.attendance_list.blank.setChecked(True)
    qtbot.waitUntil(lambda: step.settled)
    step.fields.attendance_list.rows.setValue(14)
    qtbot.waitUntil(lambda: step.settled)
    assert "Siti Aminah" not in text_of(step.pdf)
    assert step.offer().file_name.startswith("daftar_hadir_kosong_")
    assert step.offer().request.blank_rows == 14


def test_a_missing_signer_leads_to_the_signers_and_is_gone_afterwards(step, services, qtbot):
    services.planning.set_signatories(step.kegiatan, ()).result()
    step.refresh()
    qtbot.waitUntil(lambda: step.settled)
    messages = [notice.message.text() for notice in step.problems.notices]
    step.problems.notices[messages.index("Belum ada penandatangan.")].button.click()
    form = step.mending.dialog.forms["daftar-hadir", "kanan"]
    assert form.isVisible()
    form.used.setChecked(True)
    form.titles.setPlainText("Ketua Panitia")
    form.name.setText("Sari Contoh, S.E.")
    with qtbot.waitSignal(step.mending.dialog.saved):
        step.mending.dialog.done_button.click()
    qtbot.waitUntil(lambda: step.settled)
    assert Fix.SIGNERS not in [problem.fix for problem in step.problems.problems]
    assert "Sari Contoh, S.E." in text_of(step.pdf)


def rename(services, kegiatan, name):
    who = services.registration.of_kegiatan(kegiatan.id)[0]
    services.registration.update_person(who, replace(who.person, name=parse_name(name))).result()


def answer_the_pre_test_once(services, kegiatan, monkeypatch):
    use_module(services, monkeypatch, every_kind())
    services.quizzes.prepare(kegiatan)
    who = services.registration.of_kegiatan(kegiatan.id)[0]
    answer_all(services, opened_round(services, kegiatan), who, best)


@pytest.mark.parametrize(
    ("fault", "paper", "said", "fix"),
    [
        ("long name", "sertifikat", "sangat panjang", Fix.PEOPLE),
        ("missing glyph", "sertifikat", "Huruf ini tidak dapat dicetak: 山", Fix.PEOPLE),
        ("missing scores", "terbit", "4 penerima sertifikat belum punya nilai", Fix.SCORES),
        ("missing signatory", "terbit", "Penandatangan sertifikat belum diisi.", Fix.SIGNERS),
    ],
)
def test_b9_36_what_is_not_right_is_named_before_printing_with_a_way_to_mend_it(
    step, services, monkeypatch, qtbot, fault, paper, said, fix
):
    def told():
        return {notice.message.text(): notice.button for notice in step.problems.notices}

    open_paper(step, qtbot, paper)
    assert not any(said in words for words in told())
    if fault == "long name":
        rename(services, step.kegiatan, "Contoh " + "Kusumawardhana" * 8)
    elif fault == "missing glyph":
        rename(services, step.kegiatan, "Contoh 山")
    elif fault == "missing scores":
        answer_the_pre_test_once(services, step.kegiatan, monkeypatch)
    else:
        services.planning.set_signatories(step.kegiatan, ()).result()
    step.refresh()
    qtbot.waitUntil(lambda: step.settled and any(said in words for words in told()))
    led = []
    monkeypatch.setattr(step.mending, "mend", lambda wanted, _signers: led.append(wanted))
    button = next(button for words, button in told().items() if said in words)
    assert button.text() == "Perbaiki"
    button.click()
    assert led == [fix]


def test_a_score_sheet_without_scores_says_so(step, services, monkeypatch, qtbot):
    answer_the_pre_test_once(services, step.kegiatan, monkeypatch)
    step.refresh()
    open_paper(step, qtbot, "rekap-nilai")
    qtbot.waitUntil(lambda: [problem.fix for problem in step.problems.problems] == [Fix.FORM])


def test_b9_34_a_paper_and_each_edit_of_it_are_drawn_beside_the_window(step, services, monkeypatch, qtbot):
    drawn_by, whole = [], services.papers.render
    monkeypatch.setattr(
        services.papers, "render", lambda *asked: (drawn_by.append(current_thread()), whole(*asked))[1]
    )
    open_paper(step, qtbot, "sertifikat")
    first = step.pdf
    step.fields.wording.wording.setPlainText("telah dengan tekun mengikuti {kegiatan}.")
    qtbot.waitUntil(lambda: step.settled and "dengan tekun" in text_of(step.pdf))
    assert step.pdf != first
    assert len(drawn_by) == 2
    assert main_thread() not in drawn_by


def test_an_unknown_field_in_the_wording_leads_to_the_wording(step, qtbot):
    open_paper(step, qtbot, "sertifikat")
    step.fields.wording.wording.setPlainText("telah mengikuti {acara}.")
    qtbot.waitUntil(lambda: step.settled)
    assert step.problems.problems[0].blocking
    assert not step.pdf
    assert not step.foot.print_button.isEnabled()
    step.activateWindow()
    step.problems.notices[0].button.click()
    qtbot.waitUntil(lambda: step.focusWidget() is step.fields.wording.wording)


@pytest.mark.parametrize(
    ("fix", "wanted"),
    [
        (Fix.AGENDA, "siapkan/agenda"),
        (Fix.PEOPLE, "siapkan/peserta"),
        (Fix.FORM, "kuis/soal"),
        (Fix.SCORES, "kuis/nilai"),
    ],
)
def test_what_is_mended_elsewhere_opens_that_step(step, qtbot, fix, wanted):
    with qtbot.waitSignal(step.step_wanted) as asked:
        step.mend(fix)
    assert asked.args == [wanted]


def test_a_number_pattern_shows_what_it_gives_or_what_it_does_not_know(step):
    step.fields.numbers.certificates.pattern.setText("400.2/{urut:4}/{kode_kegiatan}/{bln_romawi}/{thn}")
    assert step.fields.numbers.certificates.example.text().split("\n") == [
        "Jadinya:",
        "400.2/0001/OCSEA/III/2027",
        "400.2/0002/OCSEA/III/2027",
        "400.2/0003/OCSEA/III/2027",
    ]
    step.fields.numbers.certificates.pattern.setText("400.2/{nomor}")
    assert "nomor" in step.fields.numbers.certificates.pattern_row.problem.text()
    assert not step.fields.numbers.certificates.example.isVisible()


@pytest.mark.parametrize(
    ("token", "field"),
    [("kode_kegiatan", "code"), ("klasifikasi", "classification"), ("kode_instansi", "office_code")],
)
def test_a_code_is_filled_in_beside_the_pattern_and_stored(step, services, qtbot, token, field):
    numbers = step.fields.numbers
    numbers.certificates.pattern.setText("{urut}/{" + token + "}")
    getattr(numbers, field).setText("")
    assert numbers.certificates.example.text() == "Jadinya:\n1/……\n2/……\n3/……"
    getattr(numbers, field).setText("400.2 ")
    assert numbers.certificates.example.text() == "Jadinya:\n1/400.2\n2/400.2\n3/400.2"
    qtbot.waitUntil(lambda: getattr(services.planning.get(step.kegiatan.id), field) == "400.2")


def test_certificates_and_statements_each_have_their_first_number_and_order(step, services, qtbot):
    numbers = step.fields.numbers
    numbers.certificates.start.setValue(31)
    numbers.statements.pattern.setText("SK-{urut}")
    numbers.statements.start.setValue(4)
    numbers.statements.scope.choose("tahun")
    assert numbers.statements.example.text() == "Jadinya:\nSK-4\nSK-5\nSK-6"
    qtbot.waitUntil(lambda: services.planning.get(step.kegiatan.id).statement_numbers.start == 4)
    stored = services.planning.get(step.kegiatan.id)
    assert stored.statement_numbers == NumberRule(pattern="SK-{urut}", start=4, scope="tahun")
    assert (stored.certificate_numbers.start, stored.certificate_numbers.scope) == (31, "kegiatan")


def test_candidates_are_told_what_they_get_and_why(step, qtbot):
    open_paper(step, qtbot, "terbit")
    model = step.numbers.candidates.model
    kinds = [row.eligibility.kind for row in model.rows]
    assert kinds == [CertificateKind.SERTIFIKAT] * 4 + [CertificateKind.SURAT_KETERANGAN]
    step.numbers.candidates.table.selectRow(4)
    assert "di bawah syarat" in step.numbers.candidates.reason_text.text()
    assert step.foot.issue_button.text() == "Terbitkan 5 nomor"


def test_who_earned_no_jp_is_told_what_is_missing_and_gets_no_number(step, services, qtbot):
    kegiatan = services.planning.get(step.kegiatan.id)
    who = services.registration.of_kegiatan(kegiatan.id)[4]
    mark = services.attendance.marks(kegiatan.id)[who.id][kegiatan.sessions[0].id]
    services.attendance.leave_early(who, mark, time(8, 0)).result()
    open_paper(step, qtbot, "terbit")
    step.numbers.candidates.table.selectRow(4)
    reason = step.numbers.candidates.reason_text.text()
    assert "Hadir 0 dari 9 JP. Surat keterangan perlu paling sedikit 1 JP." in reason
    assert step.foot.issue_button.text() == "Terbitkan 4 nomor"
    assert step.numbers.candidates.give_button.isEnabled()


def test_numbers_are_given_out_once_after_a_warning_that_they_stay(step, services, qtbot):
    assert "Sertifikat: 4 · Surat keterangan: 1. Nomor yang terbit tetap" in issue(step, qtbot)
    register = services.certificates.register(step.kegiatan.id)
    assert len(register) == 5
    assert not step.foot.issue_button.isEnabled()
    assert {"sertifikat", "surat-keterangan", "register-sertifikat"} <= {e.key for e in step.list.entries}
    step.numbers.issue()
    assert len(services.certificates.register(step.kegiatan.id)) == 5


@pytest.fixture
def taken(services, ready):
    """Another kegiatan of the same code and month that has given out 001 to 003."""
    other = services.planning.duplicate(ready.id, ready.dates[0], "Bimtek Desa Jepon")
    for name in ("Ani Contoh", "Edi Contoh", "Umi Contoh"):
        who = services.registration.add(other.id, NewPerson(raw_name=name))
        for session in services.planning.get(other.id).sessions:
            services.attendance.check_in(who, session.id, consent=True).result()
    other = services.planning.get(other.id)
    services.certificates.issue(other)
    return other


def test_a_number_of_another_kegiatan_is_named_and_mended_in_its_field(step, services, qtbot, taken):
    open_paper(step, qtbot, "terbit")
    (notice,) = step.problems.notices
    assert notice.message.text() == (
        "Nomor 001/OCSEA/III/2027 sudah dipakai kegiatan “Bimtek Desa Jepon”."
        " Mulai dari nomor 4, atau ganti kode atau polanya."
    )
    assert not step.foot.issue_button.isEnabled()
    step.activateWindow()
    notice.button.click()
    start = step.fields.numbers.certificates.start
    qtbot.waitUntil(start.hasFocus)
    row = step.fields.numbers.certificates.start_row
    assert row.problem.text() == notice.message.text()
    qtbot.keyClicks(start, "4")  # what was there is chosen, and gives way
    qtbot.waitUntil(step.foot.issue_button.isEnabled)
    assert step.problems.problems == ()
    assert not row.problem.isVisible()
    qtbot.waitUntil(lambda: services.planning.get(step.kegiatan.id).certificate_numbers.start == 4)
    issue(step, qtbot)
    numbers = [c.number for c in services.certificates.register(step.kegiatan.id)]
    assert numbers[:2] == ["004/OCSEA/III/2027", "005/OCSEA/III/2027"]


def test_another_code_mends_it_as_well(step, qtbot, taken):
    open_paper(step, qtbot, "terbit")
    assert not step.foot.issue_button.isEnabled()
    open_paper(step, qtbot, "sertifikat")
    assert not step.fields.numbers.certificates.start_row.problem.isVisible()
    open_paper(step, qtbot, "terbit")
    assert step.fields.numbers.certificates.start_row.problem.isVisible()
    step.fields.numbers.code.setText("OCSEA-2")
    qtbot.waitUntil(step.foot.issue_button.isEnabled)
    assert step.problems.problems == ()


def test_a_number_taken_while_the_question_stands_is_refused_and_nothing_is_issued(
    step, services, qtbot, request
):
    open_paper(step, qtbot, "terbit")
    step.foot.issue_button.click()
    request.getfixturevalue("taken")
    step.window().findChild(ConfirmDialog).yes_button.click()
    qtbot.waitUntil(lambda: step.window().findChild(ErrorDialog) is not None)
    assert "001/OCSEA/III/2027 sudah dipakai" in str(step.window().findChild(ErrorDialog).error.what)
    assert services.certificates.register(step.kegiatan.id) == []


def test_a_missing_code_is_said_leads_to_its_field_and_stops_nothing(step, qtbot):
    open_paper(step, qtbot, "terbit")
    step.fields.numbers.certificates.pattern.setText("{klasifikasi}/{urut}/{kode_kegiatan}")
    qtbot.waitUntil(lambda: step.settled)
    (notice,) = step.problems.notices
    assert notice.message.text() == "Klasifikasi belum diisi. Nomornya memuat titik-titik."
    assert step.foot.issue_button.isEnabled()
    step.activateWindow()
    notice.button.click()
    qtbot.waitUntil(step.fields.numbers.classification.hasFocus)


def test_a_certificate_against_the_rule_needs_a_reason_that_is_kept(step, services, qtbot):
    open_paper(step, qtbot, "terbit")
    step.numbers.candidates.table.selectRow(4)
    step.numbers.candidates.give_button.click()
    step.numbers.candidates.dialog.submit()
    assert step.numbers.candidates.dialog.row_of_reason.problem.isVisible()
    step.numbers.candidates.dialog.reason.setText("Mengikuti sesi pengganti")
    step.numbers.candidates.dialog.submit()
    assert step.numbers.candidates.give_button.text() == "Batal beri"
    issue(step, qtbot)
    reasons = [c.record.reason for c in services.certificates.register(step.kegiatan.id)]
    assert "Mengikuti sesi pengganti" in reasons


def test_b9_47_a_doubtful_clock_stops_the_numbers_until_a_person_vouches(step, clock, qtbot):
    clock.at -= timedelta(days=4000)
    open_paper(step, qtbot, "terbit")
    assert not step.foot.issue_button.isEnabled()
    step.problems.notices[0].button.click()
    dialog = step.window().findChild(ConfirmDialog)
    dialog.yes_button.click()
    qtbot.waitUntil(lambda: step.settled)
    assert step.foot.issue_button.isEnabled()


def test_one_certificate_is_printed_again_under_its_number_and_a_void_one_never(step, services, qtbot):
    issue(step, qtbot)
    step.numbers.parts.choose("register")
    step.numbers.register.table.selectRow(0)
    number = step.numbers.register.model.rows[0].number
    step.numbers.register.reprint_button.click()
    qtbot.waitUntil(lambda: step.settled)
    assert number in text_of(step.pdf)
    assert len(pypdfium2.PdfDocument(step.pdf)) == 2
    open_paper(step, qtbot, "terbit")
    step.numbers.register.table.selectRow(0)
    step.numbers.register.revoke_button.click()
    step.numbers.register.dialog.reason.setText("Nama tertukar")
    with qtbot.waitSignal(step.numbers.issued):
        step.numbers.register.dialog.submit()
    assert services.certificates.register(step.kegiatan.id)[0].status == "batal"
    step.numbers.register.table.selectRow(0)
    assert not step.numbers.register.reprint_button.isEnabled()


def test_a_paper_that_is_printed_again_stays_shown_when_the_step_is_read_anew(step, qtbot, services):
    issue(step, qtbot)
    step.show_one(services.certificates.register(step.kegiatan.id)[0])
    qtbot.waitUntil(lambda: step.settled)
    before = step.pdf
    step.refresh()
    qtbot.waitUntil(lambda: step.settled)
    assert step.pdf == before
    assert str(step.entry.title).startswith("Cetak ulang")


def test_what_has_a_number_stays_as_it_was_and_the_fields_say_so(step, qtbot):
    open_paper(step, qtbot, "sertifikat")
    assert not step.fields.frozen.isVisible()  # still a sample without numbers
    issue(step, qtbot)
    open_paper(step, qtbot, "sertifikat")
    before = step.pdf
    assert step.fields.frozen.isVisible()
    step.fields.issue.city.setText("Cepu")
    qtbot.waitUntil(lambda: step.settled)
    assert step.pdf == before


def test_one_file_per_person_lands_in_the_folder_of_the_kegiatan(step, qtbot):
    issue(step, qtbot)
    open_paper(step, qtbot, "sertifikat")
    with qtbot.waitSignal(step.output.saved) as saved:
        step.foot.each_button.click()
    assert len(list(saved.args[0].glob("*.pdf"))) == 4


def test_a_spreadsheet_is_saved_without_a_preview(step, qtbot):
    issue(step, qtbot)
    open_paper(step, qtbot, "register-sertifikat")
    assert step.foot.sheet_button.isVisible()
    assert not step.foot.print_button.isVisible()
    with qtbot.waitSignal(step.output.saved) as saved:
        step.foot.sheet_button.click()
    assert saved.args[0].suffix == ".xlsx"
    assert saved.args[0].read_bytes()[:2] == b"PK"


def test_without_a_printer_the_pdf_is_offered(step, qtbot, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    step.foot.print_button.click()
    dialog = step.window().findChild(ConfirmDialog)
    assert dialog.yes_button.text() == "Simpan PDF"
    with qtbot.waitSignal(step.output.saved) as saved:
        dialog.yes_button.click()
    assert saved.args[0].exists()


def test_what_is_shown_is_printed(step, qtbot, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Epson"]))
    assert step.print_now()
    qtbot.waitUntil(lambda: step.output.dialog is not None)
    assert step.output.dialog.printer.key() == "Epson"
    step.output.dialog.reject()


def test_printing_saves_the_pdf_first_and_counts_what_was_printed(step, services, qtbot, tmp_path):
    issue(step, qtbot)
    open_paper(step, qtbot, "sertifikat")
    job = PrintJob(printer="", first=1, last=99, file=str(tmp_path / "cetak.pdf"))
    with qtbot.waitSignal(step.output.printed) as printed:
        step.output.print(step.kegiatan, step.offer(), job)
    assert printed.args == [8]
    assert (services.papers.folder(step.kegiatan) / "sertifikat.pdf").exists()
    qtbot.waitUntil(lambda: services.certificates.register(step.kegiatan.id)[0].printed == 1)


def test_b9_44_a_long_job_can_be_cancelled_and_leaves_the_buttons_usable(step, qtbot):
    issue(step, qtbot)
    open_paper(step, qtbot, "sertifikat")
    step.output.work(step.foot.print_button.text(), lambda progress: _for_ever(progress), lambda result: None)
    assert not step.foot.save_button.isEnabled()
    qtbot.waitUntil(step.output.isVisible)
    step.output.cancel_button.click()
    qtbot.waitUntil(lambda: step.foot.save_button.isEnabled())


def test_while_one_job_runs_no_other_can_begin_though_the_page_is_drawn_anew(step, qtbot):
    step.output.work(step.foot.print_button.text(), lambda progress: _for_ever(progress), lambda result: None)
    with qtbot.waitSignal(step.shown):
        step.refresh()
    assert not step.foot.save_button.isEnabled()
    assert not step.foot.print_button.isEnabled()
    step.output.cancel_button.click()
    qtbot.waitUntil(step.foot.print_button.isEnabled)


def _for_ever(progress):
    while True:
        progress(1, 3)


def test_a_kop_is_filled_in_on_the_sheet_it_will_head(step, services, qtbot, tmp_path):
    from PIL import Image

    Image.new("RGB", (200, 200), "navy").save(tmp_path / "logo.png")
    step.mending.edit_letterhead()
    dialog = step.mending.dialog
    canvas = dialog.editor.canvas
    dialog.parent_name.setText("PEMERINTAH KABUPATEN CONTOH")
    dialog.unit.setText("DINAS SOSIAL <b>PPPA</b>")
    for _n in range(2):
        count = len(canvas.logos)
        dialog.add_logo(tmp_path / "logo.png")
        qtbot.waitUntil(lambda count=count: len(canvas.logos) == count + 1)
    dialog.editor.remove_button.click()
    assert len(canvas.logos) == 1
    assert dialog.toast.isVisible()
    dialog.toast.undo_button.click()
    assert len(canvas.logos) == 2
    with qtbot.waitSignal(dialog.saved):
        dialog.done_button.click()
    qtbot.waitUntil(lambda: step.settled)
    stored = services.planning.get(step.kegiatan.id).letterhead
    assert stored == Letterhead(
        parent="PEMERINTAH KABUPATEN CONTOH", unit="DINAS SOSIAL <b>PPPA</b>", logos=stored.logos
    )
    assert len(stored.logos) == 2
    assert "DINAS SOSIAL <b>PPPA</b>" in text_of(step.pdf)


def test_one_primary_button_and_a_name_for_all_that_takes_the_keyboard(step, qtbot):
    for key in ("daftar-hadir", "terbit"):
        open_paper(step, qtbot, key)
        primary = [
            b for b in step.findChildren(QPushButton) if b.property("kind") == "primary" and b.isVisible()
        ]
        assert len(primary) == 1
        for widget in step.findChildren(QWidget):
            inner = widget.objectName().startswith("qt_")
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and not inner:
                assert widget.accessibleName(), widget
                assert widget.height() >= 40, widget


def test_in_a_narrow_window_the_fields_stand_behind_a_button(step, qtbot):
    window = QStackedWidget()  # as in the window: a page does not decide how wide it is
    qtbot.addWidget(window)
    window.addWidget(step)
    window.resize(1146, 650)
    window.show()
    assert step.fields.isVisible()
    window.resize(872, 460)
    assert step.foot.fields_button.isVisible()
    assert not step.fields.isVisible()
    step.foot.fields_button.click()
    assert step.fields.isVisible()
    assert not step.middle.isVisible()
    step.foot.fields_button.click()
    step.mend(Fix.PAPER)
    assert step.fields.paper_size.paper.isVisible()
    window.resize(1146, 650)
    assert step.middle.isVisible()
    assert step.fields.width() == theme.current().px(316)
    step.setParent(None)


def test_a_kegiatan_without_people_shows_an_empty_list_and_no_candidates(context, kegiatan, qtbot):
    made = PapersStep(context, kegiatan.id)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.pdf))
    assert io.BytesIO(made.pdf).read(4) == b"%PDF"
    open_paper(made, qtbot, "terbit")
    assert made.numbers.candidates.empty.isVisible()
    assert not made.foot.issue_button.isEnabled()


def test_the_fields_come_back_when_large_text_is_made_small_again(step, qtbot, qapp):
    step.resize(1146, 650)
    qtbot.waitUntil(lambda: step.settled)
    before = step.fields.width()
    try:
        theme.apply_theme(qapp, theme.DEFAULT, 175)
        qtbot.waitUntil(lambda: not step.fields.isVisible())
        qtbot.waitUntil(lambda: not dressing.busy())
    finally:
        theme.apply_theme(qapp)
    qtbot.waitUntil(lambda: step.fields.isVisible() and step.fields.width() == before)

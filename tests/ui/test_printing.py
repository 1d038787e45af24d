"""Pages reach the paper at their real size, as many as were asked for."""

import io

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinterInfo

from bimtek.documents.daftar_hadir import DaftarHadir
from bimtek.documents.sertifikat import Sertifikat
from bimtek.domain.errors import DocumentError
from bimtek.services.progress import Cancelled, silent
from bimtek.ui.printing import PrintJob, knows_paper, print_pages, printers


def pdf_of(document):
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def lists():
    return pdf_of(DaftarHadir.sample())


@pytest.fixture(scope="module")
def certificates():
    return pdf_of(Sertifikat.sample())


def job(tmp_path, **changed):
    return PrintJob(**{"printer": "", "first": 1, "last": 99, "file": str(tmp_path / "cetak.pdf"), **changed})


@pytest.mark.parametrize("paper", ["lists", "certificates"])
def test_a_page_keeps_its_size_and_direction(request, tmp_path, qapp, paper):
    data = request.getfixturevalue(paper)
    done = print_pages(data, job(tmp_path), silent)
    before, after = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(tmp_path / "cetak.pdf")
    assert len(after) == len(before) == done
    for at in range(len(before)):
        assert after.get_page_size(at) == pytest.approx(before.get_page_size(at), abs=1.5)
    before.close()
    after.close()


def test_ink_lies_where_it_lies_in_the_pdf(lists, tmp_path, qapp):
    print_pages(lists, job(tmp_path), silent)
    boxes = []
    for source in (lists, tmp_path / "cetak.pdf"):
        document = pypdfium2.PdfDocument(source)
        picture = document[0].render(scale=2).to_pil().convert("L").point(lambda grey: 255 * (grey < 128))
        boxes.append(picture.getbbox())
        document.close()
    assert boxes[0] == pytest.approx(boxes[1], abs=4)  # 2 pixels a point: within 0.7 mm


def test_only_the_pages_asked_for_are_printed(certificates, tmp_path, qapp):
    assert print_pages(certificates, job(tmp_path, first=2, last=2), silent) == 1
    document = pypdfium2.PdfDocument(tmp_path / "cetak.pdf")
    assert len(document) == 1
    document.close()


def test_cancelling_between_two_pages_stops_the_printing(certificates, tmp_path, qapp):
    def progress(done, total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(certificates, job(tmp_path), progress)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_take_the_job_is_told_in_words(lists, tmp_path, qapp, recwarn):
    with pytest.raises(DocumentError) as caught:
        print_pages(lists, job(tmp_path, file=str(tmp_path / "tidak-ada" / "cetak.pdf")), silent)
    assert "PDF" in str(caught.value.data_safe)


def test_printers_are_named_with_the_usual_one_first(monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Canon", "Epson"]))
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", staticmethod(lambda: "Epson"))
    assert printers() == ["Epson", "Canon"]


def test_a_printer_that_tells_nothing_about_paper_is_believed(qapp):
    assert knows_paper("tidak ada", (595.28, 841.89))

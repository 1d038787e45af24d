"""A PDF from outside: read whole, or refused with what to do."""

import pytest

from bimtek.domain.errors import FileTroubleError
from bimtek.intake import pdf_file
from bimtek.intake.pdf_file import read_pdf
from tests.pdf_files import pdf


def test_a_sound_pdf_is_read_with_its_pages(tmp_path):
    path = tmp_path / "Materi desa.pdf"
    path.write_bytes(pdf(4))
    assert read_pdf(path) == (path.read_bytes(), 4)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "rusak atau bukan PDF"),
        (b"PK\x03\x04 pptx", "rusak atau bukan PDF"),
        (pdf()[:400], "rusak atau bukan PDF"),
        (pdf(password="rahasia"), "terkunci kata sandi"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_plain_words(tmp_path, data, says):
    path = tmp_path / "slide.pdf"
    path.write_bytes(data)
    with pytest.raises(FileTroubleError) as caught:
        read_pdf(path)
    assert says in str(caught.value)
    assert str(caught.value.advice)


def test_a_huge_pdf_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "besar.pdf"
    with path.open("wb") as file:
        file.truncate(pdf_file.MAX_BYTES + 1)
    with pytest.raises(FileTroubleError, match="lebih dari 100 MB"):
        read_pdf(path)
    monkeypatch.setattr(pdf_file, "MAX_PAGES", 2)
    path.write_bytes(pdf(3))
    with pytest.raises(FileTroubleError, match="3 halaman; paling banyak 2"):
        read_pdf(path)


def test_a_file_on_a_stick_that_was_pulled_is_refused(tmp_path):
    with pytest.raises(FileTroubleError, match="tidak terbaca"):
        read_pdf(tmp_path / "hilang.pdf")

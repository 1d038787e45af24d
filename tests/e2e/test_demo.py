"""The sample day writes papers that agree with each other, and can be run again."""

import json
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest

EXPECTED = Path("tests/data/contoh/peserta-blora.harap.json")
POINTS_PER_MM = 72 / 25.4
A4_LANDSCAPE = (297.0, 210.0)
A4 = (210.0, 297.0)


def run_demo(folder):
    return subprocess.run(
        [sys.executable, "main.py", "--data", str(folder / "data"), "demo", "--keluaran", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    result = run_demo(folder)
    assert result.returncode == 0, result.stderr
    assert not result.stderr
    assert "Buka kegiatan ini dengan:" in result.stdout
    return folder


@pytest.fixture(scope="module")
def summary(demo):
    return json.loads((demo / "ringkasan.json").read_text())


@pytest.fixture(scope="module")
def scores(demo):
    """Rows of the score sheet below its heading: name, pre, post."""
    sheet = openpyxl.load_workbook(demo / "rekap-nilai.xlsx").active
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    head = next(at for at, row in enumerate(rows) if "Nama" in row)
    column = {title: at for at, title in enumerate(rows[head]) if title}
    people = [row for row in rows[head + 1 :] if isinstance(row[column["No"]], int)]
    return [(r[column["Nama"]], r[column["Pre-test"]], r[column["Post-test"]]) for r in people]


def text_of(path):
    """Words of a PDF as a reader extracts them, runs of space and no-break spaces made one."""
    pdf = pypdfium2.PdfDocument(path)
    words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    assert "\x00" not in words
    return re.sub(r"\s+", " ", words.replace("\u00a0", " "))


def pages_mm(path):
    pdf = pypdfium2.PdfDocument(path)
    sizes = [tuple(round(side / POINTS_PER_MM, 1) for side in page.get_size()) for page in pdf]
    pdf.close()
    return sizes


def fonts_are_embedded(path):
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    rows = listed.splitlines()[2:]
    assert rows
    return all(row[-30:].split()[0] == "yes" for row in rows)


def test_all_files_of_the_day_are_there(demo, summary):
    names = {path.name for path in demo.iterdir()}
    assert {"rekap-nilai.xlsx", "ringkasan.json", "sertifikat-gabungan.pdf", "surat-keterangan.pdf"} <= names
    assert len([n for n in names if re.fullmatch(r"daftar-hadir-peserta-.*\.pdf", n)]) == 2
    assert len(list((demo / "sertifikat").glob("*.pdf"))) == summary["sertifikat"]
    screens = {path.stem for path in (demo / "layar").glob("*.png")}
    steps = ("siapkan", "absensi", "sajikan", "kuis", "hasil", "dokumen")
    assert {f"kegiatan-{step}" for step in steps} <= screens
    assert {"beranda", "peserta", "modul", "pengaturan", "sajikan-proyektor", "sajikan-pemateri"} <= screens


def test_the_summary_holds_what_the_day_was(summary):
    assert (summary["peserta"], summary["hadir"], summary["pasangan"]) == (33, 30, 27)
    assert summary["percobaan"] == 57
    assert set(summary["detik"]) >= {"rencana", "peserta", "absensi", "kuis", "dokumen", "layar"}
    gain = (summary["rata_post"] - summary["rata_pre"]) / (100 - summary["rata_pre"])
    assert summary["n_gain"] == pytest.approx(gain, abs=1e-12)


def test_every_present_participant_stands_on_list_and_certificate_with_titles(demo, scores):
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    names = [person["nama_lengkap"] for person in expected["orang"]]
    assert [name for name, _pre, _post in scores] == names
    lists = text_of(demo / "daftar-hadir-peserta-2024-03-05-Pagi.pdf")
    for name in names:
        assert name in lists, name
    papers = text_of(demo / "sertifikat-gabungan.pdf") + text_of(demo / "surat-keterangan.pdf")
    for name in names[:30]:  # the last three were away
        assert name in papers, name
    for name in names[30:]:
        assert name not in papers, name


def test_pages_have_the_exact_size_and_fonts_inside(demo):
    for path in demo.glob("sertifikat-*.pdf"):
        assert set(pages_mm(path)) == {A4_LANDSCAPE}, path.name
    for path in demo.glob("daftar-hadir-*.pdf"):
        assert set(pages_mm(path)) == {A4}, path.name
    for path in demo.rglob("*.pdf"):
        assert fonts_are_embedded(path), path.name


def test_figures_in_spreadsheet_papers_and_summary_agree(demo, summary, scores):
    pairs = [(pre, post) for _name, pre, post in scores if pre is not None and post is not None]
    assert len(pairs) == summary["pasangan"]
    assert sum(pre for pre, _post in pairs) / len(pairs) == pytest.approx(summary["rata_pre"], abs=0.05)
    assert sum(post for _pre, post in pairs) / len(pairs) == pytest.approx(summary["rata_post"], abs=0.05)
    gains = [(post - pre) / (100 - pre) for pre, post in pairs if pre < 100]
    assert sum(gains) / len(gains) == pytest.approx(summary["n_gain_rerata"], abs=0.005)
    fronts = text_of(demo / "sertifikat-depan.pdf")
    numbers = re.findall(r"400\.2/(\d{3})/OCSEA/III/2024", fronts)
    assert numbers == [f"{n:03d}" for n in range(1, summary["sertifikat"] + 1)]
    register = openpyxl.load_workbook(demo / "register-sertifikat.xlsx").active
    listed = [
        str(c) for row in register.iter_rows(values_only=True) for c in row if c and "/OCSEA/" in str(c)
    ]
    assert len(listed) == summary["sertifikat"] + summary["surat_keterangan"]


def test_every_paper_says_that_it_is_a_sample(demo):
    for path in demo.glob("sertifikat-gab*.pdf"):
        assert text_of(path).count("CONTOH") >= len(pages_mm(path))


def test_a_second_run_doubles_nothing_and_gives_the_same_papers(demo, summary):
    before = {p.name: p.read_bytes() for p in (demo / "sertifikat").glob("*.pdf")}
    result = run_demo(demo)
    assert result.returncode == 0, result.stderr
    again = json.loads((demo / "ringkasan.json").read_text())
    assert {k: v for k, v in again.items() if k != "detik"} == {
        k: v for k, v in summary.items() if k != "detik"
    }
    assert {p.name: p.read_bytes() for p in (demo / "sertifikat").glob("*.pdf")} == before


def test_the_day_opens_no_page_wider_than_its_sheet(demo):
    """Every glyph lies inside its page."""
    pdf = pypdfium2.PdfDocument(demo / "sertifikat-gabungan.pdf")
    for page in pdf:
        width, height = page.get_size()
        texts = page.get_textpage()
        for at in range(pdfium_c.FPDFText_CountRects(texts.raw, 0, -1)):
            left, bottom, right, top = texts.get_rect(at)
            assert left >= 0
            assert bottom >= 0
            assert right <= width
            assert top <= height
    pdf.close()

"""Captions as they come: from editors, from the web, from a laptop of ten years ago."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.captions import Captions, Cue, read_captions

SRT = """1
00:00:01,000 --> 00:00:02,500
Halo, Rani.
Apa kabar?

2
00:00:03,000 --> 00:00:04,000
<i>Baik</i>, &amp; kamu?
"""
TOLD = (Cue(1000, 2500, "Halo, Rani.\nApa kabar?"), Cue(3000, 4000, "Baik, & kamu?"))
BARE = "\n".join(line for line in SRT.split("\n") if line not in {"1", "2"})
VTT = "WEBVTT - Cerita\n\nNOTE dibuat\nsendiri\n\n" + BARE.replace(",000", ".000").replace(",500", ".500")


def read(raw, **how):
    return read_captions(raw if isinstance(raw, bytes) else raw.encode(), **how)


@pytest.mark.parametrize(
    "raw",
    [
        SRT,
        BARE,
        "\ufeff" + SRT,
        SRT.replace("\n", "\r\n"),
        SRT.replace("\n", "\r"),
        SRT.replace("?\n\n2", "?\n2"),
        SRT.replace(" --> ", "-->").replace("00:00:0", "0:0"),
        SRT.replace("00:00:04,000", "00:00:04,000  X1:40 X2:600"),
        SRT.replace("Halo", "{\\an8}Halo"),
        SRT.replace("Halo", "<font color='red'>Halo</font>"),
        VTT,
        VTT.replace("00:00:0", "00:0"),
        VTT.replace("--> 00:00:04.000", "--> 00:00:04.000 align:start line:0"),
        VTT.replace("Halo", "<c.kuning>Ha<00:00:01.200>lo</c>"),
        VTT.replace("00:00:01.000", "pembuka\n00:00:01.000"),
    ],
)
def test_every_usual_form_says_the_same(raw):
    assert read(raw) == (Captions(TOLD), [])


def test_an_old_laptop_saves_in_its_own_code_page_and_is_read_and_told():
    found, troubles = read(SRT.replace("Halo", "“Café”").encode("cp1252"))
    assert found.cues[0].text == "“Café”, Rani.\nApa kabar?"
    assert [(t.line, str(t.message)) for t in troubles] == [
        (3, "Teks bukan UTF-8. Simpan ulang sebagai UTF-8.")
    ]


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be"])
def test_notepads_unicode_is_read_and_told(code):
    found, troubles = read(("\ufeff" + SRT).encode(code))
    assert found.cues == TOLD
    assert [t.line for t in troubles] == [1]


def test_what_cannot_be_read_is_told_at_its_line_and_the_rest_is_kept():
    broken = SRT + "\n3\n00:00:xx,000 --> 00:00:06,000\nHilang\n\n4\n00:00:09,000 --> 00:00:08,000\nBalik\n"
    found, troubles = read(broken)
    assert found.cues == TOLD
    assert [(t.line, str(t.message)) for t in troubles] == [
        (11, "Waktu tidak terbaca. Contoh: 00:01.000 --> 00:04.000"),
        (15, "Waktu akhir harus sesudah waktu awal."),
    ]


def test_webvtt_without_its_first_line_is_told():
    found, troubles = read(BARE, webvtt=True)
    assert found.cues == TOLD
    assert [(t.line, str(t.message)) for t in troubles] == [(1, "Baris pertama berkas .vtt harus WEBVTT.")]


def test_a_speaker_who_is_named_stands_before_the_words():
    said = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.keras Bu Siti>Jangan kirim foto.</v>\n"
    assert read(said)[0].cues == (Cue(1000, 2000, "Bu Siti: Jangan kirim foto."),)


def test_less_than_is_no_mark():
    assert read("00:01.000 --> 00:02.000\n1 < 2 dan 3 > 2\n")[0].cues[0].text == "1 < 2 dan 3 > 2"


def test_a_cue_is_shown_from_its_start_until_just_before_its_end():
    found = read(SRT)[0]
    shown = [found.at(moment) for moment in (0, 999, 1000, 2499, 2500, 3000, 4000)]
    assert shown == [None, None, TOLD[0], TOLD[0], None, TOLD[1], None]


def test_what_is_no_caption_is_cut_and_told():
    found, troubles = read("00:01.000 --> 00:02.000\n" + "bla " * 1000)
    assert len(found.cues[0].text) == 600
    assert [(t.line, str(t.message)) for t in troubles] == [
        (1, "Terlalu panjang; bagi menjadi beberapa waktu.")
    ]


@pytest.mark.parametrize(
    "evil", ["<v" + " " * 500_000, "<v " * 300_000, "{\\" * 400_000, "<a" * 400_000, "&" * 900_000]
)
@pytest.mark.timeout(20)
def test_no_line_takes_for_ever(evil):
    assert read("00:01.000 --> 00:02.000\n" + evil)[0].cues[0].end == 2000


def test_two_who_speak_at_once_are_both_shown():
    found = Captions((Cue(0, 4000, "Ibu"), Cue(1000, 3000, "Anak")))
    assert found.at(500) == Cue(0, 4000, "Ibu")
    assert found.at(1500) == Cue(1000, 3000, "Ibu\nAnak")
    assert found.at(3500) == Cue(0, 4000, "Ibu")


def written(at):
    return f"{at // 3_600_000:02d}:{at // 60_000 % 60:02d}:{at // 1000 % 60:02d},{at % 1000:03d}"


words = st.text(st.characters(codec="utf-8", categories=("L", "Nd")), min_size=1, max_size=9)
cue = st.tuples(st.integers(0, 10**7), st.integers(1, 10**5), st.lists(words, min_size=1, max_size=3))


@given(st.lists(cue, max_size=20), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_written_is_read_back(cues, end):
    text = "".join(
        f"{number}\n{written(start)} --> {written(start + lasts)}\n" + "\n".join(lines) + "\n\n"
        for number, (start, lasts, lines) in enumerate(cues, 1)
    )
    found, troubles = read(text.replace("\n", end))
    wanted = [Cue(start, start + lasts, "\n".join(lines)) for start, lasts, lines in cues]
    assert troubles == []
    assert list(found.cues) == sorted(wanted, key=lambda one: (one.start, one.end))


@given(st.one_of(st.binary(max_size=300), st.text(" 0123456789:,.->\n<>{}\\&;ab", max_size=300)))
def test_no_file_is_too_bad_to_be_looked_at(raw):
    data = raw if isinstance(raw, bytes) else raw.encode()
    found, troubles = read(data, webvtt=True)
    assert all(one.start < one.end and one.text for one in found.cues)
    assert all(1 <= t.line <= data.count(b"\n") + data.count(b"\r") + 1 for t in troubles)

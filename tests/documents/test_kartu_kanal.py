"""Channel cards: large numbers, their day beside them, dotted lines where nobody verified one."""

from dataclasses import replace
from datetime import date

import pytest

from bimtek.documents import samples
from bimtek.documents.kartu_kanal import NUMBER, ON_CARD, ON_POSTER, KartuKanal
from bimtek.domain.channels import CardLine, ChannelKind
from tests.documents.reading import Pdf

DAY = date(2026, 11, 29)
LONG = "UPTD Perlindungan Perempuan dan Anak Kabupaten Contoh Barat Daya Kepulauan"
FULL = tuple(
    CardLine(f"Layanan {letter}", f"0000-000{n}", DAY, purpose="Aduan.", not_for="Bukan untuk berita.")
    for n, letter in enumerate("ABCDEFG")
)


def paper(*lines, others=()):
    return KartuKanal(made_on=DAY, lines=lines, others=others)


def test_eight_cards_and_a_poster_each_with_every_number():
    pdf = Pdf.of(paper(*FULL))
    assert len(pdf) == 2
    for line in FULL:
        assert (len(pdf.words(line.value, 0)), len(pdf.words(line.value, 1))) == (8, 1)


def test_numbers_are_large_enough_to_read_on_both():
    pdf = Pdf.of(paper(*FULL, replace(FULL[0], value="nama-situs-yang-sangat-panjang.contoh.invalid")))
    assert NUMBER >= 14
    for line in FULL:
        assert pdf.size_of(line.value, 0) >= 14
        assert pdf.size_of(line.value, 1) >= 14
    assert pdf.size_of("contoh.invalid", 1) >= 14


def test_each_number_shows_the_day_it_was_verified():
    lines = (CardLine("A", "0000-0001", date(2026, 11, 3)), CardLine("B", "0000-0002", date(2026, 10, 7)))
    pdf = Pdf.of(paper(*lines))
    for day in ("03-11-2026", "07-10-2026"):
        assert len(pdf.words(f"diperiksa {day}", 0)) == 8
        assert day in pdf.texts[1]
    assert "Dicetak 29-11-2026" in pdf.text


def test_a_line_without_a_number_is_dotted_and_shows_no_day():
    pdf, filled = Pdf.of(paper(CardLine("UPTD PPA"))), Pdf.of(paper(CardLine("UPTD PPA", "0000", DAY)))
    for page, cards in ((0, 8), (1, 1)):
        level = [len([s for s in one.segments(page) if s.level]) for one in (pdf, filled)]
        assert level[0] - level[1] == cards
    assert "diperiksa" not in pdf.text


def test_who_is_written_to_says_so():
    text = Pdf.of(paper(CardLine("UPTD", "0000", DAY, ChannelKind.WHATSAPP))).text
    assert "UPTD (WhatsApp)" in text
    assert (
        "WhatsApp X (WhatsApp)"
        not in Pdf.of(paper(CardLine("WhatsApp X", "0000", DAY, ChannelKind.WHATSAPP))).text
    )


@pytest.mark.parametrize("line", [CardLine(LONG), CardLine(LONG, "+00 000-0000-0000", DAY)])
def test_a_long_name_stays_beside_its_number_and_off_its_neighbours(line):
    pdf = Pdf.of(paper(*(line,) * ON_CARD))
    inked = pdf.inked(0)
    left = [word for word in inked if word.left < 105 and word.top < 79]
    for one in left:
        for other in left:
            apart = (
                one is other
                or one.right <= other.left + 0.1
                or other.right <= one.left + 0.1
                or one.bottom <= other.top + 0.1
                or other.bottom <= one.top + 0.1
            )
            assert apart, (one, other)


def test_what_is_missing_or_finds_no_room_is_said_and_stops_nothing():
    found = paper(*FULL, CardLine("UPTD PPA"), others=FULL).problems()
    assert [str(problem.message) for problem in found] == [
        "1 baris masih titik-titik: kanalnya perlu dihubungi dulu.",
        "1 kanal tidak muat di kartu saku.",
        f"{15 - ON_POSTER} kanal tidak muat di poster.",
    ]
    assert not any(problem.blocking for problem in found)
    assert paper(*FULL).problems() == []


def test_a_number_that_does_not_fit_whole_is_not_printed_in_part_and_is_told():
    street = "Jalan Contoh Panjang Sekali Nomor Nol, Kelurahan Contoh, Kecamatan Contoh, Kabupaten Contoh"
    made = paper(CardLine("Kantor", street, DAY, ChannelKind.OFFICE))
    assert [str(problem.message) for problem in made.problems()] == [
        "Nomor atau alamat Kantor terlalu panjang untuk kartu saku."
    ]
    pdf = Pdf.of(made)
    assert "Jalan" not in pdf.texts[0]
    assert "diperiksa" not in pdf.texts[0]


def test_a_name_that_is_cut_says_so():
    assert "…" in Pdf.of(paper(*(CardLine(LONG + " " + LONG, "0000-0001", DAY),) * ON_CARD)).texts[0]
    assert "…" not in Pdf.of(paper(*FULL)).text


def test_markup_in_a_name_is_drawn_as_it_stands():
    assert "<b>UPTD</b>" in Pdf.of(paper(CardLine("<b>UPTD</b>", "0000", DAY))).text


def test_the_sample_holds_no_number_of_anybody():
    assert all(set(line.value) <= set("0-() ") or ".invalid" in line.value for line in samples.channels())

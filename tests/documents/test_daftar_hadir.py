"""The attendance list, read back from the PDF: acceptance points 1 to 22."""

import io
import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.documents import samples
from bimtek.documents.base import Fix
from bimtek.documents.daftar_hadir import DaftarHadir, ListOptions
from bimtek.domain.attendance import Status
from bimtek.domain.clock import Zone
from bimtek.domain.errors import DocumentError
from bimtek.domain.kegiatan import Kegiatan, Letterhead, Paper, PaperOptions, Signatory
from bimtek.domain.occasions import occasions
from bimtek.domain.people import Participation, PersonName, Role, Sex
from tests.counts import sampled
from tests.documents.pictures import SHAPES, picture
from tests.documents.reading import Pdf, Segment, Word

LONGEST = PersonName(
    "Raden Ajeng Siti Nur Aisyah Kusumawardhani", "Prof. Dr. Ir. Hj.", "S.Sos., M.Si., Ph.D."
)
ODD_NAMES = ("<b>Budi</b> & Ani", "Renée Ḥasan Ma’ruf", "Nur'aini", "U", "Göran Ñaro")


def make(count: int = 3, *, options: ListOptions | None = None, **papers: object) -> DaftarHadir:
    """A list of so many people, on a kegiatan whose paper options are given by name."""
    kegiatan = replace(samples.kegiatan(), sample=False, papers=PaperOptions(**papers))
    return DaftarHadir(
        kegiatan=kegiatan,
        session=kegiatan.sessions[0],
        people=samples.people(count),
        options=options or ListOptions(),
        files=picture,
    )


def change(paper: DaftarHadir, **fields: object) -> DaftarHadir:
    """The same list of a kegiatan with other fields."""
    return replace(paper, kegiatan=replace(paper.kegiatan, **fields))


def named(paper: DaftarHadir, *names: PersonName, **fields: object) -> DaftarHadir:
    """The same list with other names at its top."""
    people = list(paper.people)
    for n, name in enumerate(names):
        people[n] = with_person(people[n], name=name, **fields)
    return replace(paper, people=tuple(people))


def with_person(entry: Participation, **fields: object) -> Participation:
    return replace(entry, person=replace(entry.person, **fields))


def row_numbers(pdf: Pdf, page: int, left: float) -> list[Word]:
    """The numbers of the first column of one page."""
    return [
        w for w in pdf.pages[page] if w.text.isdigit() and left < w.left < left + 9 and w.right < left + 12
    ]


def sign_numbers(pdf: Pdf, page: int, beyond: float) -> list[Word]:
    """Numbers inside the signature cells of one page."""
    return [w for w in pdf.pages[page] if re.fullmatch(r"\d+\.", w.text) and w.left > beyond]


def columns_of(pdf: Pdf, page: int = 0) -> list[float]:
    """The x of all upright lines that run the whole height of the table."""
    upright = [s for s in pdf.segments(page) if s.upright]
    longest = max(abs(s.y2 - s.y1) for s in upright)
    return sorted(s.x1 for s in upright if abs(s.y2 - s.y1) > longest - 0.1)


def levels(pdf: Pdf, page: int = 0) -> list[Segment]:
    """Level lines of the table, from top to bottom (the double rule of the kop is left out)."""
    table_top = min(min(s.y1, s.y2) for s in pdf.segments(page) if s.upright)
    return sorted((s for s in pdf.segments(page) if s.level and s.y1 > table_top - 0.1), key=lambda s: s.y1)


@pytest.mark.parametrize(
    ("paper", "profile", "size"),
    [
        (Paper.A4, "A", (210, 297)),
        (Paper.F4, "A", (215, 330)),
        (Paper.A4, "B", (297, 210)),
        (Paper.F4, "B", (330, 215)),
    ],
)
def test_point_01_page_boxes_are_exact(paper, profile, size):
    pdf = Pdf.of(make(33, paper=paper, list_profile=profile))
    for got in pdf.sizes:
        assert got == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("paper", list(Paper))
def test_point_02_spj_binding_leaves_26_mm_left_or_18_mm_on_top(paper):
    upright = Pdf.of(make(33, paper=paper, spj_binding=True))
    lying = Pdf.of(make(33, paper=paper, spj_binding=True, list_profile="B"))
    for page in range(len(upright)):
        assert min(w.left for w in upright.pages[page]) >= 26 - 0.1
        assert min(s.x1 for s in upright.segments(page)) >= 26 - 0.1
        assert max(w.right for w in upright.pages[page]) <= upright.sizes[0][0] - 10 + 0.2
    for page in range(len(lying)):
        assert min(w.top for w in lying.pages[page]) >= 18
        assert max(w.bottom for w in lying.pages[page]) <= lying.sizes[0][1]


def test_point_03_kop_has_three_tiers_and_a_double_rule_and_nothing_collides():
    long_unit = (
        "DINAS PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA"
    )
    paper = make()
    head = replace(paper.kegiatan.letterhead, unit=long_unit, logos=("a",))
    pdf = Pdf.of(change(paper, letterhead=head))
    parent = pdf.word("PEMERINTAH KABUPATEN CONTOH")
    first, last = pdf.word("DINAS PEMBERDAYAAN"), pdf.word("BERENCANA")
    address = pdf.word("Jalan Contoh Nomor 1, Contoh 00000")
    assert parent.bottom < first.top + 2
    assert last.top - first.top == pytest.approx(5.3, abs=0.6)
    assert last.bottom < address.top + 1.5
    logo = pdf.images()[0]
    assert first.left > logo[2] + 2
    rules = [s for s in pdf.segments() if s.level and s.y1 < pdf.word("DAFTAR HADIR PESERTA").top]
    assert len(rules) == 2
    assert abs(rules[0].y1 - rules[1].y1) == pytest.approx(1, abs=0.05)
    assert min(r.y1 for r in rules) > max(address.bottom, logo[3])
    assert min(r.y1 for r in rules) > pdf.word("Telepon (0000) 000000").bottom


def test_point_03_a_kop_that_is_one_wide_picture_fills_the_text_width():
    pdf = Pdf.of(change(make(), letterhead=Letterhead(mode="gambar", image="kop")))
    (box,) = pdf.images()
    assert (box[0], box[2]) == (pytest.approx(20, abs=0.1), pytest.approx(200, abs=0.1))
    assert box[3] - box[1] <= 32
    assert pdf.word("DAFTAR HADIR PESERTA").top > box[3]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("profile", ["A", "B"])
def test_point_04_logos_stand_in_order_with_their_shape(count, profile):
    names = ("a", "b", "c", "d")[:count]
    paper = make(list_profile=profile)
    pdf = Pdf.of(change(paper, letterhead=replace(paper.kegiatan.letterhead, logos=names)))
    boxes = pdf.images()
    assert len(boxes) == count
    assert [b[0] for b in boxes] == sorted(b[0] for b in boxes)
    for name, (left, top, right, bottom) in zip(names, boxes, strict=True):
        wide, high = SHAPES[name]
        assert (right - left) / (bottom - top) == pytest.approx(wide / high, rel=0.02)
        assert left >= 14.9
        assert right <= pdf.sizes[0][0] - 9.9


@pytest.mark.parametrize("role", list(Role))
def test_point_05_the_title_names_the_kind_of_list(role):
    pdf = Pdf.of(replace(make(), role=role))
    assert pdf.word(f"DAFTAR HADIR {role.value.upper()}")


def test_point_06_the_weekday_is_computed_and_a_long_activity_wraps():
    title = (samples.TITLE + " Kabupaten Blora Tahun Anggaran 2024")[:170]
    paper = change(make(), title=title)
    pdf = Pdf.of(replace(paper, session=replace(paper.session, on_date=date(2024, 2, 29))))
    assert "Kamis, 29 Februari 2024" in pdf.text
    words = title.split()
    assert pdf.word(" ".join(words[:3]))
    assert pdf.words(words[-1])
    table_top = levels(pdf)[0].y1
    assert pdf.word("Tempat").bottom < table_top - 1


@pytest.mark.parametrize("zone", list(Zone))
def test_point_07_hours_carry_a_dot_and_the_zone_of_the_event(zone):
    paper = change(make(), zone=zone)
    assert f"08.30 {zone.value} s.d. selesai (Sesi Pagi)" in Pdf.of(paper).text
    closed = replace(paper, session=replace(paper.session, ends=time(12, 0)))
    assert f"08.30–12.00 {zone.value}" in Pdf.of(closed).text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("spj", [False, True])
@pytest.mark.parametrize(
    "columns",
    [(), ("jk",), ("kantor", "desa"), ("jk", "kantor", "desa", "hp"), ("jk", "umur", "disabilitas", "desa")],
)
def test_point_08_columns_may_change_and_widths_still_add_up(paper, spj, columns):
    for profile in ("A", "B"):
        made = make(
            3, options=ListOptions(columns=columns), paper=paper, spj_binding=spj, list_profile=profile
        )
        pdf = Pdf.of(made)
        edges = columns_of(pdf)
        layout = made.layout
        assert edges[0] == pytest.approx(layout.left, abs=0.05)
        assert edges[-1] == pytest.approx(layout.left + layout.text_width, abs=0.05)
        assert len(edges) == 4 + len(columns or (("jk", "kantor", "desa") if profile == "A" else "xx"))


@pytest.mark.parametrize("count", [2, 33, 200])
def test_point_09_zigzag_pairs_share_two_rows_and_never_split(count):
    pdf = Pdf.of(make(count))
    last = 0
    for page in range(len(pdf)):
        signs = sign_numbers(pdf, page, 150)
        numbers = [int(w.text[:-1]) for w in signs]
        assert numbers == list(range(last + 1, last + 1 + len(numbers)))
        assert len(numbers) % 2 == 0
        last = numbers[-1]
        edges = columns_of(pdf, page)
        middle = (edges[-2] + edges[-1]) / 2
        below_header = levels(pdf, page)[1:]
        for odd, even, above, within, under in zip(
            signs[::2], signs[1::2], below_header[:-1:2], below_header[1::2], below_header[2::2], strict=True
        ):
            assert edges[-2] < odd.left < odd.right < middle < even.left < even.right < edges[-1]
            assert above.x2 == pytest.approx(edges[-1], abs=0.05)
            assert within.x2 == pytest.approx(edges[-2], abs=0.05)
            assert under.y1 - above.y1 == pytest.approx(2 * (within.y1 - above.y1), abs=0.05)
            assert above.y1 < odd.top < odd.bottom < within.y1 < even.top < even.bottom < under.y1


@pytest.mark.parametrize(
    ("profile", "asked", "got"),
    [("A", None, 10), ("B", None, 12), ("A", 8, 8), ("A", 20, 20), ("B", 15, 15), ("A", 40, 20), ("A", 2, 8)],
)
def test_point_10_row_height_is_settable_from_8_to_20(profile, asked, got):
    lines = levels(Pdf.of(make(3, list_profile=profile, row_mm=asked)))
    assert lines[2].y1 - lines[1].y1 == pytest.approx(got, abs=0.05)


@pytest.mark.parametrize("profile", ["A", "B"])
def test_point_11_headers_repeat_and_pages_are_counted(profile):
    pdf = Pdf.of(make(60, list_profile=profile))
    assert len(pdf) > 2
    for page in range(len(pdf)):
        assert pdf.word(f"Halaman {page + 1} dari {len(pdf)}", page)
        assert pdf.word("Tanda Tangan", page)
        running = "Daftar Hadir Peserta – Bimtek OCSEA – Selasa, 5 Maret 2024 – Sesi Pagi (lanjutan)"
        assert len(pdf.words(running, page)) == (page > 0)


@pytest.mark.parametrize("count", [0, 1, 2, 19, 20, 21, 33, 200])
@pytest.mark.parametrize("profile", ["A", "B"])
@pytest.mark.parametrize("paper", list(Paper))
def test_point_12_any_number_of_people_gives_valid_pages(count, profile, paper):
    pdf = Pdf.of(make(count, list_profile=profile, paper=paper))
    numbers = []
    for page in range(len(pdf)):
        rows = row_numbers(pdf, page, 19 if profile == "A" else 14)
        numbers += [int(w.text) for w in rows]
        assert max(w.bottom for w in pdf.pages[page]) < pdf.sizes[page][1] - 5
        assert profile == "A" or len(rows) <= 10
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= count
    assert profile == "B" or len(numbers) % 2 == 0


@pytest.mark.parametrize(
    ("paper", "row", "pages"),
    [(Paper.A4, 10, [20, 20]), (Paper.A4, 12, [16, 16]), (Paper.F4, 10, [22, 22]), (Paper.F4, 12, [18, 18])],
)
def test_point_12_pages_hold_as_many_rows_as_measured(paper, row, pages):
    """The table of capacities of the design page, for two pages the second of which is signed."""
    pdf = Pdf.of(make(sum(pages), options=ListOptions(spare_rows=0), paper=paper, row_mm=row))
    assert [len(sign_numbers(pdf, page, 150)) for page in range(len(pdf))] == pages


@pytest.mark.parametrize("profile", ["A", "B"])
@pytest.mark.parametrize("columns", [(), ("jk", "umur", "disabilitas", "kantor", "desa", "hp")])
def test_point_13_the_longest_name_is_whole_and_readable(profile, columns):
    paper = named(make(20, list_profile=profile, options=ListOptions(columns=columns)), LONGEST)
    pdf = Pdf.of(paper)
    first = levels(pdf)
    edges = columns_of(pdf)
    cell = [w for w in pdf.pages[0] if edges[1] < w.left < edges[2] and first[1].y1 < w.top < first[2].y1]
    assert " ".join(w.text for w in sorted(cell, key=lambda w: (round(w.top), w.left))) == LONGEST.full
    assert len({round(w.top) for w in cell}) <= (3 if not columns else 5)
    assert all(w.bottom < first[2].y1 and w.right < edges[2] for w in cell)
    assert pdf.size_of("Kusumawardhani") >= 7


def test_point_14_missing_facts_print_as_nothing():
    entry = samples.people(1)[0]
    bare = with_person(
        entry, name=PersonName("Suparti"), sex=Sex.UNKNOWN, instansi="", jabatan="", desa="", phone=""
    )
    bare = with_person(bare, kecamatan="")
    paper = replace(make(1, show_phone=True), people=(bare,))
    pdf = Pdf.of(paper)
    lines = levels(pdf)
    row = [w for w in pdf.pages[0] if lines[1].y1 < w.top < lines[2].y1]
    assert [w.text for w in sorted(row, key=lambda w: w.left)] == ["1", "Suparti", "1."]
    assert not re.search(r"\b(None|nan|null)\b", pdf.text)


def test_point_14_a_nip_stands_under_the_name_and_a_nik_never():
    paper = make(2)
    nip = with_person(paper.people[0], id_kind="NIP", id_number="198705122010012003")
    nik = with_person(paper.people[1], id_kind="NIK", id_number="3316095205870001")
    pdf = Pdf.of(replace(paper, people=(nip, nik)))
    assert pdf.word("NIP 19870512 201001 2 003").top > pdf.word("Siti Nur Aisyah, S.Sos.").top
    assert "331609" not in pdf.text


def test_point_15_blank_forms_and_spare_rows():
    blank = Pdf.of(make(0, options=ListOptions(blank_rows=20)))
    assert len(sign_numbers(blank, 0, 150)) + len(sign_numbers(blank, 1, 150)) == 20
    spare = Pdf.of(make(7, options=ListOptions(spare_rows=5)))
    assert [w.text for w in row_numbers(spare, 0, 19)] == [str(n) for n in range(1, 13)]
    default = Pdf.of(make(7))
    assert len(row_numbers(default, 0, 19)) >= 11
    assert len(default) == 1


def test_point_15_lists_of_other_roles_do_not_fill_the_page():
    paper = replace(make(0), people=samples.people(1, Role.NARASUMBER), role=Role.NARASUMBER)
    assert [w.text for w in row_numbers(Pdf.of(paper), 0, 19)] == [str(n) for n in range(1, 7)]


def two_days(kegiatan: Kegiatan, days: tuple[int, ...], **papers: object) -> Kegiatan:
    base = kegiatan.sessions[0]
    sessions = [
        replace(base, id=f"{day}{label}", on_date=date(2024, 3, day), label=label, starts=hour, ends=end)
        for day in days
        for label, hour, end in (
            ("Sesi Pagi", time(8), time(12)),
            ("Sesi Siang", time(13), time(16)),
        )
    ]
    return replace(kegiatan, sessions=tuple(sessions), papers=PaperOptions(**papers))


def lists(kegiatan, people, *, matrix=False):
    """The lists of every role that has people, for each occasion."""
    return [
        DaftarHadir(
            kegiatan=kegiatan,
            session=occasion.session,
            dates=occasion.dates,
            people=tuple(who for who in people if who.role is role),
            role=role,
        )
        for occasion in occasions(kegiatan, matrix=matrix)
        for role in Role
        if any(who.role is role for who in people)
    ]


def test_point_16_two_days_of_two_sessions_give_four_lists():
    kegiatan = two_days(replace(samples.kegiatan(), sample=False), (5, 7))
    made = lists(kegiatan, samples.people(3))
    assert len(made) == 4
    heads = [Pdf.of(paper).text for paper in made]
    assert ["Kamis, 7 Maret 2024" in head for head in heads] == [False, False, True, True]
    assert ["(Sesi Siang)" in head for head in heads] == [False, True, False, True]


def test_point_16_or_one_list_per_day():
    kegiatan = two_days(replace(samples.kegiatan(), sample=False), (5, 7), list_per="hari")
    made = lists(kegiatan, samples.people(3))
    assert len(made) == 2
    assert "08.00–16.00 WIB" in Pdf.of(made[0]).text


def test_point_16_or_one_matrix_with_a_labelled_column_per_date():
    kegiatan = two_days(replace(samples.kegiatan(), sample=False), (5, 7, 12))
    (paper,) = lists(kegiatan, samples.people(3), matrix=True)
    pdf = Pdf.of(paper)
    assert "Selasa, Kamis, dan Selasa, 5, 7, dan 12 Maret 2024" in pdf.text
    places = [pdf.word(f"{day} Maret 2024", 0) for day in (5, 7)]
    places.append(max(pdf.words("12 Maret 2024"), key=lambda w: w.left))
    edges = sorted({round(s.x1, 1) for s in pdf.segments() if s.upright})
    for place, left, right in zip(places, edges[-4:-1], edges[-3:], strict=True):
        assert left < place.left < place.right < right
        assert right - left >= 20


def test_point_16_more_than_six_dates_become_two_lists():
    kegiatan = two_days(samples.kegiatan(), tuple(range(1, 9)))
    made = lists(kegiatan, samples.people(3), matrix=True)
    assert [len(paper.dates) for paper in made] == [4, 4]


def test_point_17_each_role_has_its_own_list_and_numbers():
    people = samples.people(3) + samples.people(2, Role.NARASUMBER) + samples.people(1, Role.PANITIA)
    kegiatan = replace(samples.kegiatan(), sample=False)
    made = lists(kegiatan, people)
    assert [paper.role for paper in made] == [Role.PESERTA, Role.NARASUMBER, Role.PANITIA]
    for paper, count in zip(made, (3, 2, 1), strict=True):
        pdf = Pdf.of(paper)
        assert row_numbers(pdf, 0, 19)[0].text == "1"
        assert len(paper.people) == count


def test_point_18_the_signature_block_keeps_room_and_company():
    for count in range(1, 50):
        paper = make(count, options=ListOptions(spare_rows=0))
        pdf = Pdf.of(paper)
        last = len(pdf) - 1
        assert len(sign_numbers(pdf, last, 150)) >= 2
    place = pdf.word("Blora, 5 Maret 2024", last)
    post = pdf.word("dan Perlindungan Anak,", last)
    name = pdf.word("Dra. Contoh Wulandari, M.Si.", last)
    assert place.left > 120
    assert name.top + 0.8 - (post.bottom - 0.8) >= 20
    rank, nip = pdf.word("Pembina Utama Muda", last), pdf.word("NIP 19700101 199503 2 001", last)
    assert name.top < rank.top < nip.top
    assert rank.left == pytest.approx(name.left, abs=0.2)


@pytest.mark.parametrize("profile", ["A", "B"])
@pytest.mark.parametrize("paper", list(Paper))
def test_point_18_never_alone_in_any_length_or_profile(profile, paper):
    for count in (2, 7, 8, 9, 10, 11, 12, 18, 19, 20, 21, 22, 23, 40, 41, 44):
        made = make(count, options=ListOptions(spare_rows=0), list_profile=profile, paper=paper)
        pdf = Pdf.of(made)
        edge = columns_of(pdf)[-2]
        assert len(sign_numbers(pdf, len(pdf) - 1, edge)) >= 2
        assert pdf.words("Ketua Panitia,", len(pdf) - 1)


def test_point_19_mengetahui_is_optional_and_prefixes_print():
    right = Signatory(paper="daftar-hadir", place="kanan", title_lines=("Ketua Panitia",), name="Ani")
    alone = Pdf.of(change(make(), signatories=(right,)))
    assert "Mengetahui" not in alone.text
    acting = replace(right, place="kiri", prefix="a.n.", title_lines=("Kepala Dinas", "Sekretaris"))
    pdf = Pdf.of(change(make(), signatories=(acting, right)))
    assert "Mengetahui," in pdf.text
    assert "a.n. Kepala Dinas" in pdf.text
    assert "Sekretaris," in pdf.text


@pytest.mark.parametrize("number", ["", "-", " – "])
def test_point_19_a_signer_without_number_leaves_no_label(number):
    director = Signatory(
        paper="daftar-hadir", place="kanan", title_lines=("Direktur Yayasan",), name="Ani", id_number=number
    )
    assert "NIP" not in Pdf.of(change(make(), signatories=(director,))).text


def test_point_20_columns_feed_the_totals_and_a_nik_is_masked():
    people = list(make(5).people)
    people[0] = with_person(people[0], age=16, disability="ya", id_kind="NIK", id_number="3316095205870001")
    people[1] = with_person(people[1], born_on=date(1960, 1, 1), disability="tidak")
    columns = ("jk", "umur", "disabilitas", "nik")
    paper = replace(make(5, options=ListOptions(columns=columns, totals=True)), people=tuple(people))
    text = Pdf.of(paper).text
    assert "L: 2 P: 3 Jumlah: 5 <18 th: 1 60+ th: 1 Disabilitas: 1" in text
    assert "331609******0001" in text
    assert "3316095205870001" not in text
    assert "NIK" not in Pdf.of(make(5)).text


def test_point_21_lines_print_and_fills_are_light():
    pdf = Pdf.of(make(33))
    assert min(pdf.strokes()) >= 0.15
    assert {colour for colour in pdf.fills() if min(colour) < 255 * 0.85} == set()
    assert pdf.fills()


def test_point_22_numbers_stay_frozen_and_a_reprint_differs_by_its_stamp_only():
    people = tuple(
        replace(entry, order=order) for entry, order in zip(samples.people(4), (1, 2, 4, 5), strict=True)
    )
    paper = replace(make(0), people=people)
    pdf = Pdf.of(paper)
    third = row_numbers(pdf, 0, 19)[2]
    beside = [w.text for w in pdf.pages[0] if abs(w.top - third.top) < 1]
    assert beside == ["3"]
    assert pdf.word("Dra. Hj. Endang Wahyuni, M.Si.").top > third.top
    stamped = Pdf.of(replace(paper, options=ListOptions(stamp="Dicetak ulang 6 Maret 2024")))
    extra = [w.text for w in stamped.pages[0] if w not in pdf.pages[0]]
    assert " ".join(extra) == "Dicetak ulang 6 Maret 2024"


def test_point_40_fonts_are_embedded_and_unusual_letters_survive():
    paper = named(make(8), *(PersonName(name) for name in ODD_NAMES), PersonName("Siti 😀 𝐍𝐮𝐫\x00\u200b"))
    pdf = Pdf.of(paper)
    assert pdf.fonts
    assert all(embedded for _name, embedded in pdf.fonts)
    for name in ODD_NAMES:
        assert name in pdf.text
    assert "Siti Nur" in pdf.text
    assert "\x00" not in pdf.text


def test_same_input_gives_the_same_bytes():
    assert Pdf.of(make(33)).data == Pdf.of(make(33)).data


def test_a_sample_is_marked_contoh_on_every_page():
    pdf = Pdf.of(replace(DaftarHadir.sample(), people=samples.people(33)))
    assert len(pdf) > 1
    assert all("CONTOH" in page.get_textpage().get_text_range() for page in pdf.document)


def test_marks_are_printed_in_their_own_cells_and_counted():
    people = samples.people(3)
    marks = {people[0].id: Status.HADIR, people[2].id: Status.SAKIT}
    pdf = Pdf.of(make(3, options=ListOptions(marks=marks, totals=True)))
    first, third = sign_numbers(pdf, 0, 150)[0], sign_numbers(pdf, 0, 150)[2]
    assert first.top < pdf.word("hadir").top < first.top + 10
    assert third.top < pdf.word("sakit").top < third.top + 10
    assert "Hadir: 1 Sakit: 1" in pdf.text


def test_a_missing_logo_stops_the_list_before_printing():
    def nothing(name: str) -> bytes:
        raise FileNotFoundError(name)

    head = replace(make().kegiatan.letterhead, logos=("a",))
    paper = replace(change(make(), letterhead=head), files=nothing)
    assert [p.fix for p in paper.problems() if p.blocking] == [Fix.KOP]
    out = io.BytesIO()
    with pytest.raises(DocumentError):
        paper.write(out)
    assert out.getvalue() == b""


def test_problems_name_what_is_missing_and_where_to_mend_it():
    kegiatan = replace(samples.kegiatan(), title=" ", signatories=(), place=type(samples.kegiatan().place)())
    people = (with_person(samples.people(1)[0], name=PersonName("محمد")),)
    paper = DaftarHadir(kegiatan=kegiatan, session=kegiatan.sessions[0], people=people)
    assert {p.fix for p in paper.problems()} == {Fix.SIGNERS, Fix.KEGIATAN, Fix.PEOPLE}
    assert DaftarHadir.sample().problems() == []


names = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGH '’.-éèöñḥṣāīūŌ<>&\"%()\\/,"),
        st.characters(min_codepoint=0x1F300, max_codepoint=0x1F64F),
    ),
    min_size=1,
    max_size=85,
)


@settings(max_examples=sampled(15, 120), deadline=None)
@given(st.lists(names, min_size=1, max_size=24))
def test_any_name_prints_whole_inside_its_box(texts):
    people = [with_person(e, name=PersonName(t)) for e, t in zip(samples.people(24), texts, strict=False)]
    pdf = Pdf.of(replace(make(0), people=tuple(people)))
    edges = columns_of(pdf)
    printed = "".join(
        w.text for page in pdf.pages for w in page if edges[1] <= w.left and w.right <= edges[2] + 0.01
    )
    for text in texts:
        visible = "".join(c for c in text if ord(c) < 0x1F300 and not c.isspace())
        assert visible in printed
    assert "\x00" not in pdf.text
    assert "\ufffd" not in pdf.text

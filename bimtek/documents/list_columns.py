"""Columns of attendance lists: what each shows of a person, how wide it is, what it adds up to."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bimtek.documents.signature import id_line
from bimtek.documents.tables import Column, share_out
from bimtek.domain.attendance import Status
from bimtek.domain.formatting import date_text, masked_nik, phone_text
from bimtek.domain.kegiatan import PaperOptions
from bimtek.domain.people import Counts, Participation, Person

NUMBER = Column("no", "No", 9, 8, align="c")
NAME = Column("nama", "Nama", 50, 38, grows=True)
SIGN = Column("ttd", "Tanda Tangan", 45, 40, most=50, paired=True)
CHOICES = {
    "jk": Column("jk", "L/P", 9, 8, align="c"),
    "umur": Column("umur", "Kelompok Umur", 16, 14, align="c"),
    "disabilitas": Column("disabilitas", "Disabilitas (Y/T)", 18, 15, align="c"),
    "kantor": Column("kantor", "Instansi/Jabatan", 40, 28, grows=True),
    "instansi": Column("instansi", "Instansi", 40, 28, grows=True),
    "jabatan": Column("jabatan", "Jabatan", 34, 25, grows=True),
    "desa": Column("desa", "Desa/Kec.", 27, 20, grows=True),
    "hp": Column("hp", "No. HP", 25, 23),
    "nik": Column("nik", "NIK", 30, 29),
}
_WIDE = {
    "no": Column("no", "No.", 12, 9, align="c"),
    "nama": Column("nama", "Nama", 60, 45, grows=True),
    "instansi": Column("instansi", "Instansi", 60, 40, grows=True),
    "jabatan": Column("jabatan", "Jabatan", 50, 34, grows=True),
    "hp": Column("hp", "Nomor Telepon", 45, 28),
    "ttd": Column("ttd", "Tanda Tangan", 40, 36, most=50),
}
_OWN = {"A": ("jk", "kantor", "desa"), "B": ("instansi", "jabatan"), "C": ("kantor",)}
DATE_MM = 25.0
AGE_BANDS = ((17, "<18"), (24, "18–24"), (59, "25–59"), (200, "60+"))


def list_columns(
    profile: str, chosen: Sequence[str], papers: PaperOptions, dates: Sequence[date], width: float
) -> tuple[Column, ...]:
    """Columns of a list in order, adding up to the text width (millimetres)."""
    keys = tuple(chosen) or _OWN[profile] + (("hp",) if papers.show_phone else ())
    shapes = {**CHOICES, **_WIDE} if profile == "B" else CHOICES
    middle = [shapes[key] for key in CHOICES if key in keys]
    first = _WIDE["no"] if profile == "B" else NUMBER
    name = _WIDE["nama"] if profile == "B" else NAME
    return share_out([first, name, *middle, _sign(profile, dates)], width)


def _sign(profile: str, dates: Sequence[date]) -> Column:
    if profile == "A":
        return SIGN
    if profile == "B":
        return _WIDE["ttd"]
    total = DATE_MM * len(dates)
    labels = tuple(date_text(day) for day in dates)
    return Column("ttd", SIGN.header, total, 20.0 * len(dates), most=30.0 * len(dates), parts=labels)


def value_of(key: str, entry: Participation, on: date) -> str:
    """What a column shows of a person; "" is left empty on paper, to be filled by hand."""
    return VALUES[key](entry.person, on)


def age_band(person: Person, on: date) -> str:
    """Age band on a day, or "" when the age is not known."""
    age = person.age
    if person.born_on is not None:
        born = person.born_on
        age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return "" if age is None else next(label for top, label in AGE_BANDS if age <= top)


VALUES: dict[str, Callable[[Person, date], str]] = {
    "jk": lambda person, on: person.sex.value,
    "umur": age_band,
    "disabilitas": lambda person, on: {"ya": "Y", "tidak": "T"}.get(person.disability, ""),
    "kantor": lambda person, on: person.office_line,
    "instansi": lambda person, on: person.instansi,
    "jabatan": lambda person, on: person.jabatan,
    "desa": lambda person, on: person.village_line,
    "hp": lambda person, on: phone_text(person.phone),
    "nik": lambda person, on: masked_nik(person.id_number) if person.id_kind.upper() == "NIK" else "",
    "nip": lambda person, on: id_line(person.id_kind, person.id_number) if person.id_kind else "",
}


def totals_line(
    people: Sequence[Participation], shown: set[str], marks: Mapping[str, Status], on: date
) -> str:
    """`L: 12  P: 21  Jumlah: 33`, then what the other columns and the marks add up to."""
    counts = Counts.of([entry.person for entry in people])
    parts = [f"L: {counts.male}", f"P: {counts.female}", f"Jumlah: {counts.total}"]
    if counts.unknown:
        parts.insert(2, f"Tidak diisi: {counts.unknown}")
    if "umur" in shown:
        bands = [age_band(entry.person, on) for entry in people]
        parts += [f"{label} th: {bands.count(label)}" for _top, label in AGE_BANDS if label in bands]
    if "disabilitas" in shown:
        parts.append(f"Disabilitas: {sum(entry.person.disability == 'ya' for entry in people)}")
    states = [marks[entry.id] for entry in people if entry.id in marks]
    parts += [f"{state.value.capitalize()}: {states.count(state)}" for state in Status if state in states]
    return "   ".join(parts)

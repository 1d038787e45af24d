"""What a certificate says: the sentence of each role, its {fields}, and the name in its largest size."""

import re
from collections.abc import Callable

from bimtek.documents.fonts import Face, width
from bimtek.documents.text import NBSP, Fitted, balance, clean, fit, keep, sizes
from bimtek.domain.certificate import CertificateRecord
from bimtek.domain.formatting import date_list, number, terbilang
from bimtek.domain.names import breaks, shown_name
from bimtek.domain.people import PersonName, Role

_BY = "yang diselenggarakan oleh {penyelenggara}[ bekerja sama dengan {mitra}] pada tanggal {tanggal}"
_AT = "[ di {tempat}]"
WORDINGS = {
    Role.PESERTA: f"telah mengikuti {{kegiatan}} {_BY}{_AT}[, selama {{jp}} ({{terbilang}}) jam pelajaran].",
    Role.NARASUMBER: "atas kontribusinya sebagai Narasumber[ dengan materi “{materi}”] pada {kegiatan} "
    f"{_BY}{_AT}.",
    Role.FASILITATOR: f"yang telah memfasilitasi {{kegiatan}} {_BY}{_AT}.",
    Role.MODERATOR: "atas perannya sebagai Moderator[ pada sesi “{materi}”] dalam {kegiatan} "
    f"{_BY}{_AT}.",
    Role.PANITIA: f"atas pengabdiannya sebagai Panitia Pelaksana pada {{kegiatan}} {_BY}{_AT}.",
}

FIELDS: dict[str, Callable[[CertificateRecord], str]] = {
    "kegiatan": lambda r: clean(r.kegiatan_title),
    "penyelenggara": lambda r: clean(r.organiser),
    "mitra": lambda r: joined([clean(partner) for partner in r.partners]),
    "tanggal": lambda r: date_list(r.dates, no_break=True),
    "tempat": lambda r: clean(r.place),
    "jp": lambda r: number(r.jp) if r.jp else "",
    "terbilang": lambda r: keep(terbilang(r.jp)) if r.jp else "",
    "materi": lambda r: clean(r.topic),
    "nama": lambda r: clean(shown_name(r.person_name, r.name_case)),
    "peran": lambda r: r.role.capitalize(),
    "nomor": lambda r: clean(r.number),
    "nilai": lambda r: "" if r.post is None else number(r.post * 100, 1),
}
_FIELD = re.compile(r"\{([^{}]*)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NUMBER_WORDS = re.compile(r"(\d+) (?=\()")

WIDE_POINTS = 225 * 72 / 25.4
NAME_SIZES = tuple(sizes(28, 22))
TWO_LINE_SIZES = tuple(sizes(22, 16))
LAST_SIZES = tuple(sizes(15.5, 6))
BODY_SIZES = tuple(sizes(13, 10))
SMALL_BODY_SIZES = tuple(sizes(9.5, 7))


def joined(parts: list[str]) -> str:
    """Several partners in one phrase: "A, B, dan C"."""
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def unknown_fields(wording: str) -> list[str]:
    """Fields of a wording that do not exist, and braces or brackets without their other half."""
    unknown = [name for name in _FIELD.findall(wording) if name not in FIELDS]
    rest = _FIELD.sub("", wording)
    stray = [char for char in rest if char in "{}"]
    return unknown + stray + [char for char in _OPTIONAL.sub("", rest) if char in "[]"]


def wording_of(record: CertificateRecord) -> str:
    """The sentence an organiser wrote for the role of a record, else the role's own.

    A line may begin with a role ("narasumber: …"); one that does not is meant for peserta.
    """
    own: dict[str, str] = {}
    for line in record.wording.splitlines():
        head, colon, rest = line.partition(":")
        named = colon and head.strip().lower() in set(Role)
        role, text = (head.strip().lower(), rest) if named else (Role.PESERTA.value, line)
        own[role] = f"{own.get(role, '')} {clean(text)}".strip()
    return own.get(record.role) or WORDINGS[Role(record.role)]


def body_text(record: CertificateRecord) -> str:
    """The sentence of one certificate.

    A part in [brackets] is left out when one of its fields is empty. Dates and numbers with their
    words never break.
    """
    wording = wording_of(record)
    values = {name: value(record) for name, value in FIELDS.items() if f"{{{name}}}" in wording}

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(values.get(name) for name in _FIELD.findall(match[1])) else ""

    chosen = _OPTIONAL.sub(optional, wording)
    text = _FIELD.sub(lambda match: values.get(match[1], ""), chosen)
    return _NUMBER_WORDS.sub(rf"\1{NBSP}", " ".join(part for part in text.split(" ") if part))


def fit_body(text: str, limit: float) -> Fitted:
    """At most four even lines, 13 to 10 pt; only a text that will not fit even so goes smaller."""
    fitted = fit(text, limit, 1e9, Face.REGULAR, BODY_SIZES, max_lines=4)
    if len(fitted.lines) > 4:
        fitted = fit(text, limit, 1e9, Face.REGULAR, SMALL_BODY_SIZES, max_lines=5)
    return Fitted(tuple(balance(text, limit, Face.REGULAR, fitted.size)), fitted.size)


def fit_name(name: PersonName, case: str, limit: float) -> Fitted:
    """The name as large as it goes: one line 28 to 22 pt, else two of 22 to 16, never inside a title."""
    whole = clean(shown_name(name, case), Face.BOLD)
    for size in NAME_SIZES:
        if width(whole, Face.BOLD, size) <= limit:
            return Fitted((whole,), size)
    pairs: list[tuple[str, ...]] = [(clean(a, Face.BOLD), clean(b, Face.BOLD)) for a, b in breaks(name, case)]
    pairs = pairs or [(whole,)]
    for size in TWO_LINE_SIZES + LAST_SIZES:
        fitting = [pair for pair in pairs if all(width(line, Face.BOLD, size) <= limit for line in pair)]
        if fitting:
            return Fitted(_prettiest(fitting, name, size), size)
    return Fitted(tuple(fit(whole, limit, 1e9, Face.BOLD, LAST_SIZES[-1:]).lines), LAST_SIZES[-1])


def _prettiest(pairs: list[tuple[str, ...]], name: PersonName, size: float) -> tuple[str, ...]:
    """Before the titles when that is one of the fitting breaks, else the most even one."""
    back = clean(name.back, Face.BOLD)
    before_titles = [pair for pair in pairs if back and pair[-1] == back]
    if before_titles:
        return before_titles[0]
    return min(pairs, key=lambda pair: max(width(line, Face.BOLD, size) for line in pair))

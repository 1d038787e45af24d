"""How the number of a certificate is made, and when two of them are the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bimtek.domain.certificate import CertificateKind
from bimtek.domain.errors import DocumentError
from bimtek.domain.formatting import roman_month
from bimtek.domain.kegiatan import Kegiatan, NumberRule
from bimtek.domain.names import clean
from bimtek.domain.text import _

ROLE_CODES = {
    "peserta": "PST",
    "narasumber": "NS",
    "fasilitator": "FAS",
    "moderator": "MOD",
    "panitia": "PAN",
}
TOKENS = (
    *("urut", "peran", "bln_romawi", "bln", "thn", "thn2"),
    *("kode_kegiatan", "klasifikasi", "kode_instansi"),
)
_TOKEN = re.compile(r"\{([a-z_0-9]+)(?::(\d))?\}")
_BY_HAND = re.compile(r"…|\.{3}")
DOTS = "……"
FIRST_SHOWN = 3
# Patterns that offices use; the last one is for an office that numbers in its own agenda book.
_READY = (
    "{urut:3}/{kode_kegiatan}/{bln_romawi}/{thn}",
    "{urut:3}/{peran}/{kode_kegiatan}/{bln_romawi}/{thn}",
    "{klasifikasi}/{urut:4}/{kode_instansi}/{thn}",
    "{klasifikasi}/{urut:3}/{kode_instansi}/{bln_romawi}/{thn}",
    "B.{urut}/{kode_instansi}/{klasifikasi}/{bln_romawi}/{thn}",
    "{urut:3}/{kode_instansi}/Cert/{thn}",
    f"{{klasifikasi}}/{DOTS}/{{thn}}",
)


@dataclass(frozen=True, slots=True)
class Part:
    """What a pattern may hold: its token, the text to put into the pattern, and what that gives now."""

    token: str
    text: str
    value: str


def rule_of(kegiatan: Kegiatan, kind: CertificateKind) -> NumberRule:
    """The rule by which papers of one kind are numbered."""
    return kegiatan.certificate_numbers if kind is CertificateKind.SERTIFIKAT else kegiatan.statement_numbers


def unknown_tokens(pattern: str) -> list[str]:
    """Names of tokens in a number pattern that do not exist; an unclosed brace counts as one."""
    unknown = [match[1] for match in _TOKEN.finditer(pattern) if match[1] not in TOKENS]
    rest = _TOKEN.sub("", pattern)
    return unknown + [char for char in rest if char in "{}"]


def tells_apart(pattern: str) -> bool:
    """True when numbers differ, or the office writes them by hand on dots."""
    return any(match[1] == "urut" for match in _TOKEN.finditer(pattern)) or bool(_BY_HAND.search(pattern))


def number_text(kegiatan: Kegiatan, kind: CertificateKind, sequence: int | None, role: str) -> str:
    """The number of one paper; `sequence` None leaves dots for the office's own agenda book.

    A code that the kegiatan does not have leaves dots too.
    Errors: DocumentError naming the unknown tokens.
    """
    return _filled(kegiatan, rule_of(kegiatan, kind).pattern, sequence, role)


def ready_patterns(kind: CertificateKind) -> tuple[str, ...]:
    """Common patterns; those of statements begin with SK, as no number may stand on two papers."""
    return _READY if kind is CertificateKind.SERTIFIKAT else tuple(f"SK-{pattern}" for pattern in _READY)


def with_pattern(kegiatan: Kegiatan, pattern: str, sequence: int) -> str:
    """The number that a pattern would give a peserta. Errors: as `number_text`."""
    return _filled(kegiatan, pattern, sequence, "peserta")


def parts_now(kegiatan: Kegiatan, sequence: int) -> tuple[Part, ...]:
    """Everything a pattern may hold, and what each part gives; "" as token for dots to write on."""
    texts = {name: "{urut:3}" if name == "urut" else f"{{{name}}}" for name in TOKENS}
    given = [Part(name, text, with_pattern(kegiatan, text, sequence)) for name, text in texts.items()]
    return (*given, Part("", DOTS, DOTS))


def first_numbers(
    kegiatan: Kegiatan, kind: CertificateKind, start: int, roles: Sequence[str]
) -> tuple[str, ...]:
    """The first three numbers of a series, without those that are the same; at least one role is given.

    A pattern that names the role shows each of these roles, the first one most.
    Errors: as `number_text`.
    """
    named = any(match[1] == "peran" for match in _TOKEN.finditer(rule_of(kegiatan, kind).pattern))
    shown = list(roles) if named else list(roles[:1])
    bearers = [shown[0]] * (FIRST_SHOWN - len(shown)) + shown
    numbers = [number_text(kegiatan, kind, start + at, role) for at, role in enumerate(bearers)]
    return tuple(dict.fromkeys(numbers))


def _filled(kegiatan: Kegiatan, pattern: str, sequence: int | None, role: str) -> str:
    if unknown := unknown_tokens(pattern):
        raise DocumentError(
            _("Pola nomor memuat bagian yang tidak dikenal: {tokens}.", tokens=", ".join(unknown)),
            advice=_("Perbaiki pola nomor di langkah Dokumen."),
        )
    values = _codes(kegiatan) | _dated(kegiatan.issue_date) | {"peran": ROLE_CODES.get(role, role.upper())}

    def fill(match: re.Match[str]) -> str:
        if match[1] == "urut":
            return DOTS if sequence is None else str(sequence).zfill(int(match[2] or 1))
        return values[match[1]] or DOTS

    return _TOKEN.sub(fill, pattern)


def number_key(number: str) -> str:
    """What no two papers share: the number without case and spaces, as people compare it.

    "" while the office still writes a part of it on dots: such numbers are told apart by hand.
    """
    return "" if _BY_HAND.search(number) else clean(number).casefold().replace(" ", "")


def missing_codes(kegiatan: Kegiatan) -> list[str]:
    """Tokens of its patterns for which the kegiatan has no code, so that dots are printed."""
    codes = _codes(kegiatan)
    used = {
        match[1] for kind in CertificateKind for match in _TOKEN.finditer(rule_of(kegiatan, kind).pattern)
    }
    return [token for token, code in codes.items() if token in used and not code]


def scope_key(kegiatan: Kegiatan, kind: CertificateKind) -> str:
    """The series within which a sequence number is unique; stored with each certificate.

    The sample counts for itself: it may never take a number of the office.
    """
    year = f"{kegiatan.issue_date.year:04d}"
    scope = "kegiatan" if kegiatan.sample else rule_of(kegiatan, kind).scope
    series = {"kegiatan": kegiatan.id, "tahun": year}.get(scope, "semua")
    return f"{kind.value}:{series}"


def _codes(kegiatan: Kegiatan) -> dict[str, str]:
    return {
        "kode_kegiatan": kegiatan.code,
        "klasifikasi": kegiatan.classification,
        "kode_instansi": kegiatan.office_code,
    }


def _dated(on: date) -> dict[str, str]:
    return {
        "bln": f"{on.month:02d}",
        "bln_romawi": roman_month(on),
        "thn": f"{on.year:04d}",
        "thn2": f"{on.year % 100:02d}",
    }

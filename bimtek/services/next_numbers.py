"""The numbers that would be given out next, looked at before the first of them is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bimtek.documents.base import Fix, Problem
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.certificate_number import missing_codes, number_key, number_text, rule_of, scope_key
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Role
from bimtek.domain.text import Text, _
from bimtek.storage.certificates import Bearer, CertificateRepository

FIRST = {
    CertificateKind.SERTIFIKAT: Fix.FIRST_NUMBER,
    CertificateKind.SURAT_KETERANGAN: Fix.FIRST_STATEMENT,
}
MISSING = {
    "kode_kegiatan": _("Kode kegiatan belum diisi. Nomornya memuat titik-titik."),
    "klasifikasi": _("Klasifikasi belum diisi. Nomornya memuat titik-titik."),
    "kode_instansi": _("Kode instansi belum diisi. Nomornya memuat titik-titik."),
}


@dataclass(frozen=True, slots=True)
class Due:
    """A paper that still needs a number."""

    kind: CertificateKind
    role: Role


def next_number(register: CertificateRepository, kegiatan: Kegiatan, kind: CertificateKind) -> str:
    """The number the next peserta would get. Errors: DocumentError naming unknown tokens."""
    return _numbers(kegiatan, kind, [Role.PESERTA], _next_sequence(register, kegiatan, kind))[0]


def number_problems(register: CertificateRepository, kegiatan: Kegiatan, due: Sequence[Due]) -> list[Problem]:
    """What is not right with the numbers that would be given out for the papers that are due, in order.

    A number that stands on another paper already stops them. Where no paper of a kind is due yet, its
    next number is looked at all the same, and only warns. So does a code that is missing: an office may
    want to write it on the dots. Numbers of the sample stand in nobody's way.
    """
    with register.snapshot():
        found = [] if kegiatan.sample else _doubles(register, kegiatan, due)
    return [*found, *(Problem(MISSING[token], Fix.CODE) for token in missing_codes(kegiatan))]


def _doubles(register: CertificateRepository, kegiatan: Kegiatan, due: Sequence[Due]) -> list[Problem]:
    roles = {kind: [item.role for item in due if item.kind is kind] for kind in CertificateKind}
    problems: list[Problem] = []
    given: dict[str, Bearer | None] = {}  # what papers looked at before would bear
    for kind in sorted(CertificateKind, key=lambda kind: not roles[kind]):
        wanted = roles[kind] or [Role.PESERTA]
        start = _next_sequence(register, kegiatan, kind)
        numbers = _numbers(kegiatan, kind, wanted, start)
        if borne := _borne(register, numbers, given):
            free = start
            while later := _borne(register, _numbers(kegiatan, kind, wanted, free), given):
                free += max(later) + 1
            said = _double(kegiatan, numbers[min(borne)], borne[min(borne)], free)
            problems.append(Problem(said, FIRST[kind], blocking=bool(roles[kind])))
        given |= dict.fromkeys(filter(None, map(number_key, numbers)))
    return problems


def _next_sequence(register: CertificateRepository, kegiatan: Kegiatan, kind: CertificateKind) -> int:
    return register.next_sequence(scope_key(kegiatan, kind), rule_of(kegiatan, kind).start)


def _numbers(kegiatan: Kegiatan, kind: CertificateKind, roles: Sequence[Role], start: int) -> list[str]:
    return [number_text(kegiatan, kind, start + n, role) for n, role in enumerate(roles)]


def _borne(
    register: CertificateRepository, numbers: Sequence[str], given: Mapping[str, Bearer | None]
) -> dict[int, Bearer | None]:
    """The places of those numbers that another paper bears or would bear, with that paper."""
    keys = [number_key(number) for number in numbers]
    bearers = {**given, **register.bearers(keys)}
    return {at: bearers[key] for at, key in enumerate(keys) if key in bearers}


def _double(kegiatan: Kegiatan, number: str, bearer: Bearer | None, free: int) -> Text:
    if bearer is None:
        where = _("dokumen lain yang akan terbit")
    elif bearer.kegiatan_id == kegiatan.id:
        where = _("dokumen lain di kegiatan ini")
    else:
        where = _("kegiatan “{kegiatan}”", kegiatan=bearer.kegiatan)
    return _(
        "Nomor {number} sudah dipakai {where}. Mulai dari nomor {free}, atau ganti kode atau polanya.",
        number=number,
        where=where,
        free=free,
    )

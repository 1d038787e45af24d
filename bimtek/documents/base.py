"""What every paper is: a key, a title, a writer, a pre-flight and a sample."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, ClassVar, Protocol, Self

from bimtek.domain.errors import DocumentError
from bimtek.domain.text import Text, _

Progress = Callable[[int, int], None]
Files = Callable[[str], bytes]


def silent(done: int, total: int) -> None:
    """Report progress to nobody."""


def no_files(name: str) -> bytes:
    """Hold no stored file: for papers without pictures."""
    raise DocumentError(_("Berkas gambar tidak ditemukan."), advice=_("Pasang ulang gambarnya."), detail=name)


class Fix(StrEnum):
    """Where a person goes to mend a problem; the window turns each into its "Perbaiki" link."""

    KEGIATAN = "kegiatan"
    KOP = "kop"
    SIGNERS = "penandatangan"
    PEOPLE = "peserta"
    AGENDA = "agenda"
    PAPER = "kertas"
    WORDING = "kalimat"
    NUMBER = "nomor"
    FIRST_NUMBER = "nomor-awal"
    FIRST_STATEMENT = "nomor-awal-surat"
    CODE = "kode"
    FORM = "soal"
    SCORES = "nilai"
    MODULE = "modul"
    ISSUE = "terbit"
    CLOCK = "jam"
    CHANNELS = "kanal"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something seen before printing. `blocking` ones stop the paper, the others only warn."""

    message: Text
    fix: Fix
    blocking: bool = False


class Document(Protocol):
    """One paper with its data inside it."""

    key: ClassVar[str]
    title: ClassVar[Text]

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the file and return its pages (or sheets). Same input gives the same bytes.

        Errors: DocumentError when a blocking problem stands.
        """

    def problems(self) -> list[Problem]:
        """Everything that is wrong or looks wrong, before any ink is spent."""

    @classmethod
    def sample(cls) -> Self:
        """Return this paper filled with invented people."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line in the list of papers; `load` imports the paper (and reportlab) only when asked."""

    key: str
    title: Text
    suffix: str
    load: Callable[[], type[Document]]


def said_once(problems: list[Problem]) -> list[Problem]:
    """The same problems, those of the same words and place only once."""
    return list({(str(p.message), p.fix): p for p in problems}.values())


def refuse_blocking(problems: list[Problem]) -> None:
    """Stop before writing a paper that would be wrong."""
    for problem in problems:
        if problem.blocking:
            raise DocumentError(problem.message, advice=_("Perbaiki dulu, lalu cetak lagi."))

"""Advice on a module that can be used: slides that are easy to read, tests that are fair."""

import re
from collections import Counter
from collections.abc import Iterator

from bimtek.content.bank import Entry
from bimtek.content.problems import Problem, Severity
from bimtek.content.reading import Reading
from bimtek.domain.blocks import count_words, spans_text, word_count
from bimtek.domain.kegiatan import STANDARD_JP_MINUTES
from bimtek.domain.module import Module
from bimtek.domain.questions import kind_of
from bimtek.domain.text import Text, _

SLIDE_WORDS = 40
FEWEST_MINUTES, MOST_MINUTES = 0.6, 1.1
ENOUGH_KEYS = 4

_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_QUIET = re.compile(r"\s*(?:(?:alamat|id|pasangan|rujukan|sumber)\s*=|<!--\s*@(?!sensitif))")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+62[\s-]?|62|0)8[1-9]\d{0,2}[\s-]?\d{3,4}[\s-]?\d{3,5}(?!\w)"
    r"|(?<![\w.,/(-])\(?0[2-9]\d{1,2}\)?[\s-]\d{5,8}(?!\w)"
)
_SHORT_NUMBER = re.compile(
    r"(?<![\w.,/-])(?<!pasal )(?<!ayat )(?<!nomor )(?<!no\. )(?<!halaman )(?<!hlm\. )(?<!uu )(?<!pp )"
    r"(?:110|112|113|115|118|119|129)"
    r"(?![\w/-]|[.,]\d|\s+(?:anak|orang|kasus|korban|desa|laporan|aduan|persen|juta|ribu|kali|menit|tahun|%))",
    re.IGNORECASE,
)


def lint(reading: Reading) -> Iterator[Problem]:
    """Yield advice. Nothing here keeps a module from being used."""
    yield from _slides(reading)
    yield from _numbers(reading)
    yield from _unpaired(reading)
    yield from _keys(reading)
    module = reading.module
    if module is not None:
        yield from _minutes(reading, module)
        yield from _sources(reading, module)


def _slides(reading: Reading) -> Iterator[Problem]:
    for slide in reading.slides:
        words = count_words(spans_text(slide.title)) + word_count(slide.blocks)
        if words > SLIDE_WORDS:
            message = _(
                "Slide ini {words} kata; usahakan paling banyak {most}.", words=words, most=SLIDE_WORDS
            )
            yield _advice(slide.file, slide.line, message)
        if not slide.notes:
            yield _advice(slide.file, slide.line, _("Slide ini belum punya catatan fasilitator."))


def _numbers(reading: Reading) -> Iterator[Problem]:
    """Numbers go stale: they belong where they have a date, not in a text."""
    for file, text in reading.texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            if _QUIET.match(line):
                continue
            for found in (*_PHONE.finditer(line), *_SHORT_NUMBER.finditer(line)):
                message = _("Nomor “{number}” ditulis langsung; nomor bisa berubah.", number=found[0].strip())
                yield _advice(file, number, message)


def _unpaired(reading: Reading) -> Iterator[Problem]:
    for entry in reading.entries:
        if kind_of(entry.question).scored and not entry.question.pair:
            message = _("Soal tanpa “pasangan” tidak dipakai dalam pre-test dan post-test.")
            yield entry.problem(message, severity=Severity.SARAN)


def _keys(reading: Reading) -> Iterator[Problem]:
    """Keys that stay in their places must be spread: no place may hold more than half of them."""
    groups: dict[str, list[tuple[Entry, str]]] = {}
    for entry in reading.entries:
        letter = _fixed_key(entry)
        if letter:
            groups.setdefault(entry.question.kind, []).append((entry, letter))
    for kind, keyed in groups.items():
        (letter, count), *_rest = Counter(letter for _entry, letter in keyed).most_common(1)
        if len(keyed) >= ENOUGH_KEYS and count > _fair(kind, len(keyed)):
            message = _(
                "Kunci {count} dari {total} soal “{kind}” jatuh di {letter}.",
                count=count,
                total=len(keyed),
                kind=kind,
                letter=letter,
            )
            yield keyed[0][0].problem(message, severity=Severity.SARAN)


def _fair(kind: str, total: int) -> float:
    """Return how many keys may share a place: three quarters of two places, half of more."""
    return total * (0.75 if kind == "benar-salah" else 0.5)


def _fixed_key(entry: Entry) -> str:
    """Return the key as letters when nothing shuffles it: `acak = false`, or right and wrong."""
    question = entry.question
    if question.kind == "benar-salah":
        return str(_("Benar")) if question.body.key else str(_("Salah"))
    if question.kind == "pilihan-tunggal" and not question.shuffle:
        return "".join(
            letter for letter, option in zip("ABCDE", question.body.options, strict=False) if option.correct
        )
    return ""


def _minutes(reading: Reading, module: Module) -> Iterator[Problem]:
    planned = module.jp * STANDARD_JP_MINUTES
    if planned and not FEWEST_MINUTES * planned <= module.minutes <= MOST_MINUTES * planned:
        message = _(
            "Jumlah @menit {minutes}, padahal {jp} JP berarti {planned} menit.",
            minutes=module.minutes,
            jp=module.jp,
            planned=planned,
        )
        yield reading.at_manifest(message, "jp", severity=Severity.SARAN)


def _sources(reading: Reading, module: Module) -> Iterator[Problem]:
    used = {id_ for slide in module.slides for id_ in slide.sources}
    used |= {id_ for question in module.questions for id_ in question.sources}
    for place, source in enumerate(module.sources):
        if not _DATE.fullmatch(source.date):
            message = _("Sumber “{id}” tanpa tanggal terbit. Tulis tahunnya bila ada.", id=source.id)
            yield reading.at_manifest(message, "sumber", place, "tanggal", severity=Severity.SARAN)
        if source.id not in used:
            message = _("Sumber “{id}” belum dipakai di slide atau soal.", id=source.id)
            yield reading.at_manifest(message, "sumber", place, "id", severity=Severity.SARAN)


def _advice(file: str, line: int, message: Text) -> Problem:
    return Problem(file, line, message, Severity.SARAN)

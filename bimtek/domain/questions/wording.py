"""How a stem should read: short, and said without a knot."""

import re
from collections.abc import Iterable

from bimtek.domain.blocks import count_words
from bimtek.domain.questions.question import Flaw, Question
from bimtek.domain.text import _

STEM_WORDS = 25

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_NEGATION = re.compile(r"\b(?:tidak|tak|bukan|bukanlah|jangan|kecuali|tanpa|belum)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.?!:;])\s+")


def check_stem(stem: str, key: tuple[str | int, ...] = ("soal",)) -> Iterable[Flaw]:
    """Yield advice on one stem. What people in it say, in quotation marks, is left alone."""
    words = count_words(stem)
    if words > STEM_WORDS:
        message = _("Soal {words} kata; usahakan paling banyak {most}.", words=words, most=STEM_WORDS)
        yield Flaw(message, key, grave=False)
    sentences = _SENTENCE_END.split(_QUOTED.sub("", stem))
    if any(len(_NEGATION.findall(sentence)) > 1 for sentence in sentences):
        yield Flaw(_("Soal memakai dua kata ingkar. Tulis dengan satu saja."), key, grave=False)


def check_wording(question: Question) -> Iterable[Flaw]:
    """Yield advice on the stem of a question, and on those of its parts."""
    yield from check_stem(question.stem)
    for place, part in enumerate(getattr(question.body, "parts", ())):
        yield from check_stem(part.stem, ("bagian", place, "soal"))

"""Names of people: raw text apart into titles and name, capitals, and where a long name breaks.

Nothing is invented: what was typed comes back, in the same order, from `PersonName.full`.
"""

import re
import unicodedata
from functools import lru_cache

from bimtek.domain.formatting import folded
from bimtek.domain.people import PersonName
from bimtek.domain.titles import (
    is_back_title,
    is_corps,
    is_front_title,
    is_rank,
    is_sure_back_title,
    written_back,
    written_front,
)

AS_ENTERED = "apa-adanya"
CAPITALS = "kapital"
INITIAL_CAPITALS = "huruf-awal"

_INVISIBLE = frozenset(("Cc", "Cf", "Co", "Cs", "Cn"))
_SPACES = re.compile(r"\s+")


# --- raw text --------------------------------------------------------------------------------


def clean(text: str) -> str:
    """Text as it is stored: NFC, one line, single spaces, no invisible or direction characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    spaced = _SPACES.sub(" ", text)
    kept = "".join(char for char in spaced if unicodedata.category(char) not in _INVISIBLE)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", kept)).strip()


# --- parsing ---------------------------------------------------------------------------------


def parse_name(raw: str) -> PersonName:
    """Take a name apart: titles before, the name, titles after the first comma.

    Titles keep their exact form. A known title at the end counts without its comma too
    ("Budi Santoso S.Sos"); when in doubt, words stay in the name. Single names are names.
    """
    text = clean(raw).strip(" ,;")
    fore, comma, back = (part.strip() for part in text.partition(","))
    if comma and not (fore and _starts_with_title(back)):
        fore, back = text, ""
    front, name = _split_front(fore)
    if not back:
        name, back = _split_sure_back(name)
    return PersonName(name=name, front=front, back=back)


def _starts_with_title(back: str) -> bool:
    first = back.split(",")[0].strip()
    return bool(first) and (is_back_title(first) or all(is_back_title(word) for word in first.split()))


def _split_front(text: str) -> tuple[str, str]:
    """Titles before the name, and the name; a text that is nothing but titles is a name."""
    words = _words(text)
    count = 0
    while count < len(words) and _goes_before(words, count):
        count += 1
    if count == len(words):
        return "", text
    return " ".join(words[:count]), " ".join(words[count:])


def _goes_before(words: list[str], at: int) -> bool:
    if is_front_title(words[at]):
        return True
    return at > 0 and (is_rank(words[at - 1]) or is_corps(words[at - 1])) and is_corps(words[at])


def _words(text: str) -> list[str]:
    """Words of a name, with titles glued to it set apart: "Hj.Siti" is two words."""
    words: list[str] = []
    only_titles = True
    for word in text.split():
        words += _unglued(word) if only_titles and "." in word else [word]
        only_titles = only_titles and (is_front_title(words[-1]) or is_corps(words[-1]))
    return words


def _unglued(word: str) -> list[str]:
    """Cut "Dra.Hj.Endang" after each title; initials such as "M.Yusuf" or "A.A." stay whole."""
    parts: list[str] = []
    while not is_front_title(word):
        cut = next((end for end in _dots(word) if is_front_title(word[:end])), None)
        if cut is None:
            break
        parts.append(word[:cut])
        word = word[cut:]
    return [*parts, word]


def _dots(word: str) -> list[int]:
    """Ends of the dotted beginnings of a word, longest first: "R.A.Kartini" has 4 and 2."""
    return [at + 1 for at in range(len(word) - 2, 0, -1) if word[at] == "."]


def _split_sure_back(name: str) -> tuple[str, str]:
    if "." not in name:
        return name, ""
    words = name.split()
    count = len(words)
    while count > 1 and is_sure_back_title(words[count - 1]):
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


def sort_key(name: PersonName) -> str:
    """What names are sorted and matched by: the name without titles, folded."""
    return folded(name.name) or folded(name.full)


# --- capitals --------------------------------------------------------------------------------


def shown_name(name: PersonName, case: str = AS_ENTERED) -> str:
    """The full name in one of the three cases; titles always keep the form they were entered in."""
    return PersonName(in_case(name.name, case), name.front, name.back).full


def in_case(name: str, case: str) -> str:
    """A name without titles in one of the three cases."""
    if case == CAPITALS:
        return name.upper()
    return title_case(name) if case == INITIAL_CAPITALS else name


_SMALL_WORDS = frozenset(("bin", "binti", "bt", "bte"))
_ROMAN = re.compile(r"[IVX]{2,4}")
_LETTER_RUN = re.compile(r"[^\W\d_]+(?:['’`ʼ][^\W\d_]+)*")


def title_case(name: str) -> str:
    """Initial capitals for words in one case only; words of mixed case were meant and stay.

    "NUR'AINI" becomes "Nur'aini", "BIN" becomes "bin", "M. YUSUF II" becomes "M. Yusuf II".
    """
    return " ".join(_title_word(word, first=at == 0) for at, word in enumerate(name.split(" ")))


def _title_word(word: str, *, first: bool) -> str:
    if not (word.isupper() or word.islower()):
        return word
    if not first and word.casefold().rstrip(".") in _SMALL_WORDS:
        return word.lower()
    if not first and _ROMAN.fullmatch(word):
        return word
    return _LETTER_RUN.sub(lambda run: _capital(run[0]), word)


def _capital(run: str) -> str:
    """Capital first; after an apostrophe small, unless one letter stood before it ("O'Brien")."""
    if len(run) > 2 and not run[1].isalpha():
        return run[0].upper() + run[1] + run[2:].capitalize()
    return run[0].upper() + run[1:].lower()


def suggestion(name: PersonName) -> PersonName | None:
    """A tidier spelling of a shouted name or title, to be offered and never taken silently."""
    if not (name.front or name.back or name.name.isupper()):
        return None
    shouted = len(name.name) > 1 and name.name.isupper()
    tidy = PersonName(
        title_case(name.name) if shouted else name.name,
        " ".join(written_front(word) for word in name.front.split()),
        _written_backs(name.back),
    )
    return None if tidy == name else tidy


@lru_cache(maxsize=1024)
def _written_backs(back: str) -> str:
    return re.sub(r"[^,\s][^,]*[^,\s]|[^,\s]", lambda part: written_back(part[0]), back)


# --- long names ------------------------------------------------------------------------------


def breaks(name: PersonName, case: str = AS_ENTERED) -> list[tuple[str, str]]:
    """Every way to set a full name in two lines without cutting a title; before the titles first.

    Empty for a name that cannot be broken.
    """
    fore = PersonName(in_case(name.name, case), name.front).full
    pairs = [(f"{fore},", name.back)] if name.back else []
    backs = re.split(r"(?<=,) +", name.back) if name.back else []
    pairs += [(f"{fore}, {' '.join(backs[:cut])}", " ".join(backs[cut:])) for cut in range(1, len(backs))]
    words = fore.split(" ")
    tail = f", {name.back}" if name.back else ""
    first = len(name.front.split(" ")) if name.front else 1
    pairs += [
        (" ".join(words[:cut]), " ".join(words[cut:]) + tail)
        for cut in range(len(words) - 1, 0, -1)
        if cut >= first or not name.front
    ]
    return pairs

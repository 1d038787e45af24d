"""Captions of a film, read from WebVTT or SubRip as they come from the field, and what is said when."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from bimtek.domain.text import Text, _

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?", re.ASCII)
_VOICE = re.compile(r"<v(?:\.[^<>\s]*)?\s+([^<>\s][^<>]*)>")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]*>|\{\\[^{}]*\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))  # how Notepad saves "Unicode"
_HEADER = "WEBVTT"
_LONGEST = 600  # characters in one cue: more is no caption, and nobody waits for it to be painted
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from `start` until `end`, in milliseconds; `text` has one line a speaker or more."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Captions:
    """Cues of one film, by their start."""

    cues: tuple[Cue, ...] = ()

    def at(self, moment: int) -> Cue | None:
        """What is said at a moment; those who speak at once are put together."""
        begun = bisect_right(self.cues, moment, key=lambda cue: cue.start)
        now = [cue for cue in self.cues[:begun] if moment < cue.end][-_AT_ONCE:]
        if len(now) <= 1:
            return now[0] if now else None
        return Cue(now[-1].start, min(cue.end for cue in now), "\n".join(cue.text for cue in now))


class Trouble(NamedTuple):
    """What is wrong in one line of a file, counted from 1."""

    line: int
    message: Text


def read_captions(raw: bytes, *, webvtt: bool = False) -> tuple[Captions, list[Trouble]]:
    """Read what can be read, and say what could not; `webvtt` asks for the first line of that form."""
    text, odd = _decode(raw)
    troubles = [Trouble(odd, _("Teks bukan UTF-8. Simpan ulang sebagai UTF-8."))] if odd else []
    lines = [_CONTROL.sub("", line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if webvtt and not lines[0].startswith(_HEADER):
        troubles.append(Trouble(1, _("Baris pertama berkas .vtt harus WEBVTT.")))
    cues = sorted(_cues(lines, troubles), key=lambda cue: (cue.start, cue.end))
    return Captions(tuple(cues)), troubles


def _decode(raw: bytes) -> tuple[str, int]:
    """Return the text, and the first line that is not what UTF-8 allows, 0 when there is none."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace"), 1
    try:
        return raw.decode("utf-8-sig"), 0
    except UnicodeDecodeError as error:
        return raw.decode("cp1252", "replace"), error.object.count(b"\n", 0, error.start) + 1


def _cues(lines: Sequence[str], troubles: list[Trouble]) -> Iterator[Cue]:
    at = 0
    while at < len(lines):
        number, line = at + 1, lines[at]
        at += 1
        if "-->" not in line:
            continue
        first = at
        while at < len(lines) and lines[at].strip() and "-->" not in lines[at]:
            at += 1
        said = lines[first:at]
        if said and at < len(lines) and "-->" in lines[at] and said[-1].strip().isdecimal():
            said = said[:-1]  # no empty line: the number of the next one
        times = _times(line)
        text = "\n".join(filter(None, map(_plain, said)))
        if times is None:
            troubles.append(Trouble(number, _("Waktu tidak terbaca. Contoh: 00:01.000 --> 00:04.000")))
        elif times[1] <= times[0]:
            troubles.append(Trouble(number, _("Waktu akhir harus sesudah waktu awal.")))
        elif text:
            if len(text) > _LONGEST:
                troubles.append(Trouble(number, _("Terlalu panjang; bagi menjadi beberapa waktu.")))
            yield Cue(*times, text[:_LONGEST])


def _times(line: str) -> tuple[int, int] | None:
    before, _arrow, after = line.partition("-->")
    start = _CLOCK.fullmatch(before.strip())
    end = _CLOCK.match(after.strip())  # WebVTT may say after it where the text stands
    return (_moment(start), _moment(end)) if start and end else None


def _moment(clock: re.Match[str]) -> int:
    hours, minutes, seconds, parts = clock.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole * 1000 + int((parts or "0").ljust(3, "0"))


def _plain(line: str) -> str:
    """Take the marks out of a line, and let a speaker that is named stand before the words."""
    return " ".join(unescape(_TAG.sub("", _VOICE.sub(r"\1: ", line))).split())

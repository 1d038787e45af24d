"""Pictures of a module: where they may lie, and which SVG every renderer draws alike."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.parsers import expat

from bimtek.content.files import MAX_PICTURE, MAX_TEXT, is_inside
from bimtek.domain.text import Text, _

KINDS = {".svg": b"", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}

_FORBIDDEN = {
    "style", "script", "foreignobject", "filter", "mask", "pattern", "clippath", "symbol", "marker",
    "iframe", "audio", "video", "animate", "animatetransform", "animatemotion", "set", "handler", "listener",
}  # fmt: skip
_LINKS = ("href", "src")
_FOREIGN = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)


def check_picture(folder: Path, name: str) -> Text | None:
    """Return what is wrong with the path of a picture in a text, or None."""
    pure = PurePosixPath(name)
    if "://" in name or name.startswith(("//", "data:")):
        return _("Gambar harus berkas di folder modul, bukan dari internet.")
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name or not name:
        return _("Gambar “{name}” di luar folder modul.", name=name)
    if pure.suffix.lower() not in KINDS:
        return _("Gambar “{name}” harus SVG, PNG atau JPG.", name=name)
    path = folder / name
    try:
        if not path.is_file():
            return _("Gambar “{name}” tidak ada.", name=name)
        if not is_inside(folder, path):
            return _("Gambar “{name}” di luar folder modul.", name=name)
        return _check_content(path, KINDS[pure.suffix.lower()])
    except (OSError, ValueError):
        return _("Gambar “{name}” tidak dapat dibaca.", name=name)


def _check_content(path: Path, magic: bytes) -> Text | None:
    if path.stat().st_size > MAX_PICTURE:
        return _("Gambar “{name}” terlalu besar; paling banyak 10 MB.", name=path.name)
    with path.open("rb") as file:
        if not file.read(len(magic)).startswith(magic):
            return _("Isi “{name}” bukan gambar PNG atau JPG.", name=path.name)
    return None


def check_svg(path: Path) -> Iterator[tuple[int, Text]]:
    """Yield what an SVG has beyond SVG Tiny 1.2 with presentation attributes, each with its line."""
    try:
        source = path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_TEXT else None
    except OSError:
        source = None
    if source is None:
        yield 1, _("Berkas tidak terbaca atau lebih besar dari 1 MB.")
        return
    declared = re.search(rb"<!(?:DOCTYPE|ENTITY)", source, re.IGNORECASE)
    if declared:
        yield source.count(b"\n", 0, declared.start()) + 1, _("SVG tidak boleh memuat DOCTYPE atau ENTITY.")
        return
    yield from _Svg().read(source)


class _Svg:
    """Walks one SVG."""

    def __init__(self) -> None:
        self._found: list[tuple[int, Text]] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._depth = 0

    def read(self, source: bytes) -> list[tuple[int, Text]]:
        """Return everything found up to the end, or up to where it stops being XML."""
        try:
            self._parser.Parse(source, True)
        except expat.ExpatError as error:
            self._found.append((error.lineno, _("SVG ini rusak dan tidak terbaca.")))
        return self._found

    def _report(self, message: Text) -> None:
        self._found.append((self._parser.CurrentLineNumber, message))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        if not self._depth and tag != "svg":
            self._report(_("Berkas ini bukan gambar SVG."))
        self._depth += 1
        if tag in _FORBIDDEN:
            self._report(_("SVG tidak boleh memuat <{name}>.", name=name))
        for key, value in attributes.items():
            self._attribute(key.rpartition(":")[2].lower(), value)

    def _attribute(self, key: str, value: str) -> None:
        if key in ("style", "class"):
            self._report(_("SVG tidak boleh memakai “{key}”. Tulis sebagai atribut biasa.", key=key))
        elif key.startswith("on"):
            self._report(_("SVG tidak boleh memuat skrip “{key}”.", key=key))
        elif _leads_out(key, value):
            self._report(_("SVG tidak boleh merujuk berkas lain: “{value}”.", value=value[:60]))


def _leads_out(key: str, value: str) -> bool:
    """True when an attribute makes a renderer look outside this file."""
    if key in _LINKS:
        return not value.strip().startswith(("#", "data:image/png", "data:image/jpeg"))
    return _FOREIGN.search(value) is not None

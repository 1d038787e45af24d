"""Films of a module: where they may lie, and the captions each must have."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bimtek.content.files import MAX_TEXT, is_inside
from bimtek.domain.blocks import Video
from bimtek.domain.text import Text, _

FOLDER = "media"
MAX_VIDEO = 2 * 1024**3
_MARKS = {".mp4": (4, b"ftyp"), ".webm": (0, b"\x1a\x45\xdf\xa3")}  # where a film says what it is


def find_video(folder: Path, name: str) -> Path | None:
    """Return a film that lies in the media folder of a module, links followed; None for anything else."""
    path, pure = folder / name, PurePosixPath(name)
    if pure.suffix.lower() not in _MARKS or "\\" in name or ":" in name or ".." in pure.parts:
        return None
    try:
        return path if is_inside(folder / FOLDER, path) and path.is_file() else None
    except (OSError, ValueError):
        return None


def find_captions(folder: Path, video: Video) -> str:
    """Return the name of the captions beside a film, empty when there are none."""
    return next((Path(name).name for name in video.captions if (folder / name).is_file()), "")


def check_video(folder: Path, name: str) -> Iterator[Text]:
    """Yield what is wrong with the film named in a text, and with its captions."""
    if PurePosixPath(name).suffix.lower() not in _MARKS:
        yield _("Video “{name}” harus MP4 atau WebM di folder “media”.", name=name)
        return
    path = find_video(folder, name)
    if path is None:
        yield _("Video “{name}” tidak ada di folder “media”.", name=name)
        return
    try:
        yield from _check_content(path)
        yield from _check_captions(folder, name)
    except OSError:
        yield _("Video “{name}” tidak dapat dibaca.", name=name)


def _check_content(path: Path) -> Iterator[Text]:
    if path.stat().st_size > MAX_VIDEO:
        yield _("Video “{name}” terlalu besar; paling banyak 2 GB.", name=path.name)
    start, mark = _MARKS[path.suffix.lower()]
    with path.open("rb") as file:
        if file.read(start + len(mark))[start:] != mark:
            yield _("Isi “{name}” bukan video MP4 atau WebM.", name=path.name)


def _check_captions(folder: Path, name: str) -> Iterator[Text]:
    found = find_captions(folder, Video(name, "", ()))
    if not found:
        wanted = Path(name).with_suffix(".vtt").name
        yield _("Video ini belum punya teks bahasa Indonesia: {wanted}.", wanted=wanted)
        return
    path = (folder / name).with_name(found)
    try:
        text = path.read_text("utf-8-sig") if path.stat().st_size <= MAX_TEXT else ""
    except UnicodeDecodeError:
        text = ""
    if "-->" not in text or (path.suffix == ".vtt" and not text.startswith("WEBVTT")):
        yield _("Teks video “{name}” rusak. Simpan ulang sebagai UTF-8.", name=found)

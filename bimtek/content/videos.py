"""Films of a module: where they may lie, and the captions each must have."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bimtek.content.files import MAX_TEXT, is_inside
from bimtek.content.problems import Problem, Severity
from bimtek.domain.blocks import Video
from bimtek.domain.captions import Captions, read_captions
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


def find_captions(folder: Path, video: Video) -> Path | None:
    """Return the captions beside a film, None when there are none that lie in the media folder."""
    beside = (folder / name for name in video.captions)
    return next((path for path in beside if path.is_file() and is_inside(folder / FOLDER, path)), None)


def load_captions(path: Path | None) -> Captions:
    """Return what can be read of a film's captions: a film is shown without them rather than not at all."""
    try:
        if path is None or path.stat().st_size > MAX_TEXT:
            return Captions()
        return read_captions(path.read_bytes())[0]
    except OSError:
        return Captions()


def check_video(folder: Path, name: str) -> Iterator[Text]:
    """Yield what is wrong with the film named in a text, and whether it has captions."""
    if PurePosixPath(name).suffix.lower() not in _MARKS:
        yield _("Video “{name}” harus MP4 atau WebM di folder “media”.", name=name)
        return
    path = find_video(folder, name)
    if path is None:
        yield _("Video “{name}” tidak ada di folder “media”.", name=name)
        return
    try:
        yield from _check_content(path)
    except OSError:
        yield _("Video “{name}” tidak dapat dibaca.", name=name)
    if find_captions(folder, Video(name, "", ())) is None:
        wanted = Path(name).with_suffix(".vtt").name
        yield _("Video ini belum punya teks bahasa Indonesia: {wanted}.", wanted=wanted)


def _check_content(path: Path) -> Iterator[Text]:
    if path.stat().st_size > MAX_VIDEO:
        yield _("Video “{name}” terlalu besar; paling banyak 2 GB.", name=path.name)
    start, mark = _MARKS[path.suffix.lower()]
    with path.open("rb") as file:
        if file.read(start + len(mark))[start:] != mark:
            yield _("Isi “{name}” bukan video MP4 atau WebM.", name=path.name)


def check_captions(folder: Path, name: str) -> Iterator[Problem]:
    """Yield what is wrong inside the captions of a film; only those that say nothing at all are an error."""
    path = find_captions(folder, Video(name, "", ())) if find_video(folder, name) else None
    if path is None:
        return
    file = f"{FOLDER}/{path.relative_to(folder / FOLDER).as_posix()}"
    try:
        if path.stat().st_size > MAX_TEXT:
            yield Problem(file, 1, _("Berkas terlalu besar; paling banyak 1 MB."))
            return
        found, troubles = read_captions(path.read_bytes(), webvtt=path.suffix == ".vtt")
    except OSError:
        yield Problem(file, 1, _("Berkas tidak dapat dibaca."))
        return
    for trouble in troubles:
        yield Problem(file, trouble.line, trouble.message, Severity.SARAN)
    if not found.cues:
        yield Problem(file, 1, _("Teks video “{name}” kosong atau rusak.", name=path.name))

"""The log: local, rotated, and without personal data."""

import logging
import re
import traceback
import zipfile
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from bimtek import __version__
from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import _
from bimtek.host.files import write_atomically

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

LOG_NAME = "catatan-bimtek.zip"
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# In a message: a path (with the name of an account in it), what stands in quotes, long numbers.
_PERSONAL = re.compile(
    r"""(?<!\w)(?:file:/+|[A-Za-z]:[\\/]|\\\\|~?/)[^"'<>|,;\n]+|"[^"]*"|'[^']*'|“[^”]*”|\d[\d .\-]{5,}\d"""
)
SAFE_WORDS = "sqlite3"  # its messages name tables and columns, and what stands in them only when
UNDECODED = "Could not decode"  # they begin so

_Raised: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlacesOnly(logging.Formatter):
    """Writes of an exception what kind it was and where it went, not what it said.

    What it said may hold a name or a number of a person; so may the folder the program lies in.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Format a record; the text other handlers keep of its exception is left alone."""
        cleaned = logging.makeLogRecord(record.__dict__)
        cleaned.msg, cleaned.args, cleaned.exc_text = _PERSONAL.sub("…", record.getMessage()), None, None
        return super().format(cleaned)

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the name logging calls
        """The chain of an exception, first cause first."""
        chain: list[str] = []
        error = ei[1]
        while error is not None and len(chain) < 10:
            chain.append(_places(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(chain))


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(f.filename).parent.name}/{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    kind = type(error)
    words = str(error)
    said = f": {words}" if kind.__module__ == SAFE_WORDS and not words.startswith(UNDECODED) else ""
    return "\n".join([*places, f"{kind.__module__}.{kind.__qualname__}{said}"])


class _RotatedFile(logging.Handler):
    """Five files of 1 MB at most. What writes them is loaded with the first record: most starts have none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self._file: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self.path, maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
            )
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def start_log(folder: Path) -> Path:
    """Log warnings and errors of the product into `folder`."""
    path = folder / "bimtek.log"
    handler = _RotatedFile(path)
    handler.setFormatter(PlacesOnly(FORMAT))
    root = logging.getLogger("bimtek")
    for old in list(root.handlers):
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def current_folder() -> Path:
    """Where the log is written now."""
    for handler in logging.getLogger("bimtek").handlers:
        if isinstance(handler, _RotatedFile):
            return handler.path.parent
    raise FileTroubleError(
        _("Log belum ada di laptop ini."), advice=_("Buka lagi Bimtek, lalu simpan log sekali lagi.")
    )


def pack_log(folder: Path, target: Path) -> int:
    """Pack all log files into one zip for whoever helps, and return how many there were.

    What runs here (versions, system) is told beside them.

    Errors: FileTroubleError.
    """
    found = sorted(folder.glob("bimtek.log*"))

    def pack(out: BinaryIO) -> None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for path in found:
                made.write(path, path.name)
            made.writestr("versi.txt", _versions())

    write_atomically(target, pack)
    return len(found)


def _versions() -> str:
    import platform  # only told to whoever helps

    system = f"{platform.system()} {platform.release()}"
    return f"Bimtek {__version__}\nPython {platform.python_version()}\n{system}\n"

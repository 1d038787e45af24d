"""Pictures for papers: logos and letterhead images, checked before they are kept."""

import io
import struct
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import _
from bimtek.storage.files import FileRepository

if TYPE_CHECKING:
    from PIL.Image import Image

    from bimtek.documents.kop_sheet import KopSheet
    from bimtek.domain.kegiatan import Kegiatan

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 25_000_000
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
LONGEST_SIDE = 1600  # a logo is printed at 24 mm, a letterhead at 190 mm: 200 dpi is plenty
ORIENTATION = 0x0112  # of Exif
_TURNS: dict[object, int] = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}  # to Pillow's Transpose


class Letterheads:
    """Takes pictures from outside into the data folder and hands their bytes out."""

    def __init__(self, files: FileRepository) -> None:
        self._files = files

    def add_picture(self, path: Path) -> str:
        """Check, re-encode and keep a picture; returns its SHA-256 name.

        Errors: FileTroubleError for what is no PNG, JPEG or WebP, too large, or unreadable.
        """
        try:
            if path.stat().st_size > MAX_BYTES:
                raise _refused(path, "lebih dari 20 MB")
            data = _as_png(path.read_bytes())
        except OSError as error:
            raise _refused(path, "tidak terbaca") from error
        label = str(_("Gambar {name} ditambahkan", name=path.name))
        return self._files.add(data, path.name, "image/png", "kop", label)

    def read(self, digest: str) -> bytes:
        """Bytes of a kept picture. Errors: NotFoundError."""
        return self._files.read(digest)

    def sheet(self, kegiatan: "Kegiatan", shapes: tuple[tuple[float, float], ...]) -> "KopSheet":
        """The top of a list to edit a kop on, without its logos, which are of these shapes.

        Errors: DocumentError or NotFoundError when the one wide picture is missing.
        """
        from bimtek.documents.kop_sheet import kop_sheet

        return kop_sheet(kegiatan, shapes, self.read)


def _as_png(data: bytes) -> bytes:
    """Decode a picture within our limits and write it anew: nothing but pixels comes along."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a camera wrote beside the picture may well be damaged
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=list(FORMATS)) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise OSError("too many pixels")
                picture.load()
                kept = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
                turned = _TURNS.get(_held(picture))
        except (
            Image.DecompressionBombWarning,
            Image.DecompressionBombError,
            ValueError,
            SyntaxError,
        ) as error:
            raise OSError(str(error)) from error
    if turned is not None:
        kept = kept.transpose(Image.Transpose(turned))
    kept.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    kept.save(out, "PNG", optimize=True)
    return out.getvalue()


def _held(picture: "Image") -> object:
    """How the phone was held, a number a camera notes beside the picture; None where that is damaged."""
    try:
        return picture.getexif().get(ORIENTATION)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, struct.error):
        return None


def _refused(path: Path, reason: str) -> FileTroubleError:
    return FileTroubleError(
        _("Gambar {name} tidak dapat dipakai: {reason}.", name=path.name, reason=reason),
        advice=_("Pakai gambar PNG atau JPG yang lebih kecil."),
    )

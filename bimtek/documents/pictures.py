"""Stored pictures made ready for paper: decoded once, never larger than print can show."""

import io

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from bimtek.documents.base import Files, Fix, Problem
from bimtek.domain.errors import BimtekError, DocumentError
from bimtek.domain.text import _

LOGO_PIXELS = 600
WIDE_PIXELS = 2200


def load(files: Files, name: str, most: int = LOGO_PIXELS) -> ImageReader:
    """Decode a stored picture, scaled down to `most` pixels a side.

    Errors: DocumentError when it is not there or not a picture.
    """
    try:
        image: Image.Image = Image.open(io.BytesIO(files(name)))
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise DocumentError(
            _("Gambar logo tidak terbaca."), advice=_("Pasang ulang logonya."), detail=f"{name}: {error}"
        ) from error
    if image.mode not in ("RGB", "RGBA", "L"):
        image = image.convert("RGBA" if "A" in image.mode or "transparency" in image.info else "RGB")
    if max(image.size) > most:
        image.thumbnail((most, most), Image.Resampling.LANCZOS)
    return ImageReader(image)


def picture_problems(files: Files, names: tuple[str, ...]) -> list[Problem]:
    """Pictures that cannot be printed, each as a blocking problem."""
    found = []
    for name in names:
        try:
            load(files, name)
        except BimtekError as error:
            found.append(Problem(error.what, Fix.KOP, blocking=True))
    return found

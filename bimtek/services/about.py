"""Whose work is inside the product, under which licences."""

from dataclasses import dataclass

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.formatting import date_text
from bimtek.domain.text import Text, _
from bimtek.host.paths import asset


@dataclass(frozen=True, slots=True)
class Part:
    """Something made by others: its name, its licence, and the shipped file that holds the licence."""

    name: str
    licence: str
    file: str = ""

    def text(self) -> str:
        """The licence as shipped. Errors: FileTroubleError when its file is gone."""
        try:
            return asset(self.file).read_text(encoding="utf-8")
        except OSError as error:
            raise FileTroubleError(
                _("Teks lisensi ini tidak ditemukan."), advice=_("Pasang ulang aplikasi Bimtek.")
            ) from error


SHIPPED = (
    Part("Plus Jakarta Sans", "SIL Open Font License 1.1", "fonts/plus-jakarta-sans/OFL.txt"),
    Part("Liberation Serif", "SIL Open Font License 1.1", "fonts/liberation-serif/LICENSE.txt"),
    Part("Noto Sans", "SIL Open Font License 1.1", "fonts/noto-sans/LICENSE.txt"),
    Part("Lucide", "ISC", "icons/LICENSE"),
    Part("idn-area-data", "Open Database License 1.0", "wilayah/LICENSE-ODbL-1.0.md"),
)
LIBRARIES = (
    Part("Python", "PSF License 2"),
    Part("PySide6-Essentials", "LGPL-3.0"),
    Part("sqlite-utils", "Apache-2.0"),
    Part("reportlab", "BSD-3-Clause"),
    Part("rl-accel", "BSD-3-Clause"),
    Part("click", "BSD-3-Clause"),
    Part("platformdirs", "MIT"),
    Part("markdown-it-py", "MIT"),
    Part("pydantic", "MIT"),
    Part("python-calamine", "MIT"),
    Part("XlsxWriter", "BSD-2-Clause"),
    Part("Pillow", "MIT-CMU"),
    Part("pypdfium2", "BSD-3-Clause, Apache-2.0"),
    Part("PyNaCl", "Apache-2.0"),
    Part("tzdata", "Apache-2.0"),
)


def parts() -> tuple[Part, ...]:
    """Fonts, pictures and data first, then the libraries."""
    return SHIPPED + LIBRARIES


def wilayah_notice() -> Text:
    """The notice the licence of the wilayah data asks for, with its decree and date."""
    from bimtek.intake.wilayah_file import wilayah_source

    try:
        source = wilayah_source(asset("wilayah"))
    except FileTroubleError as error:
        return error.what
    return _(
        "{notice} Dasar: {decree}, {date}. Diambil {fetched}.",
        notice=source.notice,
        decree=source.decree,
        date=date_text(source.decree_on),
        fetched=date_text(source.fetched_on),
    )

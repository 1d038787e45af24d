"""Pages of help: short Markdown files, one for each screen and a few for the bad moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bimtek.domain.blocks import Block
from bimtek.domain.formatting import folded
from bimtek.domain.text import Text, _

FIRST = "mulai-cepat"
GROUPS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (_("Mulai"), (FIRST, "layar-awal", "gladi-bersih")),
    (_("Saat darurat"), ("kalau-listrik-padam", "kalau-laptop-rusak", "pin", "cetak")),
    (
        _("Kegiatan"),
        (
            "buat-kegiatan",
            "langkah-siapkan",
            "impor-peserta",
            "orang",
            "langkah-absensi",
            "langkah-sajikan",
            "penyaji",
            "langkah-kuis",
            "kiosk",
            "jawaban-kertas",
            "langkah-hasil",
            "langkah-dokumen",
            "kop",
            "penandatangan",
            "riwayat",
        ),
    ),
    (
        _("Tempat"),
        ("beranda", "kegiatan", "peserta", "modul", "pustaka-hukum", "kanal-bantuan", "arsip", "pengaturan"),
    ),
)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page as the list shows it: `words` are its title and text as they are searched."""

    key: str
    group: Text
    title: str
    words: str


class Help:
    """Reads the shipped pages: their words once, on first use; their blocks when they are opened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._blocks: dict[str, tuple[Block, ...]] = {}

    @cached_property
    def pages(self) -> tuple[HelpPage, ...]:
        """All pages, in the order of the list."""
        return tuple(self._page(key, group) for group, keys in GROUPS for key in keys)

    def page(self, key: str) -> HelpPage:
        """One page; for an unknown key the first one."""
        return next((page for page in self.pages if page.key == key), self.pages[0])

    def blocks(self, page: HelpPage) -> tuple[Block, ...]:
        """What a page says. Loads the Markdown reader on first use."""
        if page.key not in self._blocks:
            from bimtek.content.markdown import Reader

            (part,) = Reader(f"{page.key}.md", []).parts(self._source(page.key))
            self._blocks[page.key] = part.blocks
        return self._blocks[page.key]

    def search(self, typed: str) -> Sequence[HelpPage]:
        """Pages that hold every word typed, whatever its case; those with it in their title first."""
        words = folded(typed).split()
        found = [page for page in self.pages if all(word in page.words for word in words)]
        return sorted(found, key=lambda page: not all(word in folded(page.title) for word in words))

    def picture(self, path: str) -> Path:
        """Where a picture that a page names lies."""
        return self._folder / path

    def _page(self, key: str, group: Text) -> HelpPage:
        source = self._source(key)
        return HelpPage(key, group, source.partition("\n")[0].removeprefix("# "), folded(source))

    def _source(self, key: str) -> str:
        return (self._folder / f"{key}.md").read_text(encoding="utf-8")

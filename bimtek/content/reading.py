"""A module folder as it was read: its parts, where each is written, and what is wrong so far."""

from dataclasses import dataclass, field
from pathlib import Path

from bimtek.content.bank import Entry
from bimtek.content.files import MANIFEST
from bimtek.content.manifest import Manifest
from bimtek.content.problems import Problem, Severity
from bimtek.content.toml_lines import TomlLines
from bimtek.domain.module import Card, Module, Slide
from bimtek.domain.text import Text


@dataclass(slots=True)
class Reading:
    """Everything read from one folder. `manifest` is None when modul.toml cannot be used."""

    folder: Path
    manifest: Manifest | None = None
    manifest_lines: TomlLines = field(default_factory=lambda: TomlLines(""))
    slides: list[Slide] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    pictures: list[tuple[str, int, str]] = field(default_factory=list)
    videos: list[tuple[str, int, str]] = field(default_factory=list)
    cited: list[tuple[str, int, str]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def at_manifest(self, message: Text, *key: str | int, severity: Severity = Severity.SALAH) -> Problem:
        """Return a problem at a key of modul.toml."""
        return Problem(MANIFEST, self.manifest_lines.line(key), message, severity)

    @property
    def module(self) -> Module | None:
        """The module, or None without a manifest. Only sound when no problem is grave."""
        if self.manifest is None:
            return None
        return Module(
            id=self.manifest.id,
            version=self.manifest.versi,
            title=self.manifest.judul,
            language=self.manifest.bahasa,
            summary=self.manifest.ringkasan,
            audience=tuple(self.manifest.sasaran),
            jp=self.manifest.jp,
            content_note=self.manifest.catatan_isi,
            objectives=self.manifest.objectives,
            sources=self.manifest.sources,
            blueprint=self.manifest.blueprint,
            slides=tuple(self.slides),
            cards=tuple(self.cards),
            questions=tuple(entry.question for entry in self.entries),
            folder=str(self.folder),
        )

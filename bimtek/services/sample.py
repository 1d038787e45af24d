"""The sample kegiatan: the Blora day with invented people, marked CONTOH everywhere."""

from pathlib import Path

from bimtek.domain.kegiatan import Kegiatan
from bimtek.services.importing import Importing
from bimtek.services.planning import Planning
from bimtek.services.registration import Registration

KEGIATAN = "kegiatan-blora.toml"
PEOPLE = "peserta-blora.xlsx"


class Sample:
    """Makes the sample from the shipped files, over the same verbs as everything else."""

    def __init__(
        self, folder: Path, planning: Planning, registration: Registration, importing: Importing
    ) -> None:
        self._folder = folder
        self._planning = planning
        self._registration = registration
        self._importing = importing

    def create(self) -> Kegiatan:
        """Make it, its people with it. Waits."""
        kegiatan, people = self._planning.create_from_file(self._folder / KEGIATAN)
        self._registration.add_all(kegiatan.id, people)
        shown = self._importing.preview_file(self._folder / PEOPLE, kegiatan.id)
        self._importing.accept(kegiatan.id, shown)
        return kegiatan

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
        kegiatan = self.plan()
        self.import_people(kegiatan.id)
        return kegiatan

    def find(self) -> Kegiatan | None:
        """The sample of this data folder, None when it was not made or was removed."""
        for summary in self._planning.page(limit=1000):
            if summary.sample:
                return self._planning.get(summary.id)
        return None

    def plan(self) -> Kegiatan:
        """Make the kegiatan with the people who run it, without peserta. Waits."""
        kegiatan, people = self._planning.create_from_file(self._folder / KEGIATAN)
        self._registration.add_all(kegiatan.id, people)
        return kegiatan

    def import_people(self, kegiatan_id: str) -> None:
        """Import the shipped list of peserta. Waits."""
        shown = self._importing.preview_file(self._folder / PEOPLE, kegiatan_id)
        self._importing.accept(kegiatan_id, shown)

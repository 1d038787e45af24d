"""The Blora day of `demo`: it follows a public article, all people in it are invented."""

from datetime import time
from pathlib import Path

from bimtek.domain.attendance import Status
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Role
from bimtek.services.importing import Importing
from bimtek.services.planning import Planning
from bimtek.services.registration import Registration
from bimtek.services.sample_day import SampleDay, Script

KEGIATAN = "kegiatan-blora.toml"
PEOPLE = "peserta-blora.xlsx"
CODE = "OCSEA"
SCRIPT = Script(
    seed=50324,
    away={31: Status.ALPA, 32: Status.SAKIT, 33: Status.IZIN},
    left_at={7: time(14, 0), 22: time(14, 0)},
    without_post_test=(12,),
    on_paper_every=6,
)


class Blora:
    """Makes the day from the shipped files, over the same verbs as everything else. Every verb waits."""

    def __init__(
        self,
        folder: Path,
        planning: Planning,
        registration: Registration,
        importing: Importing,
        day: SampleDay,
    ) -> None:
        self._folder = folder
        self._planning = planning
        self._registration = registration
        self._importing = importing
        self._day = day

    def open(self) -> Kegiatan:
        """The day of this data folder, planned on the first run."""
        return self.find() or self.plan()

    def find(self) -> Kegiatan | None:
        """The day of this data folder, None when it was not made or was removed."""
        return self._planning.sample(CODE)

    def plan(self) -> Kegiatan:
        """Make the kegiatan with the people who run it, without peserta."""
        kegiatan, people = self._planning.create_from_file(self._folder / KEGIATAN)
        self._registration.add_all(kegiatan.id, people)
        return kegiatan

    def import_people(self, kegiatan: Kegiatan) -> int:
        """Import the shipped list of peserta once; returns how many there are."""
        if not self._registration.of_kegiatan(kegiatan.id, Role.PESERTA):
            shown = self._importing.preview_file(self._folder / PEOPLE, kegiatan.id)
            self._importing.accept(kegiatan.id, shown)
        return len(self._registration.of_kegiatan(kegiatan.id, Role.PESERTA))

    def take_attendance(self, kegiatan: Kegiatan) -> int:
        """Take the attendance of both sessions; returns how many peserta were there."""
        return self._day.take_attendance(kegiatan, SCRIPT)

    def run_tests(self, kegiatan: Kegiatan) -> None:
        """Hold both tests."""
        self._day.run_tests(kegiatan, SCRIPT)

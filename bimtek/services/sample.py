"""The sample to look at and to try things on: "Bimtek OCSEA – Desa Contoh", made from one file.

Everything in it is invented. Its papers carry CONTOH, and no list of people and no statistic counts it.
"""

from pathlib import Path

from bimtek.domain.attendance import Status
from bimtek.domain.clock import Clock
from bimtek.domain.kegiatan import Kegiatan
from bimtek.services.planning import Planning
from bimtek.services.registration import Registration
from bimtek.services.sample_day import SampleDay, Script

KEGIATAN = "desa-contoh.toml"
CODE = "CONTOH"
SCRIPT = Script(
    seed=240,
    away={24: Status.IZIN},
    without_post_test=range(13, 25),  # half of them are still at it
    on_paper_every=8,
    post_test_goes_on=True,
)


class Sample:
    """Makes it, finds it, takes it away again. `create` and `remove` wait; not from the GUI thread."""

    def __init__(
        self, folder: Path, planning: Planning, registration: Registration, day: SampleDay, clock: Clock
    ) -> None:
        self._folder = folder
        self._planning = planning
        self._registration = registration
        self._day = day
        self._clock = clock

    def find(self) -> Kegiatan | None:
        """The sample of this data folder, None when it was not made or was removed."""
        return self._planning.sample(CODE)

    def create(self) -> Kegiatan:
        """The sample, made for today when it is not there: attendance taken, the post-test half done.

        Errors: NotFoundError, ModuleBrokenError when its module is not usable; nothing is left then.
        """
        found = self.find()
        if found is not None:
            return found
        today = self._clock.now().astimezone().date()
        kegiatan, people = self._planning.create_from_file(self._folder / KEGIATAN, today)
        try:
            self._registration.add_all(kegiatan.id, people)
            self._day.take_attendance(kegiatan, SCRIPT)
            self._day.run_tests(self._planning.get(kegiatan.id), SCRIPT)
        except BaseException:
            self._planning.remove(kegiatan.id).result()
            raise
        return self._planning.get(kegiatan.id)

    def remove(self) -> None:
        """Take the sample away; `create` makes another one."""
        found = self.find()
        if found is not None:
            self._planning.remove(found.id).result()

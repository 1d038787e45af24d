"""Papers that belong to no kegiatan: the recovery code of the PIN, and plan B."""

from collections.abc import Sequence
from datetime import date

from bimtek.domain.clock import Clock
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Role
from bimtek.services.papers.papers import rendered
from bimtek.services.registration import Registration
from bimtek.services.settings import Settings


class Sheets:
    """Makes the bytes that are printed or saved. Loads the PDF writer: not from the GUI thread."""

    def __init__(self, settings: Settings, registration: Registration, clock: Clock) -> None:
        self._settings = settings
        self._registration = registration
        self._clock = clock

    def recovery_code(self, code: str) -> bytes:
        """The sheet with a recovery code; nothing of it is stored."""
        from bimtek.documents.kode_pemulihan import KodePemulihan

        names = (self._settings.get("nama_pengguna"), self._settings.get("instansi"))
        owner = ", ".join(name for name in names if name)
        return rendered(KodePemulihan(code=code, owner=owner, made_on=self._today))

    def plan_b(self, kegiatan: Kegiatan | None, open_points: Sequence[str] = ()) -> bytes:
        """Plan B with the facts of a kegiatan, or with lines to fill in; `open_points` were not ready."""
        from bimtek.documents.rencana_b import RencanaB

        people = self._registration.of_kegiatan(kegiatan.id, Role.PESERTA) if kegiatan else ()
        return rendered(
            RencanaB(
                made_on=self._today,
                kegiatan=kegiatan,
                participants=len(people),
                open_points=tuple(open_points),
            )
        )

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone().date()

"""Papers that belong to no kegiatan: the recovery code of the PIN, plan B, and the channel cards."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bimtek.domain.clock import Clock
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Role
from bimtek.services.channels import LOCAL, Channels
from bimtek.services.papers.papers import rendered
from bimtek.services.registration import Registration
from bimtek.services.settings import Settings

if TYPE_CHECKING:
    from bimtek.documents.base import Problem
    from bimtek.documents.kartu_kanal import KartuKanal


class Sheets:
    """Makes the bytes that are printed or saved. Loads the PDF writer: not from the GUI thread."""

    def __init__(
        self, settings: Settings, registration: Registration, channels: Channels, clock: Clock
    ) -> None:
        self._settings = settings
        self._channels = channels
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

    def channel_cards(self) -> bytes:
        """Eight pocket cards and a poster, with the numbers that were verified lately and no others."""
        return rendered(self._cards())

    def channel_problems(self) -> list["Problem"]:
        """What is still dotted on the cards, or found no room."""
        return self._cards().problems()

    def _cards(self) -> "KartuKanal":
        from bimtek.documents.kartu_kanal import KartuKanal

        book = self._channels.book()
        others = book.others(service for service, _label in LOCAL)
        return KartuKanal(made_on=book.day, lines=book.card(LOCAL), others=others)

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone().date()

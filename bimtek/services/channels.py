"""Channels where help is found: those of the pack and the organiser's own, with who reached them when."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bimtek.domain.channels import Call, Channel, ChannelBook, ChannelKind, LocalService
from bimtek.domain.clock import Clock, Zone
from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.services.settings import Settings
from bimtek.storage.channels import ChannelRepository
from bimtek.storage.store import new_id

if TYPE_CHECKING:
    from bimtek.content.channel_pack import ChannelPacks
    from bimtek.content.problems import Problem

ADDED = _("Kanal {name} ditambahkan")
CHANGED = _("Kanal {name} diubah")
REMOVED = _("Kanal {name} dihapus")
CALLED = _("Kanal {name} sudah dihubungi")
# Named on paper beside a dotted line as long as nobody entered and verified one.
LOCAL: tuple[tuple[LocalService, str], ...] = (
    (LocalService.UPTD_PPA, "UPTD PPA"),
    (LocalService.UNIT_PPA, "Unit PPA Polres"),
)
LONGEST = 200


class Channels:
    """Reads the packs on first use: from the window only on a worker. Changes return Futures."""

    def __init__(
        self, packs: Sequence[Path], repository: ChannelRepository, settings: Settings, clock: Clock
    ) -> None:
        self._paths = tuple(packs)
        self._repository, self._settings, self._clock = repository, settings, clock

    def book(self) -> ChannelBook:
        """All channels as they stand today."""
        own = self._repository.own()
        return ChannelBook(own + self._packs.channels(), self._repository.calls(), self.today())

    def today(self) -> date:
        """The day by which channels are judged."""
        return self._clock.now().astimezone(Zone.WIB.offset).date()

    def blank(self, service: LocalService = LocalService.UPTD_PPA) -> Channel:
        """An own entry to fill in; `keep` stores it."""
        name = dict(LOCAL).get(service, "")
        return Channel(id=new_id(), name=name, kind=ChannelKind.PHONE, value="", service=service)

    def keep(self, channel: Channel) -> Future[None]:
        """Store an own entry as it is now. Errors: RefusedError for one of the pack, or a text too long."""
        if not channel.own:
            raise RefusedError(
                _("Kanal dari paket tidak dapat diubah di sini."), advice=_("Tambahkan kanal Anda sendiri.")
            )
        texts = [getattr(channel, field.name) for field in fields(channel)]
        if any(isinstance(text, str) and len(text) > LONGEST for text in texts):
            raise RefusedError(
                _("Isian terlalu panjang; paling banyak {most} huruf.", most=LONGEST),
                advice=_("Pendekkan isiannya."),
            )
        name = channel.name or channel.value
        return self._repository.put(channel, str(ADDED).format(name=name), str(CHANGED).format(name=name))

    def remove(self, channel: Channel) -> Future[int]:
        """Remove an own entry; it stays in the file for undo and merging."""
        return self._repository.remove(channel.id, str(REMOVED).format(name=channel.name or channel.value))

    def called(self, channel: Channel) -> Future[None]:
        """Somebody reached this channel today, under the number it has now: renews it for 180 days.

        Errors: RefusedError while it has no number.
        """
        if not channel.value.strip():
            raise RefusedError(
                _("Kanal ini belum punya nomor atau alamat."), advice=_("Isi dulu nomornya, lalu hubungi.")
            )
        call = Call(channel.id, channel.value, self.today(), str(self._settings.get("nama_pengguna")))
        return self._repository.add_call(call, str(CALLED).format(name=channel.name or channel.value))

    def problems(self) -> "dict[Path, list[Problem]]":
        """Everything wrong in the packs, by file."""
        return self._packs.problems()

    @cached_property
    def _packs(self) -> "ChannelPacks":
        from bimtek.content.channel_pack import ChannelPacks

        return ChannelPacks(self._paths)

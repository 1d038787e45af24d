"""Siap berangkat? What of this laptop is checked before a kegiatan, each answered in words."""

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from bimtek.domain.clock import Clock
from bimtek.domain.formatting import clock_time, long_date, number, percent
from bimtek.domain.text import Text, _
from bimtek.host.battery import charge
from bimtek.host.data_folder import DataFolder
from bimtek.host.disk import free_bytes
from bimtek.services.progress import Progress, silent

if TYPE_CHECKING:  # Beranda loads this module to show what was found: what looks is loaded to look
    from bimtek.services.backup import Backup
    from bimtek.services.library import ModuleLibrary
    from bimtek.services.overview import Overview
    from bimtek.services.safe_clock import SafeClock

ENOUGH_ROOM = 1_000_000_000
BACKUP_TOO_OLD = timedelta(days=1)
USB_TOO_OLD = timedelta(days=7)
ENOUGH_CHARGE = 0.8  # lasts until the power is back, or until all is on paper
MODULES, DISK, BACKUP, USB, CLOCK, BATTERY = "modul", "disk", "cadangan", "usb", "jam", "baterai"

NOT_NEEDED = _("Belum perlu, datanya masih kosong.")


class Check(NamedTuple):
    """One thing that was looked at; `detail` says what was found, or what to do."""

    key: str
    ok: bool
    what: Text
    detail: Text | str


class Readiness:
    """Looks at this laptop anew each time. Waits for the module folders; not from the GUI thread."""

    def __init__(
        self,
        folder: DataFolder,
        library: "ModuleLibrary",
        overview: "Overview",
        backup: "Backup",
        safe_clock: "SafeClock",
        clock: Clock,
    ) -> None:
        self._folder = folder
        self._library = library
        self._overview = overview
        self._backup = backup
        self._safe_clock = safe_clock
        self._clock = clock

    def checks(self, progress: Progress = silent) -> list[Check]:
        """All checks that this laptop has an answer to, in the order they are shown."""
        looks = (self._modules, self._disk, self._backups, self._stick, self._time, self._battery)
        found = []
        for done, look in enumerate(looks):
            progress(done, len(looks))
            found.append(look())
        progress(len(looks), len(looks))
        return [check for check in found if check is not None]

    def _modules(self) -> Check:
        usable, broken = self._library.tally()
        if not usable:
            detail = _("Belum ada modul yang bisa dipakai.")
        elif broken:
            detail = _("{count} terpasang, {broken} bermasalah.", count=usable, broken=broken)
        else:
            detail = _("{count} terpasang.", count=usable)
        return Check(MODULES, usable > 0 and not broken, _("Modul"), detail)

    def _disk(self) -> Check:
        free = free_bytes(self._folder.root)
        if free is None:
            return Check(DISK, False, _("Ruang simpan"), _("Sisa ruang tidak terbaca."))
        room = number(free / 1e9, 1 if free < 10_000_000_000 else 0)
        if free < ENOUGH_ROOM:
            detail = _("Sisa {room} GB. Hapus berkas lain dahulu.", room=room)
        else:
            detail = _("Sisa {room} GB.", room=room)
        return Check(DISK, free >= ENOUGH_ROOM, _("Ruang simpan"), detail)

    def _backups(self) -> Check:
        age = self._backup.age()
        if age is None:
            nothing_yet = self._nothing_to_lose()
            detail = NOT_NEEDED if nothing_yet else _("Belum ada cadangan.")
            return Check(BACKUP, nothing_yet, _("Cadangan data"), detail)
        hours = max(int(age / timedelta(hours=1)), 0)
        detail = _("Dibuat {hours} jam lalu.", hours=hours) if hours else _("Baru saja dibuat.")
        return Check(BACKUP, age <= BACKUP_TOO_OLD, _("Cadangan data"), detail)

    def _stick(self) -> Check:
        age = self._backup.usb_age()
        if age is None:
            nothing_yet = self._nothing_to_lose()
            detail = NOT_NEEDED if nothing_yet else _("Belum ada. Colokkan USB, lalu cadangkan.")
            return Check(USB, nothing_yet, _("Cadangan di USB"), detail)
        days = max(age // timedelta(days=1), 0)
        detail = _("Dibuat {days} hari lalu.", days=days) if days else _("Dibuat hari ini.")
        return Check(USB, age <= USB_TOO_OLD, _("Cadangan di USB"), detail)

    def _nothing_to_lose(self) -> bool:
        return all(kegiatan.sample for kegiatan in self._overview.page())

    def _battery(self) -> Check | None:
        now = charge()
        if now is None:
            return None
        level = percent(now.level)
        if now.plugged_in:
            detail = _("{level}, sedang diisi.", level=level)
        elif now.level >= ENOUGH_CHARGE:
            detail = _("{level}. Bawa pengisi dayanya.", level=level)
        else:
            detail = _("{level}. Sambungkan pengisi daya sekarang.", level=level)
        return Check(BATTERY, now.plugged_in or now.level >= ENOUGH_CHARGE, _("Baterai"), detail)

    def _time(self) -> Check:
        now = self._clock.now().astimezone()
        shown = _("{day}, {time}", day=long_date(now.date()), time=clock_time(now.time()))
        trusted = self._safe_clock.verdict().trusted
        detail = shown if trusted else _("{shown}. Pastikan dahulu.", shown=shown)
        return Check(CLOCK, trusted, _("Jam laptop"), detail)

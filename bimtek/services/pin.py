"""The PIN: it hides screens (personal scores, leaving the kiosk) and encrypts nothing."""

from datetime import datetime, timedelta
from typing import Any

from bimtek.domain.clock import Clock, parse_stamp, stamp
from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.services.settings import Settings

TRIES = 5
WAIT = timedelta(seconds=30)
WHAT_IT_DOES = _("PIN menyembunyikan layar. PIN tidak mengenkripsi data di laptop ini.")


class Pin:
    """Sets and checks the PIN; five wrong ones make it wait 30 s, also across a restart."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN at all; it is asked for when first needed."""
        return bool(self._stored.get("sidik"))

    def set(self, pin: str) -> None:
        """Set a new PIN of 4 to 8 digits. Errors: RefusedError for anything else."""
        if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
            raise RefusedError(_("PIN belum sesuai."), advice=_("Pakai 4 sampai 8 angka."))
        from nacl import pwhash

        digest = pwhash.argon2id.str(
            pin.encode(), pwhash.argon2id.OPSLIMIT_INTERACTIVE, pwhash.argon2id.MEMLIMIT_INTERACTIVE
        )
        self._put({"sidik": digest.decode()})

    def check(self, pin: str) -> bool:
        """Tell whether `pin` is right. Errors: RefusedError while waiting after five wrong ones."""
        stored = self._stored
        waiting_until = parse_stamp(stored["tunggu"]) if stored.get("tunggu") else None
        if waiting_until and self._still_waiting(waiting_until):
            raise RefusedError(_("PIN salah lima kali."), advice=_("Tunggu setengah menit, lalu coba lagi."))
        if self._matches(stored.get("sidik", ""), pin):
            self._put({"sidik": stored["sidik"]})
            return True
        self._count_wrong(stored)
        return False

    @property
    def _stored(self) -> dict[str, Any]:
        return dict(self._settings.get("pin"))

    def _put(self, value: dict[str, Any]) -> None:
        self._settings.put("pin", value).result()

    def _still_waiting(self, until: datetime) -> bool:
        # A clock set back must not lock the owner out for years.
        return timedelta(0) < until - self._clock.now() <= WAIT

    def _count_wrong(self, stored: dict[str, Any]) -> None:
        wrong = int(stored.get("salah", 0)) + 1
        value: dict[str, Any] = {"sidik": stored.get("sidik", ""), "salah": wrong}
        if wrong >= TRIES:
            value |= {"salah": 0, "tunggu": stamp(self._clock.now() + WAIT)}
        self._put(value)

    @staticmethod
    def _matches(digest: str, pin: str) -> bool:
        from nacl import exceptions, pwhash

        if not digest:
            return False
        try:
            return bool(pwhash.argon2id.verify(digest.encode(), pin.encode()))
        except (exceptions.InvalidkeyError, ValueError):  # the second: what is stored is no hash
            return False

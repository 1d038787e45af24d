"""The PIN: it hides screens (personal scores, leaving the kiosk) and encrypts nothing.

With every PIN comes a recovery code on paper: who forgot the one sets a new one with the other.
"""

from datetime import datetime, timedelta
from typing import Any

from bimtek.domain.clock import Clock, parse_stamp, stamp
from bimtek.domain.errors import RefusedError
from bimtek.domain.text import _
from bimtek.services.codes import new_recovery_code, typed_recovery_code
from bimtek.services.settings import Settings

TRIES = 5
WAIT = timedelta(seconds=30)
WHAT_IT_DOES = _("PIN menyembunyikan layar. PIN tidak mengenkripsi data di laptop ini.")
WITHOUT_CODE = _("Tanpa PIN dan tanpa kode pemulihan, layar ber-PIN tidak dapat dibuka lagi.")


class Pin:
    """Sets and checks the PIN; five wrong ones make it wait 30 s, also across a restart.

    A wrong recovery code counts like a wrong PIN.
    """

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN at all; it is asked for when first needed."""
        return bool(self._stored.get("sidik"))

    def set(self, pin: str) -> str:
        """Set a new PIN of 4 to 8 digits; return its recovery code, told this once and kept as a hash.

        Waits. Errors: RefusedError for anything but 4 to 8 digits.
        """
        if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
            raise RefusedError(_("PIN belum sesuai."), advice=_("Pakai 4 sampai 8 angka."))
        code = new_recovery_code()
        self._put({"sidik": _digest(pin), "kode": _digest(code)})
        return code

    def check(self, pin: str) -> bool:
        """Tell whether `pin` is right. Waits. Errors: RefusedError while waiting after five wrong ones."""
        return self._is_right("sidik", pin)

    def reset(self, code: str, pin: str) -> str:
        """Set a new PIN for who has the recovery code; return the next code, the old one is spent.

        Waits. Errors: RefusedError for a wrong code, while waiting, or for a PIN that `set` refuses;
        the old PIN and the old code then stay.
        """
        if not self._is_right("kode", typed_recovery_code(code)):
            raise RefusedError(
                _("Kode pemulihan belum cocok."), advice=_("Lihat lagi lembar kode pemulihan Anda.")
            )
        return self.set(pin)

    def _is_right(self, kind: str, given: str) -> bool:
        stored = self._stored
        waiting_until = parse_stamp(stored["tunggu"]) if stored.get("tunggu") else None
        if waiting_until and self._still_waiting(waiting_until):
            raise RefusedError(
                _("PIN atau kode salah lima kali."), advice=_("Tunggu setengah menit, lalu coba lagi.")
            )
        if _matches(stored.get(kind, ""), given):
            self._put(_hashes(stored))
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
        value = _hashes(stored) | {"salah": wrong}
        if wrong >= TRIES:
            value |= {"salah": 0, "tunggu": stamp(self._clock.now() + WAIT)}
        self._put(value)


def _hashes(stored: dict[str, Any]) -> dict[str, Any]:
    """What is stored, without the count of wrong ones."""
    return {kind: stored.get(kind, "") for kind in ("sidik", "kode")}


def _digest(secret: str) -> str:
    from nacl import pwhash

    digest: bytes = pwhash.argon2id.str(
        secret.encode(), pwhash.argon2id.OPSLIMIT_INTERACTIVE, pwhash.argon2id.MEMLIMIT_INTERACTIVE
    )
    return digest.decode()


def _matches(digest: str, secret: str) -> bool:
    from nacl import exceptions, pwhash

    if not digest:
        return False
    try:
        return bool(pwhash.argon2id.verify(digest.encode(), secret.encode()))
    except (exceptions.InvalidkeyError, ValueError):  # the second: what is stored is no hash
        return False

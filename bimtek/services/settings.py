"""Settings that travel with a backup: one table of them, checked on the way in."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, NamedTuple

from bimtek.domain.errors import RefusedError
from bimtek.domain.text import Text, _
from bimtek.storage.settings import SettingRepository


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 300


def _is_fraction(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_minutes(value: object) -> bool:
    return isinstance(value, int) and 30 <= value <= 90


def _is_anything(_value: object) -> bool:
    return True


class Setting(NamedTuple):
    """One setting: its key, what it is without being set, how it is checked, its words.

    `shown` False keeps bookkeeping (PIN, clock) out of the settings page.
    """

    key: str
    default: Any
    check: Callable[[object], bool]
    label: Text
    help: Text
    shown: bool = True


SETTINGS: tuple[Setting, ...] = (
    Setting("nama_pengguna", "", _is_text, _("Nama Anda"), _("Nama fasilitator atau panitia di laptop ini.")),
    Setting(
        "instansi",
        "",
        _is_text,
        _("Instansi atau lembaga"),
        _("Dipakai sebagai penyelenggara kegiatan baru."),
    ),
    Setting(
        "menit_per_jp",
        45,
        _is_minutes,
        _("Menit per JP"),
        _("Lazimnya 45 menit; beberapa lembaga memakai 60."),
    ),
    Setting(
        "min_kehadiran",
        0.8,
        _is_fraction,
        _("Syarat kehadiran"),
        _("Bagian JP yang harus diikuti untuk mendapat sertifikat."),
    ),
    Setting("kop", {}, _is_anything, _("Kop"), _("Kop yang dipakai kegiatan baru."), shown=False),
    Setting(
        "penandatangan",
        [],
        _is_anything,
        _("Penandatangan"),
        _("Penandatangan untuk kegiatan baru."),
        shown=False,
    ),
    Setting(
        "layar_awal", "", _is_text, _("Layar awal"), _("Kapan layar awal pertama kali tampil."), shown=False
    ),
    Setting(
        "cadangan_usb",
        "",
        _is_text,
        _("Cadangan USB terakhir"),
        _("Kapan cadangan terakhir ditulis ke USB."),
        shown=False,
    ),
    Setting(
        "pin",
        {},
        _is_anything,
        _("PIN"),
        _("Sidik PIN, sidik kode pemulihan, dan hitungan salah."),
        shown=False,
    ),
    Setting("jam_terakhir", "", _is_text, _("Jam terakhir"), _("Waktu terakhir yang terlihat."), shown=False),
    Setting(
        "jam_dipastikan",
        "",
        _is_text,
        _("Jam dipastikan"),
        _("Kapan seseorang memastikan jam laptop benar."),
        shown=False,
    ),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """Reads and stores settings. An unknown key is a bug and raises KeyError."""

    def __init__(self, repository: SettingRepository) -> None:
        self._repository = repository
        self._values = repository.all()

    def get(self, key: str) -> Any:
        """The value in force."""
        return self._values.get(key, _BY_KEY[key].default)

    def put(self, key: str, value: Any) -> Future[None]:
        """Store a value; it is in force at once. Errors: RefusedError when it does not pass its check."""
        setting = _BY_KEY[key]
        if not setting.check(value):
            raise RefusedError(_("“{label}” belum dapat disimpan.", label=setting.label), advice=setting.help)
        self._values[key] = value
        return self._repository.put(key, value, str(_("Pengaturan diubah: {label}", label=setting.label)))

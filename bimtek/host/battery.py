"""What the system tells of the laptop's battery."""

import sys
from pathlib import Path
from typing import NamedTuple

SUPPLIES = Path("/sys/class/power_supply")


class Charge(NamedTuple):
    """How full the battery is, 0 to 1, and whether the laptop is on mains power."""

    level: float
    plugged_in: bool


if sys.platform == "win32":
    import ctypes

    _NO_BATTERY = 128
    _UNKNOWN = 255

    class _PowerStatus(ctypes.Structure):
        _fields_ = (
            ("on_mains", ctypes.c_ubyte),
            ("flags", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("seconds_left", ctypes.c_ulong),
            ("seconds_whole", ctypes.c_ulong),
        )

    def charge() -> Charge | None:
        """The battery now, None without one or when the system does not tell."""
        status = _PowerStatus()
        if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
            return None
        if status.percent == _UNKNOWN or status.flags & _NO_BATTERY:
            return None
        return Charge(min(status.percent, 100) / 100, status.on_mains == 1)
else:

    def charge() -> Charge | None:
        """The battery now, None without one or when the system does not tell."""
        return read_supplies(SUPPLIES)


def read_supplies(folder: Path) -> Charge | None:
    """The fullest battery of the laptop itself, as Linux lists it; those of mice and pens are left out."""
    levels: list[float] = []
    plugged_in = False
    try:
        supplies = sorted(folder.iterdir())
    except OSError:
        return None
    for supply in supplies:
        kind = _word(supply / "type")
        if kind == "Battery" and _word(supply / "scope") != "Device":
            percent = _word(supply / "capacity")
            levels += [min(int(percent), 100) / 100] if percent.isdecimal() else []
            plugged_in = plugged_in or _word(supply / "status") in ("Charging", "Full")
        elif kind in ("Mains", "USB"):
            plugged_in = plugged_in or _word(supply / "online") == "1"
    return Charge(max(levels), plugged_in) if levels else None


def _word(path: Path) -> str:
    """The one word of a file of the system, "" when it cannot be read."""
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""

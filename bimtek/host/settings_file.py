"""What belongs to this laptop (window, theme, text size): one JSON file, never silently replaced."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any


class SettingsFile:
    """Values by key. A damaged file is kept as `.rusak` and `damaged` says so."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.damaged = False
        self._values = self._read()

    def get(self, key: str, default: Any) -> Any:
        """The stored value, or the default when there is none of the same type."""
        value = self._values.get(key, default)
        alike = isinstance(value, type(default)) and isinstance(value, bool) == isinstance(default, bool)
        return value if alike else default

    def put(self, key: str, value: Any) -> None:
        """Store a value at once."""
        from bimtek.host.files import write_bytes  # a start only reads

        self._values[key] = value
        write_bytes(self._path, json.dumps(self._values, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        self.damaged = True
        with suppress(OSError):  # where nothing may be written, the defaults still serve
            self._path.replace(self._path.with_suffix(".rusak"))
        return {}

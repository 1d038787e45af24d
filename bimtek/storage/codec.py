"""Small records of the domain as JSON text in one column, and back."""

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from bimtek.storage.rows import to_json

Record = TypeVar("Record")


def dump(record: Any) -> str:
    """Write a frozen dataclass as canonical JSON; dates and times in ISO form, enums by value."""
    return to_json(to_plain(record))


def load(kind: type[Record], text: str) -> Record:
    """Read a record back. A key this build does not know is left out, a missing one takes its default."""
    return from_plain(kind, json.loads(text) if text else {})  # type: ignore[no-any-return]


def dump_list(items: tuple[Any, ...]) -> str:
    """Write a tuple of plain values or records."""
    return to_json([to_plain(item) for item in items])


def load_list(kind: type[Record], text: str) -> tuple[Record, ...]:
    """Read a tuple back."""
    return tuple(from_plain(kind, item) for item in json.loads(text or "[]"))


def to_plain(value: Any) -> Any:
    """A record as values JSON can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def from_plain(kind: Any, value: Any) -> Any:
    """A record from values JSON gave back; `kind` is its type."""
    if get_origin(kind) is UnionType:
        inner = [arg for arg in get_args(kind) if arg is not NoneType]
        return None if value is None else from_plain(inner[0], value)
    if get_origin(kind) is tuple:
        return tuple(from_plain(get_args(kind)[0], item) for item in value)
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        return kind(**{name: from_plain(hints[name], v) for name, v in value.items() if name in hints})  # type: ignore[operator]
    if kind in (date, time):
        return kind.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value

"""Small records of the domain as JSON text in one column, and back."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from bimtek.storage.rows import to_json

Record = TypeVar("Record")
Reader = Callable[[Any], Any]


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


def from_plain(kind: Any, value: Any) -> Any:
    """A record from values JSON gave back; `kind` is its type."""
    return _reader(kind)(value)


@cache
def _reader(kind: Any) -> Reader:
    """How values of a type are read, worked out once per type: a register holds hundreds of records."""
    if get_origin(kind) is UnionType:
        inner = _reader(next(arg for arg in get_args(kind) if arg is not NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        item = _reader(get_args(kind)[0])
        return lambda values: tuple(map(item, values))
    if is_dataclass(kind):
        return _record_reader(kind)
    if kind in (date, time):
        return kind.fromisoformat  # type: ignore[no-any-return]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda value: value


def _record_reader(kind: Any) -> Reader:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda values: kind(
        **{name: readers[name](value) for name, value in values.items() if name in readers}
    )

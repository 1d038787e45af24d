"""Reads agenda lines of shipped TOML files for the tests beside it."""

from datetime import time
from typing import Any

from bimtek.domain.kegiatan import AgendaItem, ItemKind


def clock(text: str) -> time:
    hour, minute = text.split(".")
    assert len(hour) == len(minute) == 2
    return time(int(hour), int(minute))


def item(line: dict[str, Any]) -> AgendaItem:
    starts, ends = line["waktu"].split("-")
    return AgendaItem(
        id="",
        session_id="",
        order=0,
        starts=clock(starts),
        ends=clock(ends),
        title=line["judul"],
        kind=ItemKind(line["jenis"]),
    )

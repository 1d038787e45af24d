"""The sessions of a kegiatan as words, and the one that is on now."""

from datetime import datetime

from bimtek.domain.clock import parse_stamp
from bimtek.domain.formatting import clock_time, date_text
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.text import Text, _


def session_word(kegiatan: Kegiatan, session: Session) -> Text | str:
    """A session as people call it: "Pagi, 07.30", with its date when there are several days."""
    at = clock_time(session.starts)
    if len({s.on_date for s in kegiatan.sessions}) < 2:
        return _("{session}, mulai {at}", session=session.label, at=at)
    day = date_text(session.on_date)
    return _("{day} · {session}, mulai {at}", day=day, session=session.label, at=at)


def closed_word(kegiatan: Kegiatan, session: Session) -> Text:
    """When attendance of a closed session was closed, and what that means for its marks."""
    at = parse_stamp(session.closed_at).astimezone(kegiatan.zone.offset)
    return _(
        "Absensi {session} ditutup {day} pukul {at}. Buka lagi untuk memperbaiki.",
        session=session.label,
        day=date_text(at.date()),
        at=clock_time(at.time()),
    )


def at_present(kegiatan: Kegiatan, now: datetime) -> Session | None:
    """The session a facilitator means: the one on now, else today's next, else the first not closed."""
    local = now.astimezone(kegiatan.zone.offset)
    today = [s for s in kegiatan.sessions if s.on_date == local.date()]
    running = [s for s in today if s.ends is None or local.time() <= s.ends]
    still_open = [s for s in kegiatan.sessions if not s.closed_at]
    for group in (running, today[-1:], still_open, list(kegiatan.sessions)):
        if group:
            return group[0]
    return None

"""Everything in the window that edits stored data. What stores there needs its line here.

An editor keeps an edit in one of three ways: `Autosave` stores what is typed once typing rests,
`Draft` keeps a form that is not finished yet, `hear` follows what one press stores at once. All
three take an Editor and tell `edits` when the edit is safe. PINs are the one thing that is typed and never
kept: half a secret does not belong on a disk.
"""

import weakref
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

from bimtek.domain.errors import BimtekError
from bimtek.ui.after import after


@dataclass(frozen=True)
class Editor:
    """One place that edits stored data; `key` names its draft and the tests that kill it."""

    key: str


FACTS = Editor("ringkasan")
LINE = Editor("baris-acara")
SESSION = Editor("sesi")
NEW_PERSON = Editor("orang-baru")
PERSON = Editor("orang")
IMPORT = Editor("impor-daftar")
MARK = Editor("absensi")
WALK_IN = Editor("orang-hadir")
LEAVE = Editor("pulang-awal")
SLIDE = Editor("slide")
KIOSK = Editor("kiosk")
SHEET = Editor("jawaban-kertas")
PAPERS = Editor("dokumen")
LETTERHEAD = Editor("kop")
SIGNERS = Editor("penandatangan")
GIVEN = Editor("beri-sertifikat")
VOID = Editor("batalkan-nomor")
NEW_KEGIATAN = Editor("kegiatan-baru")
COPY_KEGIATAN = Editor("salin-kegiatan")
GENERAL = Editor("pengaturan-umum")
WELCOME = Editor("layar-awal")
CHANNEL = Editor("kanal")
CHANNEL_CALL = Editor("kanal-dihubungi")

EDITORS: tuple[Editor, ...] = (
    FACTS,
    LINE,
    SESSION,
    NEW_PERSON,
    PERSON,
    IMPORT,
    MARK,
    WALK_IN,
    LEAVE,
    SLIDE,
    KIOSK,
    SHEET,
    PAPERS,
    LETTERHEAD,
    SIGNERS,
    GIVEN,
    VOID,
    NEW_KEGIATAN,
    COPY_KEGIATAN,
    GENERAL,
    WELCOME,
    CHANNEL,
    CHANNEL_CALL,
)


class _Edits(QObject):
    """Tells what became safe."""

    stored = Signal(str)  # key of an editor: its last edit is durable


edits = _Edits()


class Keeps(Protocol):
    """Holds an edit for a moment before it is stored."""

    def flush(self) -> None:
        """Store now what still waits."""


_waiting: "weakref.WeakSet[Keeps]" = weakref.WeakSet()


def wait(keeper: Keeps) -> None:
    """Note that something waits there, for `flush_all`."""
    _waiting.add(keeper)


def flush_all() -> None:
    """Store now what still waits in any editor: the window closes, or one goes a step back."""
    for keeper in list(_waiting):
        _waiting.discard(keeper)
        if shiboken6.isValid(keeper):
            keeper.flush()


def hear(
    editor: Editor,
    future: Future[Any],
    done: Callable[[Any], object],
    failed: Callable[[BimtekError], object],
    parent: QObject,
) -> None:
    """As `after`, for an edit that one press stores; it is safe before `done` is called."""

    def stored(result: object) -> None:
        done(result)
        edits.stored.emit(editor.key)

    after(future, stored, failed, parent)

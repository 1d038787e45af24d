"""Urungkan and ulangi: the toast that follows a change, and going one step back or forth."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtWidgets import QWidget

from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.text import Text, _
from bimtek.services.history import REDONE, UNDONE
from bimtek.services.progress import Progress
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.messages import show_error


def say_with_undo(
    context: UiContext,
    page: QWidget,
    kegiatan_id: str,
    future: Future[Any],
    message: Text,
    undone: Callable[[], object],
) -> None:
    """Once a change is stored, say so with Urungkan; `undone` is called when it was taken back."""
    after(
        future,
        lambda _result: context.window.toast.emit(
            message, lambda: take_back(context, page, kegiatan_id, future, undone)
        ),
        lambda error: show_error(page, error),
        page,
    )


def take_back(
    context: UiContext, page: QWidget, kegiatan_id: str, stored: Future[Any], undone: Callable[[], object]
) -> None:
    """Take back the change of a Future, then say so."""
    after(
        context.services.history.take_back(stored, kegiatan_id),
        lambda label: _say(context, UNDONE, label, undone),
        lambda error: say_refused(context, page, error),
        page,
    )


def take_back_step(
    context: UiContext, page: QWidget, kegiatan_id: str, change_id: str, undone: Callable[[], object]
) -> None:
    """Take back one change of the journal, then say so."""
    history = context.services.history
    _run(context, page, lambda progress: history.undo(change_id, kegiatan_id), UNDONE, undone)


def step_back(context: UiContext, page: QWidget, kegiatan_id: str, undone: Callable[[], object]) -> None:
    """Take back the last step of a kegiatan, then say so; a refusal is said too."""
    history = context.services.history
    _run(context, page, lambda progress: history.undo_last(kegiatan_id), UNDONE, undone)


def step_again(context: UiContext, page: QWidget, kegiatan_id: str, redone: Callable[[], object]) -> None:
    """Bring again the step taken back last, then say so; a refusal is said too."""
    history = context.services.history
    _run(context, page, lambda progress: history.redo_last(kegiatan_id), REDONE, redone)


def say_refused(context: UiContext, page: QWidget, error: BimtekError) -> None:
    """Say in a toast why something cannot be taken back; any other failure opens a dialog."""
    if isinstance(error, RefusedError):
        words = _("{what} {advice}", what=error.what, advice=error.advice) if error.advice else error.what
        context.window.toast.emit(words, None)
    else:
        show_error(page, error)


def _run(
    context: UiContext,
    page: QWidget,
    job: Callable[[Progress], str],
    said: Text,
    then: Callable[[], object],
) -> None:
    context.tasks.run(
        job,
        page,
        done=lambda label: _say(context, said, label, then),
        failed=lambda error: say_refused(context, page, error),
    )


def _say(context: UiContext, said: Text, label: str, then: Callable[[], object]) -> None:
    context.window.toast.emit(Text(said.msgid, {"label": label}), None)
    then()

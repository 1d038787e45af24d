"""Urungkan: the toast that follows a deletion, and taking one change back."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text, _
from bimtek.storage.journal import ChangeSummary
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

    def stored(_result: object) -> None:
        change = context.services.history.recent(kegiatan_id, 1)[0]
        context.window.toast.emit(message, lambda: take_back(context, page, kegiatan_id, change, undone))

    after(future, stored, lambda error: show_error(page, error), page)


def take_back(
    context: UiContext, page: QWidget, kegiatan_id: str, change: ChangeSummary, undone: Callable[[], object]
) -> None:
    """Undo one change on a worker, then say so."""

    def done(_result: object) -> None:
        context.window.toast.emit(_("Diurungkan: {label}", label=change.label), None)
        undone()

    context.tasks.run(
        lambda progress: context.services.history.undo(change.id, kegiatan_id, change.label),
        done=done,
        failed=lambda error: show_error(page, error),
    )

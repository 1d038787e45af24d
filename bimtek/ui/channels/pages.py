"""The list of channels, or the one that is open. Read on a worker whenever something may have changed."""

from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from bimtek.domain.channels import ChannelBook, Standing
from bimtek.domain.errors import BimtekError
from bimtek.domain.text import _
from bimtek.services.progress import Progress
from bimtek.ui import editors
from bimtek.ui.channels.channel_detail import ChannelDetail
from bimtek.ui.channels.channel_list import ChannelList
from bimtek.ui.context import UiContext
from bimtek.ui.editors import hear
from bimtek.ui.messages import show_error
from bimtek.ui.undo import say_with_undo, take_back

NEW = "baru"  # in place of an id: the form of an own channel, empty


class ChannelPages(QStackedWidget):
    """`left` when somebody goes back to the modules."""

    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._book: ChannelBook | None = None
        self._wanted = ""
        self._readings = 0
        self._removed: list[Future[Any]] = []
        self.detail: ChannelDetail | None = None
        self.list = ChannelList(context)
        self.list.left.connect(self.left)
        self.list.chosen.connect(self.open_channel)
        self.list.add_wanted.connect(lambda: self.open_channel(NEW))
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.bring_back)
        self.addWidget(self.list)

    @property
    def help_topic(self) -> str:
        """Its page of help."""
        return "kanal-bantuan"

    def refresh(self) -> None:
        """Read pack, own channels and calls again, on a worker; of two readings the later one counts."""
        channels = self._context.services.channels
        self._readings += 1
        number = self._readings

        def job(progress: Progress) -> ChannelBook:
            return channels.book()

        def done(book: ChannelBook) -> None:
            if number == self._readings:
                self._on_read(book)

        self._context.tasks.run(job, self, done=done, failed=self._on_failed)

    def open_channel(self, channel_id: str) -> None:
        """Show one channel, or an empty form for "baru"; an unknown one leaves the list."""
        if self._book is None:
            self._wanted = channel_id
            return
        if channel_id == NEW:
            blank = self._context.services.channels.blank()
            self._show(Standing(blank, self._book.day), known=False)
            return
        standing = self._book.standing(channel_id)
        if standing is not None:
            self._show(standing)

    def show_list(self) -> None:
        """Go back to all channels; what was typed and chosen is still there."""
        self._drop_detail()
        self.setCurrentWidget(self.list)
        self.list.found.field.setFocus()

    def bring_back(self) -> None:
        """Take back the last removal, also when its toast is long gone."""
        if self._removed:
            take_back(self._context, self, "", self._removed.pop(), self.refresh)

    def _show(self, standing: Standing, *, known: bool = True) -> None:
        self._drop_detail()
        detail = self.detail = ChannelDetail(self._context, standing, known=known)
        detail.left.connect(self._on_left)
        detail.changed.connect(self.refresh)
        detail.removed.connect(self._on_removed)
        self.addWidget(detail)
        self.setCurrentWidget(detail)
        field = None if detail.form is None or known else detail.form.service
        (field or detail.back_button).setFocus()

    def _drop_detail(self) -> None:
        if self.detail is not None:
            self.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None

    def _on_left(self) -> None:
        self.show_list()
        self.refresh()

    def _on_removed(self, future: Future[Any]) -> None:
        assert self.detail is not None
        channel = self.detail.channel
        self._removed.append(future)
        message = _("Kanal {name} dihapus.", name=channel.name or channel.value)
        say_with_undo(self._context, self, "", future, message, self.refresh)
        self.show_list()
        hear(editors.CHANNEL, future, lambda _count: self.refresh(), lambda _error: None, self)

    def _on_read(self, book: ChannelBook) -> None:
        self._book = book
        self.list.show_book(book)
        wanted, self._wanted = self._wanted, ""
        if self.detail is not None:
            now = book.standing(self.detail.channel.id)
            if now is not None:
                self.detail.show_standing(now)
        elif wanted:
            self.open_channel(wanted)
        elif self.currentWidget() is self.list and self.isVisible():
            self.list.found.field.setFocus()

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self.window(), error)

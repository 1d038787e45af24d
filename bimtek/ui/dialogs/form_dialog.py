"""A small dialog with a heading, a few fields, and its buttons at bottom right."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.ui import theme
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.scrolling import scrolling

WIDTH = 520
_EDGE = 28
_TITLE_BAR = 40  # of the window, on a screen that is lower than the dialog


class FormDialog(Dialog):
    """Put rows in `form`. Enter presses the primary button, Esc closes; trouble shows inside the dialog."""

    def __init__(
        self, parent: QWidget | None, title: Text, action: Text, explanation: Text = NO_TEXT, icon: str = ""
    ) -> None:
        super().__init__(parent, title)
        self.heading = label(title, "h2")
        self.explanation = label(explanation, tone="secondary")
        if not explanation:
            self.explanation.hide()
        self.form = Form()
        self.trouble = Notice(NO_TEXT, "warning")
        self.trouble.hide()
        self.cancel_button = buttons.secondary(_("Batal"))
        self.cancel_button.clicked.connect(self.reject)
        self.action_button = buttons.primary(action, icon)
        self.action_button.setDefault(True)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addStretch(1)
        self.row.addWidget(self.cancel_button)
        self.row.addWidget(self.action_button)
        self._page = QWidget()
        self._page.setProperty("kind", "page")
        self.body = QVBoxLayout(self._page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.body.addWidget(self.form)
        self._area = scrolling(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 24, _EDGE, 24)
        layout.setSpacing(16)
        for widget in (self.heading, self.explanation, self._area, self.trouble):
            layout.addWidget(widget)
        layout.addLayout(self.row)

    def add_notice(self, notice: QWidget) -> None:
        """Put one more warning above the buttons, where no scrolling hides it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, notice)

    def show_draft(self, draft: QWidget) -> None:
        """Give the sentence of a draft its place above the fields."""
        self.body.insertWidget(self.body.indexOf(self.form), draft)

    def show_trouble(self, error: BimtekError | None) -> None:
        """Say what is not right, or nothing."""
        self.trouble.setVisible(error is not None)
        if error is not None:
            self.trouble.show_notice(joined((error.what, error.advice), " "), "warning")
        self.fit()

    def fit(self) -> None:
        """Be as high as the content needs, and wider than usual only where its words are.

        Where the screen is lower than that, the fields scroll and the buttons stay in sight.
        """
        layout = self.layout()
        assert layout is not None
        self.body.activate()
        words = self.body.totalMinimumSize()
        layout.activate()
        width = max(theme.current().px(WIDTH), layout.totalMinimumSize().width(), words.width() + 2 * _EDGE)
        content = max(self.body.totalHeightForWidth(width - 2 * _EDGE), words.height())
        self._area.setFixedHeight(content)
        layout.activate()
        high = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        beyond = max(high - (self.screen().availableSize().height() - _TITLE_BAR), 0)
        self._area.setFixedHeight(max(content - beyond, 0))
        self.setFixedSize(width, high - beyond)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right height before anybody sees it."""
        self.fit()
        super().showEvent(event)

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

WIDTH = 520


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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(16)
        for widget in (self.heading, self.explanation, self.form, self.trouble):
            layout.addWidget(widget)
        layout.addLayout(self.row)

    def show_draft(self, draft: QWidget) -> None:
        """Give the sentence of a draft its place above the fields."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.form), draft)

    def show_trouble(self, error: BimtekError | None) -> None:
        """Say what is not right, or nothing."""
        self.trouble.setVisible(error is not None)
        if error is not None:
            self.trouble.show_notice(joined((error.what, error.advice), " "), "warning")
        self.fit()

    def fit(self) -> None:
        """Be as high as the content needs, and wider than usual only where its words are."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        least = layout.totalMinimumSize()
        width = max(theme.current().px(WIDTH), least.width())
        self.setFixedSize(width, max(layout.totalHeightForWidth(width), least.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Fit the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right height before anybody sees it."""
        self.fit()
        super().showEvent(event)

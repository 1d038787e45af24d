"""One page of help: headings, numbered steps, pictures, from top to bottom at a width that can be read."""

import html
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bimtek.domain.blocks import Block, Callout, Heading, Image, ListBlock, Paragraph, Spans, plain_text
from bimtek.domain.text import _
from bimtek.services.help import Help, HelpPage
from bimtek.ui import language, theme
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

WIDEST = 720
_TONES = {"penting": "warning"}


class HelpView(QScrollArea):
    """The arrow keys scroll; a screen reader hears the title of the page."""

    def __init__(self, guide: Help, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help = guide
        self.page: HelpPage | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        language.put(self, _("Halaman bantuan"), "setAccessibleName")

    def show_page(self, page: HelpPage) -> None:
        """Show another page from its top."""
        self.page = page
        column = QWidget()
        theme.put(column, "setMaximumWidth", WIDEST)
        body = QVBoxLayout(column)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(label(page.title, "h2"))
        for block in self._help.blocks(page):
            body.addWidget(self._drawn(block))
        body.addStretch(1)
        sheet = QWidget()
        sheet.setProperty("kind", "page")
        across = QHBoxLayout(sheet)
        across.setContentsMargins(24, 20, 24, 20)
        across.addWidget(column, 1)
        across.addStretch(0)
        self.setWidget(sheet)
        self.setAccessibleDescription(page.title)

    def _drawn(self, block: Block) -> QWidget:
        match block:
            case Heading(spans=spans):
                return label("".join(span.text for span in spans), "h3")
            case Paragraph(spans=spans):
                return _rich(spans)
            case ListBlock(ordered=ordered, items=items):
                return _steps(items, ordered=ordered)
            case Callout(kind=kind, blocks=blocks):
                return Notice(" ".join(plain_text(blocks).split()), _TONES.get(kind, ""))
            case Image(path=path, alt=alt):
                return Picture(self._help.picture(path), alt)
        return label(plain_text([block]))


class Picture(QWidget):
    """A picture as wide as the page allows, never larger than it is."""

    def __init__(self, path: Path, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap(str(path))
        self.setAccessibleName(alt)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Its own size."""
        return self._pixmap.size()

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps its shape."""
        whole = self._pixmap.width()
        return self._pixmap.height() * min(width, whole) // whole if whole else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it smoothly, with a thin edge."""
        if self._pixmap.isNull():
            return
        wide = min(self.width(), self._pixmap.width())
        area = QSize(wide, self.heightForWidth(wide))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(0, 0, area.width(), area.height(), self._pixmap)
        painter.setPen(theme.current().colour("divider"))
        painter.drawRect(0, 0, area.width() - 1, area.height() - 1)


def _steps(items: tuple[Spans, ...], *, ordered: bool) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for number, spans in enumerate(items, start=1):
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = label(f"{number}." if ordered else "•", "strong", "primary", wrap=False)
        theme.put(mark, "setFixedWidth", 28)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_rich(spans), 1)
        column.addLayout(row)
    return made


def _rich(spans: Spans) -> QLabel:
    """A label with bold words; the pages are ours, and even so nothing in them is read as markup."""
    made = label()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(
        "".join(f"<b>{html.escape(span.text)}</b>" if span.bold else html.escape(span.text) for span in spans)
    )
    return made

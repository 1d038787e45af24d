"""Shows the pages of a PDF as they will be printed."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.text import NO_TEXT, _
from bimtek.intake.pdf_file import opened
from bimtek.services.progress import Progress
from bimtek.ui import language, theme
from bimtek.ui.pdf_pages import draw_page
from bimtek.ui.tasks import TaskRunner
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_POINT = 96 / 72  # logical pixels a point at 100 %
_SHADE = 2 * 16


class PdfPreview(QWidget):
    """One page at a time, drawn on a worker. `show_pdf` may be called again at any time."""

    rendered = Signal(int)  # page number from 1

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._data = b""
        self._wanted = 0  # grows with every request: late drawings of earlier ones are dropped
        self.page, self.pages = 1, 0
        self.zoom = 0.0  # 0 fits the width
        self.sheet = label("", wrap=False)
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        language.put(self.sheet, _("Pratinjau dokumen"), "setAccessibleName")
        self.area = QScrollArea()
        self.area.setProperty("kind", "desk")
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        language.put(self.area, _("Pratinjau dokumen"), "setAccessibleName")
        self.area.viewport().installEventFilter(self)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(150)
        self._resized.timeout.connect(self._render)
        self._lay_out()
        self._show_state()

    def show_pdf(self, data: bytes) -> None:
        """Show another document, or a new edition of this one at the same page."""
        self._data = data
        self._render()

    def clear(self) -> None:
        """Show nothing."""
        self._data, self.pages, self.page = b"", 0, 1
        self._wanted += 1
        language.put(self.sheet, NO_TEXT)
        self.sheet.clear()
        self._show_state()

    def show_page(self, number: int) -> None:
        """Turn to a page, counted from 1; beyond the ends stays at the end."""
        self.page = min(max(number, 1), max(self.pages, 1))
        self._render()

    def set_zoom(self, zoom: float) -> None:
        """Show at `zoom` (1 is as large as on paper), 0 fits the width."""
        self.zoom = zoom
        self._render()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when there is more or less room."""
        if event.type() == QEvent.Type.Resize and self._data and not self.zoom:
            self._resized.start()
        return False

    def _render(self) -> None:
        if not self._data:
            return
        self._wanted += 1
        ticket, data, page, zoom = self._wanted, self._data, self.page, self.zoom
        width = max(self.area.viewport().width() - _SHADE, 100)
        ratio = self.devicePixelRatioF()

        def job(progress: Progress) -> tuple[int, int, int, QImage]:
            return (ticket, *_draw(data, page, zoom, width, ratio))

        self._tasks.run(job, self, done=self._on_drawn, failed=self._on_failed)

    def _on_drawn(self, result: tuple[int, int, int, QImage]) -> None:
        ticket, self.pages, page, image = result[0], result[1], result[2], result[3]
        if ticket != self._wanted:
            return
        self.page = page
        painter = QPainter(image)
        painter.setPen(theme.current().colour("border"))
        painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
        painter.end()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        language.put(self.sheet, NO_TEXT)
        self.sheet.setPixmap(QPixmap.fromImage(image))
        self._show_state()
        self.rendered.emit(page)

    def _on_failed(self, error: BimtekError) -> None:
        language.put(self.sheet, _("Pratinjau belum bisa ditampilkan."))

    def _step_zoom(self, step: int) -> None:
        now = self.zoom or 1.0
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - now))
        self.set_zoom(ZOOMS[min(max(nearest + step, 0), len(ZOOMS) - 1)])

    def _show_state(self) -> None:
        language.put(self.position, _("Halaman {page} dari {pages}", page=self.page, pages=self.pages))
        self.position.setVisible(self.pages > 0)
        self.back_button.setEnabled(self.page > 1)
        self.next_button.setEnabled(self.page < self.pages)

    def _lay_out(self) -> None:
        self.position = label("", "caption", wrap=False)
        self.back_button = buttons.icon_button("chevron-left", _("Halaman sebelumnya"))
        self.next_button = buttons.icon_button("chevron-right", _("Halaman berikutnya"))
        self.smaller_button = buttons.icon_button("zoom-out", _("Perkecil"))
        self.larger_button = buttons.icon_button("zoom-in", _("Perbesar"))
        self.fit_button = buttons.quiet(_("Pas lebar"))
        self.back_button.clicked.connect(lambda: self.show_page(self.page - 1))
        self.next_button.clicked.connect(lambda: self.show_page(self.page + 1))
        self.smaller_button.clicked.connect(lambda: self._step_zoom(-1))
        self.larger_button.clicked.connect(lambda: self._step_zoom(1))
        self.fit_button.clicked.connect(lambda: self.set_zoom(0.0))
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.back_button)
        bar.addWidget(self.position)
        bar.addWidget(self.next_button)
        bar.addStretch(1)
        bar.addWidget(self.smaller_button)
        bar.addWidget(self.fit_button)
        bar.addWidget(self.larger_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.area, 1)


def _draw(data: bytes, page: int, zoom: float, width: int, ratio: float) -> tuple[int, int, QImage]:
    """Return how many pages there are, which one was drawn, and its picture."""
    with opened(data) as document:
        pages = len(document)
        at = min(max(page, 1), pages)
        scale = (zoom * _POINT if zoom else width / document[at - 1].get_width()) * ratio
        return pages, at, draw_page(document, at - 1, scale)

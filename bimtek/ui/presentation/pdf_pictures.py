"""Pages of a facilitator's own PDF as slides, drawn on a worker as sharp as the screen."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from bimtek.domain.text import _
from bimtek.intake.pdf_file import opened
from bimtek.services.progress import Progress
from bimtek.slides.style import SlideStyle
from bimtek.ui.language import say
from bimtek.ui.pdf_pages import draw_page
from bimtek.ui.presentation.pictures import Key, SlidePictures
from bimtek.ui.tasks import TaskRunner

_MOST_WANTED = 16  # beyond that, what was asked for first is out of sight again
UNREADABLE = _("Halaman ini tidak dapat ditampilkan.")


class PdfPictures(SlidePictures):
    """One page is drawn at a time, the one asked for last first; nobody waits for it."""

    def __init__(
        self, source: Path, tasks: TaskRunner, style: SlideStyle, parent: QObject | None = None
    ) -> None:
        super().__init__(style, parent)
        self._source, self._tasks = source, tasks
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._unreadable: set[Key] = set()
        self._busy = False

    def _draw(self, key: Key) -> QPixmap | None:
        if key in self._unreadable:
            return self._words(key)
        self._wanted[key] = None
        self._wanted.move_to_end(key)
        while len(self._wanted) > _MOST_WANTED:
            self._wanted.popitem(last=False)
        self._next()
        return self._other_size(key[0])

    def _next(self) -> None:
        if self._busy or not self._wanted:
            return
        self._busy = True
        key, source = next(reversed(self._wanted)), self._source

        def job(progress: Progress) -> tuple[Key, QImage]:
            return key, _page(source, *key)

        self._tasks.run(job, self, done=self._on_drawn, failed=self._on_failed, ended=self._on_ended)

    def _on_drawn(self, result: tuple[Key, QImage]) -> None:
        key, image = result
        self._wanted.pop(key, None)
        if image.isNull():
            self._unreadable.add(key)
        else:
            self._keep(key, QPixmap.fromImage(image))
        self.drawn.emit()

    def _on_failed(self, _error: object) -> None:
        self._wanted.clear()  # said in the log; asked for again when it is shown again

    def _on_ended(self) -> None:
        self._busy = False
        self._next()

    def _words(self, key: Key) -> QPixmap:
        """Return a page that says that there is nothing to see."""
        _index, wide, high = key
        picture = QPixmap(wide, high)
        picture.fill(self.style.colour("paper"))
        painter = QPainter(picture)
        painter.setFont(self.style.font(high * 0.06))
        painter.setPen(self.style.colour("text"))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(0, 0, wide, high), int(flags), say(UNREADABLE))
        painter.end()
        return picture


def _page(source: Path, index: int, wide: int, high: int) -> QImage:
    """Return page `index` in the middle of a black screen; a null image when it cannot be drawn."""
    import pypdfium2

    try:
        with opened(source) as document:
            across, down = document.get_page_size(index)
            page = draw_page(document, index, min(wide / across, high / down))
    except (pypdfium2.PdfiumError, ZeroDivisionError, OSError):
        return QImage()
    screen = QImage(QSize(wide, high), QImage.Format.Format_RGB32)
    screen.fill(Qt.GlobalColor.black)
    painter = QPainter(screen)
    painter.drawImage(
        QRectF((wide - page.width()) // 2, (high - page.height()) // 2, page.width(), page.height()), page
    )
    painter.end()
    return screen

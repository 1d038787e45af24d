"""A paper sheet on the screen: one line a box, and the question of the box beside it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language, theme
from bimtek.ui.kiosk.sheet import Field, Sheet
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.cut_text import write_cut
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.scrolling import scrolling_form

LINE = 44
_BOX = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Space: 1,
}


class SheetView(QWidget):
    """Takes the keys. `moved` after every change, `entered` for Enter, `refused` for a stray key."""

    moved = Signal()
    entered = Signal()
    refused = Signal(str)
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")  # the box itself shows where the keyboard is
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        language.put(self, _("Jawaban di lembar kertas"), "setAccessibleName")

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, or none."""
        self.sheet = sheet
        self.updateGeometry()
        self._changed()

    def line_of(self, place: int) -> QRect:
        """Where a box stands."""
        high = theme.current().px(LINE)
        return QRect(0, place * high, self.width(), high)

    def sizeHint(self) -> QSize:
        """One line a box, and one for the end."""
        count = len(self.sheet.fields) + 1 if self.sheet is not None else 0
        return QSize(320, theme.current().px(LINE) * count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key an answer."""
        sheet = self.sheet
        if sheet is None:
            event.ignore()
            return
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            sheet.erase()
            self._changed()
        elif event.key() in _STEPS:
            sheet.move(_STEPS[Qt.Key(event.key())])
            self._changed()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (
            not event.text().isprintable()
            or not event.text().strip()
            or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        elif event.isAutoRepeat():
            return
        elif sheet.press(event.text()):
            self._changed()
        else:
            self.refused.emit(event.text().upper())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the box that was pressed."""
        if self.sheet is not None:
            self.sheet.at = min(int(event.position().y()) // theme.current().px(LINE), len(self.sheet.fields))
            self.setFocus()
            self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw number, box and the beginning of the question of every line."""
        if self.sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, field in enumerate(self.sheet.fields):
            line = self.line_of(place)
            if line.intersects(event.rect()):
                self._paint_line(painter, line, field, here=place == self.sheet.at)
        if self.sheet.field is None:
            self._paint_end(painter, self.line_of(len(self.sheet.fields)))

    def _paint_line(self, painter: QPainter, line: QRect, field: Field, *, here: bool) -> None:
        assert self.sheet is not None
        worn = theme.current()
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("selection"))
            painter.drawRoundedRect(line.adjusted(0, 1, 0, -1), 8, 8)
        text = self.sheet.text(field)
        ink = "on_selection" if here else "text"
        number = QRect(line.left(), line.top(), worn.px(44), line.height())
        write_cut(painter, number, field.mark, ("body", 600, ink), Qt.AlignmentFlag.AlignRight)
        wide = max(worn.px(_BOX), QFontMetrics(worn.font("h3", 700)).horizontalAdvance(text) + worn.px(20))
        box = QRect(number.right() + worn.px(12), line.top() + worn.px(5), wide, line.height() - worn.px(10))
        painter.setPen(QPen(worn.colour("focus" if here else "border"), 3 if here else 1))
        painter.setBrush(worn.colour("surface"))
        painter.drawRoundedRect(box, 6, 6)
        write_cut(painter, box, text, ("h3", 700, "text"), Qt.AlignmentFlag.AlignHCenter)
        words = field.input.prompt or self.sheet.views[field.question].stem
        left = box.right() + worn.px(12)
        place = QRect(left, line.top(), line.right() - left - worn.px(8), line.height())
        write_cut(painter, place, words, ("caption", 400, ink))

    def _paint_end(self, painter: QPainter, line: QRect) -> None:
        worn = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("success_soft"))
        painter.drawRoundedRect(line.adjusted(0, 1, 0, -1), 8, 8)
        words = language.say(_("Selesai. Tekan Enter untuk menyimpan."))
        place = line.adjusted(worn.px(16), 0, -worn.px(8), 0)
        write_cut(painter, place, words, ("body", 600, "success"))

    def _changed(self) -> None:
        self.update()
        if self.sheet is not None:
            said = describe(self.sheet)
            language.put(self, said, "setAccessibleDescription")
            announce(self, said)
        self.moved.emit()


class QuestionCard(Card):
    """The question of the box the keyboard is in, its options with their letters, what is chosen in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.story = label("", "caption", "secondary")
        self.stem = label("", "emphasis")
        self.help = label("", "caption", "secondary")
        self.options = QVBoxLayout()
        self.options.setSpacing(8)
        self.body.addWidget(self.story)
        self.body.addWidget(self.stem)
        self.body.addLayout(self.options)
        self.body.addWidget(self.help)
        self.body.addStretch(1)

    def show_field(self, sheet: Sheet | None) -> None:
        """Show the question of the box, or nothing."""
        while (item := self.options.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        field = sheet.field if sheet is not None else None
        view = sheet.views[field.question] if sheet is not None and field is not None else None
        language.put(self.story, view.story if view is not None else "")
        self.story.setVisible(view is not None and bool(view.story))
        stem = f"{field.mark}. {field.input.prompt or view.stem}" if field is not None and view else ""
        language.put(self.stem, stem)
        language.put(self.help, _help(field))
        if sheet is None or field is None:
            return
        words = getattr(field.input, "labels", ()) or [o.text for o in getattr(field.input, "options", ())]
        for key, text in zip(field.keys, words, strict=False):
            chosen = key in sheet.text(field)
            line = label(f"{key}   {text}", "strong" if chosen else "body", "primary" if chosen else "")
            self.options.addWidget(line)


def describe(sheet: Sheet) -> Text:
    """The box the keyboard is in, for a screen reader."""
    field = sheet.field
    if field is None:
        return _("Semua kotak terlewati. Tekan Enter untuk menyimpan.")
    return _("Soal {mark}, {text}", mark=field.mark, text=sheet.text(field) or _("kosong"))


def following(view: SheetView) -> QScrollArea:
    """Put a sheet into an area that follows the box the keyboard is in."""
    area = scrolling_form(view)

    def follow() -> None:
        if view.sheet is not None:
            line = view.line_of(view.sheet.at)
            area.ensureVisible(0, view.y() + line.center().y(), 0, line.height())

    view.moved.connect(follow)
    return area


def _help(field: Field | None) -> Text:
    if field is None:
        return NO_TEXT
    if field.many:
        return _("Boleh lebih dari satu huruf. Tekan spasi untuk lanjut.")
    if field.whole > 1:
        return _("Ketik semua huruf sesuai urutan di kertas.")
    return NO_TEXT

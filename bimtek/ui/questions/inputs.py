"""The five inputs of a question as widgets: mouse, finger and keyboard alike."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from bimtek.domain.questions.view import (
    TEXT_LIMIT,
    Input,
    Option,
    Order,
    PickMany,
    PickOne,
    QuestionView,
    Scale,
    Text,
    Value,
    Values,
    ids_of,
    value_at,
)
from bimtek.domain.text import _
from bimtek.ui import language, theme
from bimtek.ui.questions.tiles import AnswerTile, StepTile, Tile
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.labels import label

TEXT_SIZE = 18  # on the facilitator's screen; a kiosk asks for KIOSK_SIZE
KIOSK_SIZE = 24
_SHORT = 34  # options no longer than this may stand in two columns


class InputWidget(QWidget):
    """One input: its prompt, what it shows, and the value given."""

    changed = Signal(object)  # Value

    def __init__(self, prompt: str, text_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self._text_size = text_size
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        if prompt:
            self.prompt: QLabel = label(prompt, "kiosk-prompt" if text_size >= KIOSK_SIZE else "strong")
            self._column.addWidget(self.prompt)

    def value(self) -> Value:
        """What was given, None for no answer."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show a value without telling anybody."""
        raise NotImplementedError

    def press(self, key: int) -> bool:
        """Press the tile of a key: 1 or A for the first; False when there is none."""
        for first in (Qt.Key.Key_1, Qt.Key.Key_A):
            place = key - first
            if 0 <= place < len(self.tiles):
                self.tiles[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.tiles[place].click()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a tile by number or letter; leave other keys to the page."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not (plain and self.press(event.key())):
            event.ignore()

    def _connect(self, tile: Tile) -> None:
        place = len(self.tiles)
        self.tiles.append(tile)
        tile.clicked.connect(lambda: self._on_pressed(place))
        tile.step_wanted.connect(lambda step: self._focus(place + step))

    def _on_pressed(self, place: int) -> None:
        """React to a pressed tile."""
        raise NotImplementedError

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self.tiles):
            self.tiles[place].setFocus(Qt.FocusReason.OtherFocusReason)


class _OptionsInput(InputWidget):
    """Tiles for options, in one column, or in two when all are short and `compact`."""

    def __init__(
        self,
        prompt: str,
        options: Sequence[Option],
        text_size: int,
        parent: QWidget | None = None,
        *,
        many: bool = False,
        compact: bool = False,
    ) -> None:
        super().__init__(prompt, text_size, parent)
        self._ids = [option.id for option in options]
        columns = 2 if compact and all(len(option.text) <= _SHORT for option in options) else 1
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, option in enumerate(options):
            tile = AnswerTile(place, option.text, text_size, many=many)
            self._connect(tile)
            grid.addWidget(tile, place // columns, place % columns)
        self._column.addLayout(grid)


class PickOneInput(_OptionsInput):
    """Choose one: pressing another takes the first away."""

    def value(self) -> Value:
        """The id of the chosen option."""
        return next((self._ids[at] for at, tile in enumerate(self.tiles) if tile.isChecked()), None)

    def set_value(self, value: Value) -> None:
        """Show the chosen option."""
        for at, tile in enumerate(self.tiles):
            tile.setChecked(self._ids[at] == value)

    def _on_pressed(self, place: int) -> None:
        self.set_value(self._ids[place])
        self.changed.emit(self.value())


class PickManyInput(_OptionsInput):
    """Choose any number: pressing again takes away."""

    def value(self) -> Value:
        """The ids of the chosen options in the order shown."""
        return tuple(self._ids[at] for at, tile in enumerate(self.tiles) if tile.isChecked()) or None

    def set_value(self, value: Value) -> None:
        """Show the chosen options."""
        chosen = ids_of(value)
        for at, tile in enumerate(self.tiles):
            tile.setChecked(self._ids[at] in chosen)

    def _on_pressed(self, place: int) -> None:
        self.changed.emit(self.value())


class OrderInput(_OptionsInput):
    """Press the options one after the other; each shows its number. The order counts once it is whole."""

    def __init__(
        self, prompt: str, options: Sequence[Option], text_size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(prompt, options, text_size, parent)
        self._order: list[int] = []
        foot = QHBoxLayout()
        self.hint = label("", "kiosk" if text_size >= KIOSK_SIZE else "caption", "secondary")
        self.again_button = buttons.quiet(_("Ulangi urutan"), "rotate-ccw")
        self.again_button.clicked.connect(self._on_again)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.again_button)
        self._column.addLayout(foot)
        self._show()

    def value(self) -> Value:
        """All ids in the order given, None while some are missing."""
        whole = len(self._order) == len(self._ids)
        return tuple(self._ids[at] for at in self._order) if whole else None

    def set_value(self, value: Value) -> None:
        """Show an order."""
        self._order = [self._ids.index(id_) for id_ in ids_of(value) if id_ in self._ids]
        self._show()

    def _on_pressed(self, place: int) -> None:
        before = self.value()
        if place in self._order:
            self._order.remove(place)
        else:
            self._order.append(place)
        self._show()
        if self.value() != before:
            self.changed.emit(self.value())

    def _on_again(self) -> None:
        before, self._order = self.value(), []
        self._show()
        if before is not None:
            self.changed.emit(None)

    def _show(self) -> None:
        for at, tile in enumerate(self.tiles):
            assert isinstance(tile, AnswerTile)
            tile.number = self._order.index(at) + 1 if at in self._order else 0
            tile.setChecked(tile.number > 0)
            tile.update()
        left = len(self._ids) - len(self._order)
        words = _("Tekan sesuai urutan. Sisa {left}.", left=left) if left else _("Urutan sudah lengkap.")
        language.put(self.hint, words)
        self.again_button.setEnabled(bool(self._order))


class ScaleInput(InputWidget):
    """Steps side by side, from little to much."""

    def __init__(
        self, prompt: str, labels: Sequence[str], text_size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(prompt, text_size, parent)
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, words in enumerate(labels, start=1):
            tile = StepTile(number, words, max(text_size - 2, 14))
            self._connect(tile)
            row.addWidget(tile, 1)
        self._column.addLayout(row)

    def value(self) -> Value:
        """The step, from 1."""
        return next((at for at, tile in enumerate(self.tiles, start=1) if tile.isChecked()), None)

    def set_value(self, value: Value) -> None:
        """Show a step."""
        for at, tile in enumerate(self.tiles, start=1):
            tile.setChecked(at == value)

    def _on_pressed(self, place: int) -> None:
        self.set_value(place + 1)
        self.changed.emit(self.value())


class TextInput(InputWidget):
    """A few words."""

    def __init__(self, prompt: str, text_size: int, parent: QWidget | None = None) -> None:
        super().__init__(prompt, text_size, parent)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        theme.put(self.edit, "setMinimumHeight", 120)
        language.put(self.edit, prompt or _("Jawaban Anda"), "setAccessibleName")
        font = theme.current().font()
        font.setPixelSize(theme.current().px(text_size))
        self.edit.setFont(font)
        self.edit.textChanged.connect(self._on_typed)
        self._column.addWidget(self.edit)

    def value(self) -> Value:
        """The words, None when there are none."""
        return self.edit.toPlainText().strip() or None

    def set_value(self, value: Value) -> None:
        """Show words."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(value if isinstance(value, str) else "")
        self.edit.blockSignals(False)

    def press(self, key: int) -> bool:
        """Keys are letters here."""
        return False

    def _on_typed(self) -> None:
        typed = self.edit.toPlainText()
        if len(typed) > TEXT_LIMIT:
            self.set_value(typed[:TEXT_LIMIT])
        self.changed.emit(self.value())


class QuestionInputs(QWidget):
    """All inputs of one question; `changed` carries one value for every input."""

    changed = Signal(object)  # tuple of Value

    def __init__(self, view: QuestionView, text_size: int = TEXT_SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        several = len(view.inputs) > 1
        self.inputs = [make_input(one, text_size, compact=several) for one in view.inputs]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        for widget in self.inputs:
            widget.changed.connect(lambda _value: self.changed.emit(self.values()))
            column.addWidget(widget)

    def values(self) -> tuple[Value, ...]:
        """What was given to every input."""
        return tuple(widget.value() for widget in self.inputs)

    def set_values(self, values: Values) -> None:
        """Show values given earlier, without telling anybody."""
        for place, widget in enumerate(self.inputs):
            widget.set_value(value_at(values, place))

    def press(self, key: int) -> bool:
        """Press a tile of the only input by 1 to 6 or A to F; with several, of the one the keyboard is in."""
        if len(self.inputs) == 1:
            return self.inputs[0].press(key)
        here = next((w for w in self.inputs if w.isAncestorOf(self.focusWidget() or self)), None)
        return here.press(key) if here is not None else False

    def focus_first(self) -> None:
        """Put the keyboard on the first tile or field."""
        first = self.inputs[0]
        target = first.edit if isinstance(first, TextInput) else first.tiles[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def make_input(view: Input, text_size: int = TEXT_SIZE, *, compact: bool = False) -> InputWidget:
    """Return the widget of one input."""
    match view:
        case PickOne(prompt=prompt, options=options):
            return PickOneInput(prompt, options, text_size, compact=compact)
        case PickMany(prompt=prompt, options=options):
            return PickManyInput(prompt, options, text_size, many=True, compact=compact)
        case Order(prompt=prompt, options=options):
            return OrderInput(prompt, options, text_size)
        case Scale(prompt=prompt, labels=labels):
            return ScaleInput(prompt, labels, text_size)
        case Text(prompt=prompt):
            return TextInput(prompt, text_size)

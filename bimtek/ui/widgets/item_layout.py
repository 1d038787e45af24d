"""What every layout of our own needs before it places anything: to hold its items in order."""

from PySide6.QtWidgets import QLayout, QLayoutItem


class ItemLayout(QLayout):
    """A subclass tells sizes and places; `_items` are in the order they came."""

    _items: list[QLayoutItem]

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more, as the last."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Hand one of them out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

"""Guard for ever: PySide6 6.12.0 eats a reference to True with every emitted signal."""

import sys

from PySide6.QtCore import QObject, Signal


class Source(QObject):
    """Emits."""

    happened = Signal(int)


def test_emit_does_not_consume_true():
    source = Source()
    before = sys.getrefcount(True)
    for _ in range(50):
        source.happened.emit(1)
    assert sys.getrefcount(True) >= before - 5

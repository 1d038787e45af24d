"""A paper that notes every text drawn on it, words inside pictures too, and how high its letters are."""
# ruff: noqa: N802

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter


class Drawn(NamedTuple):
    text: str
    height: float  # of its letters, as a part of the paper's height


class _Engine(QPaintEngine):
    def __init__(self, paper):
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._paper = paper

    def begin(self, device):
        return True

    def end(self):
        return True

    def type(self):
        return QPaintEngine.Type.User

    def updateState(self, state):
        pass

    def drawTextItem(self, place, item):
        scale = self._paper.painter.worldTransform().m22()
        height = item.font().pixelSize() * scale / self._paper.height()
        self._paper.drawn.append(Drawn(item.text(), height))

    def drawPixmap(self, place, picture, source):
        pass

    def drawImage(self, place, picture, source, flags=None):
        pass

    def drawPath(self, path):
        pass

    def drawPolygon(self, points, mode):
        pass


class Paper(QPaintDevice):
    """As large as a screen; `drawn` is what was written on it."""

    def __init__(self, width, height):
        super().__init__()
        self._size = {"PdmWidth": width, "PdmHeight": height}
        self.drawn = []
        self._engine = _Engine(self)
        self.painter = QPainter(self)

    def show(self, renderer, index):
        """Draw one slide over the whole paper."""
        renderer.paint(self.painter, QRectF(0, 0, self.width(), self.height()), index)

    def paintEngine(self):
        return self._engine

    def metric(self, which):
        usual = {"PdmDepth": 32, "PdmNumColors": 1 << 24, "PdmDevicePixelRatio": 1}
        return self._size.get(which.name, usual.get(which.name, 96))

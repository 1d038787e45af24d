"""Slides are drawn with the shipped assets, without a window."""

import pytest

from bimtek.host.paths import asset
from bimtek.slides.style import SlideStyle


@pytest.fixture(scope="session")
def style(qapp):
    return SlideStyle.load(asset("themes/tokens.json").parents[1])

"""Every window test wears the theme and speaks Indonesian."""

import pytest

from bimtek.domain.text import indonesian
from bimtek.ui import language, theme


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.apply_theme(qapp)
    theme.load_later_fonts()
    yield qapp
    language.use_translator(qapp, indonesian)
    if theme.current() != theme.Theme(theme.DEFAULT, 100):
        theme.apply_theme(qapp)

"""What the window was asked to say, in words alone."""

import pytest


@pytest.fixture
def said(context):
    """The wording of every toast."""
    heard = []
    context.window.toast.connect(lambda text, undo: heard.append(str(text)))
    return heard

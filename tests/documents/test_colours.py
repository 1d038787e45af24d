"""The colours of papers come from the tokens, and can be told apart on a printer without colours."""

import json

import pytest

from bimtek.documents.colours import colour
from bimtek.documents.shipped import shipped


def grey(role):
    """What a printer without colours makes of it: 0 black, 1 white (Rec. 601)."""
    return sum(part * share for part, share in zip(colour(role), (0.299, 0.587, 0.114), strict=True))


def test_each_is_the_one_of_the_tokens():
    tokens = json.loads(shipped("themes/tokens.json").read_text(encoding="utf-8"))["paper"]
    assert set(tokens) == {"frame", "ornament", "sample"}
    for role, code in tokens.items():
        assert "#" + "".join(f"{round(part * 255):02X}" for part in colour(role)) == code


def test_frame_ornament_and_mark_differ_in_grey_too():
    assert grey("frame") < 0.3 < grey("ornament") < 0.7 < 0.9 < grey("sample") < 1


def test_an_unknown_role_is_a_mistake():
    with pytest.raises(KeyError):
        colour("ungu")

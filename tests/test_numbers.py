"""No number of a channel stands in code: there it would grow old without anybody noticing."""

import ast
import re

from bimtek.content.channel_pack import ChannelPacks
from bimtek.domain.channels import ChannelKind
from bimtek.host.paths import asset
from tests.tree import PACKAGE, name_of, parsed, sources

SHORTEST_WORD = 5  # "110" is also a size of letters; such short ones count when a text says more than them


def shapes():
    """A pattern per number and address of the shipped pack."""
    for channel in ChannelPacks([asset("kanal.toml")]).channels():
        digits = re.sub(r"\D", "", channel.value)
        if channel.kind in (ChannelKind.SITE, ChannelKind.MAIL) or " ext " in channel.value:
            yield re.compile(re.escape(channel.value), re.IGNORECASE)
        elif len(digits) >= SHORTEST_WORD:
            yield re.compile(r"(?<!\d)" + r"[\s().-]*".join(digits) + r"(?!\d)")
        else:
            yield re.compile(
                rf"(?:telepon|hubungi|sapa|polisi|polri|lpsk|sms)\W+{digits}(?!\d)", re.IGNORECASE
            )


def texts(path):
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def found(paths):
    patterns = list(shapes())
    return [
        f"{name_of(path)}:{line}"
        for path in paths
        for line, text in texts(path)
        if any(shape.search(text) for shape in patterns)
    ]


def test_no_number_of_a_channel_stands_in_python():
    assert found(sources(PACKAGE)) == []


def test_the_search_finds_what_is_planted(tmp_path):
    channels = ChannelPacks([asset("kanal.toml")]).channels()
    for channel in channels:
        planted = tmp_path / f"{channel.id}.py"
        planted.write_text(f"TEXT = {f'Hubungi {channel.value} sekarang'!r}", encoding="utf-8")
        assert [line for line, text in texts(planted) if any(s.search(text) for s in shapes())] == [1], (
            channel.id
        )

"""Text a person reads: made in any layer, put into words only where it is shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Translate = Callable[[str], str]


def indonesian(msgid: str) -> str:
    """Translate nothing: Indonesian is the source language."""
    return msgid


@dataclass(frozen=True, slots=True)
class Text:
    """A message still to be rendered: `msgid` with `{named}` places, and what goes into them.

    `str()` gives the Indonesian wording, which is what papers, phones and logs show; ui and cli
    render with their own translator instead.
    """

    msgid: str
    args: dict[str, Any] = field(default_factory=dict, hash=False)

    def render(self, translate: Translate) -> str:
        """Return the wording in another language; arguments that are Texts follow along."""
        args = {k: v.render(translate) if isinstance(v, Text) else v for k, v in self.args.items()}
        wording = translate(self.msgid) if self.msgid else ""
        return wording.format(**args) if args else wording

    def __str__(self) -> str:
        return self.render(indonesian)

    def __bool__(self) -> bool:
        return bool(self.msgid)


NO_TEXT = Text("")


def joined(parts: Iterable[Text | str], between: str = " · ") -> Text:
    """Return what is not empty of several texts as one; each is put into words in its own language."""
    said = {f"part{at}": part for at, part in enumerate(part for part in parts if part)}
    return Text(between.join(f"{{{place}}}" for place in said), dict(said))


def _(msgid: str, **args: Any) -> Text:
    """Mark a string as shown to people. Never an f-string: name the places and pass the values."""
    return Text(msgid, args)

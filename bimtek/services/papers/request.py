"""Asking for a paper: which one, and what is offered now."""

from dataclasses import dataclass

from bimtek.domain.people import Role
from bimtek.domain.quiz import TestKind
from bimtek.domain.text import NO_TEXT, Text, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """Which paper. `key` is the document's; the other fields matter to some papers only.

    `sides` is "dupleks", "depan" or "belakang"; `drafts` shows certificates before they have numbers;
    `only` names the issued papers that are printed again, empty for all; `spare_rows` None keeps the
    document's own choice; `blank_rows` asks for a form without names.
    """

    key: str
    session_id: str = ""
    role: Role = Role.PESERTA
    sides: str = "dupleks"
    test: TestKind = TestKind.PRE
    large: bool = False
    module: str = ""
    spare_rows: int | None = None
    blank_rows: int = 0
    drafts: bool = False
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A paper that can be made now: its title, how to ask for it, and the name of its file.

    `detail` tells it from others of its title.
    """

    title: Text
    request: PaperRequest
    file_name: str
    detail: Text | str = NO_TEXT

    @property
    def name(self) -> Text:
        """Title and detail in one line."""
        return joined((self.title, self.detail), ", ")


def offer(title: Text, file_name: str, detail: Text | str = NO_TEXT, **request: object) -> PaperOffer:
    """An offer and its request in one; `request` are the fields of a PaperRequest."""
    return PaperOffer(title, PaperRequest(**request), file_name, detail)  # type: ignore[arg-type]

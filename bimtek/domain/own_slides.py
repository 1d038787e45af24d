"""A facilitator's own PDF, shown as slides."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnSlides:
    """A PDF that belongs to a kegiatan. `digest` is the SHA-256 of the stored file; `pages` counts from 1."""

    id: str
    kegiatan_id: str
    name: str
    digest: str
    pages: int

    @property
    def key(self) -> str:
        """The name under which its position is remembered, as a module's is under its id."""
        return f"pdf:{self.digest}"

"""Everything the window can be told to do, for the keys and the palette that tell it."""

from typing import Protocol

from bimtek.domain.next_step import Step
from bimtek.services.papers.request import PaperOffer


class Verbs(Protocol):
    """Done by `WindowCommands`."""

    @property
    def kegiatan_id(self) -> str:
        """The kegiatan that is open, also behind another place; "" for none."""

    def show_help(self) -> None:
        """Open the list of keys."""

    def go_to_place(self, at: int) -> None:
        """Open the place at this position of the rail, from 0."""

    def open_place(self, key: str, part: str = "") -> None:
        """Open a place, and a part of it."""

    def open_step(self, step: Step) -> bool:
        """Open a step of the kegiatan that is open; False when no kegiatan is."""

    def open_paper(self, offer: PaperOffer) -> None:
        """Show a paper of the kegiatan that is open."""

    def open_kegiatan(self, kegiatan_id: str) -> None:
        """Open one kegiatan."""

    def open_person(self, person_id: str, name: str) -> None:
        """Open the place of the people at this one."""

    def open_palette(self) -> None:
        """Open the palette."""

    def new_kegiatan(self) -> None:
        """Ask what a new kegiatan is."""

    def search(self) -> None:
        """Put the keyboard into the search field of the page; where there is none, open the palette."""

    def tell_saved(self) -> None:
        """Store what is still typed, then say when the last change was stored."""

    def print_paper(self) -> None:
        """Print the paper on the screen; from elsewhere in a kegiatan, open its papers first."""

    def present(self, *, from_start: bool) -> None:
        """Teach the open kegiatan, from its first slide or from the one shown last."""

    def back_up(self) -> None:
        """Make a backup now."""

    def scale_by(self, step: int) -> None:
        """Show text one size larger or smaller; 0 is the usual size."""

    def set_scale(self, scale: int) -> None:
        """Show all text at another size in percent, and say so."""

    def set_theme(self, name: str) -> None:
        """Wear another theme."""

    def full_screen(self) -> None:
        """Fill the screen, or go back."""

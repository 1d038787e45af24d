"""What a show presents: slides, how they are drawn, and where their films lie."""

from dataclasses import dataclass
from pathlib import Path

from bimtek.domain.module import Module, Slide
from bimtek.domain.own_slides import OwnSlides
from bimtek.slides.render import SlideRenderer
from bimtek.slides.style import SlideStyle
from bimtek.ui.presentation.pdf_pictures import PdfPictures
from bimtek.ui.presentation.pictures import ModulePictures, SlidePictures
from bimtek.ui.tasks import TaskRunner


@dataclass(frozen=True)
class Deck:
    """Slides ready to be shown. `folder` is the module's; None where there is none."""

    slides: tuple[Slide, ...]
    pictures: SlidePictures
    folder: Path | None = None


def module_deck(module: Module, assets: Path) -> Deck:
    """Return the slides of a module."""
    renderer = SlideRenderer(SlideStyle.load(assets), module)
    return Deck(module.slides, ModulePictures(renderer), Path(module.folder))


def pdf_deck(own: OwnSlides, source: Path, tasks: TaskRunner, assets: Path) -> Deck:
    """Return the pages of a facilitator's own PDF: no titles, no notes, no minutes."""
    slides = tuple(Slide(id=str(number)) for number in range(1, own.pages + 1))
    return Deck(slides, PdfPictures(source, tasks, SlideStyle.load(assets)))

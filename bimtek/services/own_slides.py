"""A facilitator's own PDFs: taken in, listed, taken off a kegiatan."""

from concurrent.futures import Future
from pathlib import Path

from bimtek.domain.errors import FileTroubleError
from bimtek.domain.own_slides import OwnSlides
from bimtek.domain.text import _
from bimtek.storage.files import FileRepository
from bimtek.storage.own_slides import OwnSlidesRepository

ADDED = _("PDF {name} ditambahkan")
REMOVED = _("PDF {name} dihapus")


class OwnSlideShow:
    """The verbs of slides that come from no module."""

    def __init__(self, repository: OwnSlidesRepository, files: FileRepository) -> None:
        self._repository = repository
        self._files = files

    def of_kegiatan(self, kegiatan_id: str) -> list[OwnSlides]:
        """The PDFs of a kegiatan, in the order they came."""
        return self._repository.of_kegiatan(kegiatan_id)

    def add(self, kegiatan_id: str, path: Path) -> OwnSlides:
        """Check a PDF, keep a copy of it and let it belong to a kegiatan. Waits.

        Errors: FileTroubleError for what is no PDF, damaged, locked, empty or too large.
        """
        from bimtek.intake.pdf_file import read_pdf

        data, pages = read_pdf(path)
        label = str(ADDED).format(name=path.stem)
        digest = self._files.add(data, path.name, "application/pdf", "slide", label)
        self._repository.put(kegiatan_id, path.stem, digest, pages, label).result()
        return next(own for own in self.of_kegiatan(kegiatan_id) if own.digest == digest)

    def remove(self, own: OwnSlides) -> Future[int]:
        """Take a PDF off its kegiatan."""
        return self._repository.remove(own, str(REMOVED).format(name=own.name))

    def place(self, own: OwnSlides) -> Path:
        """Where the kept copy should lie, without looking."""
        return self._files.path(own.digest)

    def path(self, own: OwnSlides) -> Path:
        """Where the kept copy lies. Errors: FileTroubleError when it is gone."""
        path = self.place(own)
        if not path.is_file():
            raise FileTroubleError(
                _("Salinan PDF {name} hilang.", name=own.name),
                _("Data kegiatan tetap aman."),
                _("Buka lagi PDF aslinya di langkah Sajikan."),
            )
        return path

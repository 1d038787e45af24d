"""The papers of a kegiatan: which there are, each made from the store, saved whole or not at all."""

import io
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from bimtek.documents.base import Document, Problem
from bimtek.domain.errors import NotFoundError
from bimtek.domain.formatting import safe_file_name
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.host.data_folder import DataFolder
from bimtek.host.files import write_atomically, write_bytes
from bimtek.services.papers.family import PaperFamily
from bimtek.services.papers.request import PaperOffer, PaperRequest
from bimtek.services.progress import Progress, silent

ID_LETTERS = 8  # of a kegiatan in the name of its folder: two of them share eight in no archive
_WRITING = threading.Lock()  # the fonts of the PDF writer are shared: one paper at a time


class ManyFiles(Protocol):
    """A paper that can be cut into one file per person."""

    def each(self, progress: Progress = silent) -> Iterator[tuple[str, bytes]]:
        """File name and bytes of every person's own file."""


class Papers:
    """Makes papers from what is stored; reading only, but for the files it writes."""

    def __init__(self, folder: DataFolder, families: Sequence[PaperFamily]) -> None:
        self._folder = folder
        self._families = families
        self._family_of = {key: family for family in families for key in family.makers}

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """Every paper that makes sense now, in the order a day needs them."""
        return _each_its_file([offer for family in self._families for offer in family.offers(kegiatan)])

    def document(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        """The paper with its data inside, ready for `problems()` and `write()`.

        Errors: NotFoundError for a paper, session or test that is not there.
        """
        return self._family(request).makers[request.key](kegiatan, request)

    def problems(self, kegiatan: Kegiatan, request: PaperRequest) -> list[Problem]:
        """What to put right before this paper is printed."""
        return self.document(kegiatan, request).problems()

    def render(self, kegiatan: Kegiatan, request: PaperRequest, progress: Progress = silent) -> bytes:
        """The very bytes that are saved and printed. Errors: DocumentError."""
        return rendered(self.document(kegiatan, request), progress)

    def before_printing(self, kegiatan: Kegiatan, request: PaperRequest) -> Kegiatan:
        """Settle what may not change once this paper left the program. May wait.

        Call it before printing; `save` does. Returns the kegiatan as it is then.
        """
        return self._family(request).before_printing(kegiatan, request)

    def after_printing(self, kegiatan: Kegiatan, request: PaperRequest) -> Future[None] | None:
        """Note that this paper went to the printer; None when nothing is noted."""
        return self._family(request).after_printing(kegiatan, request)

    def folder(self, kegiatan: Kegiatan) -> Path:
        """Where the papers of a kegiatan are kept."""
        first = min(kegiatan.dates).isoformat() if kegiatan.dates else "tanpa-tanggal"
        name = safe_file_name(kegiatan.short or kegiatan.title, 40)
        return self._folder.papers / f"{first}_{name}_{kegiatan.id[:ID_LETTERS]}"

    def files(self, kegiatan_id: str) -> list[Path]:
        """Every file that was written for a kegiatan, newest first, also under an earlier title."""
        folders = self._folder.papers.glob(f"*_{kegiatan_id[:ID_LETTERS]}")
        found = [path for folder in folders for path in folder.rglob("*") if _is_paper(path)]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def save(
        self, kegiatan: Kegiatan, offer: PaperOffer, target: Path | None = None, progress: Progress = silent
    ) -> Path:
        """Write one paper, by default into the folder of the kegiatan; returns its path.

        Errors: DocumentError, FileTroubleError; no half-written file ever has the final name.
        """
        path = target or self.folder(kegiatan) / offer.file_name
        kegiatan = self.before_printing(kegiatan, offer.request)
        document = self.document(kegiatan, offer.request)
        with _WRITING:
            write_atomically(path, lambda out: document.write(out, progress))
        return path

    def save_each(
        self,
        kegiatan: Kegiatan,
        request: PaperRequest,
        folder: Path | None = None,
        progress: Progress = silent,
    ) -> list[Path]:
        """Write one file per person; a run that was cut off is finished by running it again."""
        target = folder or self.folder(kegiatan) / request.key
        document = cast("ManyFiles", self.document(kegiatan, request))
        paths = []
        with _WRITING:
            for name, data in document.each(progress):
                path = target / name
                if not (path.exists() and path.read_bytes() == data):
                    write_bytes(path, data)
                paths.append(path)
        return paths

    def _family(self, request: PaperRequest) -> PaperFamily:
        if request.key not in self._family_of:
            raise NotFoundError(
                _("Dokumen itu tidak ada."),
                advice=_("Pilih dokumen dari daftar."),
                detail=request.key,
            )
        return self._family_of[request.key]


def rendered(document: Document, progress: Progress = silent) -> bytes:
    """The bytes of a paper, written while no other one is. Errors: DocumentError."""
    out = io.BytesIO()
    with _WRITING:
        document.write(out, progress)
    return out.getvalue()


def _is_paper(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _each_its_file(offers: list[PaperOffer]) -> list[PaperOffer]:
    """No two papers of one kegiatan share a file, whatever its sessions are called."""
    taken: dict[str, int] = {}
    distinct = []
    for offer in offers:
        times = taken[offer.file_name] = taken.get(offer.file_name, 0) + 1
        path = Path(offer.file_name)
        distinct.append(
            offer if times == 1 else replace(offer, file_name=f"{path.stem}_{times}{path.suffix}")
        )
    return distinct

"""Which modules a kegiatan teaches, and where each was left off."""

from concurrent.futures import Future

from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.module import Module
from bimtek.domain.text import _
from bimtek.services.library import ModuleLibrary
from bimtek.storage.settings import TeachingRepository

SHOWN = _("Slide {number} ditampilkan")


class Teaching:
    """The verbs of the presenting step."""

    def __init__(self, repository: TeachingRepository, library: ModuleLibrary) -> None:
        self._repository = repository
        self._library = library

    def modules(self, kegiatan: Kegiatan) -> list[Module]:
        """The modules of a kegiatan that are installed, in the order they are taught."""
        wanted = dict.fromkeys([*(a.module for a in kegiatan.agenda if a.module), *kegiatan.modules])
        installed = {module.id: module for module in self._library.modules()}
        return [installed[module_id] for module_id in wanted if module_id in installed]

    def position(self, kegiatan_id: str, module_id: str) -> int:
        """Index of the slide last shown, 0 at the start."""
        return self._repository.slide(kegiatan_id, module_id)

    def remember(self, kegiatan_id: str, module_id: str, index: int) -> Future[None]:
        """Keep the slide shown now, for going on after a crash."""
        return self._repository.put(kegiatan_id, module_id, index, str(SHOWN).format(number=index + 1))

"""Where a kegiatan happens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happens. `wilayah_code` is a Kemendagri code or empty; names may be free text."""

    hall: str = ""
    address: str = ""
    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    provinsi: str = ""
    wilayah_code: str = ""

    @property
    def line(self) -> str:
        """Hall and kabupaten in one line: "Aula Dinsos PPPA, Kabupaten Blora"; free text without one."""
        where = self.kabupaten or self.kecamatan or self.desa or self.address
        return ", ".join(part for part in (self.hall, where) if part)

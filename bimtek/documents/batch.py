"""Papers for many people at once: names of single files, and cutting them from the combined one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bimtek.documents.base import Progress
from bimtek.documents.cut import Cutter
from bimtek.documents.text import clean
from bimtek.domain.certificate import CertificateRecord
from bimtek.domain.formatting import numbered_file_name


@dataclass(frozen=True, slots=True)
class Part:
    """One person's share of a combined file: first page (from 0), how many, and a title."""

    first: int
    count: int
    title: str


def file_names(records: Sequence[CertificateRecord], sequences: Sequence[int]) -> tuple[str, ...]:
    """`015_Siti_Nur_Aisyah.pdf` for each; the same name twice gets `_2`, on any file system.

    Without sequences they are numbered from 1.
    """
    taken: set[str] = set()
    made = []
    for order, record in zip(sequences or range(1, len(records) + 1), records, strict=True):
        stem = candidate = numbered_file_name(order, clean(record.name))
        again = 1
        while candidate.lower() in taken:
            again += 1
            candidate = f"{stem}_{again}"
        taken.add(candidate.lower())
        made.append(f"{candidate}.pdf")
    return tuple(made)


def single_files(
    combined: bytes, parts: Sequence[Part], names: Sequence[str], progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each person's own file."""
    cutter = Cutter(combined)
    for n, (part, name) in enumerate(zip(parts, names, strict=True), start=1):
        yield name, cutter.pages(range(part.first, part.first + part.count), part.title)
        progress(n, len(parts))

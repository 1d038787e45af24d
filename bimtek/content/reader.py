"""One module folder, read whole: every problem is gathered, none stops the reading of the rest."""

from pathlib import Path

from bimtek.content.bank import read_bank
from bimtek.content.edge import read_toml
from bimtek.content.files import MANIFEST, read_text, text_files
from bimtek.content.integrity import check_integrity
from bimtek.content.lesson import read_cards, read_slides
from bimtek.content.manifest import read_manifest
from bimtek.content.markdown import Reader
from bimtek.content.reading import Reading


def read_folder(folder: Path) -> Reading:
    """Return all parts of a module and every problem that keeps it from being used."""
    reading = Reading(folder)
    _read_manifest(reading)
    for file, text in text_files(folder, "materi", ".md", reading.problems):
        reader = Reader(file, reading.problems)
        reading.slides += read_slides(reader, text)
        _keep(reading, reader, text)
    for file, text in text_files(folder, "kartu", ".md", reading.problems):
        reader = Reader(file, reading.problems)
        reading.cards += read_cards(reader, text)
        _keep(reading, reader, text)
    for file, text in text_files(folder, "kuis", ".toml", reading.problems):
        reading.texts[file] = text
        read = read_toml(file, text, reading.problems)
        if read is not None:
            reading.entries += read_bank(file, *read, reading.problems)
    reading.problems += check_integrity(reading)
    return reading


def _read_manifest(reading: Reading) -> None:
    text = read_text(reading.folder, MANIFEST, reading.problems)
    if text is None:
        return
    reading.texts[MANIFEST] = text
    read = read_toml(MANIFEST, text, reading.problems)
    if read is not None:
        table, reading.manifest_lines = read
        reading.manifest = read_manifest(table, reading.manifest_lines, reading.problems)


def _keep(reading: Reading, reader: Reader, text: str) -> None:
    reading.texts[reader.file] = text
    reading.pictures += [(reader.file, line, name) for line, name in reader.pictures]
    reading.videos += [(reader.file, line, name) for line, name in reader.videos]
    reading.cited += [(reader.file, line, id_) for line, id_ in reader.cited]

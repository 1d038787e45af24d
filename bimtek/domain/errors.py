"""Expected failures, worded for the person in front of the screen."""

from dataclasses import dataclass

from bimtek.domain.text import NO_TEXT, Text, _

NOTHING_CHANGED = _("Data Anda tidak berubah.")


@dataclass(eq=False)
class BimtekError(Exception):
    """Base of every expected failure: what happened, whether data is safe, what to do next.

    Shown as it is by the window (dialog), the command line (stderr, exit code 1) and phones.
    Anything that is not a BimtekError is a bug: it is logged and shown as one.
    `detail` goes behind "Rincian" and into the log: never a name, never a person's number.
    """

    what: Text
    data_safe: Text = NOTHING_CHANGED
    advice: Text = NO_TEXT
    detail: str = ""

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.what, self.data_safe, self.advice) if part)


class ScoreRangeError(BimtekError):
    """A score lies outside 0..1."""


class NotFoundError(BimtekError):
    """Something that was asked for by id, code or name is not there."""


class RefusedError(BimtekError):
    """The request is understood but a rule of the product forbids it now."""


class FileTroubleError(BimtekError):
    """A file or folder of the user cannot be read or written."""


class DataFileError(BimtekError):
    """The data file cannot be opened or written: newer, damaged, locked, disk full."""


class DamagedFileError(DataFileError):
    """The data file is damaged, or the disk no longer gives it back: a backup leads on."""


class NewerFileError(DataFileError):
    """A data file or backup was made by a newer Bimtek."""


class BrokenBackupError(DataFileError):
    """A backup is damaged or none of ours; the data in use is another file."""


class BusyFolderError(BimtekError):
    """Another running Bimtek owns the data folder."""


class SpreadsheetError(BimtekError):
    """A list of people cannot be read."""


class ModuleBrokenError(BimtekError):
    """A training module cannot be used."""


class FormError(BimtekError):
    """A quiz form cannot be drawn or does not fit its channel."""


class DocumentError(BimtekError):
    """A paper cannot be made from the data there is."""

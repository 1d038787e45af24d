"""Asking for a file or folder without blocking, with buttons that speak Indonesian."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStorageInfo, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from bimtek.domain.text import Text, _, joined
from bimtek.ui import language

_STICKS = ("/media/", "/run/media/", "/Volumes/")


def ask_open(
    parent: QWidget,
    title: Text,
    kind: Text,
    patterns: str,
    then: Callable[[Path], object],
    start: Path | None = None,
) -> QFileDialog:
    """Ask for a file that is there, beginning in the folder `start`, and call `then` with it."""
    picker = _picker(parent, title, _("Buka"), then)
    picker.setFileMode(QFileDialog.FileMode.ExistingFile)
    if start is not None:
        picker.setDirectory(str(start))
    language.put(picker, joined((_kind(kind, patterns), _("Semua berkas (*)")), ";;"), "setNameFilter")
    picker.open()
    return picker


def ask_save(
    parent: QWidget, title: Text, name: str, kind: Text, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to save a file of this name, and call `then` with the place."""
    picker = _picker(parent, title, _("Simpan"), then)
    picker.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    picker.setFileMode(QFileDialog.FileMode.AnyFile)
    suffix = Path(name).suffix
    language.put(picker, _kind(kind, f"*{suffix}"), "setNameFilter")
    picker.setDefaultSuffix(suffix.lstrip("."))
    picker.selectFile(name)
    picker.open()
    return picker


def ask_folder(
    parent: QWidget, title: Text, then: Callable[[Path], object], start: Path | None = None
) -> QFileDialog:
    """Ask for a folder, beginning at `start`, and call `then` with it."""
    picker = _picker(parent, title, _("Pilih folder"), then)
    picker.setFileMode(QFileDialog.FileMode.Directory)
    picker.setOption(QFileDialog.Option.ShowDirsOnly)
    if start is not None:
        picker.setDirectory(str(start))
    picker.open()
    return picker


def usb_stick() -> Path | None:
    """The folder of a stick that is plugged in, as far as the system tells."""
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        is_stick = root.startswith(_STICKS) or (root[1:2] == ":" and not volume.isRoot())
        if is_stick and volume.isReady() and not volume.isReadOnly():
            return Path(root)
    return None


def open_outside(path: Path) -> None:
    """Show a folder in the file manager, or a file in its own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _kind(kind: Text, patterns: str) -> Text:
    return _("{kind} ({patterns})", kind=kind, patterns=patterns)


def _picker(parent: QWidget, title: Text, accept: Text, then: Callable[[Path], object]) -> QFileDialog:
    picker = QFileDialog(parent)
    language.put(picker, title, "setWindowTitle")
    language.put(picker, accept, "setLabelText", QFileDialog.DialogLabel.Accept)
    language.put(picker, _("Batal"), "setLabelText", QFileDialog.DialogLabel.Reject)
    language.put(picker, _("Nama berkas"), "setLabelText", QFileDialog.DialogLabel.FileName)
    language.put(picker, _("Jenis berkas"), "setLabelText", QFileDialog.DialogLabel.FileType)
    language.put(picker, _("Cari di"), "setLabelText", QFileDialog.DialogLabel.LookIn)
    picker.fileSelected.connect(lambda name: then(Path(name)))
    picker.finished.connect(picker.deleteLater)
    return picker

"""One window per data folder: a second start raises the first and leaves."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

_MARK = "bimtek.jendela"
_ANSWER_MS = 2_000


def _address(data_dir: Path) -> str:
    """Return the name the window of this folder listens on; short, and the same in every process."""
    import hashlib

    return "bimtek-" + hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:16]


def raise_other(data_dir: Path) -> bool:
    """Ask the window that has this folder open to come forward; False when there is none.

    Only a mark in the folder makes us load the network module: the first start does not pay for it.
    """
    if not (data_dir / _MARK).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_address(data_dir))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(b"tampil")
    socket.waitForBytesWritten(_ANSWER_MS)
    # the answer may have come while we were still writing: then nothing more is to be waited for
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_ANSWER_MS)
    socket.disconnectFromServer()
    return answered


class SingleInstance(QObject):
    """Listens for later starts on the same folder."""

    wanted = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._mark = data_dir / _MARK
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        address = _address(data_dir)
        if not self._server.listen(address):
            QLocalServer.removeServer(address)  # a killed process left it behind; nobody answered before
            self._server.listen(address)
        self._mark.touch()

    def close(self) -> None:
        """Stop listening and take the mark away."""
        self._server.close()
        self._mark.unlink(missing_ok=True)

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(b"ya")
        socket.flush()
        self.wanted.emit()

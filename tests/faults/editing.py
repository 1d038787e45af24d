"""Child process: a person edits something in the real window; what happened is said on stdout."""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from bimtek.ui import theme
from bimtek.ui.editors import EDITORS, edits
from tests.faults.desk import VISITS, Desk


def main(data: Path, kegiatan_id: str, key: str) -> None:
    app = theme.application(["bimtek"])
    theme.apply_theme(app)
    safe: list[str] = []
    edits.stored.connect(safe.append)
    desk = Desk(data, kegiatan_id)
    print("siap", flush=True)
    VISITS[next(editor for editor in EDITORS if editor.key == key)].edit(desk)
    print("diubah", flush=True)
    desk.wait(lambda: key in safe)
    print("tersimpan", flush=True)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])

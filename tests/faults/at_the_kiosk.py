"""Child process: people tap answers in the real kiosk window; what it calls stored is said on stdout."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from bimtek.app import build
from bimtek.domain.people import Role
from bimtek.domain.quiz import TestKind
from bimtek.ui import theme
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.kiosk.machine import Place
from bimtek.ui.kiosk.window import KioskWindow
from bimtek.ui.tasks import TaskRunner

SAVED = "Tersimpan ✓"


def main(data: Path, kegiatan_id: str, turn: int) -> None:
    app = QApplication([])
    theme.apply_theme(app)
    services = build(data)
    people = services.registration.of_kegiatan(kegiatan_id, Role.PESERTA)
    kiosk = KioskWindow(UiContext(services, TaskRunner(), WindowSignals()), kegiatan_id, TestKind.PRE)
    kiosk.show()

    def wait(until: Callable[[], bool]) -> None:
        while not until():
            app.processEvents()

    print("siap", flush=True)
    while True:
        for who in people:
            kiosk.desk.pick(who.id)
            kiosk.code.code.setText(who.code)
            kiosk.code.go_button.click()
            wait(lambda: kiosk.desk.machine.place in (Place.QUESTION, Place.REVIEW))
            while kiosk.desk.machine.place is Place.QUESTION:
                question = kiosk.desk.machine.question
                for box in kiosk.question.inputs.inputs:
                    tiles = getattr(box, "tiles", [])
                    if tiles:
                        tiles[turn % len(tiles)].click()
                wait(lambda: kiosk.desk.machine.all_stored)
                if kiosk.question.saved.text() == SAVED:
                    given = json.dumps([_plain(value) for value in kiosk.question.inputs.values()])
                    print(who.id, question, given, sep="\t", flush=True)
                kiosk.question.next_button.click()
            kiosk.later_button.click()
            wait(lambda: kiosk.desk.machine.place is Place.NAME)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

"""Child process: people answer a test one after the other; every stored answer is said on stdout."""

import sys
from pathlib import Path

from bimtek.app import build
from bimtek.domain.people import Role
from bimtek.domain.questions.view import PickOne
from bimtek.domain.quiz import TestKind


def main(data: Path, kegiatan_id: str, turn: int) -> None:
    services = build(data)
    item = services.quizzes.rounds(kegiatan_id)[TestKind.PRE]
    print("siap", flush=True)
    people = services.registration.of_kegiatan(kegiatan_id, Role.PESERTA)
    while True:
        for who in people:
            sitting = services.quizzes.sit(item, who)
            for view in sitting.views:
                values = [
                    box.options[turn % len(box.options)].id if isinstance(box, PickOne) else None
                    for box in view.inputs
                ]
                rev = services.quizzes.answer(sitting, view.id, values).result()
                print(sitting.attempt.id, view.id, rev, *values, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

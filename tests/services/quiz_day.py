"""A small module with one parallel pair of every scored kind of question, and ways to answer its forms."""

from collections.abc import Callable

import pytest

from bimtek.app import Services
from bimtek.domain.form import Form
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.module import Blueprint, Module
from bimtek.domain.people import Participation
from bimtek.domain.questions import KINDS, Question, parse_question
from bimtek.domain.questions.view import Order, PickMany, PickOne, QuestionView, Scale, Value
from bimtek.domain.quiz import Round, TestKind
from bimtek.services.quiz_run import Sitting


def _options(name: str, right: set[int]) -> list[dict[str, object]]:
    return [{"teks": f"{name} {n}", "benar": n in right, "umpan": f"Umpan {n}."} for n in range(4)]


def _body(kind: str, name: str) -> dict[str, object]:
    part = {"id": "x", "jenis": "pilihan-ganda", "soal": "Bagian", "opsi": _options(name, {0, 2})}
    truth = {"kunci": True, "umpan_benar": "Tepat. Ya.", "umpan_salah": "Belum."}
    bodies: dict[str, dict[str, object]] = {
        "pilihan-tunggal": {"opsi": _options(name, {1})},
        "pilihan-ganda": {"opsi": _options(name, {1, 3})},
        "benar-salah": truth,
        "menjodohkan": {
            "pasang": [{"kiri": f"k{n}", "kanan": f"{name} {n}", "umpan": f"u{n}"} for n in range(4)]
        },
        "mengurutkan": {"urutan": [f"{name} {n}" for n in range(4)], "umpan": "Urut."},
        "kasus": {
            "cerita": "Cerita",
            "bagian": [part, {"id": "y", "jenis": "benar-salah", "soal": "?", **truth}],
        },
    }
    return bodies[kind]


def _question(kind: str, side: str) -> Question:
    table = {
        "id": f"{kind}-{side}",
        "pasangan": kind,
        "aspek": kind,
        "jenis": kind,
        "soal": f"Soal {kind} {side}?",
    }
    return parse_question({**table, "kesulitan": "mudah", "sumber": ["s"], **_body(kind, f"{kind} {side}")})


def every_kind() -> Module:
    """One pair of each kind, so that both forms hold every kind once."""
    kinds = [kind.name for kind in KINDS if kind.scored]
    return Module(
        id="semua",
        version="1.0.0",
        title="Semua jenis",
        blueprint=Blueprint(len(kinds), tuple((kind, 1) for kind in kinds)),
        questions=tuple(_question(kind, side) for kind in kinds for side in "ab"),
    )


def use_module(services: Services, monkeypatch: pytest.MonkeyPatch, module: Module) -> None:
    """Let the forms be drawn from this module, whatever the kegiatan names."""
    monkeypatch.setattr(services.quizzes, "_load_modules", lambda ids: [module])


def opened_round(services: Services, kegiatan: Kegiatan, kind: TestKind = TestKind.PRE) -> Round:
    """The round as it is once it was opened."""
    return services.quizzes.open(services.quizzes.rounds(kegiatan.id)[kind])


def best(form: Form, view: QuestionView) -> list[Value]:
    """The right answer."""
    item = form.item(view.id)
    return list(item.kind.best_values(item.question))


def wrong(form: Form, view: QuestionView) -> list[Value]:
    """An answer that scores nothing, of an acceptable shape."""
    answers: list[Value] = []
    for box, right in zip(view.inputs, best(form, view), strict=True):
        if isinstance(box, PickOne):
            answers.append(next(o.id for o in box.options if o.id != right))
        elif isinstance(box, PickMany):
            answers.append(tuple(o.id for o in box.options if o.id not in (right or ())))  # type: ignore[operator]
        elif isinstance(box, Order):
            answers.append(tuple(reversed(right)))  # type: ignore[arg-type]
        else:
            answers.append(1 if isinstance(box, Scale) else None)
    return answers


def answer_all(
    services: Services, item: Round, who: Participation, how: Callable[[Form, QuestionView], list[Value]]
) -> Sitting:
    """Answer every question on the laptop and hand in."""
    form = services.quizzes.form(item)
    sitting = services.quizzes.sit(item, who)
    for done in [services.quizzes.answer(sitting, view.id, how(form, view)) for view in sitting.views]:
        done.result()
    services.quizzes.hand_in(sitting).result()
    return sitting

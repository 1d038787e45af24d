"""The steps inside one kegiatan, in their order. To add one: its file, a factory, and a line in STEPS."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bimtek.domain.next_step import Step
from bimtek.domain.text import Text, _
from bimtek.ui.context import UiContext


@dataclass(frozen=True)
class StepPlace:
    """One step. `factory` imports and builds its page on the first visit.

    A page may have `refresh()`, called on later visits, and a signal `changed` for heading and ticks.
    """

    key: Step
    title: Text
    factory: Callable[[UiContext, str, QWidget], QWidget]


def _prepare(context: UiContext, kegiatan_id: str, parent: QWidget) -> QWidget:
    from bimtek.ui.kegiatan.prepare import PrepareStep

    return PrepareStep(context, kegiatan_id, parent)


def _attendance(context: UiContext, kegiatan_id: str, parent: QWidget) -> QWidget:
    from bimtek.ui.kegiatan.attendance import AttendanceStep

    return AttendanceStep(context, kegiatan_id, parent)


def _present(context: UiContext, kegiatan_id: str, parent: QWidget) -> QWidget:
    from bimtek.ui.kegiatan.present import PresentStep

    return PresentStep(context, kegiatan_id, parent)


def _quiz(context: UiContext, kegiatan_id: str, parent: QWidget) -> QWidget:
    from bimtek.ui.kegiatan.quiz import QuizStep

    return QuizStep(context, kegiatan_id, parent)


def _results(context: UiContext, kegiatan_id: str, parent: QWidget) -> QWidget:
    from bimtek.ui.kegiatan.results import ResultsStep

    return ResultsStep(context, kegiatan_id, parent)


def _papers(context: UiContext, kegiatan_id: str, parent: QWidget) -> QWidget:
    from bimtek.ui.kegiatan.papers import PapersStep

    return PapersStep(context, kegiatan_id, parent)


STEPS: tuple[StepPlace, ...] = (
    StepPlace(Step.PREPARE, _("Siapkan"), _prepare),
    StepPlace(Step.ATTENDANCE, _("Absensi"), _attendance),
    StepPlace(Step.PRESENT, _("Sajikan"), _present),
    StepPlace(Step.QUIZ, _("Kuis"), _quiz),
    StepPlace(Step.RESULTS, _("Hasil"), _results),
    StepPlace(Step.PAPERS, _("Dokumen"), _papers),
)

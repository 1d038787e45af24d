"""Where a kegiatan stands and what comes next: the one rule behind Beranda and the ticks of the steps."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bimtek.domain.text import Text, _


class Step(StrEnum):
    """The six steps inside a kegiatan."""

    PREPARE = "siapkan"
    ATTENDANCE = "absensi"
    PRESENT = "sajikan"
    QUIZ = "kuis"
    RESULTS = "hasil"
    PAPERS = "dokumen"


class Standing(NamedTuple):
    """What is known of one kegiatan. Counts are of peserta.

    `present` were marked hadir at least once; `sessions_closed` of `sessions` have their attendance
    closed; `pre` and `post` are "" (not drawn), "siap", "buka" or "tutup", with how many handed in;
    `has_modules` tells whether there is one to teach, `taught` whether showing it has begun;
    `owed` earned at least one JP, told once attendance is closed or a number was given out; `issued`
    hold a certificate or a Surat Keterangan.
    """

    dates: tuple[date, ...]
    has_agenda: bool
    participants: int
    present: int = 0
    sessions: int = 0
    sessions_closed: int = 0
    has_modules: bool = False
    taught: bool = False
    pre: str = ""
    pre_done: int = 0
    post: str = ""
    post_done: int = 0
    owed: int = 0
    issued: int = 0


class NextStep(NamedTuple):
    """The step to open, and what to do there in a few words."""

    step: Step
    what: Text


def next_step(known: Standing, today: date) -> NextStep:
    """What a facilitator does next: the first thing of the day that is not done yet."""
    if not known.has_agenda:
        return NextStep(Step.PREPARE, _("Susun acara"))
    begun = known.present > 0 or (bool(known.dates) and today >= min(known.dates))
    if not begun and not known.participants:
        return NextStep(Step.PREPARE, _("Isi daftar peserta"))
    if not begun:
        return NextStep(Step.PAPERS, _("Cetak daftar hadir"))
    if not known.present:
        return NextStep(Step.ATTENDANCE, _("Mulai absensi"))
    return _during(known) or _afterwards(known)


def _during(known: Standing) -> NextStep | None:
    """Pre-test, materi, post-test: in the order of the day."""
    if known.has_modules and known.pre in ("", "siap") and not known.post_done:
        return NextStep(Step.QUIZ, _("Mulai pre-test"))
    if known.pre == "buka":
        return NextStep(Step.QUIZ, _("Selesaikan pre-test"))
    if known.has_modules and not known.taught and known.post in ("", "siap"):
        return NextStep(Step.PRESENT, _("Sajikan materi"))
    if known.has_modules and known.post in ("", "siap"):
        return NextStep(Step.QUIZ, _("Mulai post-test"))
    if known.post == "buka":
        return NextStep(Step.QUIZ, _("Selesaikan post-test"))
    return None


def _afterwards(known: Standing) -> NextStep:
    if known.sessions_closed < known.sessions:
        return NextStep(Step.ATTENDANCE, _("Tutup absensi"))
    if known.issued < known.owed:
        return NextStep(Step.PAPERS, _("Terbitkan sertifikat"))
    return NextStep(Step.RESULTS, _("Lihat hasil"))


def done_steps(known: Standing) -> frozenset[Step]:
    """The steps that carry a tick."""
    done = {
        Step.PREPARE: known.has_agenda and known.participants > 0,
        Step.ATTENDANCE: known.sessions > 0 and known.sessions_closed == known.sessions,
        Step.PRESENT: known.has_modules and known.taught,
        Step.QUIZ: known.pre == "tutup" and known.post == "tutup",
        Step.RESULTS: known.post == "tutup" and known.post_done > 0,
        Step.PAPERS: known.issued > 0 and known.issued >= known.owed,
    }
    return frozenset(step for step, is_done in done.items() if is_done)


def progress_text(known: Standing, step: Step) -> Text:
    """How far a step is, as "23/33"; empty where there is nothing to count."""
    counts = {
        Step.ATTENDANCE: (known.present, known.participants),
        Step.QUIZ: (known.post_done if known.pre == "tutup" else known.pre_done, known.present),
        Step.PAPERS: (known.issued, known.owed),
    }
    done, of = counts.get(step, (0, 0))
    return _("{done}/{of}", done=done, of=of) if of else Text("")

"""Figures of the results in words: means, gains, and what to keep in mind about them."""

from collections.abc import Sequence

from bimtek.domain.formatting import number
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.score import GainClass, gain_class
from bimtek.domain.text import Text, _
from bimtek.services.quiz_run import TEST_NAMES
from bimtek.services.results import KegiatanResults, PersonResult

UNDEFINED = "—"
MISSING = "–"
FALL = _("turun")
GAINS = {GainClass.HIGH: _("tinggi"), GainClass.MEDIUM: _("sedang"), GainClass.LOW: _("rendah")}
FORMULA = _(
    "N-gain = (post − pre) : (100 − pre), yaitu bagian dari ruang perbaikan yang tercapai."
    " Rendah di bawah 0,30; sedang 0,30 sampai di bawah 0,70; tinggi mulai 0,70 (Hake)."
    " Pre-test 100 tidak punya ruang perbaikan, jadi ditulis “—”."
)


def points(fraction: float | None) -> str:
    """A fraction of the full mark on the scale 0 to 100: "48,2"."""
    return MISSING if fraction is None else number(fraction * 100, 1)


def gain_text(gain: float | None) -> str:
    """A gain with two decimals and a true minus, "—" where it is not defined."""
    return UNDEFINED if gain is None else number(gain, 2).replace("-", "−")


def gain_word(gain: float | None) -> Text:
    """What a gain is called; one below nothing is a fall."""
    if gain is None:
        return _("tidak terdefinisi")
    return FALL if gain < 0 else GAINS[gain_class(gain)]


def mean_of(people: Sequence[PersonResult], kind: TestKind) -> tuple[float | None, int]:
    """The mean of everybody who took one test, and how many that are."""
    scores = [s for p in people if (s := p.pre if kind is TestKind.PRE else p.post) is not None]
    return (sum(scores) / len(scores) if scores else None), len(scores)


def mean_tile(results: KegiatanResults, kind: TestKind) -> tuple[str, Text]:
    """Figure and detail of one test: over the pairs, and before there are any over everybody."""
    gain = results.gain
    if gain.pairs:
        mean = gain.mean_pre if kind is TestKind.PRE else gain.mean_post
        return points(mean), _("dari {n} pasangan nilai", n=gain.pairs)
    mean, count = mean_of(results.people, kind)
    if not count:
        return MISSING, _("belum ada jawaban")
    return points(mean), _("dari {n} orang, belum berpasangan", n=count)


def gain_tile(results: KegiatanResults) -> tuple[str, Text]:
    """The gain of the means, its word, and how many pairs stand behind it."""
    gain = results.gain
    if not gain.pairs:
        return MISSING, _("perlu nilai pre-test dan post-test")
    word = gain_word(gain.gain_of_means)
    return gain_text(gain.gain_of_means), _("{word}, dari {n} pasangan nilai", word=word, n=gain.pairs)


def both_gains(results: KegiatanResults) -> tuple[Text, Text]:
    """The two gains by their full names: they differ, so both are said."""
    gain = results.gain
    of_means = _(
        "N-gain dari rata-rata kelompok: {figure} ({word})",
        figure=gain_text(gain.gain_of_means),
        word=gain_word(gain.gain_of_means),
    )
    mean = _(
        "Rata-rata N-gain perorangan: {figure} ({word}), dari {n} orang",
        figure=gain_text(gain.mean_gain),
        word=gain_word(gain.mean_gain),
        n=gain.defined,
    )
    return of_means, mean


def cautions(results: KegiatanResults, rounds: dict[TestKind, Round]) -> list[Text]:
    """What a reader must know before quoting the figures."""
    gain = results.gain
    said: list[Text] = []
    open_tests = [TEST_NAMES[kind] for kind, item in rounds.items() if item.status == "buka"]
    said.extend(_("{test} masih dibuka. Angka di bawah masih berubah.", test=test) for test in open_tests)
    if gain.pairs and results.small:
        said.append(_("Baru {n} pasangan nilai. Kelompok sekecil ini belum bisa disimpulkan.", n=gain.pairs))
    lonely = sum((p.pre is None) != (p.post is None) for p in results.people)
    if gain.pairs and lonely:
        said.append(_("{n} orang hanya punya satu nilai, jadi tidak dihitung.", n=lonely))
    full = gain.pairs - gain.defined
    if full:
        said.append(_("{n} orang sudah 100 di pre-test. N-gain mereka “—”.", n=full))
    return said

"""Scores and learning gain. Pure arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from bimtek.domain.errors import ScoreRangeError
from bimtek.domain.text import _

ROUNDING = 1e-9  # floats make 0.6999999999999996 of the gain from 0.80 to 0.94


class GainClass(StrEnum):
    """Words for a gain. Source: R. R. Hake, Am. J. Phys. 66 (1998) 64-74."""

    HIGH = "tinggi"
    MEDIUM = "sedang"
    LOW = "rendah"


def gain_class(gain: float) -> GainClass:
    """Name a gain: tinggi from 0.70, sedang from 0.30, rendah below."""
    if gain >= 0.70 - ROUNDING:
        return GainClass.HIGH
    return GainClass.MEDIUM if gain >= 0.30 - ROUNDING else GainClass.LOW


@dataclass(frozen=True, slots=True)
class PairedScore:
    """Pre-test and post-test result of one person on parallel forms.

    Units: fractions of the full mark, 0.0..1.0 (never percent).
    Errors: ScoreRangeError when a value is outside 0..1 or is NaN.
    Source: normalized gain, R. R. Hake, Am. J. Phys. 66 (1998) 64-74.
    """

    pre: float
    post: float

    def __post_init__(self) -> None:
        for name, value in (("pre-test", self.pre), ("post-test", self.post)):
            if not 0.0 <= value <= 1.0:
                raise ScoreRangeError(
                    _("Nilai {name} di luar 0–100%.", name=name),
                    advice=_("Periksa lagi nilai itu."),
                    detail=f"{value!r}",
                )

    @property
    def gain(self) -> float | None:
        """Share of the possible improvement reached, or None when pre is already full."""
        if self.pre == 1.0:
            return None
        return (self.post - self.pre) / (1.0 - self.pre)


@dataclass(frozen=True, slots=True)
class GroupGain:
    """What a group learned, over the people who have both scores.

    `pairs` counts them; means are fractions 0..1 or None without a pair. `gain_of_means` is the
    gain between the two means; `mean_gain` averages the personal gains of those whose gain is
    defined (`defined` counts them: pre below full). The two differ, so both are named.
    """

    pairs: int
    mean_pre: float | None
    mean_post: float | None
    gain_of_means: float | None
    mean_gain: float | None
    defined: int

    @classmethod
    def of(cls, scores: Sequence[PairedScore]) -> "GroupGain":
        """Sum up the pairs of a group; an empty group has no figures, not zeros."""
        if not scores:
            return cls(0, None, None, None, None, 0)
        n = len(scores)
        means = PairedScore(
            min(fsum(s.pre for s in scores) / n, 1.0), min(fsum(s.post for s in scores) / n, 1.0)
        )
        gains = [gain for s in scores if (gain := s.gain) is not None]
        mean_gain = fsum(gains) / len(gains) if gains else None
        return cls(n, means.pre, means.post, means.gain, mean_gain, len(gains))

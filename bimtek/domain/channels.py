"""Channels where help is found or abuse is reported, and which of them may be printed on a day.

A wrong number does harm. So a number reaches paper through `CardLine` alone, which is empty when
nobody verified it lately, and a call vouches only for the very number that was called.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

VALID_FOR = timedelta(days=180)


class ChannelKind(StrEnum):
    """How a channel is reached."""

    PHONE = "telepon"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    SITE = "situs"
    MAIL = "surel"
    OFFICE = "kantor"

    @property
    def called(self) -> bool:
        """True for a number; False for what is opened, written to or visited."""
        return self in (ChannelKind.PHONE, ChannelKind.WHATSAPP, ChannelKind.SMS)


class LocalService(StrEnum):
    """What an organiser enters for the own region; the first two have a line on every card."""

    UPTD_PPA = "uptd-ppa"
    UNIT_PPA = "unit-ppa"
    OTHER = "lokal"


class Evidence(StrEnum):
    """How well a pack knows a channel. Only what is strong counts as verified by the pack itself."""

    STRONG = "kuat"
    FAIR = "cukup"
    CALL_FIRST = "telepon-dulu"


class ChannelState(StrEnum):
    """Whether a channel may be relied on today."""

    VERIFIED = "terverifikasi"
    STALE = "perlu-ditelepon"
    UNVERIFIED = "belum-diverifikasi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One number, address or site. `card` is its place on the pocket card, 0 for none.

    `label` names it on paper without any digit, so that a line whose number lapsed shows none.
    `service` is empty for a channel of the pack; `printable` False keeps it off every paper.
    """

    id: str
    name: str
    kind: ChannelKind
    value: str
    label: str = ""
    answered_by: str = ""
    purpose: str = ""
    not_for: str = ""
    hours: str = ""
    cost: str = ""
    region: str = ""
    urgent: bool = False
    note: str = ""
    service: LocalService | None = None
    evidence: Evidence = Evidence.CALL_FIRST
    checked_on: date | None = None
    evidence_text: str = ""
    sources: tuple[str, ...] = ()
    card: int = 0
    printable: bool = True

    @property
    def own(self) -> bool:
        """True for an entry of the organiser."""
        return self.service is not None


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody reached a channel on a day, under the number it had then."""

    channel_id: str
    value: str
    on: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line on paper or on the wall. No `value`: a dotted line to write on."""

    label: str
    value: str = ""
    verified_on: date | None = None
    kind: ChannelKind = ChannelKind.PHONE
    purpose: str = ""
    hours: str = ""
    not_for: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A channel on one day: when it was last verified, by whom ("" for the pack)."""

    channel: Channel
    day: date
    verified_on: date | None = None
    verified_by: str = ""

    @property
    def age(self) -> int | None:
        """Days since it was verified; None without any."""
        return None if self.verified_on is None else (self.day - self.verified_on).days

    @property
    def state(self) -> ChannelState:
        """Verified up to 180 days ago, longer ago (or in the future, by a wrong clock), or never."""
        if self.verified_on is None:
            return ChannelState.UNVERIFIED
        fresh = timedelta(0) <= self.day - self.verified_on <= VALID_FOR
        return ChannelState.VERIFIED if fresh else ChannelState.STALE

    @property
    def may_show(self) -> bool:
        """True when its number may stand on paper or on the wall."""
        written = bool(self.channel.value.strip())
        return written and self.channel.printable and self.state is ChannelState.VERIFIED

    def line(self) -> CardLine:
        """The line of this channel: with its number and date, or dotted."""
        channel = self.channel
        return CardLine(
            label=channel.label or channel.name,
            value=channel.value if self.may_show else "",
            verified_on=self.verified_on if self.may_show else None,
            kind=channel.kind,
            purpose=channel.purpose,
            hours=channel.hours if self.may_show else "",
            not_for=channel.not_for,
        )


@dataclass(frozen=True)
class ChannelBook:
    """All channels with the calls that vouch for them, judged on one day."""

    channels: tuple[Channel, ...]
    calls: tuple[Call, ...]
    day: date

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every channel as it stands: the own ones first, then those of the pack in its order."""
        ordered = sorted(self.channels, key=lambda one: not one.own)
        return tuple(self._standing(channel) for channel in ordered)

    def standing(self, channel_id: str) -> Standing | None:
        """One channel as it stands."""
        return next((one for one in self.standings if one.channel.id == channel_id), None)

    def card(self, local: Sequence[tuple[LocalService, str]]) -> tuple[CardLine, ...]:
        """Lines of the pocket card. Each of `local`, a service and its label, has one, filled or dotted."""
        fixed = sorted((one for one in self.standings if one.channel.card), key=lambda one: one.channel.card)
        lines = [one.line() for one in fixed]
        for service, label in local:
            own = [one for one in self.standings if one.channel.service is service and one.may_show]
            lines += [one.line() for one in own] or [CardLine(label)]
        return tuple(lines)

    def others(self, local: Iterable[LocalService]) -> tuple[CardLine, ...]:
        """What else may be shown beside the card: verified, and neither on it nor one of `local`."""
        on_card = set(local)
        return tuple(
            one.line()
            for one in self.standings
            if one.may_show and not one.channel.card and one.channel.service not in on_card
        )

    def _standing(self, channel: Channel) -> Standing:
        found: list[tuple[date, str]] = [
            (call.on, call.by)
            for call in self.calls
            if call.channel_id == channel.id and same_value(call.value, channel.value)
        ]
        if channel.evidence is Evidence.STRONG and channel.checked_on is not None and not channel.own:
            found.append((channel.checked_on, ""))
        on, by = max(found, default=(None, ""))
        return Standing(channel, self.day, on, by)


def same_value(one: str, other: str) -> bool:
    """True when two spellings mean one number or address: blanks, dashes, dots and brackets in numbers."""
    return _bare(one) == _bare(other)


def _bare(value: str) -> str:
    folded = value.casefold().strip()
    if any(letter.isalpha() for letter in folded):
        return " ".join(folded.split())
    return "".join(sign for sign in folded if sign.isdigit() or sign == "+")

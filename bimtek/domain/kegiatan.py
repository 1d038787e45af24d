"""A kegiatan: what, where, when, on which papers, and its agenda counted in JP."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from bimtek.domain.clock import Zone
from bimtek.domain.logo_place import LogoPlace
from bimtek.domain.place import Place

STANDARD_JP_MINUTES = 45


class Paper(StrEnum):
    """Paper of lists and letters; certificates are always A4."""

    A4 = "A4"
    F4 = "F4"


class ItemKind(StrEnum):
    """What a line of the agenda is; only learning counts towards JP."""

    MATERI = "materi"
    PRE_TEST = "pre-test"
    POST_TEST = "post-test"
    RTL = "rtl"
    PEMBUKAAN = "pembukaan"
    REHAT = "rehat"
    PENUTUPAN = "penutupan"

    @property
    def counts(self) -> bool:
        """True when its minutes are learning time."""
        return self in (ItemKind.MATERI, ItemKind.PRE_TEST, ItemKind.POST_TEST, ItemKind.RTL)


def minutes_between(starts: time, ends: time) -> int:
    """Minutes from one clock time to a later one on the same day; 0 when it is not later."""
    return max(0, (ends.hour * 60 + ends.minute) - (starts.hour * 60 + starts.minute))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One line of the rundown. `jp` overrides what the minutes give; `speakers` are full names."""

    id: str
    session_id: str
    order: int
    starts: time
    ends: time
    title: str
    kind: ItemKind = ItemKind.MATERI
    jp: int | None = None
    module: str = ""
    speakers: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Planned length."""
        return minutes_between(self.starts, self.ends)

    def credit(self, minutes_per_jp: int) -> int:
        """JP of this line: whole JP that fit into its minutes, 0 for breaks and ceremonies.

        Source: 1 JP = 45 minutes of theory in Indonesian training; breaks are left out.
        """
        if not self.kind.counts:
            return 0
        return self.jp if self.jp is not None else self.minutes // minutes_per_jp


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A stretch of a day for which people sign once: a whole day, a morning, an afternoon."""

    id: str
    kegiatan_id: str
    on_date: date
    label: str
    starts: time
    ends: time | None = None
    agenda: tuple[AgendaItem, ...] = ()
    closed_at: str = ""

    def jp(self, minutes_per_jp: int) -> int:
        """JP of all its agenda lines."""
        return sum(item.credit(minutes_per_jp) for item in self.agenda)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs a paper. `prefix` is a.n., Plt., Plh.; `title_lines` the post, up to three lines.

    `place` on the paper: "kanan" carries place and date, "kiri" says Mengetahui, "tengah" is third.
    """

    id: str = ""
    paper: str = "sertifikat"
    place: str = "kanan"
    prefix: str = ""
    title_lines: tuple[str, ...] = ()
    name: str = ""
    pangkat: str = ""
    id_kind: str = "NIP"
    id_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The kop of the papers. `mode`: "teks" (logo and three tiers), "gambar" (one wide image), "tanpa".

    Logos and image are SHA-256 names of stored files (berkas), at most four logos, from left to right.
    `logo_places` has one for each logo; without them the logos stand in their usual order.
    """

    mode: str = "teks"
    parent: str = ""
    unit: str = ""
    address_lines: tuple[str, ...] = ()
    logos: tuple[str, ...] = ()
    image: str = ""
    logo_places: tuple[LogoPlace, ...] = ()

    @property
    def placed(self) -> bool:
        """True when every logo has a place of its own."""
        return bool(self.logos) and len(self.logo_places) == len(self.logos)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions:
    """How the papers of a kegiatan are laid out. Millimetres where a number is a length.

    `list_profile` is "A" (portrait, zig-zag) or "B" (landscape, ten rows); `list_per` is "hari" or
    "sesi"; `row_mm` None takes the profile's own height; `name_case` is "apa-adanya", "kapital" or
    "huruf-awal"; `nip_dot` prints "NIP." instead of "NIP".
    """

    paper: Paper = Paper.A4
    spj_binding: bool = False
    list_profile: str = "A"
    list_per: str = "sesi"
    row_mm: float | None = None
    spare_rows: int | None = None
    show_phone: bool = False
    name_case: str = "apa-adanya"
    nip_dot: bool = False
    certificate_wording: str = ""
    show_scores_on_back: bool = True
    numbers_frozen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule:
    """How numbers of one series are made. `scope`: "kegiatan", "tahun" or "semua"."""

    pattern: str = "{urut:3}/{kode_kegiatan}/{bln_romawi}/{thn}"
    start: int = 1
    scope: str = "kegiatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan:
    """One workshop. `dates` may have gaps; `min_attendance` and `min_post` are fractions 0..1.

    `code`, `classification` and `office_code` are parts of the numbers on its papers, as the office
    writes them: "OCSEA", "400.2", "DINSOSP3A".
    `sample` marks the invented example: its papers carry CONTOH and no statistic counts it.
    """

    id: str
    title: str
    short: str = ""
    code: str = ""
    classification: str = ""
    office_code: str = ""
    theme: str = ""
    organiser: str = ""
    partners: tuple[str, ...] = ()
    funding: str = ""
    basis: str = ""
    zone: Zone = Zone.WIB
    place: Place = field(default_factory=Place)
    dates: tuple[date, ...] = ()
    minutes_per_jp: int = STANDARD_JP_MINUTES
    min_attendance: float = 0.8
    min_post: float | None = None
    issue_city: str = ""
    issued_on: date | None = None
    sample: bool = False
    papers: PaperOptions = field(default_factory=PaperOptions)
    letterhead: Letterhead = field(default_factory=Letterhead)
    certificate_numbers: NumberRule = field(default_factory=NumberRule)
    statement_numbers: NumberRule = field(
        default_factory=lambda: NumberRule(pattern="SK-{urut:3}/{kode_kegiatan}/{bln_romawi}/{thn}")
    )
    modules: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    sessions: tuple[Session, ...] = ()

    @property
    def jp(self) -> int:
        """JP of the whole agenda."""
        return sum(session.jp(self.minutes_per_jp) for session in self.sessions)

    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """All agenda lines in order of time."""
        return tuple(item for session in self.sessions for item in session.agenda)

    @property
    def issue_date(self) -> date:
        """The date on its certificates: the one that was set, else the last day. ValueError without any."""
        return self.issued_on or max(self.dates)

    def signers(self, paper: str) -> tuple[Signatory, ...]:
        """Signatories of one paper, in the order they were entered."""
        return tuple(s for s in self.signatories if s.paper == paper)

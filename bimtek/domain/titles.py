"""The academic, religious, noble, medical, police and army titles that go with Indonesian names."""

import re
from functools import lru_cache

# Written form of each title; compared without dots and case (see `plain`).
FRONT_TITLES = (
    *("Prof.", "Dr.", "dr.", "drg.", "drh.", "Ir.", "Drs.", "Dra.", "apt.", "Ns.", "Bd."),
    *("H.", "Hj.", "KH.", "K.H.", "Ust.", "Ustaz", "Ustadz", "Ustazah", "Ustadzah", "Nyai", "Kiai", "Kyai"),
    *("R.", "Rr.", "R.A.", "R.M.", "R.Ay.", "R.Ngt.", "K.R.T.", "Tgk.", "Tgku."),
    *("Pdt.", "Pdm.", "Pdp.", "Ev.", "Rm.", "Romo", "Pst.", "Fr.", "Sr.", "Br.", "Bhikkhu", "Pandita"),
    *("Bapak", "Bpk.", "Pak", "Ibu", "Bu", "Sdr.", "Sdri.", "Tn.", "Ny.", "Nn."),
)
RANKS = (
    *("Bripda", "Briptu", "Brigpol", "Brigadir", "Bripka", "Aipda", "Aiptu"),
    *("Ipda", "Iptu", "AKP", "Kompol", "AKBP", "Kombes", "Kombespol", "Brigjen", "Irjen", "Komjen"),
    *("Bharada", "Bharatu", "Bharaka", "Abripda", "Abriptu", "Abrip"),
    *("Prada", "Pratu", "Praka", "Kopda", "Koptu", "Kopka", "Serda", "Sertu", "Serka", "Serma"),
    *("Pelda", "Peltu", "Letda", "Lettu", "Kapten", "Mayor", "Letkol", "Kolonel", "Kls", "Klk", "Kld"),
)
CORPS = (
    *(
        "Pol",
        "Inf",
        "Kav",
        "Arm",
        "Arh",
        "Czi",
        "Cba",
        "Cpl",
        "Chb",
        "Cpm",
        "Caj",
        "Ckm",
        "Cku",
        "Chk",
        "Ctp",
    ),
    *(
        "Laut",
        "Mar",
        "Laut (P)",
        "Laut (T)",
        "Laut (S)",
        "Laut (K)",
        "Sus",
        "Pas",
        "Lek",
        "Tek",
        "Adm",
        "Pnb",
    ),
    *("Nav", "Kal", "Pom", "Kes", "Purn", "(Purn)", "(P)", "(T)", "(S)", "(K)", "(E)", "(KH)"),
)
BACK_TITLES = (
    # three-year and applied degrees
    *(
        "A.Ma.",
        "A.Ma.Pd.",
        "A.Md.",
        "A.Md.Keb.",
        "A.Md.Kep.",
        "A.Md.Kes.",
        "A.Md.Kom.",
        "A.Md.Gz.",
        "A.Md.Ak.",
    ),
    *("A.Md.T.", "A.Md.Farm.", "A.P.", "S.ST.", "S.S.T.", "S.Tr.", "S.Tr.Keb.", "S.Tr.Kep.", "S.Tr.Kes."),
    *(
        "S.Tr.Sos.",
        "S.Tr.Pol.",
        "S.Tr.K.",
        "S.Tr.IP.",
        "S.Tr.Kom.",
        "S.Tr.T.",
        "S.Tr.Ak.",
        "S.Tr.Gz.",
        "S.STP.",
    ),
    # first degrees
    *(
        "S.Ag.",
        "S.Ak.",
        "S.Ant.",
        "S.AB.",
        "S.AP.",
        "S.Adm.",
        "S.A.N.",
        "S.Ars.",
        "S.E.",
        "S.E.I.",
        "S.E.Sy.",
    ),
    *(
        "S.Farm.",
        "S.Fil.",
        "S.Fil.I.",
        "S.Gz.",
        "S.H.",
        "S.H.I.",
        "S.Hum.",
        "S.Hut.",
        "S.I.K.",
        "S.IK.",
        "S.I.Kom.",
    ),
    *(
        "S.Ikom.",
        "S.IP.",
        "S.I.P.",
        "S.I.Pust.",
        "S.Keb.",
        "S.Ked.",
        "S.Kep.",
        "S.KG.",
        "S.KH.",
        "S.KM.",
        "S.K.M.",
    ),
    *(
        "S.Kom.",
        "S.Kom.I.",
        "S.Kes.",
        "S.Li.",
        "S.M.",
        "S.Mat.",
        "S.Mn.",
        "S.Pd.",
        "S.Pd.I.",
        "S.Pd.SD.",
        "S.Pd.K.",
    ),
    *(
        "S.Pd.H.",
        "S.Pd.AUD.",
        "S.Pd.Gr.",
        "S.Psi.",
        "S.Pi.",
        "S.Pt.",
        "S.P.",
        "S.PdI.",
        "S.S.",
        "S.Si.",
        "S.Si.T.",
    ),
    *(
        "S.SiT.",
        "S.Sn.",
        "S.Sos.",
        "S.Sos.I.",
        "S.Sy.",
        "S.Stat.",
        "S.T.",
        "S.T.P.",
        "S.TP.",
        "S.Th.",
        "S.Th.I.",
    ),
    *(
        "S.Ud.",
        "S.Kel.",
        "S.Tekp.",
        "S.K.Pm.",
        "S.KPm.",
        "S.Par.",
        "S.Or.",
        "B.A.",
        "B.Sc.",
        "Lc.",
        "S.Kessos.",
    ),
    # further degrees
    *(
        "M.A.",
        "M.Ag.",
        "M.AP.",
        "M.A.P.",
        "M.Ak.",
        "M.Biomed.",
        "M.Eng.",
        "M.E.",
        "M.E.I.",
        "M.Farm.",
        "M.Fil.",
    ),
    *(
        "M.Gizi.",
        "M.H.",
        "M.H.I.",
        "M.Hum.",
        "M.I.Kom.",
        "M.Ikom.",
        "M.IP.",
        "M.I.P.",
        "M.K.M.",
        "M.KM.",
        "M.Keb.",
    ),
    *(
        "M.Kep.",
        "M.Kes.",
        "M.Kn.",
        "M.Kom.",
        "M.Kom.I.",
        "M.M.",
        "M.M.Pd.",
        "M.MPd.",
        "M.P.",
        "M.P.A.",
        "M.PA.",
    ),
    *(
        "M.P.H.",
        "M.Pd.",
        "M.Pd.I.",
        "M.Psi.",
        "M.Psi.T.",
        "M.PSDM.",
        "M.S.",
        "M.Sc.",
        "M.Si.",
        "M.S.I.",
        "M.Sos.",
    ),
    *(
        "M.Sn.",
        "M.Stat.",
        "M.Sy.",
        "M.T.",
        "M.TI.",
        "M.T.I.",
        "M.Th.",
        "M.Tr.",
        "M.Tr.Keb.",
        "M.Tr.IP.",
        "M.Tr.Adm.",
    ),
    *(
        "M.Tr.Opsla.",
        "M.Han.",
        "M.B.A.",
        "M.Phil.",
        "M.Ec.Dev.",
        "M.Ed.",
        "LL.M.",
        "M.Krim.",
        "M.Psi.Psikolog.",
    ),
    *(
        "Ph.D.",
        "D.E.A.",
        "Dr.",
        "Ir.",
        "Psikolog",
        "CHt.",
        "C.H.T.",
        "C.Ht.",
        "CPM.",
        "C.Med.",
        "CMed.",
        "Gr.",
    ),
    # professions
    *(
        "Ners.",
        "Ns.",
        "Apt.",
        "Bd.",
        "Ak.",
        "CA.",
        "CPA.",
        "Sp.A.",
        "Sp.OG.",
        "Sp.PD.",
        "Sp.KJ.",
        "Sp.B.",
        "Sp.F.",
    ),
    *(
        "Sp.FM.",
        "Sp.Kep.J.",
        "Sp.K.J.",
        "Sp.N.",
        "Sp.M.",
        "Sp.THT.",
        "Sp.JP.",
        "Sp.KFR.",
        "Sp.Rad.",
        "Sp.An.",
    ),
    *("Al-Hafidz", "Al-Hafizh", "M.Si.T.", "IPM.", "IPU.", "S.Kom.M.", "M.Kesos."),
)

_REMEMBERED = 8192  # words of names come again and again
_NOT_LETTERS = re.compile(r"[^a-z]")


def plain(title: str) -> str:
    """A title as it is compared: letters only, lower case."""
    return _NOT_LETTERS.sub("", title.casefold())


FRONT_WRITTEN = {plain(title): title for title in reversed(FRONT_TITLES)}
BACK_WRITTEN = {plain(title): title for title in reversed(BACK_TITLES)}
_FRONT_PLAIN = frozenset(FRONT_WRITTEN)
_RANKS_PLAIN = frozenset(plain(rank) for rank in RANKS)
_CORPS_PLAIN = frozenset(plain(corps) for corps in CORPS)
# These stand without a dot only in haste; a lone letter or syllable could as well be a name.
_NEEDS_DOT = frozenset(
    plain(t) for t in ("R.", "Br.", "Sr.", "Fr.", "Ns.", "Bd.", "apt.", "Ev.", "Rm.", "Pst.", "Ny.")
)


@lru_cache(maxsize=_REMEMBERED)
def is_front_title(word: str) -> bool:
    """True for one word that can only be a title before a name: "Hj.", "drs", "BRIPKA"."""
    letters = plain(word)
    if letters in _NEEDS_DOT:
        return word.endswith(".")
    return letters in _FRONT_PLAIN or letters in _RANKS_PLAIN


@lru_cache(maxsize=_REMEMBERED)
def is_rank(word: str) -> bool:
    """True for a rank of police or army."""
    return plain(word) in _RANKS_PLAIN


@lru_cache(maxsize=_REMEMBERED)
def is_corps(word: str) -> bool:
    """True for what may follow a rank: "Inf.", "Pol", "(Purn)"."""
    return plain(word) in _CORPS_PLAIN and bool(plain(word))


# Something built like a title that the list does not know: "S.Xyz.", "M.Tr.Han", "C.PS."
_DOTTED = re.compile(r"[A-Z][A-Za-z]{0,5}(?:\.[A-Za-z]{1,6})+\.?(?:\s?\([A-Za-z.]+\))?")
_PLACE = re.compile(r"(?:ds|dsn|dk|desa|kel|kec|kab|jl|rt|rw|no)\.", re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def is_back_title(text: str) -> bool:
    """True when a part after a comma is a title: known, or built like one."""
    if plain(text) in BACK_WRITTEN:
        return True
    return bool(_DOTTED.fullmatch(text)) and not _PLACE.match(text)


@lru_cache(maxsize=_REMEMBERED)
def is_sure_back_title(word: str) -> bool:
    """True for a word that is a known title even without a comma before it: it has an inner dot."""
    return "." in word.rstrip(".") and plain(word) in BACK_WRITTEN


def written_front(word: str) -> str:
    """The usual written form of a front title; unknown ones stay. "Dr." and "dr." are not guessed."""
    letters = plain(word)
    if letters == "dr":
        return word
    return FRONT_WRITTEN.get(letters, word)


@lru_cache(maxsize=_REMEMBERED)
def written_back(title: str) -> str:
    """The usual written form of a back title; its final dot, or none, stays as it came.

    Titles without inner dots ("SH") are a spelling of their own and stay.
    """
    known = BACK_WRITTEN.get(plain(title))
    if known is None or "." not in title.rstrip("."):
        return title
    return known if title.endswith(".") else known.rstrip(".")

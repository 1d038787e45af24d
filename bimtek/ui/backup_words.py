"""What a backup holds, in words."""

from datetime import datetime

from bimtek.domain.formatting import clock_time, date_text, number
from bimtek.domain.text import Text, _
from bimtek.storage.backup import Contents

WORDS = (
    ("kegiatan", _("kegiatan")),
    ("orang", _("orang")),
    ("attendance", _("catatan hadir")),
    ("attempt", _("tes")),
    ("answer", _("jawaban")),
    ("certificate", _("nomor sertifikat")),
    ("berkas", _("gambar")),
)


def lines(contents: Contents) -> list[tuple[Text, str]]:
    """Every kind of thing with its number, as rows of a preview."""
    return [(word, number(contents.counts.get(key, 0))) for key, word in WORDS]


def brief(contents: Contents) -> Text:
    """The three numbers that tell one backup from another."""
    counts = contents.counts
    return _(
        "{kegiatan} kegiatan · {orang} orang · {sertifikat} sertifikat",
        kegiatan=number(counts.get("kegiatan", 0)),
        orang=number(counts.get("orang", 0)),
        sertifikat=number(counts.get("certificate", 0)),
    )


def moment(at: datetime) -> str:
    """A moment as people read it here: "5 Maret 2024, 08.30"."""
    local = at.astimezone()
    return f"{date_text(local.date())}, {clock_time(local.time())}"

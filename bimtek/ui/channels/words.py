"""How the state of a channel is said: a word, an icon and a tone for each."""

from bimtek.domain.channels import ChannelKind, ChannelState, Evidence, LocalService, Standing
from bimtek.domain.formatting import date_text
from bimtek.domain.text import NO_TEXT, Text, _

KINDS: dict[ChannelKind, Text] = {
    ChannelKind.PHONE: _("Telepon"),
    ChannelKind.WHATSAPP: _("WhatsApp"),
    ChannelKind.SMS: _("SMS"),
    ChannelKind.SITE: _("Situs"),
    ChannelKind.MAIL: _("Surel"),
    ChannelKind.OFFICE: _("Kantor"),
}
SERVICES: dict[LocalService, Text] = {
    LocalService.UPTD_PPA: _("UPTD PPA"),
    LocalService.UNIT_PPA: _("Unit PPA Polres"),
    LocalService.OTHER: _("Layanan lain"),
}
EVIDENCE: dict[Evidence, Text] = {
    Evidence.STRONG: _("Beberapa sumber"),
    Evidence.FAIR: _("Laman resmi, tanpa tanggal baru"),
    Evidence.CALL_FIRST: _("Sumber lama atau tunggal"),
}


def state_of(one: Standing) -> tuple[Text, str, str]:
    """Word, icon and tone; the marks are those of StatusChip, so that a row and a chip look alike."""
    if one.state is ChannelState.UNVERIFIED:
        return _("Belum diverifikasi"), "circle-x", "danger"
    if one.state is ChannelState.STALE:
        word = _("Perlu ditelepon") if one.channel.kind.called else _("Perlu diperiksa")
        return word, "triangle-alert", "warning"
    if not one.age:
        return _("Terverifikasi hari ini"), "circle-check", "success"
    return _("Terverifikasi {days} hari lalu", days=one.age), "circle-check", "success"


def reached_text(kind: ChannelKind) -> Text:
    """What somebody says who reached it today."""
    if kind.called:
        return _("Saya sudah menelepon hari ini")
    if kind is ChannelKind.SITE:
        return _("Saya sudah membukanya hari ini")
    return _("Saya sudah memeriksanya hari ini")


def verified_text(one: Standing) -> Text:
    """When it was last verified and by whom; empty when never."""
    if one.verified_on is None:
        return NO_TEXT
    day = date_text(one.verified_on)
    if one.verified_by:
        return _("Terakhir diperiksa {day} oleh {name}.", day=day, name=one.verified_by)
    return _("Terakhir diperiksa {day}.", day=day)

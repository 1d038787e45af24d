"""Words for the roles people have at a kegiatan."""

from bimtek.domain.people import Role
from bimtek.domain.text import Text, _

ROLE_NAMES: dict[Role, Text] = {
    Role.PESERTA: _("Peserta"),
    Role.NARASUMBER: _("Narasumber"),
    Role.FASILITATOR: _("Fasilitator"),
    Role.MODERATOR: _("Moderator"),
    Role.PANITIA: _("Panitia"),
}

"""Jam: what the laptop's clock shows, whether it can be believed, and a person's word for it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bimtek.domain.formatting import clock_time, long_date
from bimtek.domain.text import NO_TEXT, _
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.settings.tab_page import TabPage
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

EVERY_MS = 5_000
REASONS = {
    "mundur": _("Jam ini lebih awal daripada waktu yang pernah tercatat di laptop ini."),
    "terlalu-maju": _("Jam ini terlalu jauh di masa depan."),
}


class ClockTab(TabPage):
    """A number is never issued while the clock is doubtful and nobody vouched for it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state = StatusChip()
        self.day = label("", "h2")
        self.time = label("", "emphasis", "secondary", wrap=False)
        self.doubt = Notice(NO_TEXT, "warning")
        self.confirm_button = buttons.primary(_("Tanggal ini benar"), "check")
        self.confirm_button.clicked.connect(self.confirm)
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.refresh)
        self.timer.start()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Read the clock and judge it."""
        now = self._context.services.clock.now().astimezone()
        verdict = self._context.services.safe_clock.verdict()
        language.put(self.day, long_date(now.date()))
        language.put(self.time, _("Pukul {time}", time=clock_time(now.time())))
        trusted = verdict.trusted
        self.state.show_state(
            _("Jam dapat dipercaya") if trusted else _("Perlu dipastikan"),
            "success" if trusted else "warning",
        )
        self.doubt.setVisible(not trusted)
        self.confirm_button.setVisible(not trusted)
        if not trusted:
            self.doubt.show_notice(REASONS[verdict.reason], "warning")

    def confirm(self) -> None:
        """Take the person's word for a day."""
        self._context.services.safe_clock.confirm()
        self.refresh()
        self._context.window.toast.emit(_("Jam dipercaya sampai besok."), None)

    def _lay_out(self) -> None:
        card = Card(_("Jam laptop"))
        card.corner.addWidget(self.state)
        card.body.addWidget(self.day)
        card.body.addWidget(self.time)
        card.body.addWidget(self.doubt)
        card.body.addWidget(
            label(
                _("Nomor sertifikat hanya terbit bila jam dapat dipercaya."),
                tone="secondary",
            )
        )
        card.body.addWidget(
            label(
                _("Bila salah, betulkan di pengaturan tanggal laptop. Biasanya baterai jamnya habis."),
                tone="secondary",
            )
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.confirm_button)
        card.body.addLayout(foot)
        self.body.addWidget(card)

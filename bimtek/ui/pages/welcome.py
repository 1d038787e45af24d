"""The first screen of an empty data folder: who you are, a PIN if you like, and where to begin."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.pin import WHAT_IT_DOES
from bimtek.ui import editors, language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.recovery_code import RecoveryCode
from bimtek.ui.editors import hear, wait
from bimtek.ui.messages import show_error
from bimtek.ui.pin_fields import digits_field
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.step_pages import StepPages
from bimtek.ui.widgets.stepper import Stepper

YOU, SECRET, BEGIN = "anda", "pin", "mulai"
STEPS = ((YOU, _("Anda")), (SECRET, _("PIN")), (BEGIN, _("Mulai")))
WIDEST = 720
REST_MS = 600


class WelcomePage(QWidget):
    """Three short steps, each of which may be left out; `finished` carries a kegiatan to open, or ""."""

    finished = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.stepper = Stepper(list(STEPS))
        self.stepper.chosen.connect(self.show_step)
        self.you = _You(context)
        self.secret = _Secret(context)
        self.secret.made.connect(self._show_actions)
        self.begin = _Begin()
        self.pages = StepPages(self.stepper, {YOU: self.you, SECRET: self.secret, BEGIN: self.begin})
        self.skip_button = buttons.quiet(_("Lewati semua"))
        self.skip_button.clicked.connect(self._finish)
        self.later_button = buttons.secondary(_("Nanti saja"))
        self.later_button.clicked.connect(lambda: self.show_step(BEGIN))
        self.start_button = buttons.secondary(_("Mulai"), "house")
        self.start_button.clicked.connect(self._finish)
        self.next_button = buttons.primary(_("Lanjut"), "arrow-right")
        self.next_button.clicked.connect(self.go_on)
        for field in (*self.you.fields.values(), self.secret.pin, self.secret.again):
            field.returnPressed.connect(self.next_button.click)
        self._lay_out()
        self.show_step(YOU)
        context.services.first_run.note()

    @property
    def help_topic(self) -> str:
        """The page of help of this screen."""
        return "layar-awal"

    @property
    def step(self) -> str:
        """The key of the step that is open."""
        return self.pages.key

    def show_step(self, key: str) -> None:
        """Open one step; what was typed in another one stays stored."""
        self.you.store()
        self.pages.show_page(key)
        self._show_actions()
        self._first(key).setFocus()

    def go_on(self) -> None:
        """Do what this step is for, then open the next one."""
        if self.step == YOU:
            self.show_step(SECRET)
        elif self.step == BEGIN:
            self._open_sample()
        elif self.secret.settled:
            self.show_step(BEGIN)
        else:
            self.secret.make()

    def _first(self, key: str) -> QWidget:
        """Where the keyboard begins in a step: at its form, without one at the button that leads on."""
        if key == YOU:
            return self.you.fields["nama_pengguna"]
        return self.secret.pin if key == SECRET and not self.secret.settled else self.next_button

    def _finish(self) -> None:
        self.you.store()
        self.finished.emit("")

    def _open_sample(self) -> None:
        self.next_button.setEnabled(False)
        language.put(self.next_button, _("Menyiapkan contoh…"), "set_caption")
        self._context.tasks.run(
            lambda progress: self._context.services.sample.create(),
            self,
            done=self._on_sample,
            failed=self._on_failed,
            ended=self._show_actions,
        )

    def _on_sample(self, kegiatan: Kegiatan) -> None:
        self.finished.emit(kegiatan.id)

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    def _show_actions(self) -> None:
        step = self.step
        captions: dict[str, Text] = {
            YOU: _("Lanjut"),
            SECRET: _("Lanjut") if self.secret.settled else _("Buat PIN"),
            BEGIN: _("Lihat contoh"),
        }
        language.put(self.next_button, captions[step], "set_caption")
        self.next_button.setEnabled(True)
        self.later_button.setVisible(step == SECRET and not self.secret.settled)
        self.start_button.setVisible(step == BEGIN)
        self.skip_button.setVisible(step != BEGIN)
        states = ((YOU, self.you.filled), (SECRET, self.secret.settled))
        self.stepper.set_done([key for key, done in states if done])

    def _lay_out(self) -> None:
        self.setProperty("kind", "page")
        column = QWidget()
        column.setProperty("kind", "page")
        theme.put(column, "setMaximumWidth", WIDEST)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(24, 20, 24, 16)
        inner.setSpacing(12)
        inner.addWidget(label(_("Selamat datang di Bimtek"), "h1"))
        inner.addWidget(
            label(_("Tiga langkah singkat. Semua boleh dilewati dan diubah nanti."), "emphasis", "secondary")
        )
        inner.addWidget(self.stepper)
        inner.addWidget(self.pages)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.skip_button)
        foot.addStretch(1)
        for button in (self.later_button, self.start_button, self.next_button):
            foot.addWidget(button)
        inner.addLayout(foot)
        inner.addStretch(1)
        page = QWidget()
        page.setProperty("kind", "page")
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(column, 8)
        across.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


class _You(Card):
    """Name and office: what new kegiatan and papers begin with."""

    KEYS = ("nama_pengguna", "instansi")

    def __init__(self, context: UiContext) -> None:
        super().__init__(_("Siapa yang memakai laptop ini?"))
        self._settings = context.services.settings
        form = Form()
        self._known: dict[str, str] = {key: self._settings.get(key) for key in self.KEYS}
        self.fields = {key: fields.text_field(value=known) for key, known in self._known.items()}
        form.add(_("Nama Anda"), self.fields["nama_pengguna"])
        form.add(
            _("Instansi atau lembaga"), self.fields["instansi"], _("Menjadi penyelenggara kegiatan baru.")
        )
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)
        self.timer.timeout.connect(self.store)
        for field in self.fields.values():
            field.textChanged.connect(self._touch)
        self.trouble = Notice(NO_TEXT, "warning")
        self.trouble.hide()
        self.body.addWidget(form)
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)

    @property
    def filled(self) -> bool:
        """Whether anything was told."""
        return any(field.text().strip() for field in self.fields.values())

    def flush(self) -> None:
        """Store now what still waits."""
        self.timer.stop()
        self.store()

    def _touch(self) -> None:
        self.timer.start()
        wait(self)

    def store(self) -> None:
        """Store what changed; by itself when typing rests."""
        for key, field in self.fields.items():
            typed = field.text().strip()
            if typed != self._known[key]:
                self._known[key] = typed
                stored = self._settings.put(key, typed)
                hear(editors.WELCOME, stored, lambda _done: None, self._on_failed, self)

    def _on_failed(self, error: BimtekError) -> None:
        self.trouble.show_notice(_("{what} {advice}", what=error.what, advice=error.advice), "warning")
        self.trouble.show()


class _Secret(Card):
    """The PIN; once it stands, its recovery code in place of the form."""

    made = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(_("PIN untuk layar yang bersifat pribadi"))
        self._context = context
        self.code: RecoveryCode | None = None
        self.pin, self.again = digits_field(), digits_field()
        self.form = Form()
        self.form.add(_("PIN, 4 sampai 8 angka"), self.pin)
        self.form.add(_("Ulangi PIN"), self.again)
        self.trouble = Notice(NO_TEXT, "warning")
        self.trouble.hide()
        self.already = Notice(_("PIN sudah terpasang. Ubah di Pengaturan, bagian Keamanan."), "success")
        (self.form if self.settled else self.already).hide()
        self.body.addWidget(label(_("Nilai perorangan dan pintu keluar kiosk meminta PIN ini.")))
        self.body.addWidget(label(WHAT_IT_DOES, tone="secondary"))
        for widget in (self.form, self.already, self.trouble):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    @property
    def settled(self) -> bool:
        """Whether there is a PIN."""
        return self._context.services.pin.is_set

    def make(self) -> None:
        """Set the PIN on a worker: its fingerprint takes a moment on purpose."""
        typed = self.pin.text()
        if typed != self.again.text():
            self._on_failed(
                RefusedError(_("Kedua PIN tidak sama."), advice=_("Ketik PIN yang sama dua kali."))
            )
            return
        self.setEnabled(False)
        self._context.tasks.run(
            lambda progress: self._context.services.pin.set(typed),
            self,
            done=self._on_made,
            failed=self._on_failed,
            ended=lambda: self.setEnabled(True),
        )

    def _on_made(self, code: str) -> None:
        self.form.hide()
        self.trouble.hide()
        self.code = RecoveryCode(self._context, code)
        self.body.insertWidget(self.body.count() - 1, self.code)
        self.made.emit()

    def _on_failed(self, error: BimtekError) -> None:
        self.trouble.show_notice(_("{what} {advice}", what=error.what, advice=error.advice), "warning")
        self.trouble.show()
        for field in (self.pin, self.again):
            field.clear()
        self.pin.setFocus()


class _Begin(Card):
    """Where to go from here."""

    def __init__(self) -> None:
        super().__init__(_("Mau mulai dari mana?"))
        for title, words in (
            (
                _("Lihat contoh"),
                _("Satu hari bimtek di Desa Contoh, dengan 24 orang rekaan. Bebas dicoba dan dihapus."),
            ),
            (_("Mulai"), _("Langsung ke Beranda, lalu buat kegiatan Anda sendiri.")),
        ):
            self.body.addWidget(label(title, "strong"))
            self.body.addWidget(label(words, tone="secondary"))
        self.body.addWidget(label(_("Bantuan ada di tombol F1, di layar mana pun.")))
        self.body.addStretch(1)

"""The buttons of a film, under the slide: play it, and once it is on, everything else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import icons, language
from bimtek.ui.presentation.film import FULL
from bimtek.ui.presentation.overlays import clock_text
from bimtek.ui.presentation.show import Show, Stage
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.style import restyle

_PLAY, _PAUSE, _GO_ON = _("Putar video (V)"), _("Jeda (V)"), _("Lanjutkan video (V)")


class FilmBar(QWidget):
    """Knows the show; `say` tells what there is to know about the film of the slide."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self._talk = show
        film = show.film
        self.play_button = buttons.secondary(_PLAY, "play")
        self.back_button = buttons.secondary(_("Mundur 10 detik (M)"), "rotate-ccw")
        self.stop_button = buttons.secondary(_("Hentikan video (S)"), "square")
        self.captions_button = buttons.secondary(_("Teks (C)"), "captions")
        self.captions_button.setCheckable(True)
        self.quieter_button = buttons.icon_button("volume-1", _("Kecilkan suara ([)"))
        self.louder_button = buttons.icon_button("volume-2", _("Besarkan suara (])"))
        self.volume = label("", "strong", wrap=False)
        self.time = label("", "strong", wrap=False)
        self.note = label("", "caption", "secondary")
        self.play_button.clicked.connect(show.want_video)
        self.back_button.clicked.connect(film.back)
        self.stop_button.clicked.connect(film.stop)
        self.captions_button.clicked.connect(film.toggle_captions)
        self.quieter_button.clicked.connect(lambda: film.louder(-1))
        self.louder_button.clicked.connect(lambda: film.louder(1))
        figures = QWidget()
        row = QHBoxLayout(figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.quieter_button, self.volume, self.louder_button):
            row.addWidget(part)
        row.addSpacing(12)
        row.addWidget(self.time)
        self._while_on = (self.back_button, self.stop_button, self.captions_button, figures)
        flow = Flow(self)
        for widget in (self.play_button, *self._while_on, self.note):
            flow.addWidget(widget)
        for widget in self.findChildren(buttons.Button) + self.findChildren(buttons.Tool):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the show
        film.changed.connect(self.refresh)
        show.changed.connect(self.refresh)
        self.say(NO_TEXT)
        self.refresh()

    def refresh(self) -> None:
        """Show what can be done with the film now."""
        show, film = self._talk, self._talk.film
        self.play_button.setVisible(show.stage is Stage.SLIDE and show.slide.video is not None)
        for widget in self._while_on:
            widget.setVisible(film.on and show.stage is Stage.SLIDE)
        self._name_play(_PAUSE if film.playing else _GO_ON if film.on else _PLAY)
        self.captions_button.setChecked(film.captions_on)
        self.captions_button.setEnabled(film.has_captions)
        self.quieter_button.setEnabled(film.volume > 0)
        self.louder_button.setEnabled(film.volume < FULL)
        language.put(self.volume, _("Suara {percent} %", percent=film.volume))
        passed, whole = clock_text(film.position / 1000), clock_text(film.duration / 1000)
        language.put(self.time, _("{passed} dari {whole}", passed=passed, whole=whole))

    def say(self, text: Text, tone: str = "secondary") -> None:
        """Show what there is to know about the film of this slide."""
        self.note.setVisible(bool(text))
        restyle(self.note, tone=tone)
        language.put(self.note, text)

    def _name_play(self, name: Text) -> None:
        language.put(self.play_button, name, "set_caption")
        icons.put(self.play_button, "pause" if name is _PAUSE else "play", "text")

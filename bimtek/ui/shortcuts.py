"""Every key of Bimtek, once: the window binds them from here, Bantuan lists them, tooltips name them."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language

if TYPE_CHECKING:  # Beranda names its keys: what they do is loaded with the commands
    from bimtek.ui.verbs import Verbs


class Where(Enum):
    """Where a key holds; its value is the heading in Bantuan."""

    WINDOW = _("Di mana saja")
    SHOW = _("Saat menyajikan")
    DESK = _("Saat absensi dan kuis")


class Shortcut(NamedTuple):
    """One row of the table.

    `keys` are bound in the window and call `does` with the place of the pressed one among them. Without
    `does` the window or list in front takes the keys itself. `shown` is how people write the keys.
    """

    key: str
    where: Where
    keys: tuple[str, ...]
    words: Text
    does: "Callable[[Verbs, int], object] | None" = None
    shown: Text | str = NO_TEXT

    @property
    def written(self) -> Text | str:
        """The keys as people write them."""
        return self.shown or self.keys[0]


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut(
        "bantuan", Where.WINDOW, ("F1",), _("Bantuan layar ini"), lambda window, _at: window.show_help()
    ),
    Shortcut(
        "tempat",
        Where.WINDOW,
        tuple(f"Ctrl+{number}" for number in range(1, 7)),
        _("Pindah tempat: Beranda sampai Pengaturan"),
        lambda window, at: window.go_to_place(at),
        "Ctrl+1 … Ctrl+6",
    ),
    Shortcut(
        "palet",
        Where.WINDOW,
        ("Ctrl+K",),
        _("Cari apa saja: kegiatan, orang, dokumen, pengaturan"),
        lambda window, _at: window.open_palette(),
    ),
    Shortcut(
        "cari", Where.WINDOW, ("Ctrl+F",), _("Cari di halaman ini"), lambda window, _at: window.search()
    ),
    Shortcut(
        "baru", Where.WINDOW, ("Ctrl+N",), _("Buat kegiatan"), lambda window, _at: window.new_kegiatan()
    ),
    Shortcut(
        "simpan",
        Where.WINDOW,
        ("Ctrl+S",),
        _("Lihat kapan terakhir tersimpan otomatis"),
        lambda window, _at: window.tell_saved(),
    ),
    Shortcut(
        "cetak", Where.WINDOW, ("Ctrl+P",), _("Cetak dokumen"), lambda window, _at: window.print_paper()
    ),
    Shortcut(
        "sajikan",
        Where.WINDOW,
        ("F5",),
        _("Sajikan dari awal"),
        lambda window, _at: window.present(from_start=True),
    ),
    Shortcut(
        "lanjut-sajikan",
        Where.WINDOW,
        ("Shift+F5",),
        _("Sajikan dari slide terakhir"),
        lambda window, _at: window.present(from_start=False),
    ),
    Shortcut(
        "urungkan",
        Where.WINDOW,
        ("Ctrl+Z", "Ctrl+Y"),
        _("Urungkan perubahan terakhir, atau ulangi"),
        shown="Ctrl+Z  /  Ctrl+Y",
    ),
    Shortcut(
        "perbesar",
        Where.WINDOW,
        ("Ctrl++", "Ctrl+="),
        _("Perbesar teks"),
        lambda window, _at: window.scale_by(1),
        "Ctrl +",
    ),
    Shortcut(
        "perkecil",
        Where.WINDOW,
        ("Ctrl+-",),
        _("Perkecil teks"),
        lambda window, _at: window.scale_by(-1),
        "Ctrl −",
    ),
    Shortcut(
        "semula", Where.WINDOW, ("Ctrl+0",), _("Ukuran teks semula"), lambda window, _at: window.scale_by(0)
    ),
    Shortcut(
        "layar-penuh", Where.WINDOW, ("F11",), _("Layar penuh"), lambda window, _at: window.full_screen()
    ),
    Shortcut(
        "pindah-isian",
        Where.WINDOW,
        ("Tab", "Shift+Tab"),
        _("Pindah ke isian atau tombol berikutnya, atau kembali"),
        shown=_("Tab dan Shift+Tab"),
    ),
    Shortcut(
        "maju",
        Where.SHOW,
        ("Right", "PgDown", "Space", "Return"),
        _("Slide berikutnya"),
        shown=_("→  PgDn  Spasi  Enter"),
    ),
    Shortcut("mundur", Where.SHOW, ("Left", "PgUp"), _("Slide sebelumnya"), shown="←  PgUp"),
    Shortcut("ujung", Where.SHOW, ("Home", "End"), _("Slide pertama atau terakhir"), shown="Home  /  End"),
    Shortcut(
        "nomor-slide", Where.SHOW, ("0", "Return"), _("Langsung ke slide itu"), shown=_("Angka lalu Enter")
    ),
    Shortcut("tenang", Where.SHOW, ("N",), _("Layar tenang: hanya judul kegiatan")),
    Shortcut("hitam", Where.SHOW, ("B", "."), _("Layar hitam"), shown=_("B atau titik")),
    Shortcut("putih", Where.SHOW, ("W", ","), _("Layar putih"), shown=_("W atau koma")),
    Shortcut("lewati", Where.SHOW, ("L",), _("Lewati slide sensitif saat catatan isinya tampil")),
    Shortcut("tunjuk", Where.SHOW, ("P",), _("Tunjuk slide dengan titik besar yang mengikuti tetikus")),
    Shortcut("waktu", Where.SHOW, ("T",), _("Mulai atau hentikan waktu diskusi; + menambah satu menit")),
    Shortcut("video", Where.SHOW, ("V",), _("Putar video slide ini, jeda, atau lanjutkan")),
    Shortcut("video-mundur", Where.SHOW, ("M",), _("Mundur 10 detik dalam video")),
    Shortcut("video-teks", Where.SHOW, ("C",), _("Tampilkan atau sembunyikan teks video")),
    Shortcut("video-suara", Where.SHOW, ("[", "]"), _("Kecilkan atau besarkan suara video"), shown="[  /  ]"),
    Shortcut("video-selesai", Where.SHOW, ("S",), _("Hentikan video, kembali ke slide")),
    Shortcut("catatan", Where.SHOW, ("Tab",), _("Satu layar: tampilkan catatan penyaji")),
    Shortcut("selesai", Where.SHOW, ("Esc",), _("Selesai")),
    Shortcut(
        "hadir",
        Where.DESK,
        ("Return",),
        _("Cari nama dan tandai hadir"),
        shown=_("Dua huruf lalu Enter"),
    ),
    Shortcut("pilih", Where.DESK, ("Up", "Down"), _("Pilih nama atau jawaban lain"), shown="↑  ↓"),
    Shortcut("jawab", Where.DESK, ("1", "A"), _("Pilih jawaban"), shown=_("1–6 atau A–F")),
)
_BY_KEY = {shortcut.key: shortcut for shortcut in SHORTCUTS}


def shortcut(key: str) -> Shortcut:
    """One row of the table; an unknown key is a KeyError."""
    return _BY_KEY[key]


def name_key(widget: QWidget, words: Text, key: str, at: int | None = None) -> None:
    """Let the tooltip of a widget say `words` and the keys of a row, or one of its keys."""
    row = _BY_KEY[key]
    keys = row.written if at is None else row.keys[at]
    language.put(widget, _("{words} ({keys})", words=words, keys=keys), "setToolTip")

"""`make bantuan`: draws the pictures of the help pages from the app itself, on the sample kegiatan."""

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image

from bimtek.app import Services, build
from bimtek.domain.people import Role
from bimtek.services.planning import NewKegiatan
from bimtek.ui.screens import draw_screens

PICTURES = Path(__file__).resolve().parents[1] / "assets" / "bantuan" / "gambar"
NAMES = ("beranda", "kegiatan", "peserta", "modul", "arsip", "pengaturan", "layar-awal", "kiosk",
         "sajikan-pemateri", *(f"kegiatan-{step}" for step in (
             "siapkan", "absensi", "sajikan", "kuis", "hasil", "dokumen")))  # fmt: skip
WIDTH = 900
COLOURS = 64
DAY = datetime(2027, 3, 5, 1, 30, tzinfo=UTC)  # the same picture whenever it is drawn


class _Standing:
    """A clock that stands still."""

    def now(self) -> datetime:
        return DAY


def main() -> None:
    """Draw, shrink, and keep the pictures; those no page names any more go."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        services = build(Path(folder) / "data", _Standing())
        try:
            sample = services.sample.create()
            _real_people(services)
            drawn = {path.stem: path for path in draw_screens(services, sample.id, Path(folder))}
        finally:
            services.close()
        for old in PICTURES.glob("*.png"):
            old.unlink()
        for name in NAMES:
            _keep(drawn[name], PICTURES / f"{name}.png")
    size = sum(path.stat().st_size for path in PICTURES.glob("*.png"))
    sys.stdout.write(f"{len(NAMES)} gambar, {size // 1000} KB\n")


def _real_people(services: Services) -> None:
    """A second kegiatan with people who count, so that the list of people is not empty. All invented."""
    made = services.planning.create(
        NewKegiatan(title="Bimtek Desa Peraga", template="desa-1-hari", first_day=date(2027, 4, 9))
    )
    sample = services.sample.find()
    assert sample is not None
    for who in services.registration.of_kegiatan(sample.id, Role.PESERTA)[:9]:
        services.registration.add_known(made.id, who.person)


def _keep(drawn: Path, target: Path) -> None:
    with Image.open(drawn) as picture:
        height = round(picture.height * WIDTH / picture.width)
        small = picture.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()

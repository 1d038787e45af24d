"""`demo`: the sample day from plan to papers, into one folder."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from bimtek.app import Services
from bimtek.cli.output import say
from bimtek.cli.quiz import gain_figures
from bimtek.cli.run import Run, pass_run
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import Text, _
from bimtek.host.files import write_bytes
from bimtek.services.papers.request import PaperRequest

Result = TypeVar("Result")


class _Stages:
    """Runs the stages one after the other and keeps how many seconds each took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def run(self, name: str, title: Text, work: Callable[[], Result]) -> Result:
        began = time.perf_counter()
        result = work()
        self.seconds[name] = round(time.perf_counter() - began, 3)
        say(
            _("{title} ({seconds} detik)", title=title, seconds=f"{self.seconds[name]:.1f}".replace(".", ","))
        )
        return result


@click.command()
@click.option(
    "--keluaran",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out/demo"),
    show_default=True,
    help="Folder untuk dokumen, gambar layar, dan ringkasan.",
)
@pass_run
def demo(run: Run, target: Path) -> None:
    """Jalankan contoh satu hari bimtek di Blora, dari rencana sampai sertifikat.

    Semua orang di dalamnya rekaan. Boleh diulang: tidak ada yang menjadi ganda.
    """
    services, stages = run.services, _Stages()
    kegiatan = stages.run("rencana", _("Kegiatan disiapkan"), services.blora.open)
    peserta = stages.run("peserta", _("Peserta diimpor"), lambda: services.blora.import_people(kegiatan))
    hadir = stages.run("absensi", _("Absensi selesai"), lambda: services.blora.take_attendance(kegiatan))
    kegiatan = services.planning.get(kegiatan.id)
    percobaan = stages.run(
        "kuis", _("Pre-test dan post-test selesai"), lambda: _hold_tests(services, kegiatan)
    )
    stages.run("nomor", _("Nomor diterbitkan"), lambda: services.certificates.issue(kegiatan))
    stages.run("dokumen", _("Dokumen ditulis"), lambda: _write_papers(services, kegiatan, target))
    stages.run(
        "layar", _("Gambar layar ditulis"), lambda: run.draw_screens(services, kegiatan.id, target / "layar")
    )
    summary = {"peserta": peserta, "hadir": hadir, "percobaan": percobaan, **_figures(services, kegiatan)}
    text = json.dumps({**summary, "detik": stages.seconds}, ensure_ascii=False, indent=2)
    write_bytes(target / "ringkasan.json", text.encode())
    say(_("Selesai: {path}", path=target))
    say(_("Buka kegiatan ini dengan: python main.py --data {data}", data=run.data))


def _hold_tests(services: Services, kegiatan: Kegiatan) -> int:
    """Hold both tests; returns the number of attempts."""
    services.blora.run_tests(kegiatan)
    return sum(services.results.of_kegiatan(kegiatan.id).attempts.values())


def _write_papers(services: Services, kegiatan: Kegiatan, target: Path) -> None:
    names = {"sertifikat.pdf": "sertifikat-gabungan.pdf"}
    for offer in services.papers.offers(kegiatan):
        name = names.get(offer.file_name, offer.file_name.replace("_", "-"))
        services.papers.save(kegiatan, offer, target / name)
    services.papers.save_each(kegiatan, PaperRequest(key="sertifikat"), target / "sertifikat")


def _figures(services: Services, kegiatan: Kegiatan) -> dict[str, object]:
    gain = services.results.of_kegiatan(kegiatan.id).gain
    return {
        **gain_figures(gain),
        "sertifikat": len(services.certificates.valid(kegiatan.id, CertificateKind.SERTIFIKAT)),
        "surat_keterangan": len(services.certificates.valid(kegiatan.id, CertificateKind.SURAT_KETERANGAN)),
    }

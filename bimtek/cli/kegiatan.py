"""`kegiatan buat` and `kegiatan daftar`."""

from pathlib import Path

import click

from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.domain.formatting import date_list
from bimtek.domain.text import _
from bimtek.storage.kegiatan import KegiatanSummary


@click.group()
def kegiatan() -> None:
    """Kegiatan yang direncanakan dan yang sudah berlalu."""


@kegiatan.command("buat")
@click.argument("file", metavar="KEGIATAN.TOML", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@pass_run
def create(run: Run, file: Path, json_wanted: bool) -> None:
    """Buat kegiatan dari berkas kegiatan.toml, lengkap dengan acara, kop, dan orangnya."""
    made, people = run.services.planning.create_from_file(file)
    run.services.registration.add_all(made.id, people)
    if json_wanted:
        write_json({"id": made.id, "judul": made.title, "jp": made.jp})
    else:
        say(_("Kegiatan dibuat: {title} ({jp} JP). ID: {id}", title=made.title, jp=made.jp, id=made.id))


@kegiatan.command("daftar")
@as_json
@pass_run
def list_kegiatan(run: Run, json_wanted: bool) -> None:
    """Daftar kegiatan, yang terbaru lebih dulu."""
    found: list[KegiatanSummary] = []
    while page := run.services.planning.page(_key(found[-1]) if found else None):
        found += page
    if json_wanted:
        write_json([_row(k) for k in found])
        return
    if not found:
        say(_("Belum ada kegiatan. Buat dengan perintah: kegiatan buat KEGIATAN.TOML"))
    for k in found:
        say(_("{dates}  {title}  {count} peserta  ID: {id}",
              dates=date_list(k.dates), title=k.title, count=k.participants, id=k.id))  # fmt: skip


def _key(summary: KegiatanSummary) -> tuple[str, str]:
    return (min(summary.dates).isoformat() if summary.dates else "", summary.id)


def _row(k: KegiatanSummary) -> dict[str, object]:
    return {
        "id": k.id,
        "judul": k.title,
        "singkatan": k.short,
        "tanggal": [day.isoformat() for day in k.dates],
        "tempat": k.place,
        "peserta": k.participants,
        "contoh": k.sample,
    }

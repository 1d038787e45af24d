"""`cadangkan` and `pulihkan`."""

from pathlib import Path

import click

from bimtek.cli.output import say
from bimtek.cli.run import Run, pass_run
from bimtek.domain.clock import SystemClock
from bimtek.domain.errors import FileTroubleError
from bimtek.domain.text import _
from bimtek.host.data_folder import DataFolder
from bimtek.host.lock import FolderLock
from bimtek.services.backup import backups_in
from bimtek.services.recovery import restore


@click.command()
@click.argument("target", metavar="[TUJUAN]", required=False, type=click.Path(path_type=Path))
@pass_run
def cadangkan(run: Run, target: Path | None) -> None:
    """Buat cadangan; TUJUAN adalah folder atau berkas .btkbak, misalnya di flashdisk."""
    backup = run.services.backup
    if target is None:
        made = backup.now(_("diminta"))
        say(_("Cadangan dibuat dan sudah diperiksa: {path}", path=made.path))
        return
    contents = backup.export(target)
    say(_("Cadangan dibuat dan sudah diperiksa: {count} kegiatan, {people} orang.",
          count=len(contents.titles), people=contents.counts["orang"]))  # fmt: skip


@click.command()
@click.argument("source", metavar="[CADANGAN]", required=False, type=click.Path(path_type=Path))
@click.option("--ya", is_flag=True, help="Jangan bertanya lagi.")
@pass_run
def pulihkan(run: Run, source: Path | None, ya: bool) -> None:
    """Kembali ke sebuah cadangan; data yang sekarang disimpan di folder cadangan."""
    if source is None:
        _list(run)
        return
    folder = DataFolder(run.data)
    folder.create()
    lock = FolderLock(folder.lock)
    run.closers.append(lock.release)
    if not source.is_file():
        raise FileTroubleError(_("Berkas cadangan tidak ditemukan."), advice=_("Periksa nama berkasnya."))
    if not (ya or _agreed()):
        raise click.Abort
    restored = restore(source, folder, SystemClock())
    say(_("Data dipulihkan: {count} kegiatan, {people} orang.",
          count=len(restored.contents.titles), people=restored.contents.counts["orang"]))  # fmt: skip
    if restored.kept is not None:
        say(_("Data sebelumnya disimpan di folder cadangan sebagai {name}.", name=restored.kept.name))


def _agreed() -> bool:
    asked = str(_("Ganti data yang sekarang dengan cadangan ini? [ya/tidak]"))
    return click.prompt(asked, default="tidak", show_default=False).strip().lower() in ("ya", "y")


def _list(run: Run) -> None:
    backups = backups_in(DataFolder(run.data))  # also when the data itself is damaged
    if not backups:
        say(_("Belum ada cadangan. Buat dengan perintah: cadangkan"))
    for info in backups:
        say(_("{at}  {reason}  {count} kegiatan  {path}", at=f"{info.made_at.astimezone():%Y-%m-%d %H:%M}",
              reason=info.reason, count=len(info.contents.titles), path=info.path))  # fmt: skip

"""The root command: `bimtek [--data DIR] [perintah]`; without a command the window opens."""

from pathlib import Path

import click

from bimtek import __version__
from bimtek.cli.click_words import label_usage, speak_indonesian
from bimtek.cli.output import BimtekGroup
from bimtek.cli.run import Run, Screens, Window
from bimtek.host.paths import default_data_folder


@click.group(cls=BimtekGroup, invoke_without_command=True)
@click.version_option(
    __version__, prog_name="Bimtek", message="%(prog)s %(version)s", help="Tampilkan versi."
)
@click.option(
    "--data",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder data yang dipakai.",
)
@click.pass_context
def root(ctx: click.Context, data: Path | None) -> None:
    """Bimtek: kegiatan bimbingan teknis dari rencana sampai sertifikat, tanpa internet.

    Tanpa perintah, jendela Bimtek terbuka.
    """
    window, screens = ctx.obj
    run = ctx.obj = Run(data or default_data_folder(), screens)
    ctx.call_on_close(run.close)
    if ctx.invoked_subcommand is None:
        ctx.exit(window(run.data))


def run_command(arguments: list[str], window: Window, screens: Screens) -> None:
    """Run the command line; leaves the process with its exit code."""
    speak_indonesian()
    _add_commands()
    label_usage(root)
    root.main(arguments, prog_name="bimtek", obj=(window, screens))


def _add_commands() -> None:
    from bimtek.cli import backup, channels, demo, kegiatan, law, modules, papers, people, quiz

    for command in (
        demo.demo,
        modules.modul,
        law.hukum,
        channels.kanal,
        kegiatan.kegiatan,
        people.peserta,
        people.hadir,
        quiz.kuis,
        papers.cetak,
        backup.cadangkan,
        backup.pulihkan,
    ):
        root.add_command(command)

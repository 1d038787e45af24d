"""`cetak …`: papers as files, ready for the printer."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from bimtek.app import Services
from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.documents.base import Fix
from bimtek.domain.errors import NotFoundError, RefusedError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.services.papers.request import PaperOffer, PaperRequest

target_option = click.option(
    "--keluaran",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Folder tujuan; bawaannya folder dokumen kegiatan.",
)
each_option = click.option(
    "--satu-per-orang", "each", is_flag=True, help="Tulis juga satu berkas tiap orang."
)
issue_option = click.option(
    "--terbitkan", "issue", is_flag=True, help="Terbitkan dulu nomor bagi yang berhak dan belum punya."
)


@click.group()
def cetak() -> None:
    """Tulis dokumen sebagai berkas PDF atau Excel."""


@cetak.command("daftar-hadir")
@click.argument("kegiatan", metavar="KEGIATAN")
@target_option
@as_json
@pass_run
def attendance_lists(run: Run, kegiatan: str, target: Path | None, json_wanted: bool) -> None:
    """Daftar hadir tiap sesi dan tiap peran."""
    found = run.services.planning.find(kegiatan)
    _tell(_save(run.services, found, target, lambda key: key == "daftar-hadir"), json_wanted)


def _numbered(key: str, words: str) -> click.Command:
    """The command of a paper whose copies have numbers; `words` are its help."""

    @click.command(key, help=words)
    @click.argument("kegiatan", metavar="KEGIATAN")
    @issue_option
    @each_option
    @target_option
    @as_json
    @pass_run
    def command(
        run: Run, kegiatan: str, issue: bool, each: bool, target: Path | None, json_wanted: bool
    ) -> None:
        _print_numbered(run.services, kegiatan, key, issue, each, target, json_wanted)

    return command


cetak.add_command(_numbered("sertifikat", "Sertifikat, depan dan belakang."))
cetak.add_command(_numbered("surat-keterangan", "Surat keterangan bagi yang mengikuti sebagian."))


@cetak.command("kartu-kanal")
@target_option
@as_json
@pass_run
def channel_cards(run: Run, target: Path | None, json_wanted: bool) -> None:
    """Delapan kartu saku dan satu poster kanal bantuan; hanya nomor yang baru diperiksa."""
    from bimtek.host.files import write_bytes

    services = run.services
    for problem in services.sheets.channel_problems():
        click.echo(problem.message, err=True)
    path = (target or services.folder.papers) / "kartu_kanal.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, services.sheets.channel_cards())
    _tell([path], json_wanted)


@cetak.command("semua")
@click.argument("kegiatan", metavar="KEGIATAN")
@issue_option
@target_option
@as_json
@pass_run
def everything(run: Run, kegiatan: str, issue: bool, target: Path | None, json_wanted: bool) -> None:
    """Semua dokumen yang dapat dibuat sekarang."""
    found = run.services.planning.find(kegiatan)
    if issue:
        _issue(run.services, found)
    _tell(_save(run.services, found, target, lambda key: True, skip_blocked=True), json_wanted)


def _print_numbered(
    services: Services,
    kegiatan: str,
    key: str,
    issue: bool,
    each: bool,
    target: Path | None,
    json_wanted: bool,
) -> None:
    found = services.planning.find(kegiatan)
    if issue:
        _issue(services, found)
    paths = _save(services, found, target, lambda offered: offered == key)
    if not paths:
        raise NotFoundError(
            _("Belum ada nomor yang diterbitkan untuk dokumen ini."),
            advice=_("Tambahkan --terbitkan untuk menerbitkan nomornya."),
        )
    if each:
        folder = target / key if target else None
        paths += services.papers.save_each(found, PaperRequest(key=key), folder)
    _tell(paths, json_wanted)


def _issue(services: Services, kegiatan: Kegiatan) -> None:
    """Give out numbers; what only warns is said, and a number that is taken names the command that helps."""
    problems = services.certificates.problems(kegiatan)
    for problem in problems:
        if not problem.blocking:
            click.echo(problem.message, err=True)
    try:
        services.certificates.issue(kegiatan)
    except RefusedError as error:
        named = next((problem.fix for problem in problems if problem.blocking), None)
        if named not in (Fix.NUMBER, Fix.FIRST_NUMBER, Fix.FIRST_STATEMENT):
            raise
        advice = _("Ubah dengan perintah: kegiatan nomor {id}", id=kegiatan.id)
        raise replace(error, advice=advice) from error


def _save(
    services: Services,
    kegiatan: Kegiatan,
    target: Path | None,
    wanted: Callable[[str], bool],
    *,
    skip_blocked: bool = False,
) -> list[Path]:
    offers = [offer for offer in services.papers.offers(kegiatan) if wanted(offer.request.key)]
    paths = [_save_one(services, kegiatan, offer, target, skip_blocked) for offer in offers]
    return [path for path in paths if path is not None]


def _save_one(
    services: Services, kegiatan: Kegiatan, offer: PaperOffer, target: Path | None, skip_blocked: bool
) -> Path | None:
    problems = services.papers.problems(kegiatan, offer.request)
    for problem in problems:
        click.echo(f"{offer.name}: {problem.message}", err=True)
    if skip_blocked and any(problem.blocking for problem in problems):
        return None
    return services.papers.save(kegiatan, offer, target / offer.file_name if target else None)


def _tell(paths: list[Path], json_wanted: bool) -> None:
    if json_wanted:
        write_json([str(path) for path in paths])
        return
    for path in paths:
        say(_("Ditulis: {path}", path=path))

"""`modul daftar` and `modul periksa`."""

from pathlib import Path

import click

from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.content.problems import Problem, Severity
from bimtek.domain.text import _


@click.group()
def modul() -> None:
    """Modul pelatihan yang terpasang."""


@modul.command("daftar")
@as_json
@pass_run
def list_modules(run: Run, json_wanted: bool) -> None:
    """Daftar modul yang dapat dipakai."""
    library = run.services.library
    modules = library.modules()
    if json_wanted:
        rows = [{"id": m.id, "versi": m.version, "judul": m.title, "jp": m.jp} for m in modules]
        write_json(rows)
        return
    for module in modules:
        say(_("{id} {version}  {title} ({jp} JP, {slides} slide, {questions} soal)",
              id=module.id, version=module.version, title=module.title, jp=module.jp,
              slides=len(module.slides), questions=len(module.questions)))  # fmt: skip
    for broken in library.broken():
        say(_("{name} belum dapat dipakai: {count} masalah. Lihat: modul periksa {folder}",
              name=broken.id, count=len(broken.problems), folder=broken.folder))  # fmt: skip


@modul.command("periksa")
@click.argument(
    "folder",
    required=False,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="[FOLDER]",
)
@as_json
@pass_run
def check_modules(run: Run, folder: Path | None, json_wanted: bool) -> None:
    """Periksa satu folder modul, atau semua modul; setiap masalah disebut dengan berkas dan barisnya."""
    from bimtek.host.data_folder import DataFolder
    from bimtek.host.paths import shipped_modules
    from bimtek.services.library import ModuleLibrary

    # Needs no data file: authors run it on folders, and two checks may run at once.
    library = ModuleLibrary([shipped_modules(), DataFolder(run.data).modules])
    folders = [folder] if folder else library.folders()
    found = {one: library.check(one) for one in folders}
    if json_wanted:
        write_json([_row(one, problem) for one, problems in found.items() for problem in problems])
    else:
        for one, problems in found.items():
            _report(one, problems)
    if any(p.severity is Severity.SALAH for problems in found.values() for p in problems):
        raise SystemExit(1)


def _row(folder: Path, problem: Problem) -> dict[str, object]:
    return {
        "modul": folder.name,
        "berkas": problem.file,
        "baris": problem.line,
        "berat": problem.severity.value,
        "pesan": str(problem.message),
    }


def _report(folder: Path, problems: list[Problem]) -> None:
    for problem in problems:
        click.echo(f"{folder.name}/{problem}")
    if problems:
        say(_("{name}: {count} hal perlu dilihat.", name=folder.name, count=len(problems)))
    else:
        say(_("{name}: tidak ada masalah.", name=folder.name))

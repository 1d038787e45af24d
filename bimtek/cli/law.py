"""`hukum periksa`, `hukum cari` and `hukum cakupan`."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.domain.text import _

if TYPE_CHECKING:
    from bimtek.domain.law_book import Norm
    from bimtek.domain.law_use import Finding, Use
    from bimtek.services.law import LawLibrary


@click.group()
def hukum() -> None:
    """Paket hukum yang menjadi dasar modul."""


def _laws(run: Run) -> "LawLibrary":
    # Needs no data file: it is run on a fresh checkout, and beside an open window.
    from bimtek.domain.clock import SystemClock
    from bimtek.host.data_folder import DataFolder
    from bimtek.host.paths import asset, shipped_modules
    from bimtek.services.law import LawLibrary
    from bimtek.services.library import ModuleLibrary

    folder = DataFolder(run.data)
    modules = ModuleLibrary([shipped_modules(), folder.modules])
    return LawLibrary([asset("hukum"), folder.laws], modules, SystemClock())


@hukum.command("periksa")
@as_json
@pass_run
def check_laws(run: Run, json_wanted: bool) -> None:
    """Periksa paket hukum; setiap masalah disebut dengan berkas dan barisnya."""
    laws = _laws(run)
    found = laws.problems()
    if json_wanted:
        write_json([
            {"folder": str(folder), "berkas": one.file, "baris": one.line, "pesan": str(one.message)}
            for folder, problems in found.items() for one in problems
        ])  # fmt: skip
    else:
        for folder, problems in found.items():
            for problem in problems:
                click.echo(f"{folder.parent.name}/{folder.name}/{problem}")
        book, count = laws.book(), sum(map(len, found.values()))
        say(_("{laws} peraturan, {norms} norma, {count} masalah.",
              laws=len(book.laws), norms=len(book.norms), count=count))  # fmt: skip
    if not found or any(found.values()):
        raise SystemExit(1)


@hukum.command("cari")
@click.argument("kata", nargs=-1, required=True, metavar="KATA...")
@as_json
@pass_run
def search_laws(run: Run, kata: tuple[str, ...], json_wanted: bool) -> None:
    """Cari norma dengan awal kata, misalnya: hukum cari pasal 14 tpks."""
    laws = _laws(run)
    found, today = laws.search(" ".join(kata)), laws.today()
    if json_wanted:
        write_json([{**_row(norm), "status": norm.status_on(today).value} for norm in found])
        return
    for norm in found:
        say(_("{id}  {citation}: {title} ({status}, kepastian {certainty})",
              id=norm.id, citation=norm.citation, title=norm.title,
              status=norm.status_on(today).value, certainty=norm.certainty.value))  # fmt: skip
    if not found:
        say(_("Tidak ada norma yang memuat kata itu."))


@hukum.command("cakupan")
@as_json
@pass_run
def coverage(run: Run, json_wanted: bool) -> None:
    """Periksa setiap rujukan hukum di slide, catatan, soal, dan kartu modul."""
    from bimtek.domain.law_use import Trouble

    found = _laws(run).coverage()
    counts = Counter(finding.trouble for _use, finding in found.findings)
    if json_wanted:
        write_json({
            "rujukan": sum(len(use.cited) for use in found.uses),
            "norma": sorted(found.taught),
            "masalah": [_trouble(use, finding) for use, finding in found.findings],
        })  # fmt: skip
    else:
        for use, finding in found.findings:
            click.echo(_sentence(use, finding))
        cited = sum(len(use.cited) for use in found.uses)
        say(_("{cited} rujukan di {uses} slide, soal, dan kartu; {norms} norma dipakai.",
              cited=cited, uses=len(found.uses), norms=len(found.taught)))  # fmt: skip
        say(_("Tidak ditemukan: {dangling}. Belum pasti: {open}.",
              dangling=counts[Trouble.DANGLING], open=counts[Trouble.OPEN]))  # fmt: skip
        say(_("Tidak berlaku: {lapsed}. Bukan untuk soal: {no_key}.",
              lapsed=counts[Trouble.LAPSED], no_key=counts[Trouble.NO_KEY]))  # fmt: skip
    if found.findings:
        raise SystemExit(1)


def _row(norm: "Norm") -> dict[str, object]:
    return {
        "id": norm.id,
        "rujukan": str(norm.reference),
        "kutipan": norm.citation,
        "judul": norm.title,
        "isi": norm.says,
        "kepastian": norm.certainty.value,
    }


def _trouble(use: "Use", finding: "Finding") -> dict[str, object]:
    return {
        "modul": use.module,
        "bagian": use.part.value,
        "kunci": use.key,
        "berkas": use.file,
        "baris": use.line,
        "rujukan": finding.cited.written,
        "masalah": finding.trouble.value,
        "norma": finding.norm.id if finding.norm else "",
    }


def _sentence(use: "Use", finding: "Finding") -> str:
    place = f"{use.module}/{use.file}:{use.line}" if use.file else use.module
    meant = f" ({finding.norm.id})" if finding.norm else ""
    return f"{place}: {use.part} {use.key}: {finding.cited.written}: {finding.trouble}{meant}"

"""`kegiatan buat`, `kegiatan daftar` and `kegiatan nomor`."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bimtek.app import Services
from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.documents.base import Fix
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.certificate_number import rule_of
from bimtek.domain.formatting import date_list
from bimtek.domain.kegiatan import Kegiatan, NumberRule
from bimtek.domain.names import clean
from bimtek.domain.text import _
from bimtek.storage.summaries import KegiatanSummary


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
    while page := run.services.overview.page(_key(found[-1]) if found else None):
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


_NUMBER_FIXES = (Fix.NUMBER, Fix.FIRST_NUMBER, Fix.FIRST_STATEMENT, Fix.CODE)
_SCOPES = click.Choice(["kegiatan", "tahun", "semua"])
_FIRST = click.IntRange(min=1)


@kegiatan.command("nomor")
@click.argument("name", metavar="KEGIATAN")
@click.option(
    "--pola", metavar="POLA", help="Pola nomor sertifikat, misalnya {urut:3}/{kode_kegiatan}/{thn}."
)
@click.option("--mulai", metavar="ANGKA", type=_FIRST, help="Nomor pertama sertifikat.")
@click.option("--urutan", type=_SCOPES, help="Urutan sertifikat mulai lagi per kegiatan, tahun, atau tidak.")
@click.option("--pola-surat", metavar="POLA", help="Pola nomor surat keterangan.")
@click.option("--mulai-surat", metavar="ANGKA", type=_FIRST, help="Nomor pertama surat keterangan.")
@click.option("--urutan-surat", type=_SCOPES, help="Urutan surat keterangan.")
@click.option("--kode", metavar="KODE", help="Kode kegiatan.")
@click.option("--klasifikasi", metavar="KODE", help="Klasifikasi arsip, misalnya 400.2.")
@click.option("--kode-instansi", metavar="KODE", help="Kode instansi.")
@as_json
@pass_run
def numbers(run: Run, /, name: str, json_wanted: bool, **given: Any) -> None:
    """Lihat nomor berikutnya, atau ubah pola, kode, dan nomor pertamanya."""
    services = run.services
    found = services.planning.find(name)
    if any(value is not None for value in given.values()):
        changed = _numbered(found, given)
        for kind in CertificateKind:  # a pattern that is not understood is refused before it is stored
            services.certificates.next_number(changed, kind)
        rules = changed.certificate_numbers, changed.statement_numbers
        services.planning.set_numbers(changed, *rules).result()
        found = services.planning.get(found.id)
    _tell_numbers(services, found, json_wanted)


def _numbered(kegiatan: Kegiatan, given: dict[str, Any]) -> Kegiatan:
    def text(key: str, now: str) -> str:
        return now if given[key] is None else clean(given[key])

    def rule(now: NumberRule, ending: str) -> NumberRule:
        return NumberRule(
            pattern=text(f"pola{ending}", now.pattern),
            start=given[f"mulai{ending}"] or now.start,
            scope=given[f"urutan{ending}"] or now.scope,
        )

    return replace(
        kegiatan,
        certificate_numbers=rule(kegiatan.certificate_numbers, ""),
        statement_numbers=rule(kegiatan.statement_numbers, "_surat"),
        code=text("kode", kegiatan.code),
        classification=text("klasifikasi", kegiatan.classification),
        office_code=text("kode_instansi", kegiatan.office_code),
    )


def _tell_numbers(services: Services, kegiatan: Kegiatan, json_wanted: bool) -> None:
    problems = [p for p in services.certificates.problems(kegiatan) if p.fix in _NUMBER_FIXES]
    following = {kind: services.certificates.next_number(kegiatan, kind) for kind in CertificateKind}
    if json_wanted:
        rules = {kind.value.replace("-", "_"): rule_of(kegiatan, kind) for kind in CertificateKind}
        write_json(
            {
                "kode": kegiatan.code,
                "klasifikasi": kegiatan.classification,
                "kode_instansi": kegiatan.office_code,
                "nomor": {
                    k: {"pola": r.pattern, "mulai": r.start, "urutan": r.scope} for k, r in rules.items()
                },
                "berikutnya": {kind.value.replace("-", "_"): text for kind, text in following.items()},
                "masalah": [{"pesan": str(p.message), "menghalangi": p.blocking} for p in problems],
            }
        )
        return
    say(_("Sertifikat berikutnya: {number}", number=following[CertificateKind.SERTIFIKAT]))
    say(_("Surat keterangan berikutnya: {number}", number=following[CertificateKind.SURAT_KETERANGAN]))
    for problem in problems:
        said = problem.message
        say(_("Perbaiki dulu: {said}", said=said) if problem.blocking else _("Perhatikan: {said}", said=said))

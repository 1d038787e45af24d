"""`peserta impor` and `hadir`."""

from pathlib import Path

import click

from bimtek.app import Services
from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.domain.attendance import Mark, Status
from bimtek.domain.errors import NotFoundError
from bimtek.domain.formatting import folded
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Participation, Role
from bimtek.domain.roster import report
from bimtek.domain.text import _


@click.group()
def peserta() -> None:
    """Orang-orang di sebuah kegiatan."""


@peserta.command("impor")
@click.argument("kegiatan", metavar="KEGIATAN")
@click.argument("file", metavar="BERKAS", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--lembar",
    "sheet",
    metavar="NAMA",
    default="",
    help="Nama lembar; bawaannya lembar yang tampak berisi daftar.",
)
@click.option("--lihat", "look_only", is_flag=True, help="Tampilkan pratinjau saja, jangan simpan.")
@as_json
@pass_run
def import_people(
    run: Run, kegiatan: str, file: Path, sheet: str, look_only: bool, json_wanted: bool
) -> None:
    """Impor peserta dari Excel, LibreOffice, CSV, atau teks; setiap baris dilaporkan."""
    importing = run.services.importing
    found = run.services.planning.find(kegiatan)
    preview = importing.preview_file(file, found.id, sheet)
    imported = 0 if look_only else importing.accept(found.id, preview).added
    if json_wanted:
        write_json({"diimpor": imported, "rincian": [list(map(str, row)) for row in report.details(preview)]})
        return
    for row in (*report.summary(preview), *report.details(preview)):
        click.echo("  ".join(map(str, row)))
    say(_("{count} orang ditambahkan.", count=imported))


@click.command()
@click.argument("kegiatan", metavar="KEGIATAN")
@click.argument("who", metavar="[KODE ATAU NAMA]...", nargs=-1)
@click.option("--sesi", "label", metavar="LABEL", help="Label sesi, misalnya Pagi; bawaannya sesi pertama.")
@click.option("--semua", "everybody", is_flag=True, help="Tandai semua orang hadir.")
@as_json
@pass_run
def hadir(
    run: Run, kegiatan: str, who: tuple[str, ...], label: str | None, everybody: bool, json_wanted: bool
) -> None:
    """Tandai kehadiran, atau tanpa nama: tampilkan siapa yang sudah hadir."""
    services = run.services
    found = services.planning.find(kegiatan)
    session = _session(found, label)
    people = services.registration.of_kegiatan(found.id)
    there = {who for who, marks in services.attendance.marks(found.id).items() if _present(marks, session)}
    chosen = people if everybody else [_one(people, text) for text in who]
    chosen = [p for p in chosen if p.id not in there]  # their arrival, and leaving early, stays as noted
    for done in [services.attendance.check_in(p, session.id, consent=True) for p in chosen]:
        done.result()
    _tell(services, found, session, json_wanted)


def _present(marks: dict[str, Mark], session: Session) -> bool:
    return session.id in marks and marks[session.id].status is Status.HADIR


def _session(kegiatan: Kegiatan, label: str | None) -> Session:
    for session in kegiatan.sessions:
        if label is None or folded(session.label) == folded(label):
            return session
    raise NotFoundError(
        _("Sesi “{label}” tidak ada.", label=label or ""),
        advice=_("Sesi yang ada: {labels}.", labels=", ".join(s.label for s in kegiatan.sessions)),
    )


def _one(people: list[Participation], text: str) -> Participation:
    found = [p for p in people if p.code == text.upper() or folded(p.person.name.full) == folded(text)]
    found = found or [p for p in people if folded(p.person.name.name) == folded(text)]
    if len(found) == 1:
        return found[0]
    raise NotFoundError(
        _("“{text}” cocok dengan {count} orang.", text=text, count=len(found)),
        advice=_("Pakai kode empat huruf di slip orang itu."),
    )


def _tell(services: Services, kegiatan: Kegiatan, session: Session, json_wanted: bool) -> None:
    board = services.attendance.board(kegiatan.id, session.id, Role.PESERTA)
    if json_wanted:
        names = [line.participation.person.name.full for line in board.lines if line.present]
        write_json(
            {"sesi": session.label, "hadir": board.present.total, "dari": board.expected, "nama": names}
        )
        return
    say(_("{label}: {present} dari {expected} peserta hadir (L {male}, P {female}).",
          label=session.label, present=board.present.total, expected=board.expected,
          male=board.present.male, female=board.present.female))  # fmt: skip

"""`peserta impor` and `hadir`."""

from dataclasses import replace
from pathlib import Path

import click

from bimtek.app import Services
from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.domain.attendance import Mark, Status, attendance_closed
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
@click.option("--buka-lagi", "reopen", is_flag=True, help="Buka dulu absensi sesi yang sudah ditutup.")
@click.option("--tutup", "close", is_flag=True, help="Tutup absensi sesi sesudahnya; cadangan dibuat.")
@as_json
@pass_run
def hadir(
    run: Run,
    kegiatan: str,
    who: tuple[str, ...],
    label: str | None,
    everybody: bool,
    reopen: bool,
    close: bool,
    json_wanted: bool,
) -> None:
    """Tandai kehadiran, atau tanpa nama: tampilkan siapa yang sudah hadir."""
    services = run.services
    found = services.planning.find(kegiatan)
    session = _session(found, label)
    arrived = _arrived(services, found, session, who, everybody=everybody)
    if session.closed_at and arrived and not reopen:
        advice = _("Ulangi dengan --buka-lagi, dan --tutup untuk menutupnya lagi.")
        raise replace(attendance_closed(session.label), advice=advice)
    if session.closed_at and reopen:
        services.attendance.reopen_session(found.id, session.id)
    for done in [services.attendance.check_in(p, session.id, consent=True) for p in arrived]:
        done.result()
    if close:
        services.attendance.close_session(found.id, session.id)
    _tell(services, found, session, json_wanted)


def _arrived(
    services: Services, kegiatan: Kegiatan, session: Session, who: tuple[str, ...], *, everybody: bool
) -> list[Participation]:
    """Those named who are not there yet: the arrival of the others, and leaving early, stays as noted."""
    people = services.registration.of_kegiatan(kegiatan.id)
    marks = services.attendance.marks(kegiatan.id)
    chosen = people if everybody else [_one(people, text) for text in who]
    return [p for p in chosen if not _present(marks.get(p.id, {}), session)]


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
            {
                "sesi": session.label,
                "ditutup": bool(board.session.closed_at),
                "hadir": board.present.total,
                "dari": board.expected,
                "nama": names,
            }
        )
        return
    say(_("{label}: {present} dari {expected} peserta hadir (L {male}, P {female}).",
          label=session.label, present=board.present.total, expected=board.expected,
          male=board.present.male, female=board.present.female))  # fmt: skip
    if board.session.closed_at:
        say(_("Absensi {label} sudah ditutup.", label=session.label))

"""`kanal` and `kanal periksa`."""

from typing import TYPE_CHECKING

import click

from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.domain.formatting import date_text
from bimtek.domain.text import _

if TYPE_CHECKING:
    from bimtek.domain.channels import Standing


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def kanal(context: click.Context, json_wanted: bool) -> None:
    """Kanal bantuan dan aduan: daftar, umur, dan status tiap nomor."""
    if context.invoked_subcommand is not None:
        return
    run = context.find_object(Run)
    assert run is not None
    standings = run.services.channels.book().standings
    if json_wanted:
        write_json([_row(one) for one in standings])
        return
    for one in standings:
        say(
            _("{id}  {name}: {value} ({state})",
              id=one.channel.id, name=one.channel.name, value=one.channel.value or "–", state=_state(one))
        )  # fmt: skip
    fresh = sum(one.may_show for one in standings)
    say(_("{count} kanal, {fresh} boleh dicetak hari ini.", count=len(standings), fresh=fresh))


@kanal.command("periksa")
@as_json
@pass_run
def check_channels(run: Run, json_wanted: bool) -> None:
    """Periksa paket kanal; setiap masalah disebut dengan berkas dan barisnya."""
    # Needs no data file: it is run on a fresh checkout, and beside an open window.
    from bimtek.content.channel_pack import ChannelPacks
    from bimtek.host.data_folder import DataFolder
    from bimtek.host.paths import asset

    packs = ChannelPacks([asset("kanal.toml"), DataFolder(run.data).channels])
    found = packs.problems()
    if json_wanted:
        write_json([
            {"folder": str(path.parent), "berkas": one.file, "baris": one.line, "pesan": str(one.message)}
            for path, problems in found.items() for one in problems
        ])  # fmt: skip
    else:
        for path, problems in found.items():
            for problem in problems:
                click.echo(f"{path.parent.name}/{problem}")
        count = sum(map(len, found.values()))
        say(_("{channels} kanal, {count} masalah.", channels=len(packs.channels()), count=count))
    if any(found.values()):
        raise SystemExit(1)


def _state(one: "Standing") -> str:
    if one.verified_on is None:
        return one.state.value
    return f"{one.state.value}, {date_text(one.verified_on)}, {one.age} hari"


def _row(one: "Standing") -> dict[str, object]:
    return {
        "id": one.channel.id,
        "nama": one.channel.name,
        "jenis": one.channel.kind.value,
        "nilai": one.channel.value,
        "wilayah": one.channel.region,
        "sendiri": one.channel.own,
        "status": one.state.value,
        "diperiksa": one.verified_on.isoformat() if one.verified_on else None,
        "umur_hari": one.age,
        "boleh_cetak": one.may_show,
    }

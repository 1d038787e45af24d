"""`kuis nilai`: what was learned."""

import click

from bimtek.cli.output import as_json, say, write_json
from bimtek.cli.run import Run, pass_run
from bimtek.domain.errors import RefusedError
from bimtek.domain.formatting import number
from bimtek.domain.score import GroupGain, gain_class
from bimtek.domain.text import _
from bimtek.services.results import PersonResult


@click.group()
def kuis() -> None:
    """Pre-test dan post-test."""


@kuis.command("nilai")
@click.argument("kegiatan", metavar="KEGIATAN")
@click.option("--perorangan", is_flag=True, help="Sertakan nilai tiap orang; meminta PIN bila ada.")
@as_json
@pass_run
def scores(run: Run, kegiatan: str, perorangan: bool, json_wanted: bool) -> None:
    """Nilai rata-rata sebelum dan sesudah, dan N-gain kelompok."""
    services = run.services
    found = services.planning.find(kegiatan)
    if perorangan and services.pin.is_set:
        _ask_pin(run)
    results = services.results.of_kegiatan(found.id)
    people = results.people if perorangan else ()
    if json_wanted:
        write_json({**gain_figures(results.gain), "orang": [_row(p) for p in people]})
        return
    _say_gain(results.gain)
    for person in people:
        say(_("{name}: {pre} → {post}", name=person.participation.person.name.full,
              pre=_shown(person.pre), post=_shown(person.post)))  # fmt: skip


def _ask_pin(run: Run) -> None:
    if not run.services.pin.check(click.prompt("PIN", hide_input=True)):
        raise RefusedError(_("PIN belum cocok."), advice=_("Ketik PIN panitia sekali lagi."))


def gain_figures(gain: GroupGain) -> dict[str, object]:
    """What a group learned, as programs read it: means 0 to 100, gains as fractions."""
    return {
        "pasangan": gain.pairs,
        "rata_pre": _hundred(gain.mean_pre),
        "rata_post": _hundred(gain.mean_post),
        "n_gain": gain.gain_of_means,
        "n_gain_rerata": gain.mean_gain,
    }


def _say_gain(gain: GroupGain) -> None:
    if not gain.pairs:
        say(_("Belum ada peserta yang punya nilai pre-test dan post-test."))
        return
    say(_("Rata-rata pre-test {pre}, post-test {post}, dari {pairs} orang dengan dua nilai.",
          pre=_shown(gain.mean_pre), post=_shown(gain.mean_post), pairs=gain.pairs))  # fmt: skip
    if gain.gain_of_means is None:
        say(_("N-gain tidak dapat dihitung karena nilai pre-test sudah penuh."))
        return
    say(_("N-gain dari rata-rata {gain} ({word}).",
          gain=number(gain.gain_of_means, 2), word=gain_class(gain.gain_of_means).value))  # fmt: skip


def _row(person: PersonResult) -> dict[str, object]:
    return {
        "nama": person.participation.person.name.full,
        "pre": _hundred(person.pre),
        "post": _hundred(person.post),
        "n_gain": person.gain,
    }


def _hundred(fraction: float | None) -> float | None:
    return None if fraction is None else fraction * 100


def _shown(fraction: float | None) -> str:
    return "—" if fraction is None else number(fraction * 100, 1)

"""How commands speak: sentences for people, JSON for programs, errors on stderr."""

import json
from typing import Any

import click

from bimtek.domain.errors import BimtekError
from bimtek.domain.text import Text, indonesian

as_json = click.option("--json", "json_wanted", is_flag=True, help="Tulis sebagai JSON untuk program lain.")


def say(text: Text) -> None:
    """Write a sentence to stdout."""
    click.echo(text.render(indonesian))


def write_json(value: Any) -> None:
    """Write one JSON value to stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


class BimtekGroup(click.Group):
    """Turns every BimtekError into readable lines on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BimtekError as error:
            raise click.ClickException(_sentences(error)) from error


def _sentences(error: BimtekError) -> str:
    parts = (error.what, error.data_safe, error.advice)
    return "\n".join(part.render(indonesian) for part in parts if part)

"""Indonesian for the words that click itself writes.

click takes them from the process-wide gettext domain, which belongs to whoever embeds it; a table
of the few sentences our commands can show is put in their place instead.
"""

import importlib
from typing import Any

import click

_WORDS = {
    "Usage:": "Cara pakai:",
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Error: {message}": "{message}",
    "Aborted!": "Dihentikan.",
    "Missing argument": "Belum ada isi untuk",
    "Missing option": "Belum ada pilihan",
    "Missing parameter": "Belum ada isi untuk",
    "Missing {param_type}": "Belum ada {param_type}",
    "Missing command.": "Perintahnya belum ditulis.",
    "No such command {name!r}.": "Perintah {name!r} tidak ada.",
    "No such option {name!r}.": "Pilihan {name!r} tidak ada.",
    "No such option: {name}": "Pilihan {name} tidak ada.",
    "Did you mean {possibility}?": "Maksud Anda {possibility}?",
    "Got unexpected extra argument ({args})": "Ada isi yang tidak dikenal: {args}",
    "Got unexpected extra arguments ({args})": "Ada isi yang tidak dikenal: {args}",
    "Invalid value: {message}": "Isi belum sesuai: {message}",
    "Invalid value for {param_hint}: {message}": "Isi {param_hint} belum sesuai: {message}",
    "Option {name!r} does not take a value.": "Pilihan {name!r} tidak memakai isi.",
    "Option {name!r} requires an argument.": "Pilihan {name!r} memerlukan isi.",
    "Choose from:\n\t{choices}": "Pilih salah satu:\n\t{choices}",
    "{value!r} is not one of {choices}.": "{value!r} bukan salah satu dari {choices}.",
    "{value!r} is not one of {choice}.": "{value!r} bukan {choice}.",
    "{value!r} is not a valid {number_type}.": "{value!r} bukan angka.",
    "{value} is not in the range {range}.": "{value} di luar {range}.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
    "{name} {filename!r} is a directory.": "{filename!r} adalah folder, bukan berkas.",
    "{name} {filename!r} is a file.": "{filename!r} adalah berkas, bukan folder.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} tidak dapat dibaca.",
    "file": "berkas",
    "File": "Berkas",
    "directory": "folder",
    "Directory": "Folder",
    "path": "berkas",
    "Path": "Berkas",
    "default: {default}": "bawaan: {default}",
    "Show this message and exit.": "Tampilkan keterangan ini.",
    "Try '{command} {option}' for help.": "Lihat cara pakainya dengan: {command} {option}",
}
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types", "termui", "utils")


def _say(message: str) -> str:
    return _WORDS.get(message, message)


def _say_count(singular: str, plural: str, count: int) -> str:
    return _say(singular if count == 1 else plural)


def speak_indonesian() -> None:
    """Let click's own messages be Indonesian, and a mistyped command an error like any other."""
    click.UsageError.exit_code = 1
    for name in _MODULES:
        module: Any = importlib.import_module(f"click.{name}")
        if hasattr(module, "_"):
            module._ = _say
        if hasattr(module, "ngettext"):
            module.ngettext = _say_count


def label_usage(command: click.Command) -> None:
    """Let the line "Cara pakai" of a command, and of all below it, name its parts in Indonesian."""
    command.options_metavar = "[PILIHAN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "PERINTAH [ISI]..."
        for below in command.commands.values():
            label_usage(below)

"""The command line on a data folder of its own, in this process and with a clock that stands still."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bimtek.app import build
from bimtek.cli.main import run_command


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it wrote for a program."""
        return json.loads(self.out)


class Cli:
    """Runs commands on one data folder."""

    def __init__(self, data: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capture = capture
        self.windows: list[Path] = []

    def __call__(self, *arguments: object) -> Said:
        return self.bare("--data", self.data, *arguments)

    def bare(self, *arguments: object) -> Said:
        """Run without naming the data folder first."""
        self._capture.readouterr()
        with pytest.raises(SystemExit) as left:
            run_command([str(a) for a in arguments], self._window, lambda *given: [])
        out, err = self._capture.readouterr()
        code = left.value.code
        return Said(0 if code is None else int(code), out, err)

    def ok(self, *arguments: object) -> Said:
        """Run a command that has to go well and say nothing on stderr."""
        said = self(*arguments)
        assert (said.code, said.err) == (0, ""), said
        return said

    def refused(self, *arguments: object) -> str:
        """Run a command that has to be refused: code 1, nothing on stdout; returns what it said."""
        said = self(*arguments)
        assert (said.code, said.out) == (1, ""), said
        assert said.err
        return said.err

    def _window(self, data: Path) -> int:
        self.windows.append(data)
        return 0


@pytest.fixture
def cli(tmp_path, capsys, clock, monkeypatch) -> Cli:
    monkeypatch.setattr("bimtek.cli.run.build", lambda data: build(data, clock))
    return Cli(tmp_path / "data", capsys)


@pytest.fixture
def blora(cli: Cli) -> str:
    """The id of the sample kegiatan, made from its file."""
    return str(cli.ok("kegiatan", "buat", "assets/contoh/kegiatan-blora.toml", "--json").json["id"])

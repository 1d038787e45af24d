"""The layers hold, and the contracts that hold them notice a violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tree import PACKAGE, ROOT


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir=None))"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, to be broken."""
    shutil.copytree(PACKAGE, tmp_path / "bimtek", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("place", "code", "contract"),
    [
        ("domain/planted.py", "import bimtek.storage.store", "Ladder"),
        ("storage/planted.py", "import bimtek.documents.base", "Ladder"),
        ("planted.py", "", "Ladder"),
        ("services/planted.py", "import PySide6.QtCore", "Qt only in ui"),
        ("services/planted.py", "import sqlite3", "SQL only in storage"),
        ("cli/planted.py", "import reportlab", "PDF writing only in documents"),
        ("domain/planted.py", "import pydantic", "domain is plain Python"),
    ],
)
def test_a_planted_violation_breaks_its_contract(copy: Path, place: str, code: str, contract: str):
    planted = copy / "bimtek" / place
    planted.write_text(f"{code}\n")
    done = lint_imports(copy)
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert done.returncode == 1, done.stdout
    assert any(line.startswith(contract) for line in broken), done.stdout

"""The sources as trees, for the tests that look at the code itself."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "bimtek"


def sources(folder: Path = PACKAGE) -> list[Path]:
    """Every Python file below a folder, without caches."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    """The path as messages name it."""
    return path.relative_to(ROOT).as_posix()


def called(node: ast.AST) -> str:
    """The last name of what a call calls: `f` of `f()`, `g` of `x.f.g()`; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    target = node.func
    return (
        target.id
        if isinstance(target, ast.Name)
        else target.attr
        if isinstance(target, ast.Attribute)
        else ""
    )


def names(path: Path) -> Iterator[tuple[str, int]]:
    """Every name, attribute and imported name of a file, with its line."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.Import | ast.ImportFrom):
            module = getattr(node, "module", None) or ""
            for alias in node.names:
                yield from (
                    (part, node.lineno) for part in (*module.split("."), *alias.name.split(".")) if part
                )

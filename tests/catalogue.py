"""All messages of trouble the product can show; `python -m tests.catalogue` prints them to read through."""

import ast
from dataclasses import dataclass
from functools import lru_cache

from tests.tree import PACKAGE, called, name_of, parsed, sources

PARTS = ("what", "data_safe", "advice")
HANDED_ON = "…"  # worded by the caller, who stands in the catalogue under a line of its own


@dataclass(frozen=True, slots=True)
class Message:
    """One place that words trouble. Each part has the wordings it can take, none when it is left out."""

    where: str
    what: tuple[str, ...]
    data_safe: tuple[str, ...]
    advice: tuple[str, ...]

    def words(self) -> int:
        """The most words a person may have to read."""
        parts = (self.what, self.data_safe, self.advice)
        return sum(max((len(wording.split()) for wording in part), default=0) for part in parts)


def messages() -> list[Message]:
    """Every call of a kind of BimtekError, and every row of a table that words one."""
    kinds = {n.name for n in ast.walk(parsed(PACKAGE / "domain/errors.py")) if isinstance(n, ast.ClassDef)}
    return [
        _message(f"{name_of(path)}:{node.lineno}", node)
        for path in sources(PACKAGE)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and called(node) in kinds
    ]


def _message(where: str, call: ast.Call) -> Message:
    given = dict(zip(PARTS, call.args, strict=False))
    given.update({word.arg: word.value for word in call.keywords if word.arg in PARTS})
    safe = _wordings(given["data_safe"]) if "data_safe" in given else _constants()["NOTHING_CHANGED"]
    what, advice = (_wordings(given[part]) if part in given else () for part in ("what", "advice"))
    return Message(where, what, safe, advice)


def _wordings(node: ast.expr) -> tuple[str, ...]:
    """What an expression can say; HANDED_ON when only the caller knows."""
    if isinstance(node, ast.IfExp):
        return _wordings(node.body) + _wordings(node.orelse)
    if isinstance(node, ast.Call) and called(node) == "_" and isinstance(node.args[0], ast.Constant):
        return (str(node.args[0].value),)
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return _constants().get(name, (HANDED_ON,))


@lru_cache(maxsize=1)
def _constants() -> dict[str, tuple[str, ...]]:
    """Names that stand for one wording."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sources(PACKAGE):
        for node in parsed(path).body:
            if isinstance(node, ast.Assign) and called(node.value) == "_":
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        found[target.id] = found.get(target.id, ()) + _wordings(node.value)
    return found


def main() -> None:
    """Print them, one paragraph each."""
    for message in messages():
        print(message.where)
        for part in (message.what, message.data_safe, message.advice):
            print("   ", " | ".join(part) or "(tidak ada)")


if __name__ == "__main__":
    main()

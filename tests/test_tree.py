"""What import-linter cannot hold: where threads, widgets, transactions and heavy imports may be."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tree import PACKAGE, ROOT, called, name_of, names, parsed, sources

STARTS_THREADS = frozenset(
    {
        "Thread", "Timer", "QThread", "QThreadPool", "QRunnable", "QtConcurrent", "ThreadPoolExecutor",
        "ProcessPoolExecutor", "multiprocessing", "asyncio", "start_new_thread",
    }
)  # fmt: skip
MAY_START_THREADS = (
    "bimtek/ui/tasks.py",
    "bimtek/storage/store.py",
    "bimtek/services/events.py",
    "bimtek/web/server.py",
    "bimtek/intake/guard.py",  # one process a spreadsheet, and its pipe
    "bimtek/intake/spreadsheet.py",
    "bimtek/host/",
)
HEAVY = frozenset(
    {
        "reportlab", "pydantic", "markdown_it", "python_calamine", "pypdfium2", "PIL", "xlsxwriter", "nacl",
    }
)  # fmt: skip
LARGE_FILE, LARGE_CLASS, LARGE_FUNCTION = 400, 250, 50


def everywhere(wanted, folder=PACKAGE):
    return [
        f"{name_of(path)}:{line} {name}"
        for path in sources(folder)
        for name, line in names(path)
        if name in wanted
    ]


def test_threads_start_in_the_few_files_that_own_them():
    found = everywhere(STARTS_THREADS)
    assert [line for line in found if not line.startswith(MAY_START_THREADS)] == []
    assert any(line.startswith("bimtek/storage/store.py") for line in found)


def test_widgets_are_named_in_ui_only():
    found = everywhere({"QtWidgets"})
    assert [line for line in found if not line.startswith("bimtek/ui/")] == []
    assert found


def test_transactions_begin_in_the_store_only():
    begun = {
        name_of(path)
        for path in sources(PACKAGE)
        for node in ast.walk(parsed(path))
        if called(node).startswith("execute")
        for sql in node.args[:1]
        if isinstance(sql, ast.Constant) and sql.value.casefold().startswith("begin")
    }
    assert begun == {"bimtek/storage/store.py"}


def test_tests_never_sleep():
    naps = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources(ROOT / "tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if (node.func.attr, getattr(node.func.value, "id", "")) in {("sleep", "time"), ("wait", "qtbot")}
    ]
    assert naps == []


def test_no_paragraph_is_built_from_raw_text():
    raw = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources(PACKAGE / "documents")
        for node in ast.walk(parsed(path))
        if called(node) == "Paragraph" and isinstance(node.args[0], ast.JoinedStr)
        for part in node.args[0].values
        if isinstance(part, ast.FormattedValue) and called(part.value) != "escape"
    ]
    assert raw == []


def test_domain_imports_the_standard_library_and_itself_only():
    foreign = [
        f"{name_of(path)}:{node.lineno} {module}"
        for path in sources(PACKAGE / "domain")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""])
        if module.split(".")[0] not in sys.stdlib_module_names and not module.startswith("bimtek.domain")
    ]
    assert foreign == []


def takes_widgets(tree):
    """Slots of focusChanged that take what it carries: one of them may be half destroyed."""
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("focusChanged.connect"):
            slot = call.args[0]
            known = functions.get(slot.attr) if isinstance(slot, ast.Attribute) else None
            if known is None or len(known.args.args) != 1:
                yield ast.unparse(slot)


def test_who_hears_that_the_keyboard_moves_takes_no_widget_from_the_signal():
    for source in sources(PACKAGE):
        assert list(takes_widgets(parsed(source))) == [], source
    planted = "class A:\n def f(self, old, new): ...\n def g(self): app.focusChanged.connect(self.f)"
    assert list(takes_widgets(ast.parse(planted))) == ["self.f"]


def test_nothing_but_messages_opens_a_message_box():
    assert [
        line for line in everywhere({"QMessageBox"}) if not line.startswith("bimtek/ui/messages.py")
    ] == []


@pytest.mark.parametrize("folder", ["bimtek", "tests"])
def test_no_file_is_called_utils(folder):
    shy = {"utils", "util", "helpers", "common", "misc"}
    assert [
        name_of(path) for path in sources(ROOT / folder) if path.stem in shy or path.parent.name in shy
    ] == []


def modules_after(code):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())


def test_the_command_line_loads_nothing_heavy_and_no_qt():
    loaded = modules_after("import bimtek.cli.main")
    assert loaded & (HEAVY | {"PySide6"}) == set()
    assert "bimtek.cli.main" in loaded


def outliers():
    for path in sources():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LARGE_FILE:
            yield f"{name_of(path)}: {lines} lines"
        for node in ast.walk(parsed(path)):
            limit = LARGE_CLASS if isinstance(node, ast.ClassDef) else LARGE_FUNCTION
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > limit:
                    yield f"{name_of(path)}:{node.lineno} {node.name}: {length} lines"


def test_sizes_are_told(record_property, capsys):
    found = list(outliers())
    record_property("outliers", found)
    with capsys.disabled():
        for line in found:
            print(f"\n  large: {line}", end="")


def test_every_public_name_says_what_it_is():
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--quiet", "--no-cache", "--isolated", "--select", "D1",
         "--ignore", "D105,D107", "bimtek"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("code", "names_found"),
    [("import threading\nthreading.Thread()", {"Thread"}), ("from asyncio import run", {"asyncio"})],
)
def test_a_planted_thread_would_be_seen(tmp_path: Path, code, names_found):
    planted = tmp_path / "planted.py"
    planted.write_text(code)
    assert {name for name, _line in names(planted)} & STARTS_THREADS == names_found

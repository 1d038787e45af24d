"""`python -m tests.layar`: one process for each size of the screen, then sheets to look at."""

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.layar.looks import LOOKS, Look

AT_ONCE = 2


def main() -> None:
    """Look at everything and tell what is wrong; exit code 1 when something is."""
    wanted = argparse.ArgumentParser(prog="tests.layar")
    wanted.add_argument("--keluaran", type=Path, default=Path("out/layar"))
    wanted.add_argument("--hanya", action="append", default=[], help="names of screens")
    wanted.add_argument("--ukuran", help="only this size")
    given = wanted.parse_args()
    given.keluaran.mkdir(parents=True, exist_ok=True)
    looks = [look for look in LOOKS if given.ukuran in (None, look.name)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        runs = list(pool.map(lambda look: _run(look, given.keluaran, given.hanya), looks))
    problems = [line for found in runs for line in found]
    for line in problems:
        print(line)
    from tests.layar.sheets import draw_sheets

    sheets = draw_sheets(given.keluaran)
    print(f"{len(problems)} masalah, {sheets} lembar gambar di {given.keluaran}")
    sys.exit(1 if problems else 0)


def _run(look: Look, target: Path, only: list[str]) -> list[str]:
    """Look in a process of its own, on a screen of this size."""
    config = target / f".{look.name}.json"
    screen = {"name": look.name, "x": 0, "y": 0, "width": look.width, "height": look.height}
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    command = [sys.executable, "-m", "tests.layar.walk", look.name, str(target), *only]
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True)
    config.unlink()
    found = done.stdout.splitlines()
    return found if done.returncode == 0 else [*found, f"{look.name}: berhenti dengan kode {done.returncode}"]


if __name__ == "__main__":
    main()

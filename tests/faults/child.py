"""Running a child and killing it at a random moment."""

import os
import random
import signal
import subprocess
import sys
import time

SEED = int(os.environ.get("BIMTEK_BENIH", "20261121"))


def killed_after(module: str, arguments: list[str], seconds: float) -> list[str]:
    """Run `python -m module`, wait for its "siap", kill it after `seconds`; returns the lines it said."""
    child = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "siap\n"
    try:
        child.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
    said = child.stdout.read()
    child.stdout.close()
    child.wait()
    lines = said.split("\n")
    return lines[:-1]  # what stands after the last line end was cut in the middle


def killed_at(module: str, arguments: list[str], line: str, seconds: float) -> None:
    """Run `python -m module` until it says `line`, then kill it `seconds` later."""
    child = subprocess.Popen([sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = []
    while not said or said[-1] != f"{line}\n":
        said.append(child.stdout.readline())
        assert said[-1], f"it ended after {said}"
    try:
        child.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL


def finished(module: str, arguments: list[str]) -> float:
    """Run a child to its end and return how many seconds that took from its "siap"."""
    child = subprocess.Popen([sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    began = time.monotonic()
    said = child.stdout.read()
    child.stdout.close()
    assert child.wait() == 0
    assert said == "selesai\n"
    return time.monotonic() - began


def moments(count: int, longest: float) -> list[float]:
    """Random moments to kill at, the same for one seed."""
    chance = random.Random(SEED)
    return [chance.uniform(0.0, longest) for _n in range(count)]

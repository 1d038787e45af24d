"""The whole day through the real windows, with no network but loopback.

The day itself is `whole_day.py`; this test runs it in a network namespace of its own. Where the
system refuses that, an audit hook forbids every connection instead, and the output says which.
"""

import os
import subprocess
import sys

import pytest

ISOLATED = "unshare -rn"
DAY = "tests/e2e/whole_day.py"


def _can_unshare() -> bool:
    try:
        return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.timeout(280)
def test_a_whole_day_in_the_window_without_network(tmp_path, record_property):
    alone = _can_unshare()
    command = ["unshare", "-rn"] if alone else []
    environment = {
        **os.environ,
        "BIMTEK_JARINGAN": "namespace" if alone else "audit",
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment.pop("PYTEST_XDIST_WORKER", None)
    result = subprocess.run(
        [
            *command,
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:xdist",
            "--basetemp",
            str(tmp_path / "hari"),
            DAY,
        ],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    how = ISOLATED if alone else "audit hook"
    record_property("jaringan", how)
    print(f"network shut by: {how}")
    told = [line for line in result.stdout.splitlines() if "propagateSizeHints" not in line]
    assert result.returncode == 0, "\n".join(told[-80:]) + result.stderr[-2000:]
    assert "1 passed" in result.stdout

"""With 500 people in a kegiatan no action keeps the window from answering."""

import json
import subprocess
import sys

import pytest

from tests.counts import sampled
from tests.e2e.lively_walk import fill
from tests.stalls import Stall

# Filling a bare table of 500 people takes 20 ms of work where this was written: 100 ms are five of it. Twice
# that leaves room for a core that two share. Work of the main thread counts, not the time on the wall.
LIMIT = 10


@pytest.mark.skipif(sampled(True, False), reason="a minute of walking; the full run does it")
def test_no_action_with_500_people_keeps_the_window_from_answering(tmp_path):
    fill(tmp_path)
    command = [sys.executable, "-m", "tests.e2e.lively_walk", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    floor, found = json.loads(done.stdout.splitlines()[-1])
    stalls = [Stall(*stall) for stall in found]
    done = {"start", "open kegiatan", "check in", "paper terbit", "preview", "find s", "terang 150 %"}
    assert {stall.doing for stall in stalls} >= done
    worst = sorted(stalls, reverse=True)
    told = "\n".join(map(str, worst[:5]))
    assert worst[0].cpu_ms <= LIMIT * floor, f"a bare table takes {floor:.0f} ms; longest:\n{told}"

"""The product looks for rubbish seldom, however it is started."""

import subprocess
import sys

from bimtek.host.collector import ALLOCATIONS


def test_the_command_line_collects_seldom():
    code = (
        "import atexit, gc, sys\n"
        "sys.argv = ['bimtek', '--version']\n"
        "atexit.register(lambda: print(gc.get_threshold()[0]))\n"
        "from bimtek.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split()[-1] == str(ALLOCATIONS)

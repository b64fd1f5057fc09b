"""One run of a command, measured."""

import os
import subprocess
import sys
import time


def measure(command, log, fine=(0, 1)):
    """CPU seconds, peak megabytes and wall seconds of one run; exit code 1 means done with something to look at.

    What it prints is kept in `log`, what it says to the person beside that, with the ending `.err`.
    """
    said = log.with_suffix(".err")
    with log.open("wb") as out, said.open("wb") as err:
        start = time.monotonic()
        child = subprocess.Popen(command, stdout=out, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in fine:
        sys.exit(f"{command[0]} ended with {child.returncode}:\n{(log.read_text(errors='replace') + said.read_text(errors='replace'))[-2000:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, wall

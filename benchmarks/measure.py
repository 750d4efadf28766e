"""Whole processes, measured from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Measured:
    """What one process took."""

    seconds: float
    processor_seconds: float
    peak_megabytes: float
    said: str = ""
    """What it printed."""


def run(*arguments: object, **environment: str) -> Measured:
    """Run a command of this environment to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    command = _command(arguments)
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:
        child = subprocess.Popen(command, env=os.environ | environment, stdout=printed)
        _, status, used = os.wait4(child.pid, 0)
        printed.seek(0)
        said = printed.read()
    seconds = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    child.returncode = code
    if code:
        raise subprocess.CalledProcessError(code, command)
    return Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said)


def _command(arguments: tuple[object, ...]) -> list[str]:
    return [str(BIN / str(arguments[0])), *map(str, arguments[1:])]

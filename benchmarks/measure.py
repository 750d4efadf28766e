"""Whole processes, measured from outside."""

from __future__ import annotations

import os
import subprocess
import sys
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


def run(*arguments: object, **environment: str) -> Measured:
    """Run a command of this environment to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    command = _command(arguments)
    started = time.perf_counter()
    child = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    child.returncode = code
    if code:
        raise subprocess.CalledProcessError(code, command)
    return Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def said(*arguments: object) -> str:
    """What a command of this environment prints."""
    return subprocess.run(_command(arguments), check=True, stdout=subprocess.PIPE, text=True).stdout


def _command(arguments: tuple[object, ...]) -> list[str]:
    return [str(BIN / str(arguments[0])), *map(str, arguments[1:])]

"""Whole processes, measured from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    command = [str(BIN / str(arguments[0])), *map(str, arguments[1:])]
    started = time.perf_counter()
    child = subprocess.Popen(command, env=_environment(environment), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    child.returncode = code
    if code:
        raise subprocess.CalledProcessError(code, command)
    return Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, **more}

"""Whole processes, measured from outside, with those that they start."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from resource import struct_rusage

BIN = Path(sys.executable).parent
CHILD_SUBREAPER = 36
"""What Linux is told for a process to become the parent of its descendants' orphans."""


@dataclass(frozen=True)
class Measured:
    """What one command took."""

    seconds: float
    processor_seconds: float
    """Of all its processes."""
    peak_megabytes: float
    """Of the largest of its processes."""
    said: str = ""
    """What it printed."""


def run(*arguments: object, answers: Collection[int] = (0,), **environment: str) -> Measured:
    """Run a command of this environment to its end.

    Args:
        arguments: the command and what it is given.
        answers: the exit codes with which it has done what it should.
        environment: variables besides those of this process.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    command = _command(arguments)
    _adopt_orphans()
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:
        child = subprocess.Popen(
            command, env=os.environ | environment, stdout=printed, process_group=0
        )
        try:
            _, status, used = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - started
            every = [used, *_left_behind(child.pid)]
        except BaseException:
            os.killpg(child.pid, signal.SIGTERM)
            raise
        printed.seek(0)
        said = printed.read()
    code = os.waitstatus_to_exitcode(status)
    child.returncode = code
    if code not in answers:
        raise subprocess.CalledProcessError(code, command)
    processor = sum(each.ru_utime + each.ru_stime for each in every)
    return Measured(seconds, processor, max(each.ru_maxrss for each in every) / 1024, said)


def tipoff(
    home: Path, *arguments: object, markets: str = "[]", answers: Collection[int] = (0,)
) -> Measured:
    """Run ``tipoff`` on a home, for some markets; for all if the list is empty."""
    variables = {"TIPOFF_HOME": str(home), "TIPOFF_MARKETS": markets}
    return run("tipoff", *arguments, answers=answers, **variables)


def _adopt_orphans() -> None:
    """Become the parent of processes whose own parent ends first, where the system can do that.

    Such is the server that worker processes are forked from. It ends after the one that started it,
    which then never has what the workers took.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(CHILD_SUBREAPER, 1)


def _left_behind(group: int) -> list[struct_rusage]:
    """Wait for what is left of a group of processes; return what each and its children took."""
    found = []
    while True:
        try:
            found.append(os.wait4(-group, 0)[2])
        except ChildProcessError:
            return found


def _command(arguments: tuple[object, ...]) -> list[str]:
    return [str(BIN / str(arguments[0])), *map(str, arguments[1:])]

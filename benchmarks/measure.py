"""Measurement of whole commands, including the processes that they start."""

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
"""The option of prctl(2) that makes a process the parent of its descendants' orphans."""


@dataclass(frozen=True)
class Measured:
    """The time and memory of one command."""

    seconds: float
    processor_seconds: float
    """Sum over all its processes."""
    peak_megabytes: float
    """Peak memory of the largest of its processes."""
    said: str = ""
    """Its standard output."""


def run(*arguments: object, answers: Collection[int] = (0,), **environment: str) -> Measured:
    """Run a command of this environment to its end, and measure it.

    Args:
        arguments: the command and its arguments.
        answers: the exit codes that count as success.
        environment: additional environment variables.

    Raises:
        subprocess.CalledProcessError: the command ended with another exit code.
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
            usages = [used, *_wait_for_group(child.pid)]
        except BaseException:
            os.killpg(child.pid, signal.SIGTERM)
            raise
        printed.seek(0)
        output = printed.read()
    code = os.waitstatus_to_exitcode(status)
    child.returncode = code
    if code not in answers:
        raise subprocess.CalledProcessError(code, command)
    processor = sum(each.ru_utime + each.ru_stime for each in usages)
    return Measured(seconds, processor, max(each.ru_maxrss for each in usages) / 1024, output)


def tipoff(
    home: Path, *arguments: object, markets: str = "[]", answers: Collection[int] = (0,)
) -> Measured:
    """Run ``tipoff`` on a home and measure it; ``markets`` is a JSON list, empty for all."""
    variables = {"TIPOFF_HOME": str(home), "TIPOFF_MARKETS": markets}
    return run("tipoff", *arguments, answers=answers, **variables)


def _adopt_orphans() -> None:
    """Become the parent of processes whose own parent ends first, on Linux.

    The fork server of worker processes ends after the process that started it, which therefore
    never gets the resource usage of the workers.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(CHILD_SUBREAPER, 1)


def _wait_for_group(group: int) -> list[struct_rusage]:
    """Wait for the remaining processes of a group; return the resource usage of each."""
    usages = []
    while True:
        try:
            usages.append(os.wait4(-group, 0)[2])
        except ChildProcessError:
            return usages


def _command(arguments: tuple[object, ...]) -> list[str]:
    return [str(BIN / str(arguments[0])), *map(str, arguments[1:])]

"""Kill a process, or let its system calls fail, at the n-th of them: strace does it.

Only calls that change a file or a directory are hit. Each kind is counted by itself, and for each
thread by itself, so the processes have one thread that does the work.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from support.children import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CALLS = (
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "ftruncate",
    "unlink",
    "mkdir",
)
Fault = Literal["kill", "ENOSPC", "EIO"]
INJECTED: dict[Fault, str] = {
    "kill": "signal=SIGKILL:when={n}",
    "ENOSPC": "error=ENOSPC:when={n}+",
    "EIO": "error=EIO:when={n}",
}
"""A disk stays full; a fault of the disk comes once."""
ATTACHED = re.compile(r"attached")


@dataclass(frozen=True)
class Point:
    """What became of a process that was hit at one of its system calls."""

    reached: bool
    """Whether there was such a call."""
    code: int
    """How the process ended; negative: by this signal."""
    told: str
    """What it complained of."""
    call: str = ""
    """The call that was hit, as strace prints it."""


class ForkServer:
    """A process of ``support.fork_server``."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._process = subprocess.Popen(
            [sys.executable, "-m", "support.fork_server"],
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._count = 0

    def hit(
        self,
        home: Path,
        actions: tuple[str, ...],
        fault: Fault | None = None,
        call: str = "",
        n: int = 0,
    ) -> Point:
        """Do actions to a home, and let a fault hit the n-th call of a kind, or none."""
        self._count += 1
        gate = self._scratch / f"gate{self._count}"
        trace = self._scratch / f"trace{self._count}"
        told = home.with_name(f"{home.name}.told")
        told.unlink(missing_ok=True)
        os.mkfifo(gate)
        child = self._ask(f"{gate} {home} {' '.join(actions)}")
        tracer = None if fault is None else _traced(child, fault, call, n, trace)
        gate.write_bytes(b"")
        code = self._answer()
        if tracer is not None:
            tracer.communicate()
        lines = trace.read_text().splitlines() if trace.exists() else []
        gate.unlink()
        trace.unlink(missing_ok=True)
        found = [line for line in lines if "(INJECTED)" in line]
        reached = bool(found) if fault != "kill" else code == -signal.SIGKILL
        calls = found or [line for line in lines if "(" in line][-1:]
        why = told.read_text() if told.exists() else ""
        return Point(reached, code, why, calls[0] if calls else "")

    def _ask(self, line: str) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the server."""
        self._process.communicate()


@contextmanager
def fork_server(scratch: Path) -> Iterator[ForkServer]:
    """Keep a server while inside."""
    server = ForkServer(scratch)
    try:
        yield server
    finally:
        server.close()


def _traced(child: int, fault: Fault, call: str, n: int, trace: Path) -> subprocess.Popen[str]:
    """Let strace hold a process, and return once it does."""
    tracer = subprocess.Popen(
        [
            "strace",
            "--follow-forks",
            f"--attach={child}",
            f"--trace={call}",
            f"--inject={call}:{INJECTED[fault].format(n=n)}",
            f"--output={trace}",
        ],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    assert ATTACHED.search(said), said
    return tracer

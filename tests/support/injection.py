"""Fault injection by strace: kill a process, or let a system call fail, at the n-th call.

Only calls that change a file or a directory are hit. strace counts calls by kind and thread, so the
processes do their work in one thread.
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
"""strace's options for each fault. A full disk stays full; an I/O error occurs once."""
ATTACHED = re.compile(r"attached")


@dataclass(frozen=True)
class Point:
    """The outcome of a process with a fault at one of its system calls."""

    reached: bool
    """Whether the call was reached."""
    code: int
    """The exit code; if negative, the signal that ended the process."""
    message: str
    """The error message."""
    call: str = ""
    """The system call that was hit, as printed by strace."""


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
        """Perform actions on a home, with a fault at the n-th call of a kind, or without."""
        self._count += 1
        gate = self._scratch / f"gate{self._count}"
        trace = self._scratch / f"trace{self._count}"
        messages = home.with_name(f"{home.name}.message")
        messages.unlink(missing_ok=True)
        os.mkfifo(gate)
        child = self._send(f"{gate} {home} {' '.join(actions)}")
        tracer = None if fault is None else _traced(child, fault, call, n, trace)
        gate.write_bytes(b"")
        code = self._answer()
        if tracer is not None:
            tracer.communicate()
        lines = trace.read_text().splitlines() if trace.exists() else []
        gate.unlink()
        trace.unlink(missing_ok=True)
        injected = [line for line in lines if "(INJECTED)" in line]
        reached = bool(injected) if fault != "kill" else code == -signal.SIGKILL
        calls = injected or [line for line in lines if "(" in line][-1:]
        message = messages.read_text() if messages.exists() else ""
        return Point(reached, code, message, calls[0] if calls else "")

    def _send(self, line: str) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """Stop the server."""
        self._process.communicate()


@contextmanager
def fork_server(scratch: Path) -> Iterator[ForkServer]:
    """Run a fork server inside the context."""
    server = ForkServer(scratch)
    try:
        yield server
    finally:
        server.close()


def _traced(child: int, fault: Fault, call: str, n: int, trace: Path) -> subprocess.Popen[str]:
    """Attach strace to a process, and return once it is attached."""
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
    line = tracer.stderr.readline()
    assert ATTACHED.search(line), line
    return tracer

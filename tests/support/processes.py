"""The command in a separate process, with its output and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.children import ENVIRONMENT

if TYPE_CHECKING:
    from pathlib import Path

    from support.memory_group import MemoryGroup


@dataclass(frozen=True)
class Ended:
    """The result of a process."""

    code: int
    """The exit code; if negative, the signal that killed it."""
    stdout: str
    stderr: str
    peak_bytes: int
    """Peak memory."""


def call(*arguments: object, home: Path, group: MemoryGroup | None = None) -> Ended:
    """Call ``tipoff`` on a home in a separate process, optionally in a memory group."""

    def enter() -> None:
        if group is not None:
            group.processes.write_text(str(os.getpid()))

    with tempfile.NamedTemporaryFile("r") as peak:
        process = subprocess.run(
            [sys.executable, "-m", "support.measured", peak.name, *map(str, arguments)],
            env={**ENVIRONMENT, "TIPOFF_HOME": str(home)},
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=enter,
        )
        return Ended(process.returncode, process.stdout, process.stderr, int(peak.read() or 0))


def is_one_line(text: str) -> bool:
    """Return whether a command's error output is one line, without traceback."""
    return text.startswith("tipoff: ") and text.count("\n") == 1 and "Traceback" not in text

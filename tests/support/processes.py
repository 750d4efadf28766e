"""The command in a process of its own: how it ended, and how much memory it took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from support.children import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Mapping

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Ended:
    """How a process ended."""

    code: int
    """Its exit code; negative: the signal that killed it."""
    stdout: str
    stderr: str
    peak_bytes: int
    """The most memory it had at a time."""


def call(
    *arguments: object,
    home: Path,
    memory_bytes: int | None = None,
    file_bytes: int | None = None,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Call ``tipoff`` in a process of its own.

    Args:
        arguments: of the command.
        home: the home it works on.
        memory_bytes: limits its address space (RLIMIT_AS).
        file_bytes: limits the size of every file it writes (RLIMIT_FSIZE).
        environment: further variables.
    """

    def restrict() -> None:
        for which, limit in (
            (resource.RLIMIT_AS, memory_bytes),
            (resource.RLIMIT_FSIZE, file_bytes),
        ):
            if limit is not None:
                resource.setrlimit(which, (limit, limit))

    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen(
            [BIN / "python", "-m", "tipoff", *map(str, arguments)],
            env={**ENVIRONMENT, "TIPOFF_HOME": str(home), **(environment or {})},
            cwd="/",
            stdout=out,
            stderr=err,
            preexec_fn=restrict if memory_bytes or file_bytes else None,  # noqa: PLW1509
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in (out, err):
            file.seek(0)
        return Ended(process.returncode, out.read(), err.read(), usage.ru_maxrss * 1024)


def is_one_line(text: str) -> bool:
    """Return whether a command's complaint is one sentence, and no traceback."""
    return text.startswith("tipoff: ") and text.count("\n") == 1 and "Traceback" not in text

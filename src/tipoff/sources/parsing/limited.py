"""Call a parser of hostile formats in a process of its own, within limits of time and memory.

A library that reads PDFs can be kept busy for minutes, or filled with gigabytes, by a file of some
hundred kilobytes, and no check of the file itself tells which. So it works in a child process
that the operating system holds to its limits. The child is started once and serves one body after
the other. Limits of time are of CPU time: how busy the machine is does not decide what is refused.

The child is ``python -m tipoff.sources.parsing.limited_worker``. It is sent the name of a function
and a body, and answers with JSON. As the function is handed over itself, and not its name, a
table's fingerprint covers it like any other code.
"""

from __future__ import annotations

import atexit
import logging
import os
import select
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import PayloadError

if TYPE_CHECKING:
    from collections.abc import Callable

WORKER = "tipoff.sources.parsing.limited_worker"
CPU_SECONDS = 20
"""A real edition takes about a second."""
MEMORY_BYTES = 1_500_000_000
PATIENCE = 10
"""How many times the limit of CPU time may pass on the clock before a child is given up."""
ATTEMPTS = 2
"""So often a body is tried whose child dies: something else may have killed the first."""
BLOCK = 1 << 16
logger = logging.getLogger(__name__)


class Died(Exception):
    """A child ended without an answer."""


@dataclass
class Child:
    """One child process and the pipes to it."""

    process: subprocess.Popen[bytes]

    @classmethod
    def started(cls) -> Child:
        """Start a child that finds the same modules as this process."""
        return cls(
            subprocess.Popen(
                [sys.executable, "-m", WORKER, str(CPU_SECONDS), str(MEMORY_BYTES)],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C reaches the parent alone, which ends the child
            )
        )

    def ask(self, name: str, body: bytes) -> dict[str, Any]:
        """Send one body and return the answer.

        Raises:
            Died: the child ended, or was ended because it gave no answer in time.
        """
        sent, came = self.process.stdin, self.process.stdout
        assert sent is not None
        assert came is not None
        deadline = time.monotonic() + PATIENCE * CPU_SECONDS
        try:
            sent.write(b"%s %d\n" % (name.encode(), len(body)))
            sent.write(body)
            sent.flush()
            size = int(self._read_line(came.fileno(), deadline))
            answer: dict[str, Any] = orjson.loads(self._read(came.fileno(), size, deadline))
        except (OSError, ValueError) as error:
            self.end()
            raise Died(f"ended with code {self.process.returncode}") from error
        return answer

    def end(self) -> None:
        """End the child and wait for it."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not sent is lost with the child
                    logger.debug("a pipe to a child was broken")
        self.process.wait()

    def _read_line(self, handle: int, deadline: float) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            line += self._read(handle, 1, deadline)
        return line

    def _read(self, handle: int, size: int, deadline: float) -> bytes:
        found = bytearray()
        while len(found) < size:
            ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
            block = os.read(handle, min(BLOCK, size - len(found))) if ready else b""
            if not block:
                raise OSError("no answer")
            found += block
        return bytes(found)


class Worker:
    """The child that is at work or waits, for all threads of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: Child | None = None

    def answer(self, name: str, body: bytes) -> dict[str, Any]:
        """Return what a child answers, started anew if the one before it died.

        Raises:
            PayloadError: children died over this body again and again.
        """
        died = ""
        with self._lock:
            for _ in range(ATTEMPTS):
                self._child = self._child or Child.started()
                try:
                    return self._child.ask(name, body)
                except Died as error:
                    self._child = None
                    died = str(error)
                    logger.info("%s of %d bytes: its process %s", name, len(body), died)
                except BaseException:  # its answer is still to come, and must be nobody else's
                    self._child.end()
                    self._child = None
                    raise
        raise PayloadError(f"reading it crashed {ATTEMPTS} times: its process {died}")

    def end(self) -> None:
        """End the child; the next body starts another."""
        with self._lock:
            if self._child is not None:
                self._child.end()
                self._child = None


@cache
def worker() -> Worker:
    """Return the one worker of this process, whose child ends with it."""
    made = Worker()
    atexit.register(made.end)
    return made


def limited(function: Callable[[bytes], Any], body: bytes) -> Any:
    """Return what a function of a module returns for a body, computed within the limits.

    Args:
        function: found by its name in its module; its result must be what JSON can hold.
        body: its one argument.

    Raises:
        PayloadError: raised by the function, or the body takes more time or memory than it may.
    """
    answer = worker().answer(f"{function.__module__}:{function.__qualname__}", body)
    if "refused" in answer:
        raise PayloadError(answer["refused"])
    return answer["result"]

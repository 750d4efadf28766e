"""Run a parser of hostile formats in a separate process, with limits on time and memory.

A file of some hundred kilobytes can make a PDF library run for minutes or use gigabytes, and no
check of the file itself can detect that. So the library runs in a child process with limits
enforced by the operating system. The child is started once and parses one body after the other. The
time limit is on CPU time, so that the load of the machine does not influence what is refused.

The child is ``python -m tipoff.sources.parsing.limited_worker``. It receives the name of a function
and a body, and answers with JSON. Callers pass the function itself, not its name, so that a table's
fingerprint covers it like any other code.
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
WALL_CLOCK_FACTOR = 10
"""The limit on elapsed time, as a multiple of the limit on CPU time."""
ATTEMPTS = 2
"""Attempts to parse a body if the child dies, as something else may have killed the first."""
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
            Died: the child ended, or was ended because it did not answer in time.
        """
        to_child, from_child = self.process.stdin, self.process.stdout
        assert to_child is not None
        assert from_child is not None
        deadline = time.monotonic() + WALL_CLOCK_FACTOR * CPU_SECONDS
        try:
            to_child.write(b"%s %d\n" % (name.encode(), len(body)))
            to_child.write(body)
            to_child.flush()
            size = int(self._read_line(from_child.fileno(), deadline))
            answer: dict[str, Any] = orjson.loads(self._read(from_child.fileno(), size, deadline))
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
                except OSError:  # data not yet sent is lost with the child
                    logger.debug("a pipe to a child was broken")
        self.process.wait()

    def _read_line(self, handle: int, deadline: float) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            line += self._read(handle, 1, deadline)
        return line

    def _read(self, handle: int, size: int, deadline: float) -> bytes:
        content = bytearray()
        while len(content) < size:
            ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
            block = os.read(handle, min(BLOCK, size - len(content))) if ready else b""
            if not block:
                raise OSError("no answer")
            content += block
        return bytes(content)


class Worker:
    """The current child process, shared by all threads of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: Child | None = None

    def answer(self, name: str, body: bytes) -> dict[str, Any]:
        """Return a child's answer, starting a new child if there is none or it died.

        Raises:
            PayloadError: the child died in every attempt to parse this body.
        """
        failure = ""
        with self._lock:
            for _ in range(ATTEMPTS):
                self._child = self._child or Child.started()
                try:
                    return self._child.ask(name, body)
                except Died as error:
                    self._child = None
                    failure = str(error)
                    logger.info("%s of %d bytes: its process %s", name, len(body), failure)
                except BaseException:  # its answer would be read by the next caller
                    self._child.end()
                    self._child = None
                    raise
        raise PayloadError(f"reading it crashed {ATTEMPTS} times: its process {failure}")

    def end(self) -> None:
        """End the child; the next body starts another."""
        with self._lock:
            if self._child is not None:
                self._child.end()
                self._child = None


@cache
def worker() -> Worker:
    """Return the one worker of this process; its child is ended when this process exits."""
    instance = Worker()
    atexit.register(instance.end)
    return instance


def limited(function: Callable[[bytes], Any], body: bytes) -> Any:
    """Call a function with a body in the child process, and return its result.

    Args:
        function: a function that can be imported by its name; its result must be JSON-serializable.
        body: its one argument.

    Raises:
        PayloadError: the function raised it, or exceeded the limit on time or memory.
    """
    answer = worker().answer(f"{function.__module__}:{function.__qualname__}", body)
    if "refused" in answer:
        raise PayloadError(answer["refused"])
    return answer["result"]

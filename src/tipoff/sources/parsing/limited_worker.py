"""The child process of ``limited``: reads bodies from standard input until it is closed.

``python -m tipoff.sources.parsing.limited_worker CPU_SECONDS MEMORY_BYTES``
"""

from __future__ import annotations

import importlib
import os
import resource
import signal
import sys
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import PayloadError

if TYPE_CHECKING:
    from types import FrameType

MAX_ANSWER = 64_000_000
GRACE = 2
"""Times the limit: code that never returns to Python is ended by the system after it."""


class OutOfTime(BaseException):
    """The time of one body is used up; no parser catches it."""


def main(cpu_seconds: int, memory_bytes: int) -> None:
    """Answer one body after the other."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    signal.signal(signal.SIGPROF, _out_of_time)
    came, answers = sys.stdin.buffer, os.dup(1)
    os.dup2(2, 1)  # what a library prints is no answer
    while line := came.readline():
        name, size = line.split()
        answer = _answer(name.decode(), came.read(int(size)), cpu_seconds, memory_bytes)
        with os.fdopen(os.dup(answers), "wb") as out:
            out.write(b"%d\n%s" % (len(answer), answer))


def _answer(name: str, body: bytes, cpu_seconds: int, memory_bytes: int) -> bytes:
    module, _, function = name.partition(":")
    called = getattr(importlib.import_module(module), function)
    try:
        answer = orjson.dumps({"result": _called_within(called, body, cpu_seconds)})
    except PayloadError as error:
        return _refusal(str(error))
    except OutOfTime:
        return _refusal(
            f"reading it takes more than {cpu_seconds} s of processor time, the most that one"
            " payload may have"
        )
    except MemoryError:
        return _refusal(
            f"reading it takes more than {memory_bytes / 1e9:g} GB of memory, the most that one"
            " payload may have"
        )
    if len(answer) > MAX_ANSWER:
        return _refusal(f"it holds more than {MAX_ANSWER / 1e6:g} MB of content")
    return answer


def _called_within(called: Any, body: bytes, cpu_seconds: int) -> Any:
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + GRACE * cpu_seconds, hard))
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    try:
        return called(body)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _refusal(why: str) -> bytes:
    return orjson.dumps({"refused": why})


def _out_of_time(number: int, frame: FrameType | None) -> None:
    raise OutOfTime


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

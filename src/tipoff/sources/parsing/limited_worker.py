"""The child process of ``limited``: it parses bodies from standard input until that is closed.

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
"""The multiple of the time limit after which the system ends code that never returns to Python."""


class OutOfTime(BaseException):
    """The time limit for one body is exceeded; parsers do not catch a BaseException."""


def main(cpu_seconds: int, memory_bytes: int) -> None:
    """Parse and answer one body after the other."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    signal.signal(signal.SIGPROF, _out_of_time)
    requests, answers = sys.stdin.buffer, os.dup(1)
    os.dup2(2, 1)  # keeps the output of libraries out of the answers
    while line := requests.readline():
        name, size = line.split()
        answer = _answer(name.decode(), requests.read(int(size)), cpu_seconds, memory_bytes)
        with os.fdopen(os.dup(answers), "wb") as out:
            out.write(b"%d\n%s" % (len(answer), answer))


def _answer(name: str, body: bytes, cpu_seconds: int, memory_bytes: int) -> bytes:
    module, _, function_name = name.partition(":")
    function = getattr(importlib.import_module(module), function_name)
    try:
        answer = orjson.dumps({"result": _call_within(function, body, cpu_seconds)})
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


def _call_within(function: Any, body: bytes, cpu_seconds: int) -> Any:
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + GRACE * cpu_seconds, hard))
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    try:
        return function(body)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _refusal(reason: str) -> bytes:
    return orjson.dumps({"refused": reason})


def _out_of_time(number: int, frame: FrameType | None) -> None:
    raise OutOfTime


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

"""A parser in a separate process: its results, errors, limits and end."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tipoff.kernel.errors import PayloadError
from tipoff.sources.parsing import limited as limited_module
from tipoff.sources.parsing.limited import Child, limited, worker

if TYPE_CHECKING:
    from collections.abc import Iterator


def reversed_text(body: bytes) -> list[str]:
    return [body.decode()[::-1]]


def refusing(body: bytes) -> None:
    raise PayloadError(f"{len(body)} bytes are too few")


def dying(body: bytes) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def spinning(body: bytes) -> None:
    while True:
        pass


def hoarding(body: bytes) -> int:
    return len(bytearray(10_000_000_000))


@pytest.fixture(autouse=True)
def _fresh_worker() -> Iterator[None]:
    worker().end()
    yield
    worker().end()


def test_results_and_refusals_come_back_and_one_child_serves_them_all() -> None:
    assert limited(reversed_text, b"abc") == ["cba"]
    with pytest.raises(PayloadError, match=r"^2 bytes are too few$"):
        limited(refusing, b"ab")
    assert limited(reversed_text, b"x" * 1_000_000) == ["x" * 1_000_000]


def test_a_body_that_ends_its_process_is_refused_and_the_next_is_read() -> None:
    with pytest.raises(PayloadError, match="reading it crashed 2 times: its process ended with"):
        limited(dying, b"")
    assert limited(reversed_text, b"abc") == ["cba"]


def test_time_and_memory_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited_module, "CPU_SECONDS", 1)
    with pytest.raises(PayloadError, match="more than 1 s of processor time"):
        limited(spinning, b"")
    with pytest.raises(PayloadError, match=r"more than 1\.5 GB of memory"):
        limited(hoarding, b"")


def test_an_answer_that_nobody_waited_for_is_given_to_nobody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(child: Child, name: str, body: bytes) -> None:
        assert child.process.stdin is not None
        child.process.stdin.write(b"%s %d\n%s" % (name.encode(), len(body), body))
        child.process.stdin.flush()
        time.sleep(0.2)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Child, "ask", interrupted)
        with pytest.raises(KeyboardInterrupt):
            limited(reversed_text, b"first")
    assert limited(reversed_text, b"second") == ["dnoces"]

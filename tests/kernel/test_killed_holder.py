"""The lock file records whether its last holder was killed, and blocks nobody afterwards."""

from __future__ import annotations

import multiprocessing
import os
import signal
from typing import TYPE_CHECKING

import pytest

from tipoff.app.home import Home
from tipoff.kernel.errors import RunInProgress
from tipoff.kernel.lock import exclusive
from tipoff.kernel.memory import available_bytes

if TYPE_CHECKING:
    from pathlib import Path

FORKED = multiprocessing.get_context("fork")


def _die_holding(path: Path) -> None:
    """Hold a lock in another process, and kill that."""

    def hold() -> None:
        with exclusive(path):
            os.kill(os.getpid(), signal.SIGKILL)

    child = FORKED.Process(target=hold)
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL


def test_holders_that_were_killed_are_counted_until_one_settles(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    for deaths in (1, 2):
        _die_holding(path)
        with exclusive(path) as lock:
            assert lock.deaths == deaths
    with pytest.raises(ZeroDivisionError), exclusive(path):
        raise ZeroDivisionError
    with exclusive(path) as lock:
        assert lock.deaths == 2, "an error is no death, and settles nothing"
        lock.reset_deaths()
    with exclusive(path) as lock:
        assert lock.deaths == 0


def test_the_holder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    refused = pytest.raises(RunInProgress, match=rf"\(process {os.getpid()}\)")
    with exclusive(path), refused, exclusive(path):
        pass


@pytest.mark.parametrize("content", [b"", b"1234", b"\x00\xff", b"x y z", b"- many"])
def test_a_lock_file_of_any_content_is_taken(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "run.lock"
    path.write_bytes(content)
    with exclusive(path) as lock:
        assert lock.deaths == content.isdigit()


def test_each_death_halves_what_chunks_are_made_to_fit_into(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    for _ in range(2):
        _die_holding(home.directory / "run.lock")
    with home.writing() as workspace:
        assert workspace.memory_bytes == available_bytes() // 4
        workspace.lock.reset_deaths()
    with home.writing() as workspace:
        assert workspace.memory_bytes == available_bytes()

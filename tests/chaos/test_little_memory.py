"""A day and a slate's predictions with little memory: the kernel kills a process above it.

A limit on addresses (``ulimit -v``, ``-d``) is no fair one: libraries reserve more of them than
they use. So the process has a control group to itself, whose limit holds for what it really takes.
"""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from support.memory_group import memory_group
from support.processes import call

if TYPE_CHECKING:
    from conftest import World

SLATE_BYTES, TINY_BYTES = 600_000_000, 60_000_000


def _forget_the_last_date(world: World) -> None:
    """Remove the entries of a home's last date and of the season's log: both are due again."""
    with world.home.writing() as workspace:
        catalog = workspace.catalog
        logs = "payload IN (SELECT payload FROM payload WHERE resource = 'leaguegamelog')"
        with catalog.transaction():
            catalog.query(
                "DELETE FROM entry WHERE day = (SELECT max(day) FROM entry WHERE table_name ="
                " 'player_prediction' AND rows > 0) AND table_name NOT IN"
                " (SELECT table_name FROM payload_entry)"
            )
            catalog.query(f"DELETE FROM payload_entry WHERE {logs}")


@pytest.mark.chaos
def test_one_more_day_and_its_slate_fit_into_600_megabytes(demo_copy: World) -> None:
    before = demo_copy.hashes()
    _forget_the_last_date(demo_copy)
    assert demo_copy.hashes() != before
    with memory_group(SLATE_BYTES) as group:
        result = call("run", home=demo_copy.home.directory, group=group)
        assert (result.code, group.kills) == (0, 0), result.stderr
        assert result.peak_bytes < SLATE_BYTES
        shown = call("slate", "--json", home=demo_copy.home.directory, group=group)
        assert shown.code == 0, shown.stderr
    assert demo_copy.hashes() == before, "little memory changes no result"


@pytest.mark.chaos
def test_what_is_killed_for_its_memory_is_done_by_the_next_run(demo_copy: World) -> None:
    """So the limit above is one that kills."""
    before = demo_copy.hashes()
    _forget_the_last_date(demo_copy)
    with memory_group(TINY_BYTES) as group:
        result = call("run", home=demo_copy.home.directory, group=group)
        assert (result.code, group.kills) == (-signal.SIGKILL, 1)
    again = call("run", "--json", home=demo_copy.home.directory)
    assert again.code == 0, again.stderr
    assert demo_copy.hashes() == before

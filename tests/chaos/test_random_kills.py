"""``kill -9`` at random moments of every command of a league that trains, publishes and promotes.

Each kill has a seed of its own, which an assertion names: the same seed kills the same command at
the same operation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.kills import kill, undisturbed

if TYPE_CHECKING:
    from pathlib import Path

KILLS = {
    "ingest": 40,
    "run": 30,
    "train": 30,
    "publish": 30,
    "promote": 25,
    "demote": 15,
    "rollback": 30,
}
"""The number of kills of each command: two hundred in all."""
AT_ONCE = 5
SHARDS = [(name, first) for name, kills in KILLS.items() for first in range(0, kills, AT_ONCE)]


def test_a_killed_ingest_leaves_nothing_half_done(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    whole = undisturbed(tmp_path_factory, "ingest")
    print(kill("ingest", whole, tmp_path, "ingest 0"))


@pytest.mark.chaos
@pytest.mark.parametrize(("name", "first"), SHARDS)
def test_two_hundred_killed_commands_leave_nothing_half_done(
    name: str, first: int, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    assert sum(KILLS.values()) == 200
    whole = undisturbed(tmp_path_factory, name)
    for n in range(first, first + AT_ONCE):
        print(kill(name, whole, tmp_path, f"{name} {n}"))

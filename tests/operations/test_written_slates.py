"""A job before tip-off reports the games without predictions, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

import pytest

from conftest import THROUGH
from tipoff.operations import Job, JobKind, ScheduledGame
from tipoff.operations.written_slates import BEFORE_TIP, unwritten

if TYPE_CHECKING:
    from conftest import World


@pytest.fixture
def games(demo_world: World) -> list[ScheduledGame]:
    """The games of the coming slate, with only the morning's predictions due."""
    rows = demo_world.rows("schedule", f"game_date = DATE '{THROUGH}'")
    return [ScheduledGame(r["game_id"], THROUGH, r["tip_at"].replace(tzinfo=UTC)) for r in rows]


def _job(game: ScheduledGame) -> Job:
    assert game.tip_at is not None
    return Job(THROUGH, JobKind.PRE_TIP, game.tip_at, game.tip_at, 1, game.tip_at)


def test_a_predicted_game_of_which_nothing_was_written_is_a_failure(
    demo_world: World, games: list[ScheduledGame]
) -> None:
    (lacking, *_) = unwritten(demo_world.home, _job(games[0]), games)
    assert (lacking.game_id, lacking.is_expected) == (games[0].game_id, True)
    assert str(lacking).endswith("it was not due when the run was made")


def test_a_game_that_the_schedule_lacks_or_that_has_no_time_is_reported(
    demo_world: World, games: list[ScheduledGame]
) -> None:
    unknown = replace(games[0], game_id="9")
    (lacking,) = unwritten(demo_world.home, _job(games[0]), [unknown])
    assert (lacking.why, lacking.is_expected) == ("the schedule lacks it", True)
    untimed = replace(_job(games[0]), tip_at=None)
    (lacking,) = unwritten(demo_world.home, untimed, [*games, replace(unknown, tip_at=None)])
    assert (lacking.why, lacking.is_expected) == ("no time of tip-off is known", False)


def test_what_was_written_before_tip_off_is_not_told(
    demo_copy: World, games: list[ScheduledGame]
) -> None:
    name = "prediction_time"
    demo_copy.rewrite(
        "live_prediction", f"SELECT * REPLACE ('{BEFORE_TIP}' AS {name}) FROM live_prediction"
    )
    assert unwritten(demo_copy.home, _job(games[0]), games) == []

"""Find games that are complete enough to settle predictions and bets, and games that moved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

GAME = ["game_id", "game_date"]
"""The key of a game on its date; a game that moved counts as another game."""
SCHEDULE_DAYS = 10
"""Days before a date whose results prove that the schedule covers the date, even if it has no games
then: more than the longest break of a season, around the All-Star game."""


def complete_games(schedule: Frame, *logs: Frame) -> Frame:
    """Return the games that have a result and both teams in every log.

    A final score alone is not enough: where box scores are missing or withdrawn, a player without a
    row may have any count.

    Args:
        schedule: with ``GAME``, ``is_final`` and both teams' ids.
        logs: box scores of players and of teams, with ``GAME`` and ``team_id``.
    """
    import pyarrow as pa

    entries = [
        {*zip(*(log[n].to_pylist() for n in (*GAME, "team_id")), strict=True)} for log in logs
    ]
    is_complete = [
        g["is_final"]
        and all(
            (g["game_id"], g["game_date"], g[f"{side}_team_id"]) in log
            for side in ("home", "away")
            for log in entries
        )
        for g in schedule.to_pylist()
    ]
    return schedule.filter(pa.array(is_complete, pa.bool_()))


def moved_games(rows: Frame, schedule: Frame) -> Frame:
    """Return the rows whose game is no longer scheduled on its date; they are void.

    Args:
        rows: with ``GAME``.
        schedule: with ``GAME``, for at least the rows' dates.
    """
    return rows.join(schedule.select(GAME), GAME, join_type="left anti")


def scheduled_dates(rows: Frame, schedule: Frame) -> Frame:
    """Return the rows of dates that the schedule covers, so that a game missing in it was moved.

    It covers a date if it has games on it, or results of the days before. A schedule that is
    missing, or older than those days, proves nothing about any game.

    Args:
        rows: with ``GAME``.
        schedule: with ``GAME`` and ``is_final``, for the rows' dates and ``SCHEDULE_DAYS`` before.
    """
    import pyarrow as pa

    days = {*schedule["game_date"].to_pylist()}
    result_dates = {*schedule.filter(schedule["is_final"])["game_date"].to_pylist()}
    spans = [timedelta(days=n) for n in range(1, SCHEDULE_DAYS + 1)]
    row_dates = rows["game_date"].to_pylist()
    scheduled = {
        d for d in {*row_dates} if d in days or any(d - span in result_dates for span in spans)
    }
    return rows.filter(pa.array([day in scheduled for day in row_dates], pa.bool_()))

"""Which games have a result that predictions and bets are settled by, and which left their date."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

GAME = ["game_id", "game_date"]
"""What tells a game on its date: a game that was moved is another one."""
SCHEDULE_DAYS = 10
"""How far back a schedule is looked at for whether it was known at a date that it has no games of:
further than the longest break of a season, that of the All-Star game."""


def complete_games(schedule: Frame, *logs: Frame) -> Frame:
    """Return the games that have a result and both of whose teams are in every log.

    A final score alone does not tell who played: where box scores are missing or withdrawn, a
    player without a row may have had any count.

    Args:
        schedule: with ``GAME``, ``is_final`` and both teams' ids.
        logs: box scores of players and of teams, with ``GAME`` and ``team_id``.
    """
    import pyarrow as pa

    there = [{*zip(*(log[n].to_pylist() for n in (*GAME, "team_id")), strict=True)} for log in logs]
    kept = [
        g["is_final"]
        and all(
            (g["game_id"], g["game_date"], g[f"{side}_team_id"]) in log
            for side in ("home", "away")
            for log in there
        )
        for g in schedule.to_pylist()
    ]
    return schedule.filter(pa.array(kept, pa.bool_()))


def moved_games(rows: Frame, schedule: Frame) -> Frame:
    """Return the rows whose game is no longer on its date: they are void.

    Args:
        rows: with ``GAME``.
        schedule: the same, of the rows' dates and any others.
    """
    return rows.join(schedule.select(GAME), GAME, join_type="left anti")


def scheduled_dates(rows: Frame, schedule: Frame) -> Frame:
    """Return the rows of dates whose schedule is there, so that a game it lacks was moved.

    It is there if it has games of the date, or results of the days before it. A schedule that is
    missing, or is older than those days, says nothing of any game.

    Args:
        rows: with ``GAME``.
        schedule: with ``GAME`` and ``is_final``, of the rows' dates and ``SCHEDULE_DAYS`` before.
    """
    import pyarrow as pa

    days = {*schedule["game_date"].to_pylist()}
    finals = {*schedule.filter(schedule["is_final"])["game_date"].to_pylist()}
    before = [timedelta(days=n) for n in range(1, SCHEDULE_DAYS + 1)]
    asked = rows["game_date"].to_pylist()
    there = {d for d in {*asked} if d in days or any(d - each in finals for each in before)}
    return rows.filter(pa.array([day in there for day in asked], pa.bool_()))

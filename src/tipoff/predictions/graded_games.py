"""Which games have a result that predictions and bets are settled by, and which left their date."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

GAME = ["game_id", "game_date"]
"""What tells a game on its date: a game that was moved is another one."""


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

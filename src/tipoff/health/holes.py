"""Holes in single games: rows that should be there, and predictions of games that are not played.

A date without any rows of a table is a gap of the grid, which the plan knows. What is here hides
on dates that look complete: one final game without its box score among eight that have theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.health.freshness import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipoff.kernel.reading import Rows

REQUIRED = ("player_box_score", "team_box_score")
"""Tables without whose rows a game is lost to everything that follows."""
WANTED = ("player_rotation", "shot")
"""Tables that services have been without for single games: told, and no reason to stop."""
MAX_NAMED = 3
"""How many of the things that one sentence is about are named in it."""
DAYS_TOLD = 1
"""For how many days after its date a prediction of a game that was not played is a problem: by
then it is graded VOID, and everybody was told."""
FINAL_WITHOUT = """
SELECT s.game_date, s.game_id, s.away_team_code || ' @ ' || s.home_team_code AS game
FROM schedule s
WHERE s.is_final AND s.game_date < DATE '{today}'
    AND s.game_date IN (SELECT DISTINCT game_date FROM {table})
    AND s.game_id NOT IN (SELECT DISTINCT game_id FROM {table})
ORDER BY 1 DESC, 2
"""
NOT_FINAL = """
SELECT game_date, game_id, away_team_code || ' @ ' || home_team_code AS game FROM schedule
WHERE NOT is_final AND game_date < DATE '{today}' - 1 ORDER BY 1 DESC, 2
"""
NOT_PLAYED = """
SELECT p.game_date, p.game_id, count(*) AS predictions, any_value(s.game_date) AS moved_to
FROM (FROM player_prediction WHERE game_date >= DATE '{today}' - {days}) p
LEFT JOIN schedule s ON s.game_id = p.game_id
WHERE s.game_date IS NULL OR s.game_date <> p.game_date
GROUP BY 1, 2 ORDER BY 1 DESC, 2
"""


@dataclass(frozen=True, slots=True)
class Holes:
    """One line for each hole, its date and game named."""

    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def holes(rows: Rows, tables: frozenset[str], today: date) -> Holes:
    """Find the holes of all games.

    Args:
        rows: the tables.
        tables: those that hold rows; of the others the grid tells.
        today: the league's date: its own games may be under way.
    """
    if "schedule" not in tables:
        return Holes((), ())
    problems = [*_without(rows, REQUIRED, tables, today), *_not_final(rows, today)]
    if "player_prediction" in tables:
        problems += _not_played(rows, today)
    return Holes(tuple(problems), tuple(_without(rows, WANTED, tables, today)))


def _without(
    rows: Rows, wanted: tuple[str, ...], tables: frozenset[str], today: date
) -> Iterator[str]:
    """Yield, for each table, the final games without rows on dates that have others."""
    for table in wanted:
        if table in tables:
            games = rows.query(FINAL_WITHOUT.format(table=table, today=today))
            if games:
                yield (
                    f"{table}: {counted(len(games), 'final game')} without rows on dates that have"
                    f" others: {_named(games)}"
                )


def _not_final(rows: Rows, today: date) -> list[str]:
    games = rows.query(NOT_FINAL.format(today=today))
    if not games:
        return []
    return [
        f"schedule: {counted(len(games), 'game')} of past dates not final: {_named(games)}:"
        " `tipoff ingest nba --season SEASON` asks for the schedule anew"
    ]


def _not_played(rows: Rows, today: date) -> list[str]:
    return [
        f"player_prediction: {counted(predictions, 'prediction')} of {day} of game {game}, which"
        f" is not played on that date ({f'moved to {moved_to}' if moved_to else 'postponed'}):"
        " shown nowhere, graded VOID"
        for day, game, predictions, moved_to in rows.query(
            NOT_PLAYED.format(today=today, days=DAYS_TOLD)
        )
    ]


def _named(games: list[tuple[date, str, str]]) -> str:
    named = ", ".join(f"{game} of {day} ({number})" for day, number, game in games[:MAX_NAMED])
    return named if len(games) <= MAX_NAMED else f"{named} and {len(games) - MAX_NAMED} more"

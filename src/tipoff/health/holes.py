"""Holes of a home: gaps of the grid, and games and predictions that are not as they should be.

A gap that may still be healed is a problem; one that was asked for as often as it is tried, and
single games that a service has been without, are told and stop nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.domain.league_time import naive_utc
from tipoff.domain.prediction_time import PredictionTime
from tipoff.health.freshness import counted
from tipoff.health.grid import MAX_NAMED, find_gaps

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from tipoff.health.grid import Gap
    from tipoff.kernel.reading import Rows

WANTED = ("player_rotation", "shot")
"""Tables that services have been without for single games: told, and no reason to stop."""
DAYS_TOLD = 1
"""For how many days after its date a prediction of a game that was not played is a problem: by
then everybody was told."""
HEAL, AGAIN = "`tipoff heal` asks for them", "given up; `tipoff heal --again` asks once more"
SINGLE = "single games, which services have been without; `tipoff heal` asks for them"
NOT_FINAL = """
SELECT game_date, game_id, away_team_code || ' @ ' || home_team_code AS game, season FROM schedule
WHERE NOT is_final AND game_date < DATE '{today}' - 1 ORDER BY 1 DESC, 2
"""
NOT_PLAYED = """
SELECT p.game_date, p.game_id, count(*) AS predictions, any_value(s.game_date) AS moved_to
FROM (FROM player_prediction WHERE game_date >= DATE '{today}' - {days}) p
LEFT JOIN schedule s ON s.game_id = p.game_id
WHERE s.game_date IS NULL OR s.game_date <> p.game_date
GROUP BY 1, 2 ORDER BY 1 DESC, 2
"""
VOIDED = f"""
SELECT DISTINCT game_date, game_id FROM prediction_grade
WHERE game_date >= DATE '{{today}}' - {DAYS_TOLD} AND grade = 'VOID'
"""
UNWRITTEN = f"""
SELECT game_date, game_id, away_team_code || ' @ ' || home_team_code FROM schedule s
WHERE tip_at <= TIMESTAMP '{{now}}' AND game_date >= DATE '{{today}}' - {DAYS_TOLD}
    AND EXISTS (FROM live_prediction p WHERE p.game_date BETWEEN s.game_date - 7 AND s.game_date)
    AND NOT EXISTS (FROM live_prediction p WHERE p.game_id = s.game_id
        AND p.game_date = s.game_date AND p.prediction_time = '{PredictionTime.BEFORE_TIP}')
ORDER BY 1 DESC, 2
"""
"""Games that have begun without a live prediction before tip-off, in a home that makes them."""


@dataclass(frozen=True, slots=True)
class GapCount:
    """What one table lacks."""

    table: str
    source: str
    dates: int
    """Dates that lack rows of at least one game that is over."""
    games: int
    """How many such games."""
    given_up: int
    """Dates of them that are not asked for any more."""
    first_date: date
    last_date: date


@dataclass(frozen=True, slots=True)
class Holes:
    """What is missing, a sentence each, and the gaps of the grid counted by table."""

    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    gaps: tuple[GapCount, ...] = ()


def holes(
    rows: Rows,
    days: Mapping[str, Collection[date]],
    today: date,
    now: datetime,
    given_up: Collection[tuple[date, str]] = frozenset(),
) -> Holes:
    """Find the holes of all games.

    Args:
        rows: the tables.
        days: the dates that each table has rows of.
        today: the league's date: its own games may be under way.
        now: the time by the home's clock, aware.
        given_up: the dates and sources that are not asked any more for what is missing.
    """
    if not days.get("schedule"):
        return Holes(tuple(_unscheduled(days)))
    gaps = find_gaps(rows, days, today)
    lost = [gap for gap in gaps if (gap.day, gap.source) in given_up]
    wanted = [gap for gap in gaps if (gap.day, gap.source) not in given_up]
    single = [gap for gap in wanted if _is_single(gap)]
    missing = [gap for gap in wanted if not _is_single(gap)]
    problems = [*_told(missing, HEAL), *_not_final(rows, today)]
    if days.get("player_prediction"):
        problems += _not_played(rows, today, is_graded=bool(days.get("prediction_grade")))
    warnings = [*_told(single, SINGLE), *_told(lost, AGAIN)]
    if days.get("live_prediction"):
        warnings += _unwritten(rows, today, now)
    return Holes(tuple(problems), tuple(warnings), tuple(_counts(gaps, lost)))


def _is_single(gap: Gap) -> bool:
    return gap.table in WANTED and not gap.is_whole


def _told(gaps: Sequence[Gap], cure: str) -> list[str]:
    """Return one sentence about gaps, the newest named; nothing, if there are none."""
    if not gaps:
        return []
    tables = Counter(gap.table for gap in gaps)
    counts = ", ".join(f"{n:,} of {table}" for table, n in tables.most_common())
    newest = "; ".join(str(gap) for gap in sorted(gaps, key=lambda g: g.day)[: -MAX_NAMED - 1 : -1])
    dates = len({gap.day for gap in gaps})
    verb = "lacks" if dates == 1 else "lack"
    return [
        f"grid: {counted(dates, 'date')} {verb} rows of games that are over ({counts}):"
        f" {newest}{'; …' if len(gaps) > MAX_NAMED else ''}: {cure}"
    ]


def _counts(gaps: Sequence[Gap], lost: Sequence[Gap]) -> list[GapCount]:
    found = []
    for table in sorted({gap.table for gap in gaps}):
        own = [gap for gap in gaps if gap.table == table]
        found.append(
            GapCount(
                table,
                own[0].source,
                len(own),
                sum(len(gap.games) for gap in own),
                sum(gap.table == table for gap in lost),
                own[0].day,
                own[-1].day,
            )
        )
    return found


def _not_final(rows: Rows, today: date) -> list[str]:
    found = rows.query(NOT_FINAL.format(today=today))
    if not found:
        return []
    games = [(day, number, name) for day, number, name, _ in found]
    seasons = sorted({season for *_, season in found})
    asking = ", ".join(f"`tipoff ingest nba --season {season}`" for season in seasons)
    return [
        f"schedule: {counted(len(games), 'game')} of past dates not final: {_named(games)}:"
        f" {asking} asks for the schedule anew"
    ]


def _not_played(rows: Rows, today: date, *, is_graded: bool) -> list[str]:
    voided = set(rows.query(VOIDED.format(today=today))) if is_graded else set()
    return [
        f"player_prediction: {counted(predictions, 'prediction')} of {day} of game {game}, which"
        f" is not played on that date ({f'moved to {moved_to}' if moved_to else 'postponed'}):"
        f" shown nowhere, {'graded VOID' if (day, game) in voided else 'not graded yet'}"
        for day, game, predictions, moved_to in rows.query(
            NOT_PLAYED.format(today=today, days=DAYS_TOLD)
        )
    ]


def _unscheduled(days: Mapping[str, Collection[date]]) -> list[str]:
    """Return what waits for a schedule, where there is none."""
    live = days.get("live_prediction")
    if not live:
        return []
    return [
        f"schedule: no game is known, and live predictions of {counted(len(live), 'date')} are not"
        " graded: `tipoff ingest nba --season SEASON` asks for the schedule anew"
    ]


def _unwritten(rows: Rows, today: date, now: datetime) -> list[str]:
    games = rows.query(UNWRITTEN.format(today=today, now=naive_utc(now)))
    if not games:
        return []
    return [
        f"live_prediction: {counted(len(games), 'game')} began without a prediction before"
        f" tip-off: {_named(games)}"
    ]


def _named(games: list[tuple[date, str, str]]) -> str:
    named = ", ".join(f"{game} of {day} ({number})" for day, number, game in games[:MAX_NAMED])
    return named if len(games) <= MAX_NAMED else f"{named} and {len(games) - MAX_NAMED} more"

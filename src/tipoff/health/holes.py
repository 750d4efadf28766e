"""Holes of a home: gaps in the grid, and games and predictions in a wrong state.

A gap that may still be healed is a problem. A gap that was given up, and single games that a
service lacks, are warnings only.
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

OFTEN_INCOMPLETE = ("player_rotation", "shot")
"""Tables that services often lack for single games, which is only a warning."""
DAYS_REPORTED = 1
"""For how many days after its date a prediction for a game that was not played is reported."""
CURE_HEAL = "`tipoff heal` asks for them"
CURE_HEAL_AGAIN = "given up; `tipoff heal --again` asks once more"
CURE_SINGLE_GAMES = "single games, which services sometimes lack; `tipoff heal` asks for them"
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
WHERE game_date >= DATE '{{today}}' - {DAYS_REPORTED} AND grade = 'VOID'
"""
UNWRITTEN = f"""
SELECT game_date, game_id, away_team_code || ' @ ' || home_team_code FROM schedule s
WHERE tip_at <= TIMESTAMP '{{now}}' AND game_date >= DATE '{{today}}' - {DAYS_REPORTED}
    AND EXISTS (FROM live_prediction p WHERE p.game_date BETWEEN s.game_date - 7 AND s.game_date)
    AND NOT EXISTS (FROM live_prediction p WHERE p.game_id = s.game_id
        AND p.game_date = s.game_date AND p.prediction_time = '{PredictionTime.BEFORE_TIP}')
ORDER BY 1 DESC, 2
"""
"""Games that have begun without a live prediction before tip-off, if the home makes them."""


@dataclass(frozen=True, slots=True)
class GapCount:
    """The number of gaps in one table."""

    table: str
    source: str
    dates: int
    """Dates with at least one game that is over and lacks rows."""
    games: int
    """Number of such games."""
    given_up: int
    """Dates among them that are no longer asked for."""
    first_date: date
    last_date: date


@dataclass(frozen=True, slots=True)
class Holes:
    """A sentence for each problem and warning, and the number of gaps by table."""

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
        days: the dates with rows of each table.
        today: the league's date, whose games may be in progress.
        now: the time by the home's clock, timezone-aware.
        given_up: pairs of date and source that are no longer asked for missing rows.
    """
    if not days.get("schedule"):
        return Holes(tuple(_unscheduled(days)))
    gaps = find_gaps(rows, days, today)
    abandoned = [gap for gap in gaps if (gap.day, gap.source) in given_up]
    open_gaps = [gap for gap in gaps if (gap.day, gap.source) not in given_up]
    single = [gap for gap in open_gaps if _is_single(gap)]
    missing = [gap for gap in open_gaps if not _is_single(gap)]
    problems = [*_gap_sentences(missing, CURE_HEAL), *_not_final(rows, today)]
    if days.get("player_prediction"):
        problems += _not_played(rows, today, is_graded=bool(days.get("prediction_grade")))
    warnings = [
        *_gap_sentences(single, CURE_SINGLE_GAMES),
        *_gap_sentences(abandoned, CURE_HEAL_AGAIN),
    ]
    if days.get("live_prediction"):
        warnings += _unwritten(rows, today, now)
    return Holes(tuple(problems), tuple(warnings), tuple(_counts(gaps, abandoned)))


def _is_single(gap: Gap) -> bool:
    return gap.table in OFTEN_INCOMPLETE and not gap.is_whole


def _gap_sentences(gaps: Sequence[Gap], cure: str) -> list[str]:
    """Return one sentence about gaps that names the newest; an empty list without gaps."""
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


def _counts(gaps: Sequence[Gap], abandoned: Sequence[Gap]) -> list[GapCount]:
    counts = []
    for table in sorted({gap.table for gap in gaps}):
        own = [gap for gap in gaps if gap.table == table]
        counts.append(
            GapCount(
                table,
                own[0].source,
                len(own),
                sum(len(gap.games) for gap in own),
                sum(gap.table == table for gap in abandoned),
                own[0].day,
                own[-1].day,
            )
        )
    return counts


def _not_final(rows: Rows, today: date) -> list[str]:
    not_final = rows.query(NOT_FINAL.format(today=today))
    if not not_final:
        return []
    games = [(day, number, name) for day, number, name, _ in not_final]
    seasons = sorted({season for *_, season in not_final})
    commands = ", ".join(f"`tipoff ingest nba --season {season}`" for season in seasons)
    return [
        f"schedule: {counted(len(games), 'game')} of past dates not final: {_named(games)}:"
        f" {commands} asks for the schedule again"
    ]


def _not_played(rows: Rows, today: date, *, is_graded: bool) -> list[str]:
    voided = set(rows.query(VOIDED.format(today=today))) if is_graded else set()
    return [
        f"player_prediction: {counted(predictions, 'prediction')} of {day} for game {game}, which"
        f" is not played on that date ({f'moved to {moved_to}' if moved_to else 'postponed'}):"
        f" not published, {'graded VOID' if (day, game) in voided else 'not graded yet'}"
        for day, game, predictions, moved_to in rows.query(
            NOT_PLAYED.format(today=today, days=DAYS_REPORTED)
        )
    ]


def _unscheduled(days: Mapping[str, Collection[date]]) -> list[str]:
    """Return a problem if live predictions cannot be graded because no schedule is known."""
    live = days.get("live_prediction")
    if not live:
        return []
    return [
        f"schedule: no game is known, and live predictions of {counted(len(live), 'date')} are not"
        " graded: `tipoff ingest nba --season SEASON` asks for the schedule again"
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

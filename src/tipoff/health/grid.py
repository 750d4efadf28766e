"""The grid of what should exist: rows of each table of sources, for the games that are over.

The schedule alone says which cells there are: a date in the off-season, in the all-star break or
without games has none, and a game that is postponed has none. A cell without rows is a gap,
anywhere in history. There are two kinds of cells:

- of a game: the league's own tables have rows of every game that is over;
- of a date: other sources have rows of every date with such a game, from the first to the last
  date of a season that they have rows of. One that was first asked in March lacks no date of
  October, and what is missing after its last date is told by its freshness.

Today's games may be under way, so today has no gap yet.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from tipoff.domain.source_names import INJURIES, LINEUPS, NBA, ODDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from tipoff.kernel.reading import Rows

GAME_TABLES: Mapping[str, str] = {
    "player_box_score": NBA,
    "team_box_score": NBA,
    "player_rotation": NBA,
    "shot": NBA,
}
"""The tables that have rows of every game that is over, each with its source."""
DATE_TABLES: Mapping[str, str] = {
    "inactive_player": NBA,
    "injury_report": INJURIES,
    "daily_lineup": LINEUPS,
    "prop_price": ODDS,
    "game_price": ODDS,
}
"""The tables that have rows of every date with such a game, each with its source."""
MAX_NAMED = 3
"""How many of the things that one sentence is about are named in it."""
OVER = """
SELECT game_date, game_id, season, away_team_code || ' @ ' || home_team_code AS teams
FROM schedule WHERE is_final AND game_date < DATE '{today}' ORDER BY game_date, game_id
"""


@dataclass(frozen=True, slots=True)
class FinishedGame:
    """A game that is over."""

    day: date
    """US Eastern."""
    game_id: str
    season: str
    """Its label, such as 2023-24."""
    teams: str = ""
    """For people, such as BOS @ NYK."""

    def __str__(self) -> str:
        return f"{self.teams} {self.game_id}".strip()


@dataclass(frozen=True, slots=True)
class Gap:
    """What one date lacks of one table."""

    day: date
    """US Eastern."""
    table: str
    source: str
    games: tuple[FinishedGame, ...]
    """The games without rows."""
    of: int
    """How many games of the date are over."""

    @property
    def is_whole(self) -> bool:
        """Whether the date has no rows of any game that is over."""
        return len(self.games) == self.of

    @property
    def season(self) -> str:
        """The label of the date's season."""
        return self.games[0].season

    def __str__(self) -> str:
        few = not self.is_whole and len(self.games) <= MAX_NAMED
        named = f" ({', '.join(map(str, self.games))})" if few else ""
        return f"{self.day} {self.table}: {len(self.games)} of {self.of} games without rows{named}"


def find_gaps(rows: Rows, days: Mapping[str, Collection[date]], today: date) -> list[Gap]:
    """Return every gap of a home's grid, by date and table.

    Args:
        rows: the tables.
        days: the dates that each table has rows of.
        today: the league's date.
    """
    games = [FinishedGame(*row) for row in rows.query(OVER.format(today=today))]
    held = {
        table: {game for (game,) in rows.query(f"SELECT DISTINCT game_id FROM {table}")}
        for table in GAME_TABLES
        if games and days.get(table)
    }
    return grid_gaps(games, held, {table: days.get(table, ()) for table in DATE_TABLES})


def grid_gaps(
    games: Iterable[FinishedGame],
    held: Mapping[str, Collection[str]],
    days: Mapping[str, Collection[date]],
) -> list[Gap]:
    """Return every gap of the grid, by date and table.

    Args:
        games: those that are over, of all seasons.
        held: for each table of games, the ids of the games that it has rows of.
        days: for each table of dates, the dates that it has rows of.
    """
    by_day: dict[date, list[FinishedGame]] = defaultdict(list)
    for game in games:
        by_day[game.day].append(game)
    begins = _season_begins(by_day)
    gaps = [*_gaps_of_games(by_day, held)]
    for table, source in DATE_TABLES.items():
        gaps += [
            Gap(day, table, source, tuple(by_day[day]), len(by_day[day]))
            for day in _lacking(by_day, frozenset(days.get(table, ())), begins)
        ]
    return sorted(gaps, key=lambda gap: (gap.day, gap.table))


def _gaps_of_games(
    by_day: Mapping[date, list[FinishedGame]], held: Mapping[str, Collection[str]]
) -> Iterator[Gap]:
    for day, games in by_day.items():
        for table, source in GAME_TABLES.items():
            lacking = tuple(game for game in games if game.game_id not in held.get(table, ()))
            if lacking:
                yield Gap(day, table, source, lacking, len(games))


def _season_begins(by_day: Mapping[date, list[FinishedGame]]) -> list[date]:
    """Return the first date of each season, in order."""
    first: dict[str, date] = {}
    for day in sorted(by_day):
        first.setdefault(by_day[day][0].season, day)
    return sorted(first.values())


def _lacking(by_day: Collection[date], held: frozenset[date], begins: list[date]) -> Iterator[date]:
    """Yield the dates without rows between the first and the last of each season that have some.

    For example, prices came on 5, 6 and 9 March: of the dates with games, the 7th and 8th lack
    them, and the 4th and the 10th do not.
    """
    for begin, following in pairwise([*begins, date.max]):
        covered = [day for day in held if begin <= day < following]
        if covered:
            first, last = min(covered), max(covered)
            yield from (day for day in by_day if first < day < last and day not in held)

"""The grid of expected rows: for each source table, the games that are over.

The schedule alone determines the cells of the grid: dates in the off-season, in the all-star break
or without games have none, nor have postponed games. A cell without rows is a gap, however old it
is. There are two kinds of cells:

- game cells: the league's own tables have rows for every game that is over;
- date cells: other sources have rows for every date with such a game, between their first and last
  date with rows in a season. A source that was first asked in March has no gaps in October; rows
  missing after its last date are reported by ``freshness``.

Today's games may be in progress, so today has no gaps yet.
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
"""The tables with rows for every game that is over, each with its source."""
DATE_TABLES: Mapping[str, str] = {
    "inactive_player": NBA,
    "injury_report": INJURIES,
    "daily_lineup": LINEUPS,
    "prop_price": ODDS,
    "game_price": ODDS,
}
"""The tables with rows for every date with a game that is over, each with its source."""
MAX_NAMED = 3
"""Maximum number of items that one sentence names."""
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
    """Text for people, such as BOS @ NYK."""

    def __str__(self) -> str:
        return f"{self.teams} {self.game_id}".strip()


@dataclass(frozen=True, slots=True)
class Gap:
    """The games of one date without rows in one table."""

    day: date
    """US Eastern."""
    table: str
    source: str
    games: tuple[FinishedGame, ...]
    """The games without rows."""
    of: int
    """Number of games of the date that are over."""

    @property
    def is_whole(self) -> bool:
        """Whether all games of the date that are over lack rows."""
        return len(self.games) == self.of

    @property
    def season(self) -> str:
        """The label of the date's season."""
        return self.games[0].season

    def __str__(self) -> str:
        is_short = not self.is_whole and len(self.games) <= MAX_NAMED
        named = f" ({', '.join(map(str, self.games))})" if is_short else ""
        return f"{self.day} {self.table}: {len(self.games)} of {self.of} games without rows{named}"


def find_gaps(rows: Rows, days: Mapping[str, Collection[date]], today: date) -> list[Gap]:
    """Return every gap in the grid of a home, sorted by date and table.

    Args:
        rows: the tables.
        days: the dates with rows of each table.
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
    """Return every gap in the grid, sorted by date and table.

    Args:
        games: the games of all seasons that are over.
        held: for each game table, the ids of the games with rows.
        days: for each date table, the dates with rows.
    """
    by_day: dict[date, list[FinishedGame]] = defaultdict(list)
    for game in games:
        by_day[game.day].append(game)
    begins = _season_begins(by_day)
    gaps = [*_game_gaps(by_day, held)]
    for table, source in DATE_TABLES.items():
        gaps += [
            Gap(day, table, source, tuple(by_day[day]), len(by_day[day]))
            for day in _uncovered(by_day, frozenset(days.get(table, ())), begins)
        ]
    return sorted(gaps, key=lambda gap: (gap.day, gap.table))


def _game_gaps(
    by_day: Mapping[date, list[FinishedGame]], held: Mapping[str, Collection[str]]
) -> Iterator[Gap]:
    for day, games in by_day.items():
        for table, source in GAME_TABLES.items():
            missing = tuple(game for game in games if game.game_id not in held.get(table, ()))
            if missing:
                yield Gap(day, table, source, missing, len(games))


def _season_begins(by_day: Mapping[date, list[FinishedGame]]) -> list[date]:
    """Return the first date of each season, in order."""
    first: dict[str, date] = {}
    for day in sorted(by_day):
        first.setdefault(by_day[day][0].season, day)
    return sorted(first.values())


def _uncovered(
    by_day: Collection[date], held: frozenset[date], begins: list[date]
) -> Iterator[date]:
    """Yield the dates without rows between the first and last date with rows of each season.

    For example, there are prices for 5, 6 and 9 March. Of the dates with games, the 7th and 8th
    are gaps; the 4th and the 10th are not.
    """
    for begin, following in pairwise([*begins, date.max]):
        covered = [day for day in held if begin <= day < following]
        if covered:
            first, last = min(covered), max(covered)
            yield from (day for day in by_day if first < day < last and day not in held)

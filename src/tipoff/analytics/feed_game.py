"""Which game of the schedule each game of a price feed is.

Feeds and the schedule write teams differently, and in games on neutral ground they differ on who
is at home. A game is found by its date and its two teams, whichever is named first: two teams
never meet twice on one date.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.domain.names import TEAMS, team_key
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame

    Row = Mapping[str, Any]

TEAMS_OF = ["game_date", "home_team_name", "away_team_name"]
FOUND = "found"
NO_GAMES = "no games on the date"
UNKNOWN_TEAM = "unknown team"
OTHER_GAMES = "the teams do not meet on the date"
OUTCOMES = (FOUND, NO_GAMES, UNKNOWN_TEAM, OTHER_GAMES)


class FeedGame(Schema):
    """One game of a date as price feeds write its teams."""

    game_date = day(key=True, partition=True, meaning="date of the game in the feed, US Eastern")
    home_team_name = text(key=True, meaning="the team that the feed has at home")
    away_team_name = text(key=True, meaning="the other team")
    game_id = text(nullable=True, meaning="the game of the schedule; NULL: none, see the outcome")
    is_swapped = boolean(meaning="the schedule has the other team at home")
    outcome = text(choices=OUTCOMES, meaning="found, or why no game of the schedule is meant")
    prop_prices = integer(minimum=0, unit="rows", meaning="prices of player props on it")
    game_prices = integer(minimum=0, unit="rows", meaning="quotes of spread, total and winner")


@dataclass(frozen=True)
class Found:
    """What a feed's game is."""

    outcome: str
    game: Row | None = None
    is_swapped: bool = False


class GameFinder:
    """The games of a schedule, by date and teams."""

    def __init__(self, games: Iterable[Row]) -> None:
        self._by_teams: dict[tuple[date, frozenset[str]], Row] = {}
        self._by_team: dict[tuple[date, str], Row] = {}
        self._by_date: dict[date, list[Row]] = defaultdict(list)
        for game in games:
            home, away = team_key(game["home_team_name"]), team_key(game["away_team_name"])
            self._by_teams[game["game_date"], frozenset((home, away))] = game
            self._by_team |= {(game["game_date"], team): game for team in (home, away)}
            self._by_date[game["game_date"]].append(game)

    def on(self, day: date) -> list[Row]:
        """Return all games of a date."""
        return self._by_date.get(day, [])

    def of(self, day: date, team: str) -> Row | None:
        """Return a team's game of a date."""
        return self._by_team.get((day, team_key(team)))

    def find(self, day: date, home: str, away: str) -> Found:
        """Return the game two teams play on a date, in either place, or why there is none."""
        first, second = team_key(home), team_key(away)
        game = self._by_teams.get((day, frozenset((first, second))))
        if game is not None:
            return Found(FOUND, game, is_swapped=team_key(game["home_team_name"]) != first)
        if not self.on(day):
            return Found(NO_GAMES)
        known = all(team in TEAMS or (day, team) in self._by_team for team in (first, second))
        return Found(OTHER_GAMES if known else UNKNOWN_TEAM)


@table(
    schema=FeedGame,
    columns={"prop_price": TEAMS_OF, "game_price": TEAMS_OF, "schedule": ("game_id", *TEAMS_OF)},
    may_be_empty=True,
)
def feed_game(prop_price: Frame, game_price: Frame, schedule: Frame) -> Frame:
    """Return each pair of teams that the prices of a date name, with its game."""
    finder = GameFinder(schedule.to_pylist())
    named = _counted(prop_price), _counted(game_price)
    rows = []
    for place in sorted({*named[0], *named[1]}):
        found = finder.find(*place)
        game_id = found.game["game_id"] if found.game else None
        counts = (of_source.get(place, 0) for of_source in named)
        rows.append((*place, game_id, found.is_swapped, found.outcome, *counts))
    columns = zip(*rows, strict=True) if rows else ((),) * len(FeedGame.columns)
    return frame(FeedGame, dict(zip(FeedGame.columns, map(list, columns), strict=True)))


def _counted(prices: Frame) -> dict[tuple[Any, ...], int]:
    """Return the number of rows by (date, home, away), where the feed names the teams."""
    rows = prices.group_by(TEAMS_OF).aggregate([([], "count_all")]).to_pylist()
    return {
        tuple(row[name] for name in TEAMS_OF): row["count_all"]
        for row in rows
        if row["home_team_name"] is not None and row["away_team_name"] is not None
    }

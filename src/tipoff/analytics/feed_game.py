"""Match each game of the price feeds to a game of the schedule.

Feeds and schedule spell teams differently, and for games at neutral sites they may disagree about
the home team. Games are therefore matched by date and the pair of teams in either order, which is
unambiguous because two teams never meet twice on one date.
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
    """One game of a date, with the team names of the price feeds."""

    game_date = day(key=True, partition=True, meaning="date of the game in the feed, US Eastern")
    home_team_name = text(key=True, meaning="the home team according to the feed")
    away_team_name = text(key=True, meaning="the away team according to the feed")
    game_id = text(nullable=True, meaning="the game of the schedule; NULL without a match")
    is_swapped = boolean(meaning="whether the schedule has the other team at home")
    outcome = text(choices=OUTCOMES, meaning="found, or why there is no match")
    prop_prices = integer(minimum=0, unit="rows", meaning="prices of player props for the game")
    game_prices = integer(
        minimum=0, unit="rows", meaning="quotes of spread, total and moneyline for the game"
    )


@dataclass(frozen=True)
class GameMatch:
    """The game of the schedule that matches a feed's game, or why there is none."""

    outcome: str
    game: Row | None = None
    is_swapped: bool = False


class GameFinder:
    """An index of the schedule's games by date and teams."""

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
        """Return the game of a team on a date."""
        return self._by_team.get((day, team_key(team)))

    def find(self, day: date, home: str, away: str) -> GameMatch:
        """Return the game of two teams on a date, whichever is at home, or why there is none."""
        first, second = team_key(home), team_key(away)
        game = self._by_teams.get((day, frozenset((first, second))))
        if game is not None:
            return GameMatch(FOUND, game, is_swapped=team_key(game["home_team_name"]) != first)
        if not self.on(day):
            return GameMatch(NO_GAMES)
        known = all(team in TEAMS or (day, team) in self._by_team for team in (first, second))
        return GameMatch(OTHER_GAMES if known else UNKNOWN_TEAM)


@table(
    schema=FeedGame,
    columns={"prop_price": TEAMS_OF, "game_price": TEAMS_OF, "schedule": ("game_id", *TEAMS_OF)},
    may_be_empty=True,
)
def feed_game(prop_price: Frame, game_price: Frame, schedule: Frame) -> Frame:
    """Return each pair of teams named in a date's prices, with the matching game."""
    finder = GameFinder(schedule.to_pylist())
    row_counts = _counted(prop_price), _counted(game_price)
    rows = []
    for key in sorted({*row_counts[0], *row_counts[1]}):
        match = finder.find(*key)
        game_id = match.game["game_id"] if match.game else None
        counts = (of_source.get(key, 0) for of_source in row_counts)
        rows.append((*key, game_id, match.is_swapped, match.outcome, *counts))
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

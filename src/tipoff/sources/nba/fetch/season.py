"""A season according to its schedule: games, phases and scores."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from tipoff.kernel.parse.typed_columns import read_columns
from tipoff.sources.nba.league_schedule import (
    FINAL,
    SIDES,
    is_postponed,
    league_schedule,
    postponed_games,
    undecided_games,
)
from tipoff.sources.parsing import json_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipoff.kernel.declare.payload import Payload

SETTLED = timedelta(days=3)
"""The time after a game during which the league may still correct its statistics."""
OTHER_PHASES = {"004": "Playoffs", "005": "PlayIn", "006": "IST"}
"""The service's season types, by the first three digits of a game's id."""


@dataclass(frozen=True, slots=True, order=True)
class Phase:
    """A part of a season, with the service's name for it."""

    name: str = "Regular Season"

    @property
    def query(self) -> dict[str, str]:
        """Return the parameters of a request for the phase."""
        return {"SeasonType": self.name}

    @property
    def parameters(self) -> dict[str, str]:
        """Return the parameters under which answers are landed; none for the regular season."""
        return {} if self == REGULAR else self.query


REGULAR = Phase()


@dataclass(frozen=True, slots=True)
class Game:
    """One game, played or to come."""

    id: str
    day: date
    teams: tuple[int, int]
    final: bool
    matchup: str = ""
    """The teams' codes, as in "BOS @ NYK"."""

    @property
    def phase(self) -> Phase:
        """Return the phase that the game belongs to."""
        return phase_of(self.id)


def phase_of(game_id: str) -> Phase:
    """Return the phase of the season in a game's id."""
    return Phase(OTHER_PHASES.get(game_id[:3], REGULAR.name))


@dataclass(frozen=True)
class Season:
    """The games of a season, in the order of their dates."""

    label: str
    games: tuple[Game, ...]
    scores: Mapping[str, Mapping[int, int]]
    """The points of each team, by game."""
    undecided: tuple[str, ...] = ()
    """The ids of games without decided teams, which are not in ``games``."""
    postponed: Mapping[str, str] = field(default_factory=dict)
    """Descriptions of postponed games by id, which are not in ``games`` either."""
    year: str = ""
    """The season that the schedule itself states."""

    @classmethod
    def read(cls, label: str, schedule: Payload) -> Season:
        """Read a season from its schedule.

        Raises:
            PayloadError: the payload is not a season's schedule.
        """
        columns = read_columns(league_schedule, schedule)
        rows = zip(
            columns["gameId"],
            columns["gameDate"],
            columns["homeTeamId"],
            columns["awayTeamId"],
            columns["gameStatus"],
            columns["homeTeamTricode"],
            columns["awayTeamTricode"],
            strict=True,
        )
        games = (
            Game(game, day, (home, away), status == FINAL, f"{away_code} @ {home_code}")
            for game, day, home, away, status, home_code, away_code in rows
            if isinstance(day, date) and home and away
        )
        ordered = tuple(sorted(games, key=lambda game: (game.day, game.id)))
        return cls(
            label,
            ordered,
            _scores(schedule, (game.id for game in ordered)),
            tuple(dict.fromkeys(undecided_games(schedule))),
            postponed_games(schedule),
            columns["season"][0] if columns["season"] else "",
        )

    @cached_property
    def by_id(self) -> dict[str, Game]:
        """Return every game by id."""
        return {game.id: game for game in self.games}

    @cached_property
    def finals(self) -> dict[str, Game]:
        """Return the games that are over, by id."""
        return {game.id: game for game in self.games if game.final}

    @cached_property
    def phases(self) -> dict[Phase, list[Game]]:
        """Return the games that are over, by phase."""
        phases: dict[Phase, list[Game]] = defaultdict(list)
        for game in self.finals.values():
            phases[game.phase].append(game)
        return dict(sorted(phases.items()))

    @property
    def team_codes(self) -> dict[int, str]:
        """Return the code of each team that has a game, by team id."""
        codes: dict[int, str] = {}
        for game in self.games:
            away, _, home = game.matchup.partition(" @ ")
            codes |= dict(zip(game.teams, (home, away), strict=True))
        return codes

    @property
    def teams(self) -> list[int]:
        """Return the ids of all teams in the regular season, sorted."""
        return sorted({t for g in self.games if g.phase == REGULAR for t in g.teams})

    def is_settled(self, fetched: date, phase: Phase | None = None) -> bool:
        """Return whether data of the season or a phase can no longer change after a date."""
        days = [g.day for g in self.games if phase in (None, g.phase)]
        return not days or fetched > max(days) + SETTLED


def _scores(schedule: Payload, games: Iterable[str]) -> dict[str, dict[int, int]]:
    """Return each team's points in each of the games, from the schedule."""
    game_ids = set(games)
    days = json_rows.items(json_rows.document(schedule, "leagueSchedule"), "gameDates")
    return {
        game["gameId"]: {
            json_rows.field(game[side], "teamId"): game[side].get("score", 0)
            for side in SIDES
            if game[side]
        }
        for day in days
        for game in json_rows.items(day, "games")
        if game["gameId"] in game_ids and not is_postponed(game)
    }

"""What a season's schedule says: which games are over, in which phase, and how they ended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from tipoff.kernel.parse.typed_columns import read_columns
from tipoff.sources.nba.league_schedule import FINAL, SIDES, league_schedule
from tipoff.sources.parsing.json_rows import document, field, items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipoff.kernel.declare.payload import Payload

SETTLED = timedelta(days=3)
"""After so long the league corrects no more: what was fetched later is not asked for again."""
OTHER_PHASES = {"004": "Playoffs", "005": "PlayIn", "006": "IST"}
"""The service's season types, by the first three figures of a game's id."""


@dataclass(frozen=True, slots=True, order=True)
class Phase:
    """A part of a season, by the service's name."""

    name: str = "Regular Season"

    @property
    def query(self) -> dict[str, str]:
        """What the service is asked."""
        return {"SeasonType": self.name}

    @property
    def parameters(self) -> dict[str, str]:
        """What names the answer: nothing of the regular season, as in its recordings."""
        return {} if self == REGULAR else self.query


REGULAR = Phase()


@dataclass(frozen=True, slots=True)
class Game:
    """One game, played or to come."""

    id: str
    day: date
    teams: tuple[int, int]
    final: bool

    @property
    def phase(self) -> Phase:
        """The phase it belongs to."""
        return phase_of(self.id)


def phase_of(game_id: str) -> Phase:
    """Return the phase of a season that a game's id names."""
    return Phase(OTHER_PHASES.get(game_id[:3], REGULAR.name))


@dataclass(frozen=True)
class Season:
    """The games of a season, in the order of their dates."""

    label: str
    games: tuple[Game, ...]
    scores: Mapping[str, Mapping[int, int]]
    """Of each game: the points of each team."""

    @classmethod
    def read(cls, label: str, schedule: Payload) -> Season:
        """The season of a schedule.

        Raises:
            PayloadError: the payload is no such schedule.
        """
        columns = read_columns(league_schedule, schedule)
        rows = zip(
            columns["gameId"],
            columns["gameDate"],
            columns["homeTeamId"],
            columns["awayTeamId"],
            columns["gameStatus"],
            strict=True,
        )
        games = (
            Game(game, day, (home, away), status == FINAL)
            for game, day, home, away, status in rows
            if isinstance(day, date) and home and away
        )
        ordered = tuple(sorted(games, key=lambda game: (game.day, game.id)))
        return cls(label, ordered, _scores(schedule, (game.id for game in ordered)))

    @cached_property
    def finals(self) -> dict[str, Game]:
        """The games that are over, by id."""
        return {game.id: game for game in self.games if game.final}

    @cached_property
    def phases(self) -> dict[Phase, list[Game]]:
        """The games that are over, by phase."""
        found: dict[Phase, list[Game]] = defaultdict(list)
        for game in self.finals.values():
            found[game.phase].append(game)
        return dict(sorted(found.items()))

    @property
    def teams(self) -> list[int]:
        """Every team that plays in the regular season."""
        return sorted({t for g in self.games if g.phase == REGULAR for t in g.teams})

    def settled(self, fetched: date, phase: Phase | None = None) -> bool:
        """Whether nothing of it, or of one phase, changed any more when this was fetched."""
        days = [g.day for g in self.games if phase in (None, g.phase)]
        return not days or fetched > max(days) + SETTLED


def _scores(schedule: Payload, games: Iterable[str]) -> dict[str, dict[int, int]]:
    """Return each team's points in each of these games, as the schedule has them."""
    known = set(games)
    days = items(document(schedule, "leagueSchedule"), "gameDates")
    return {
        field(game, "gameId"): {
            field(game[side], "teamId"): game[side].get("score", 0) for side in SIDES if game[side]
        }
        for day in days
        for game in items(day, "games")
        if field(game, "gameId") in known
    }

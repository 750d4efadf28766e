"""The simulated league, as a source of payloads like any other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import numpy as np

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import UsageError
from tipoff.simulation.league import lineups, news, plays, prices
from tipoff.simulation.league.calendar import season_fixtures
from tipoff.simulation.league.games import Played, initial_rosters, play
from tipoff.simulation.league.people import (
    CITIES,
    ROSTER,
    IntArray,
    Players,
    Teams,
    make_players,
    make_teams,
)
from tipoff.simulation.league.responses import SeasonWire

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "demo"
ORIGIN = "simulated league"
MOVERS = 0.12
"""Share of the players who change teams between two seasons."""


@dataclass(frozen=True)
class DemoLeague:
    """Fictional teams and players; the same fields give the same bytes.

    ``through`` is the date of the slate to come: all games before it are played, its own and
    later ones are scheduled, and the last of the seasons is a little more than half played.
    """

    through: date
    seasons: int = 2
    teams: int = 30
    seed: int = 2024

    def __post_init__(self) -> None:
        if not 1 <= self.seasons <= 32:
            raise UsageError(f"seasons={self.seasons}: choose 1 to 32")
        if self.teams % 2 or not 4 <= self.teams <= len(CITIES):
            raise UsageError(f"teams={self.teams}: choose an even number from 4 to {len(CITIES)}")

    def payloads(self) -> Iterator[Payload]:
        """Yield every response of every season, the oldest first."""
        random = np.random.default_rng(self.seed)
        teams = make_teams(self.teams, random)
        players = make_players(self.teams * ROSTER, random)
        rosters = initial_rosters(self.teams)
        for years_ago in reversed(range(self.seasons)):
            fixtures = season_fixtures(self.teams, self.through, years_ago, random)
            made, rosters = play(fixtures, teams, players, rosters, random)
            yield from self._season(made, teams, players, random)
            yield from self._news(made, teams, players)
            if not years_ago:
                yield from self._plays(made, teams, players)
                yield from self._lineups(made, teams, players)
            rosters, players = _summer(rosters, random), _aged(players, random)

    def _season(
        self, made: Played, teams: Teams, players: Players, random: np.random.Generator
    ) -> Iterator[Payload]:
        dates = np.array(made.fixtures.dates)
        played, known = int((dates < self.through).sum()), int((dates <= self.through).sum())
        season = {"Season": made.fixtures.label}
        wire = SeasonWire(made, teams, players, played)
        yield self._payload("scheduleleaguev2", season, wire.schedule())
        for who in ("P", "T"):
            yield self._payload(
                "leaguegamelog", {**season, "PlayerOrTeam": who}, wire.game_log(who)
            )
        for team_id, body in wire.shots(random):
            yield self._payload("shotchartdetail", {**season, "TeamID": str(team_id)}, body)
        for game_id, body in wire.box_scores():
            yield self._payload("boxscoretraditionalv3", {"GameID": game_id}, body)
        for game_id, body in wire.summaries(known):
            yield self._payload("boxscoresummaryv3", {"GameID": game_id}, body)
        quotes = prices.player_props(made, players, known, random)
        yield self._payload("player_props", season, quotes)
        yield self._payload("game_odds", season, prices.game_odds(made, teams, known, random))
        asked = {"Recorded": str(self.through)}
        for event_id, body in prices.pickem_events(made, teams, players, played, known, self.seed):
            yield self._payload("event_odds", {"EventID": event_id, **asked}, body)

    def _news(self, made: Played, teams: Teams, players: Players) -> Iterator[Payload]:
        """Rosters and injury reports, drawn apart from the games."""
        season = {"Season": made.fixtures.label}
        for team_id, body in news.rosters(made, teams, players, self.seed):
            yield self._payload("commonteamroster", {**season, "TeamID": str(team_id)}, body)
        known = sum(day <= self.through for day in made.fixtures.dates)
        for edition, body in news.injury_reports(made, teams, players, known, self.seed):
            yield self._payload("injury_report", {"Edition": edition}, body)

    def _plays(self, made: Played, teams: Teams, players: Players) -> Iterator[Payload]:
        """Play-by-play of the newest season alone, drawn apart from the games."""
        random = np.random.default_rng([self.seed, 3])
        played = sum(day < self.through for day in made.fixtures.dates)
        shots = SeasonWire(made, teams, players, played).shot_columns(random)
        for game_id, body in plays.plays(made, teams, players, shots, random):
            yield self._payload("playbyplay", {"GameID": game_id}, body)

    def _lineups(self, made: Played, teams: Teams, players: Players) -> Iterator[Payload]:
        """Yield the lineups of the last two weeks and of the slate to come."""
        for day, at, body in lineups.daily_lineups(made, teams, players, self.through):
            asked = {"Date": str(day), "CapturedAt": f"{at:%Y%m%dT%H%M%SZ}"}
            yield self._payload("daily_lineups", asked, body)

    def _payload(self, resource: str, parameters: dict[str, str], body: bytes) -> Payload:
        fetched_at = datetime.combine(self.through, time(12), UTC)
        return Payload(SOURCE, resource, parameters, body, fetched_at, f"{ORIGIN}: {resource}")


def _summer(rosters: IntArray, random: np.random.Generator) -> IntArray:
    """Rosters of the next season: some players change places with others of their standing."""
    moved = rosters.copy()
    for place in range(ROSTER):
        movers = np.flatnonzero(random.random(len(rosters)) < MOVERS * 2)
        moved[movers, place] = rosters[random.permutation(movers), place]
    return moved


def _aged(players: Players, random: np.random.Generator) -> Players:
    """The same players, each a little better or worse."""
    count = len(players.ids)
    return replace(
        players,
        role=players.role * random.lognormal(0, 0.10, count),
        shooting=players.shooting * random.lognormal(0, 0.08, count),
        accuracy=players.accuracy * random.normal(1.0, 0.02, players.accuracy.shape),
    )

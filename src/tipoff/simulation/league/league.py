"""The simulated league as a source of payloads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import numpy as np

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import UsageError
from tipoff.landing.bodies import SIMULATED_ORIGIN
from tipoff.simulation.league import events, lineups, news, plays, prices
from tipoff.simulation.league.calendar import season_fixtures
from tipoff.simulation.league.games import BoxScores, initial_rosters, play
from tipoff.simulation.league.invented_names import CITIES
from tipoff.simulation.league.people import (
    ROSTER,
    IntArray,
    Players,
    Teams,
    make_players,
    make_teams,
    of_season,
)
from tipoff.simulation.league.responses import SeasonWire
from tipoff.simulation.league.shots import shot_columns
from tipoff.sources.injuries.editions import edition_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "demo"
LINES = ("player_props", "game_odds")
"""Resources that are files of lines, which no service serves."""
CLOCK = time(21)
"""Time of the league's clock, UTC: some hours before the first tip-off of the coming slate."""
CAPTURED_FORM = "%Y%m%dT%H%M%SZ"
"""Format of the capture time in the parameters of a lineup's payload."""
MOVERS = 0.12
"""Share of the players who change teams between two seasons."""


@dataclass(frozen=True)
class Season:
    """One season's box scores, with its teams and players."""

    box_scores: BoxScores
    teams: Teams
    players: Players
    is_newest: bool
    random: np.random.Generator
    """Generator that the season's responses are drawn from, once."""


@dataclass(frozen=True)
class DemoLeague:
    """A league of fictional teams and players; equal fields give the same bytes.

    ``through`` is the date of the coming slate: games before it are played, and its own and later
    games are scheduled. The newest season is a little more than half played.
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

    @property
    def now(self) -> datetime:
        """The current time of the league's clock."""
        return datetime.combine(self.through, CLOCK, UTC)

    def payloads(self) -> Iterator[Payload]:
        """Yield every response published by ``now`` of every season, oldest season first."""
        for season in self._seasons():
            yield from filter(self._is_published, self._of_season(season))

    def newest_season(self) -> Season:
        """Return the season in progress."""
        *_, newest = (season for season in self._seasons() if list(self._of_season(season)))
        return newest

    def served_payloads(self, days: int) -> Iterator[Payload]:
        """Yield the responses of the league's services, with prices as events, not files of lines.

        Args:
            days: number of dates with lineups and prices, up to that of the coming slate.
        """
        for season in self._seasons():
            for payload in self._of_season(season, days):
                if payload.resource not in LINES:
                    yield payload
        box_scores, teams, players = season.box_scores, season.teams, season.players
        first = sum(day <= self.through - timedelta(days) for day in box_scores.fixtures.dates)
        last = sum(day <= self.through for day in box_scores.fixtures.dates)
        recorded = {"Recorded": str(self.through)}
        for event_id, body in events.events(
            box_scores, teams, players, range(first, last), self.seed
        ):
            yield self._payload("event_odds", {"EventID": event_id, **recorded}, body)

    def _is_published(self, payload: Payload) -> bool:
        """Return whether a payload is published by ``now``; reports and lineups have times."""
        edition, captured = (payload.parameters.get(n) for n in ("Edition", "CapturedAt"))
        if captured is not None:
            return datetime.strptime(captured, CAPTURED_FORM).replace(tzinfo=UTC) <= self.now
        return edition is None or edition_timestamp(edition).replace(tzinfo=UTC) <= self.now

    def _seasons(self) -> Iterator[Season]:
        """Yield the seasons, oldest first.

        A season's payloads must be drawn before the next season is: they share the generator.
        """
        random = np.random.default_rng(self.seed)
        teams = make_teams(self.teams, random)
        players = make_players(self.teams * ROSTER, random, self.seed)
        rosters = initial_rosters(self.teams)
        for years_ago in reversed(range(self.seasons)):
            fixtures = season_fixtures(self.teams, self.through, years_ago, random)
            box_scores, rosters = play(fixtures, teams, players, rosters, random)
            playing = of_season(players, int(fixtures.label[:4]))
            yield Season(box_scores, teams, playing, years_ago == 0, random)
            rosters, players = _summer(rosters, random), _aged(players, random)

    def _of_season(self, season: Season, days: int = lineups.DAYS) -> Iterator[Payload]:
        box_scores, teams, players = season.box_scores, season.teams, season.players
        yield from self._bulk(box_scores, teams, players, season.random)
        yield from self._news(box_scores, teams, players)
        if season.is_newest:
            yield from self._plays(box_scores, teams, players)
            yield from self._lineups(box_scores, teams, players, days)

    def _bulk(
        self, box_scores: BoxScores, teams: Teams, players: Players, random: np.random.Generator
    ) -> Iterator[Payload]:
        dates = np.array(box_scores.fixtures.dates)
        played, known = int((dates < self.through).sum()), int((dates <= self.through).sum())
        season = {"Season": box_scores.fixtures.label}
        wire = SeasonWire(box_scores, teams, players, played)
        yield self._payload("scheduleleaguev2", season, wire.schedule())
        for who in ("P", "T"):
            yield self._payload(
                "leaguegamelog", {**season, "PlayerOrTeam": who}, wire.game_log(who)
            )
        for team_id, body in wire.shots(random):
            yield self._payload("shotchartdetail", {**season, "TeamID": str(team_id)}, body)
        for game_id, body in wire.box_scores():
            yield self._payload("boxscoretraditionalv3", {"GameID": game_id}, body)
        for game_id, body in wire.summaries():
            yield self._payload("boxscoresummaryv3", {"GameID": game_id}, body)
        quotes = prices.player_props(box_scores, players, known, random, self.now)
        yield self._payload("player_props", season, quotes)
        yield self._payload("game_odds", season, prices.game_odds(box_scores, teams, known, random))
        recorded = {"Recorded": str(self.through)}
        for event_id, body in events.pickem_events(
            box_scores, teams, players, played, known, self.seed, self.now
        ):
            yield self._payload("event_odds", {"EventID": event_id, **recorded}, body)

    def _news(self, box_scores: BoxScores, teams: Teams, players: Players) -> Iterator[Payload]:
        """Yield rosters and injury reports, drawn from a separate generator."""
        season = {"Season": box_scores.fixtures.label}
        for team_id, body in news.rosters(box_scores, teams, players):
            yield self._payload("commonteamroster", {**season, "TeamID": str(team_id)}, body)
        known = sum(day <= self.through for day in box_scores.fixtures.dates)
        for edition, body in news.injury_reports(box_scores, teams, players, known, self.seed):
            yield self._payload("injury_report", {"Edition": edition}, body)

    def _plays(self, box_scores: BoxScores, teams: Teams, players: Players) -> Iterator[Payload]:
        """Yield the play-by-play, drawn from a separate generator."""
        random = np.random.default_rng([self.seed, 3])
        played = sum(day < self.through for day in box_scores.fixtures.dates)
        shots = shot_columns(box_scores, played, random)
        for game_id, body in plays.plays(box_scores, teams, players, shots, random):
            yield self._payload("playbyplay", {"GameID": game_id}, body)

    def _lineups(
        self, box_scores: BoxScores, teams: Teams, players: Players, days: int
    ) -> Iterator[Payload]:
        """Yield the lineups of the last dates, up to that of the coming slate."""
        for day, at, body in lineups.daily_lineups(box_scores, teams, players, self.through, days):
            parameters = {"Date": str(day), "CapturedAt": f"{at:{CAPTURED_FORM}}"}
            yield self._payload("daily_lineups", parameters, body)

    def _payload(self, resource: str, parameters: dict[str, str], body: bytes) -> Payload:
        return Payload(
            SOURCE, resource, parameters, body, self.now, f"{SIMULATED_ORIGIN}: {resource}"
        )


def _summer(rosters: IntArray, random: np.random.Generator) -> IntArray:
    """Return the rosters of the next season: some players swap teams with players of equal rank."""
    moved = rosters.copy()
    for place in range(ROSTER):
        movers = np.flatnonzero(random.random(len(rosters)) < MOVERS * 2)
        moved[movers, place] = rosters[random.permutation(movers), place]
    return moved


def _aged(players: Players, random: np.random.Generator) -> Players:
    """Return the same players, each a little better or worse."""
    count = len(players.ids)
    return replace(
        players,
        role=players.role * random.lognormal(0, 0.10, count),
        shooting=players.shooting * random.lognormal(0, 0.08, count),
        accuracy=players.accuracy * random.normal(1.0, 0.02, players.accuracy.shape),
    )

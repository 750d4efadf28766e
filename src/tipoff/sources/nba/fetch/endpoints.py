"""The requests to the league's services, as its own site sends them.

The names and values of the parameters are those of ``nba_api``'s tables; its client is not used,
because it neither retries, nor reads a status or a header, nor takes a base URL per client, and
gives the body as text rather than the bytes to land.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tipoff.sources.http import Request
from tipoff.sources.nba.hosts import HEADERS
from tipoff.sources.nba.inactive_list import OLD_SUMMARY, SUMMARY
from tipoff.sources.nba.live_box_score import LIVE_BOX_SCORE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tipoff.sources.nba.fetch.season import Phase

SOURCE = "nba_stats"
SHOT_CHARTS = "shotchartdetail"
LEAGUE = {"LeagueID": "00"}
GAME_LOG = {**LEAGUE, "Counter": "0", "Direction": "ASC", "Sorter": "DATE"}
BOX_SCORE = {
    "StartPeriod": "0",
    "EndPeriod": "0",
    "StartRange": "0",
    "EndRange": "0",
    "RangeType": "0",
}
SHOTS = {
    **LEAGUE,
    "PlayerID": "0",
    "ContextMeasure": "FGA",
    "LastNGames": "0",
    "Month": "0",
    "OpponentTeamID": "0",
    "Period": "0",
    **dict.fromkeys(
        (
            "AheadBehind",
            "ClutchTime",
            "ContextFilter",
            "EndPeriod",
            "EndRange",
            "GameID",
            "GameSegment",
            "Location",
            "Outcome",
            "PlayerPosition",
            "PointDiff",
            "Position",
            "RangeType",
            "RookieYear",
            "SeasonSegment",
            "StartPeriod",
            "StartRange",
            "VsConference",
            "VsDivision",
        ),
        "",
    ),
}
"""Attempts, not points: the service's default leaves out what was missed."""
PLAYER_INDEX = {
    **LEAGUE,
    "Historical": "0",
    "TeamID": "0",
    **dict.fromkeys(
        (
            "Active",
            "AllStar",
            "College",
            "Country",
            "DraftPick",
            "DraftYear",
            "Height",
            "PlayerPosition",
            "Weight",
        ),
        "",
    ),
}
EVERY_TEAM = "0"
DATE = "%m/%d/%Y"


@dataclass(frozen=True)
class Endpoints:
    """Requests to the service, each landed under the name a recording of it would have."""

    stats_url: str
    live_url: str
    static_url: str
    headers: Mapping[str, str] = field(default_factory=HEADERS.copy)

    def schedule(self, season: str) -> Request:
        """Ask for every game of a season."""
        return self._stats("scheduleleaguev2", {"Season": season}, LEAGUE)

    def live_schedule(self, season: str) -> Request:
        """Ask the live feed's host for the schedule, which it has of the current season only.

        It is the document that the statistics service answers with, landed under the same request.
        """
        url = f"{self.static_url}/scheduleLeagueV2.json"
        return replace(self.schedule(season), url=url, query={})

    def game_log(self, season: str, phase: Phase, who: str) -> Request:
        """Ask for every box-score line of a phase of a season: of players (P) or teams (T)."""
        asked = {"Season": season, "PlayerOrTeam": who, **phase.parameters}
        return self._stats(
            "leaguegamelog", asked, {**GAME_LOG, **phase.query, "DateFrom": "", "DateTo": ""}
        )

    def shots_of_team(self, season: str, phase: Phase, team: int) -> Request:
        """Ask for every attempt of one team."""
        return self.shots({"Season": season, "TeamID": str(team), **phase.parameters}, phase)

    def shots_between(self, season: str, phase: Phase, first: date, last: date) -> Request:
        """Ask for every attempt of all teams from one date to another."""
        window = {"DateFrom": first.strftime(DATE), "DateTo": last.strftime(DATE)}
        asked = {"Season": season, "TeamID": EVERY_TEAM, **window, **phase.parameters}
        return self.shots(asked, phase)

    def shots(self, asked: Mapping[str, str], phase: Phase) -> Request:
        """Return the request of a chart that is landed under these parameters."""
        anytime = {"DateFrom": "", "DateTo": ""}
        return self._stats(SHOT_CHARTS, asked, {**SHOTS, **phase.query, **anytime})

    def player_index(self, season: str) -> Request:
        """Ask for every player and the player's team, as of now."""
        return self._stats("playerindex", {"Season": season}, PLAYER_INDEX)

    def roster(self, season: str, team: int) -> Request:
        """Ask who is on a team, with birth dates."""
        return self._stats("commonteamroster", {"Season": season, "TeamID": str(team)}, LEAGUE)

    def box_score(self, game: str) -> Request:
        """Ask the statistics service who was dressed for a game, and how long each played."""
        return self._stats("boxscoretraditionalv3", {"GameID": game}, BOX_SCORE)

    def summary(self, game: str) -> Request:
        """Ask the statistics service who was inactive for a game."""
        return self._stats(SUMMARY, {"GameID": game}, {})

    def old_summary(self, game: str) -> Request:
        """Name the request that earlier answers with inactive lists were landed under."""
        return self._stats(OLD_SUMMARY, {"GameID": game}, {})

    def live_box_score(self, game: str) -> Request:
        """Ask the live feed for all that the box score and the summary of a game give."""
        return self._live(LIVE_BOX_SCORE, game)

    def plays(self, game: str) -> Request:
        """Ask the live feed for every action of a game."""
        return self._live("playbyplay", game)

    def _live(self, resource: str, game: str) -> Request:
        url = f"{self.live_url}/{resource}/{resource}_{game}.json"
        return Request(SOURCE, resource, {"GameID": game}, url, headers=self.headers)

    def _stats(
        self, resource: str, asked: Mapping[str, str], constant: Mapping[str, str]
    ) -> Request:
        query = dict(sorted({**constant, **asked}.items()))
        url = f"{self.stats_url}/{resource}"
        return Request(SOURCE, resource, asked, url, query, self.headers)

"""The requests to the league's services, in the form in which the league's own site sends them.

The names and values of the parameters are from ``nba_api``'s tables. Its client is not used: it
neither retries nor reads a status or a header, has no base URL per client, and returns the body as
text instead of the bytes to land.
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
"""Parameters of shot charts. ``FGA`` selects attempts; the default, points, omits missed shots."""
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
    """Builds requests; their answers are landed under the same names as recordings of them."""

    stats_url: str
    live_url: str
    static_url: str
    headers: Mapping[str, str] = field(default_factory=HEADERS.copy)

    def schedule(self, season: str) -> Request:
        """Request every game of a season."""
        return self._stats("scheduleleaguev2", {"Season": season}, LEAGUE)

    def live_schedule(self, season: str) -> Request:
        """Request the schedule from the live feed's host, which has only the current season.

        It is the same document as the statistics service's, and is landed under the same request.
        """
        url = f"{self.static_url}/scheduleLeagueV2.json"
        return replace(self.schedule(season), url=url, query={})

    def game_log(self, season: str, phase: Phase, who: str) -> Request:
        """Request all box-score lines of a phase of a season, of players (P) or teams (T)."""
        parameters = {"Season": season, "PlayerOrTeam": who, **phase.parameters}
        return self._stats(
            "leaguegamelog", parameters, {**GAME_LOG, **phase.query, "DateFrom": "", "DateTo": ""}
        )

    def shots_of_team(self, season: str, phase: Phase, team: int) -> Request:
        """Request all shot attempts of one team."""
        return self.shots({"Season": season, "TeamID": str(team), **phase.parameters}, phase)

    def shots_between(self, season: str, phase: Phase, first: date, last: date) -> Request:
        """Request all shot attempts of all teams from one date to another."""
        window = {"DateFrom": first.strftime(DATE), "DateTo": last.strftime(DATE)}
        parameters = {"Season": season, "TeamID": EVERY_TEAM, **window, **phase.parameters}
        return self.shots(parameters, phase)

    def shots(self, parameters: Mapping[str, str], phase: Phase) -> Request:
        """Request the shot chart that is landed under the given parameters."""
        any_date = {"DateFrom": "", "DateTo": ""}
        return self._stats(SHOT_CHARTS, parameters, {**SHOTS, **phase.query, **any_date})

    def player_index(self, season: str) -> Request:
        """Request every player with their current team."""
        return self._stats("playerindex", {"Season": season}, PLAYER_INDEX)

    def roster(self, season: str, team: int) -> Request:
        """Request the players of a team, with birth dates."""
        return self._stats("commonteamroster", {"Season": season, "TeamID": str(team)}, LEAGUE)

    def box_score(self, game: str) -> Request:
        """Request from the statistics service who was dressed for a game, with playing times."""
        return self._stats("boxscoretraditionalv3", {"GameID": game}, BOX_SCORE)

    def summary(self, game: str) -> Request:
        """Request from the statistics service who was inactive for a game."""
        return self._stats(SUMMARY, {"GameID": game}, {})

    def old_summary(self, game: str) -> Request:
        """Return the request under which older answers with inactive lists were landed."""
        return self._stats(OLD_SUMMARY, {"GameID": game}, {})

    def live_box_score(self, game: str) -> Request:
        """Request from the live feed what box score and summary of a game contain together."""
        return self._live(LIVE_BOX_SCORE, game)

    def plays(self, game: str) -> Request:
        """Request every action of a game from the live feed."""
        return self._live("playbyplay", game)

    def _live(self, resource: str, game: str) -> Request:
        url = f"{self.live_url}/{resource}/{resource}_{game}.json"
        return Request(SOURCE, resource, {"GameID": game}, url, headers=self.headers)

    def _stats(
        self, resource: str, parameters: Mapping[str, str], constant: Mapping[str, str]
    ) -> Request:
        query = dict(sorted({**constant, **parameters}.items()))
        url = f"{self.stats_url}/{resource}"
        return Request(SOURCE, resource, parameters, url, query, self.headers)

"""Plan the requests for a season: what is not landed yet, or may have changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.typed_columns import read_columns
from tipoff.sources.nba.fetch import response_checks
from tipoff.sources.nba.fetch.endpoints import DATE
from tipoff.sources.nba.fetch.season import REGULAR
from tipoff.sources.nba.nba_stats import player_game_log, team_game_log
from tipoff.sources.nba.team_roster import team_roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.sources.http import Request
    from tipoff.sources.nba.fetch.endpoints import Endpoints
    from tipoff.sources.nba.fetch.response_cache import ResponseCache
    from tipoff.sources.nba.fetch.season import Phase, Season
    from tipoff.sources.nba.fetch.wanted import Wanted

Attempts = Mapping[response_checks.TeamGame, int]
LOGS = {"P": player_game_log, "T": team_game_log}
MAX_WINDOW = timedelta(days=7)
"""The longest range of dates in one request for the shots of all teams; a week is about 2 MB."""
MAX_INDEX_AGE, MAX_ROSTER_AGE = timedelta(hours=20), timedelta(days=7)


@dataclass(frozen=True)
class RequestPlanner:
    """Yields the requests that are due, each with a check of its answer."""

    endpoints: Endpoints
    cache: ResponseCache
    wanted: Wanted
    now: datetime

    def schedule(self, request: Request) -> Iterator[Request]:
        """Yield the request for the schedule, as long as anything in it may change."""
        before, fetched_at = self.cache.season(request), self.cache.fetched_at(request)
        if before is None or fetched_at is None or not before.is_settled(fetched_at.date()):
            yield replace(request, check=response_checks.schedule(request, before))

    def logs(self, season: Season) -> Iterator[Request]:
        """Yield the requests for the logs of the phases in which games may still change."""
        for phase, games in season.phases.items():
            for who, stream in LOGS.items():
                request = self.endpoints.game_log(season.label, phase, who)
                fetched_at = self.cache.fetched_at(request)
                if fetched_at is not None and season.is_settled(fetched_at.date(), phase):
                    continue
                is_over = season.is_settled(self.now.date(), phase)
                if not (is_over and self.cache.is_given_up(request)):
                    yield replace(request, check=response_checks.game_log(stream, request, games))

    def people(self, season: Season) -> Iterator[Request]:
        """Yield the requests for the player index, and for missing rosters or the oldest one."""
        if season.is_settled(self.now.date()):
            return
        index = self.endpoints.player_index(season.label)
        if self._is_older(index, MAX_INDEX_AGE) and not self.cache.is_given_up(index):
            before = self.cache.landed_body(index)
            yield replace(index, check=response_checks.players(index, before, season.team_codes))
        rosters = [self.endpoints.roster(season.label, team) for team in season.teams]
        fetched = [(self.cache.fetched_at(r), r) for r in rosters]
        due = [r for at, r in fetched if at is None]
        by_age = [(at, n) for n, (at, _) in enumerate(fetched) if at is not None]
        if not due and by_age and self._is_older(rosters[min(by_age)[1]], MAX_ROSTER_AGE):
            due = [rosters[min(by_age)[1]]]
        for request in due:
            if not self.cache.is_given_up(request):
                yield replace(request, check=response_checks.readable(team_roster, request))

    def shots(self, season: Season) -> Iterator[Request]:
        """Yield the requests for shot charts that are missing or contradict the box score.

        A phase without a log is skipped, as its charts could not be checked.
        """
        for phase in season.phases:
            attempts = self._attempts(season, phase)
            if not attempts or self._all_charted(season, phase):
                continue
            due, covered = self._landed_charts(season, phase, attempts)
            due += [*self._uncharted_teams(season, phase)]
            for request in due:
                covered |= self._expected(season, request, attempts).keys()
            uncharted = {
                game.day
                for game in season.phases[phase]
                if game in self.wanted
                and any((game.id, team) not in covered for team in game.teams)
            }
            for first, last in date_spans(uncharted):
                due.append(self.endpoints.shots_between(season.label, phase, first, last))
            for request in due:
                if not self.cache.is_given_up(request):
                    expected = self._expected(season, request, attempts)
                    yield replace(request, check=response_checks.shots(request, expected))

    def _is_older(self, request: Request, age: timedelta) -> bool:
        fetched_at = self.cache.fetched_at(request)
        return fetched_at is None or self.now - fetched_at > age

    def _landed_charts(
        self, season: Season, phase: Phase, attempts: Attempts
    ) -> tuple[list[Request], set[response_checks.TeamGame]]:
        """Return the landed charts to request again, and the team-games that the others cover.

        A chart with too many shots can be corrected only by a new answer to the same request, as
        the rows of a different request would be added to it.
        """
        due, covered = [], set[response_checks.TeamGame]()
        for parameters, charted in self.cache.charts(season.label, phase):
            request = self.endpoints.shots(parameters, phase)
            known = {key: attempts[key] for key in charted or () if key in attempts}
            is_right = charted is not None and not response_checks.wrongly_charted(charted, known)
            if is_right and self.cache.fetched_at(request) is not None:
                covered |= known.keys()
            else:
                due.append(request)
        return due, covered

    def _uncharted_teams(self, season: Season, phase: Phase) -> Iterator[Request]:
        """Yield the requests for teams without a chart, unless only some dates are requested."""
        if phase == REGULAR and self.wanted.all:
            for team in season.teams:
                request = self.endpoints.shots_of_team(season.label, phase, team)
                if not self.cache.is_landed(request):
                    yield request

    def _expected(
        self, season: Season, request: Request, attempts: Attempts
    ) -> dict[response_checks.TeamGame, int]:
        """Return the attempts that the answer to a chart's request should contain."""
        parameters = request.parameters
        if "DateFrom" not in parameters:
            return {key: n for key, n in attempts.items() if key[1] == int(parameters["TeamID"])}
        first, last = (
            datetime.strptime(parameters[name], DATE).date() for name in ("DateFrom", "DateTo")
        )
        games = season.finals
        return {
            key: n
            for key, n in attempts.items()
            if key[0] in games and first <= games[key[0]].day <= last
        }

    def _all_charted(self, season: Season, phase: Phase) -> bool:
        """Return whether each team's chart was fetched after the phase was settled."""
        charts = (self.endpoints.shots_of_team(season.label, phase, t) for t in season.teams)
        fetched = [self.cache.fetched_at(chart) for chart in charts]
        return all(at is not None and season.is_settled(at.date(), phase) for at in fetched)

    def _attempts(self, season: Season, phase: Phase) -> Attempts:
        """Return the field-goal attempts of each team and game, from the newest team log."""
        request = self.endpoints.game_log(season.label, phase, "T")
        body = self.cache.body(request)
        if body is None:
            return {}
        try:
            log = read_columns(team_game_log, response_checks.payload_of(request, body))
        except PayloadError:
            return {}
        rows = zip(log["GAME_ID"], log["TEAM_ID"], log["FGA"], strict=True)
        return {(game, team): n for game, team, n in rows if isinstance(n, int)}


def date_spans(days: set[date]) -> list[tuple[date, date]]:
    """Return the fewest spans (first, last) that cover the dates, none longer than a week."""
    spans: list[tuple[date, date]] = []
    for day in sorted(days):
        if spans and day - spans[-1][0] < MAX_WINDOW:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans

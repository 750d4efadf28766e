"""The requests for each game that is over: its box score, inactive list and plays.

Two hosts provide who played: the statistics service with two requests per game, and the live feed
with one. ``BoxSource`` selects the host. "auto" uses the live feed for games that the statistics
service did not answer because it was given up, and for games that are not in the season's log yet:
until they are, their box-score lines come from the live feed.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tipoff.sources.http import Failed
from tipoff.sources.nba.fetch import response_checks
from tipoff.sources.nba.fetch.corrections import corrected_games, games_in_log
from tipoff.sources.nba.hosts import BoxSource
from tipoff.sources.nba.inactive_list import SUMMARY
from tipoff.sources.nba.play_by_play import play_by_play

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tipoff.sources.http import Answer, Fetcher, Request
    from tipoff.sources.nba.fetch.endpoints import Endpoints
    from tipoff.sources.nba.fetch.response_cache import ResponseCache
    from tipoff.sources.nba.fetch.season import Game, Season
    from tipoff.sources.nba.fetch.wanted import Wanted

logger = logging.getLogger(__name__)
STATS_RESOURCES = ("boxscoretraditionalv3", SUMMARY)
LAST_OLD_SUMMARY = date(2025, 4, 10)
"""For later games the second version of the summary has empty inactive lists."""


@dataclass(frozen=True)
class GameRequests:
    """Requests what single games lack, and requests corrected games again."""

    endpoints: Endpoints
    cache: ResponseCache
    wanted: Wanted

    def answers(self, fetcher: Fetcher, season: Season) -> Iterator[Answer]:
        """Yield the answers; if the statistics service was given up, those of the live feed too.

        If the live feed answers for a game, the failed requests for it are yielded as tolerated, so
        that they do not fail the run.
        """
        failed: list[Failed] = []
        for answer in self.cache.fetch(self.requests(season)):
            if isinstance(answer, Failed) and self._has_fallback(answer):
                failed.append(answer)
            else:
                yield answer
        given_up = [answer for answer in failed if fetcher.has_given_up(answer.request.host)]
        unanswered = {_game_of(answer) for answer in given_up}
        if unanswered:
            logger.warning("requesting %d games from the live feed instead", len(unanswered))
        live = (self._live(season, season.finals[game]) for game in sorted(unanswered))
        for answer in self.cache.fetch(live):
            if not isinstance(answer, Failed):
                unanswered.discard(_game_of(answer))
            yield answer
        answered_live = {_game_of(answer) for answer in given_up} - unanswered
        for answer in failed:
            yield replace(answer, tolerated=_game_of(answer) in answered_live)

    def requests(self, season: Season) -> Iterator[Request]:
        """Yield the requests that are due for the games that are over, in order of date."""
        corrected = corrected_games(self.cache, self._logs(season))
        logged = self._logged(season)
        for game in season.finals.values():
            if game not in self.wanted:
                continue
            for request in self._of_game(season, game, game.id in corrected, game.id in logged):
                if not self.cache.is_given_up(request):
                    yield request

    def _of_game(
        self, season: Season, game: Game, corrected: bool, logged: bool
    ) -> Iterator[Request]:
        if self.wanted.plays:
            plays = self.endpoints.plays(game.id)
            if corrected or self._is_due(plays):
                yield replace(plays, check=response_checks.readable(play_by_play, plays))
        live = self._live(season, game)
        is_auto_and_unlogged = self.wanted.box_source is BoxSource.AUTO and not logged
        if self.wanted.box_source is BoxSource.CDN or is_auto_and_unlogged:
            if corrected or (self._is_due(live) and any(self._of_stats(season, game, False))):
                yield live
        elif self.wanted.box_source is BoxSource.STATS or corrected or self._is_due(live):
            yield from self._of_stats(season, game, corrected)

    def _of_stats(self, season: Season, game: Game, corrected: bool) -> Iterator[Request]:
        """Yield the requests to the statistics service that are due for a game."""
        box, summary = self.endpoints.box_score(game.id), self.endpoints.summary(game.id)
        if corrected or self._is_due(box):
            yield replace(box, check=response_checks.box_score(box, season.scores[game.id]))
        old = self.endpoints.old_summary(game.id)
        has_old = game.day <= LAST_OLD_SUMMARY and not self._is_due(old)
        if corrected or (self._is_due(summary) and not has_old):
            yield replace(summary, check=response_checks.inactives(summary))

    def _live(self, season: Season, game: Game) -> Request:
        live = self.endpoints.live_box_score(game.id)
        score = response_checks.box_score(live, season.scores[game.id])
        return replace(live, check=response_checks.both(score, response_checks.inactives(live)))

    def _is_due(self, request: Request) -> bool:
        return self.cache.fetched_at(request) is None

    def _has_fallback(self, answer: Failed) -> bool:
        """Return whether the live feed can provide what a failed request should have."""
        is_auto = self.wanted.box_source is BoxSource.AUTO
        return is_auto and answer.request.resource in STATS_RESOURCES

    def _logged(self, season: Season) -> set[str]:
        """Return the games that are in the newest logs of both players and teams."""
        games: dict[str, set[str]] = {"P": set(), "T": set()}
        for request in self._logs(season):
            body = self.cache.body(request)
            if body is not None:
                games[request.parameters["PlayerOrTeam"]] |= games_in_log(request, body)
        return games["P"] & games["T"]

    def _logs(self, season: Season) -> Iterable[Request]:
        return (
            self.endpoints.game_log(season.label, phase, who)
            for phase in season.phases
            for who in ("P", "T")
        )


def _game_of(answer: Answer) -> str:
    return answer.request.parameters["GameID"]

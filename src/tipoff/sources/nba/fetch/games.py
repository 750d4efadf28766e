"""What the landing lacks of each game that is over: its box score, inactive list and plays.

Two hosts can be asked who played: the statistics service with two requests per game, and the
live feed with one. ``BoxSource`` says which; "auto" turns to the live feed for the games that
the statistics service did not answer for because it has been given up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tipoff.sources.http import Failed
from tipoff.sources.nba.fetch import response_checks
from tipoff.sources.nba.fetch.corrections import corrected_games
from tipoff.sources.nba.hosts import BoxSource
from tipoff.sources.nba.inactive_list import SUMMARY
from tipoff.sources.nba.play_by_play import play_by_play

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tipoff.sources.http import Answer, Fetcher, Request
    from tipoff.sources.nba.fetch.endpoints import Endpoints
    from tipoff.sources.nba.fetch.response_cache import Desk
    from tipoff.sources.nba.fetch.season import Game, Season
    from tipoff.sources.nba.fetch.wanted import Wanted

STATS_RESOURCES = ("boxscoretraditionalv3", SUMMARY)
LAST_OLD_SUMMARY = date(2025, 4, 10)
"""Of later games the second version of the summary answers without inactive lists."""


@dataclass(frozen=True)
class Games:
    """Asks for what single games lack, or have of before they were corrected."""

    endpoints: Endpoints
    desk: Desk
    wanted: Wanted

    def answers(self, fetcher: Fetcher, season: Season) -> Iterator[Answer]:
        """Yield the answers; of a host that was given up, those of the other where it may be asked.

        A request that failed is no failure of the run once the other host has answered for the
        game: it is yielded as tolerated.
        """
        failed: list[Failed] = []
        for answer in self.desk.ask(self.requests(season)):
            if isinstance(answer, Failed) and self._can_be_replaced(answer):
                failed.append(answer)
            else:
                yield answer
        given_up = [answer for answer in failed if fetcher.has_given_up(answer.request.host)]
        lacking = {_game_of(answer) for answer in given_up}
        for answer in self.desk.ask(self._live(season, season.finals[g]) for g in sorted(lacking)):
            if not isinstance(answer, Failed):
                lacking.discard(_game_of(answer))
            yield answer
        replaced = {_game_of(answer) for answer in given_up} - lacking
        for answer in failed:
            yield replace(answer, tolerated=_game_of(answer) in replaced)

    def requests(self, season: Season) -> Iterator[Request]:
        """Yield what is to be asked of the games that are over, box scores first."""
        corrected = corrected_games(self.desk, self._logs(season))
        for game in season.finals.values():
            if game not in self.wanted:
                continue
            for request in self._of_game(season, game, game.id in corrected):
                if not self.desk.given_up(request):
                    yield request

    def _of_game(self, season: Season, game: Game, corrected: bool) -> Iterator[Request]:
        if self.wanted.plays:
            plays = self.endpoints.plays(game.id)
            if corrected or self._lacks(plays):
                yield replace(plays, check=response_checks.readable(play_by_play, plays))
        live = self._live(season, game)
        if self.wanted.box_source is BoxSource.CDN:
            if corrected or (self._lacks(live) and any(self._of_stats(season, game, False))):
                yield live
        elif self.wanted.box_source is BoxSource.STATS or corrected or self._lacks(live):
            yield from self._of_stats(season, game, corrected)

    def _of_stats(self, season: Season, game: Game, corrected: bool) -> Iterator[Request]:
        """Yield what the statistics service is to be asked of a game."""
        box, summary = self.endpoints.box_score(game.id), self.endpoints.summary(game.id)
        if corrected or self._lacks(box):
            yield replace(box, check=response_checks.box_score(box, season.scores[game.id]))
        old = self.endpoints.old_summary(game.id)
        has_old = game.day <= LAST_OLD_SUMMARY and not self._lacks(old)
        if corrected or (self._lacks(summary) and not has_old):
            yield replace(summary, check=response_checks.inactives(summary))

    def _live(self, season: Season, game: Game) -> Request:
        live = self.endpoints.live_box_score(game.id)
        score = response_checks.box_score(live, season.scores[game.id])
        return replace(live, check=response_checks.both(score, response_checks.inactives(live)))

    def _lacks(self, request: Request) -> bool:
        return self.desk.fetched_at(request) is None

    def _can_be_replaced(self, answer: Failed) -> bool:
        """Return whether the live feed has what a request that failed was to bring."""
        is_auto = self.wanted.box_source is BoxSource.AUTO
        return is_auto and answer.request.resource in STATS_RESOURCES

    def _logs(self, season: Season) -> Iterable[Request]:
        return (
            self.endpoints.game_log(season.label, phase, who)
            for phase in season.phases
            for who in ("P", "T")
        )


def _game_of(answer: Answer) -> str:
    return answer.request.parameters["GameID"]

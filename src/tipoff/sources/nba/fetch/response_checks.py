"""Answers that cannot be right, told at the door by what else is known of the season.

Each function makes a check for a ``Request``. A check that raises ``Doubtful`` has the request
asked again; one that raises ``Garbled`` also keeps the answer out of the landing.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.typed_columns import read_columns
from tipoff.sources.http import Doubtful, Garbled, json_body
from tipoff.sources.lineups.daily_lineup import lineup_snapshot
from tipoff.sources.nba.box_score import box_score_rotation, points_by_team
from tipoff.sources.nba.fetch.season import Season
from tipoff.sources.nba.inactive_list import SUMMARY, inactive_list
from tipoff.sources.nba.league_schedule import SIDES, undecided_games
from tipoff.sources.nba.live_box_score import LIVE_BOX_SCORE
from tipoff.sources.nba.nba_stats import shot_chart
from tipoff.sources.parsing.json_rows import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.kernel.declare.table import Columns, Stream
    from tipoff.sources.http import Check, Request
    from tipoff.sources.nba.fetch.season import Game

CHARTED = 3
"""Shots by which a chart may differ from the box score of a team's game."""
CONTENT = {
    "boxscoretraditionalv3": "boxScoreTraditional",
    SUMMARY: "boxScoreSummary",
    LIVE_BOX_SCORE: "game",
}
"""The field that each answer of one game wraps its content in."""
TeamGame = tuple[str, int]
Charted = Counter[TeamGame]
"""How many shots a chart has of each team's game."""


def payload_of(request: Request, body: bytes) -> Payload:
    """A body as the payload it would be."""
    return Payload(
        request.source, request.resource, request.parameters, body, datetime.now(UTC), request.url
    )


def readable(stream: Stream, request: Request) -> Check:
    """The stream can read it, and no key is there twice."""

    def check(body: bytes) -> None:
        _columns(stream, payload_of(request, body))

    return check


def schedule(request: Request, before: Season | None) -> Check:
    """Check that a schedule is no older than the one landed before.

    Games that are no longer over are told of, as are those whose teams are not decided.
    """

    def check(body: bytes) -> str:
        json_body(body)
        payload = payload_of(request, body)
        try:
            now = Season.read(request.parameters["Season"], payload)
            undecided = undecided_games(payload)
        except PayloadError as error:
            raise Doubtful(str(error)) from None
        if not now.games:
            raise Doubtful("no game in it")
        undone = set(before.finals) - set(now.finals) if before else set()
        if before and undone and is_older(now, before):
            raise Garbled(f"older than what is landed: {_listed(undone)} not over in it")
        told = {"no longer over": undone, "left out, teams not decided": set(undecided)}
        return "; ".join(f"{what}: {_listed(games)}" for what, games in told.items() if games)

    return check


def is_older(now: Season, before: Season) -> bool:
    """Return whether a schedule is a copy from before another: it ends where that goes on.

    Such a copy has no result that the other lacks, and none from its first undone game on.
    """
    undone = [game.day for id_, game in before.finals.items() if id_ not in now.finals]
    return (
        bool(undone)
        and now.finals.keys() < before.finals.keys()
        and all(game.day < min(undone) for game in now.finals.values())
    )


def game_log(stream: Stream, request: Request, games: Sequence[Game]) -> Check:
    """Every game that is over is in it."""

    def check(body: bytes) -> None:
        listed = _columns(stream, payload_of(request, body))["GAME_ID"]
        lacking = {g.id for g in games} - set(listed)
        if lacking:
            raise Doubtful(f"the schedule has {_listed(lacking)} as over, and they are not in it")

    return check


def wrongly_charted(charted: Charted, attempts: Mapping[TeamGame, int]) -> set[str]:
    """The games of which a chart has another number of shots than there were attempts."""
    return {
        game
        for (game, team), n in attempts.items()
        if abs(charted.get((game, team), 0) - n) > CHARTED
    }


def shots(request: Request, attempts: Mapping[TeamGame, int]) -> Check:
    """As many shots as the box score has attempts, or nearly, in each team's game."""

    def check(body: bytes) -> None:
        wrong = wrongly_charted(shots_by_game(payload_of(request, body)), attempts)
        if wrong:
            raise Doubtful(f"shots of {_listed(wrong)} differ from the box score")

    return check


def shots_by_game(chart: Payload) -> Charted:
    """Count how many shots a chart has of each team's game."""
    columns = _columns(shot_chart, chart)
    return Counter(zip(columns["GAME_ID"], columns["TEAM_ID"], strict=True))


def box_score(request: Request, score: Mapping[int, int]) -> Check:
    """Check that the players' points are the teams' score in the schedule.

    An answer without content, which the service gives of some games, is kept out.
    """

    def check(body: bytes) -> None:
        payload = payload_of(request, body)
        _refuse_stub(payload)
        _columns(box_score_rotation, payload)
        points = points_by_team(payload)
        for team in {**score, **points}:
            found, told = points.get(team), score.get(team)
            if found != told:
                raise Doubtful(f"{found} points of team {team}, {told} in the schedule")

    return check


def inactives(request: Request) -> Check:
    """Check that a game that is over has an inactive list.

    Of 4,768 games of four seasons, two have nobody on it on either side.
    """

    def check(body: bytes) -> None:
        payload = payload_of(request, body)
        _refuse_stub(payload)
        if not _columns(inactive_list, payload)["personId"]:
            raise Doubtful("nobody is inactive on either side")

    return check


def lineups(request: Request) -> Check:
    """Check that a date's lineups name somebody, in a game that counts."""

    def check(body: bytes) -> None:
        if not _columns(lineup_snapshot, payload_of(request, body))["personId"]:
            raise Doubtful("no lineup of a game that counts is in it yet")

    return check


def both(*checks: Check) -> Check:
    """Combine the checks of an answer that stands for several."""

    def check(body: bytes) -> str:
        return "; ".join(notice for each in checks if (notice := each(body)))

    return check


def _refuse_stub(payload: Payload) -> None:
    """Keep an answer out whose game, or either of its teams, is null."""
    json_body(payload.body)
    wrapped = load(payload).get(CONTENT[payload.resource])
    teams = [wrapped.get(side) for side in SIDES] if isinstance(wrapped, dict) else [None]
    if not all(isinstance(team, dict) and team.get("teamId") for team in teams):
        raise Garbled("an answer without a game in it")


def _columns(stream: Stream, payload: Payload) -> Columns:
    json_body(payload.body)
    try:
        columns = read_columns(stream, payload)
    except PayloadError as error:
        raise Doubtful(str(error)) from None
    keys = list(zip(*(columns[name] for name in stream.key), strict=True))
    try:
        twice = len(keys) - len(set(keys))
    except TypeError:
        raise Doubtful(f"{', '.join(stream.key)}: not single values") from None
    if twice:
        raise Doubtful(f"{twice} rows are there twice")
    return columns


def _listed(games: set[str]) -> str:
    shown = ", ".join(sorted(games)[:3])
    return (
        f"{len(games)} game{'s' * (len(games) != 1)} ({shown}{', ...' if len(games) > 3 else ''})"
    )

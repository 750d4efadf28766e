"""Answers that cannot be right, told at the door by what else is known of the season.

Each function makes a check for a ``Request``. A check that raises ``Doubtful`` has the request
asked again; one that raises ``Garbled`` also keeps the answer out of the landing.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.kernel.payload import Payload
from tipoff.kernel.wire import read_columns
from tipoff.sources.fetching import Doubtful, Garbled, json_body
from tipoff.sources.nba.season import Season
from tipoff.sources.nba_stats import document, field, items, shot_chart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tipoff.kernel.table import Columns, Stream
    from tipoff.sources.fetching import Request
    from tipoff.sources.nba.season import Game

    Check = Callable[[bytes], None]

CHARTED = 3
"""Shots by which a chart may differ from the box score of a team's game."""
TeamGame = tuple[str, int]


def payload_of(request: Request, body: bytes) -> Payload:
    """A body as the payload it would be."""
    return Payload(
        request.source, request.resource, request.parameters, body, datetime.now(UTC), request.url
    )


def readable(stream: Stream, request: Request) -> Check:
    """The stream can read it, and no key is there twice."""

    def check(body: bytes) -> None:
        _columns(stream, request, body)

    return check


def schedule(request: Request, before: Season | None) -> Check:
    """No game that was over is to come again."""

    def check(body: bytes) -> None:
        json_body(body)
        try:
            now = Season.read(request.parameters["Season"], payload_of(request, body))
        except PayloadError as error:
            raise Doubtful(str(error)) from None
        undone = set(before.finals) - set(now.finals) if before else set()
        if undone:
            raise Garbled(f"older than what is landed: {_listed(undone)} not over in it")

    return check


def game_log(stream: Stream, request: Request, games: Sequence[Game]) -> Check:
    """Every game that is over is in it."""

    def check(body: bytes) -> None:
        lacking = {g.id for g in games} - set(_columns(stream, request, body)["GAME_ID"])
        if lacking:
            raise Doubtful(f"the schedule has {_listed(lacking)} as over, and they are not in it")

    return check


def shots(request: Request, attempts: Mapping[TeamGame, int]) -> Check:
    """As many shots as the box score has attempts, or nearly, in each team's game."""

    def check(body: bytes) -> None:
        found = shots_by_game(request, body)
        wrong = {game for (game, team), n in attempts.items()
                 if abs(found.get((game, team), 0) - n) > CHARTED}  # fmt: skip
        if wrong:
            raise Doubtful(f"shots of {_listed(wrong)} differ from the box score")

    return check


def shots_by_game(request: Request, body: bytes) -> Counter[TeamGame]:
    """How many shots a chart has of each team's game."""
    columns = _columns(shot_chart, request, body)
    return Counter(zip(columns["GAME_ID"], columns["TEAM_ID"], strict=True))


def box_score(stream: Stream, request: Request, score: Mapping[int, int]) -> Check:
    """The players' points are the teams' score."""

    def check(body: bytes) -> None:
        _columns(stream, request, body)
        box = document(payload_of(request, body), "boxScoreTraditional")
        for team in (box["homeTeam"], box["awayTeam"]):
            points = sum(_points(player) for player in items(team, "players"))
            if points != score.get(team["teamId"]):
                raise Doubtful(
                    f"{points} points of team {team['teamId']}, {score.get(team['teamId'])}"
                    " in the schedule"
                )

    return check


def _points(player: object) -> int:
    found = field(field(player, "statistics"), "points")
    return found if isinstance(found, int) else 0


def _columns(stream: Stream, request: Request, body: bytes) -> Columns:
    json_body(body)
    try:
        columns = read_columns(stream, payload_of(request, body))
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
    return f"{len(games)} games ({shown}{', ...' if len(games) > 3 else ''})"

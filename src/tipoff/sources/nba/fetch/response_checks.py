"""Check answers before they are landed, by what else is known of the season.

Each function makes a check for a ``Request``. A check that raises ``Doubtful`` has the request
sent again, and the last answer is landed and reported; one that raises ``Garbled`` also keeps the
answer out of the landing. What a check returns is told to the user.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tipoff.kernel import clock
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.typed_columns import read_columns
from tipoff.sources.http import Doubtful, Garbled, json_body
from tipoff.sources.nba.box_score import box_score_rotation, points_by_team
from tipoff.sources.nba.fetch.schedule_news import listed, schedule_news
from tipoff.sources.nba.fetch.season import Season
from tipoff.sources.nba.inactive_list import SUMMARY, inactive_list
from tipoff.sources.nba.league_schedule import SIDES
from tipoff.sources.nba.live_box_score import LIVE_BOX_SCORE
from tipoff.sources.nba.nba_stats import shot_chart
from tipoff.sources.nba.player_index import player_index
from tipoff.sources.parsing.json_rows import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.kernel.declare.stream import Columns, Stream
    from tipoff.sources.http import Check, Request
    from tipoff.sources.nba.fetch.season import Game

MAX_SHOT_DIFFERENCE = 3
"""The shots by which a chart may differ from the box score of a team's game."""
CONTENT = {
    "boxscoretraditionalv3": "boxScoreTraditional",
    SUMMARY: "boxScoreSummary",
    LIVE_BOX_SCORE: "game",
}
"""The field that each answer of one game wraps its content in."""
TeamGame = tuple[str, int]
ShotCounts = Counter[TeamGame]
"""The number of shots in a chart, by game and team."""


def payload_of(request: Request, body: bytes) -> Payload:
    """Return a body as the payload that it would be landed as."""
    return Payload(
        request.source, request.resource, request.parameters, body, clock.utc_now(), request.url
    )


def readable(stream: Stream, request: Request) -> Check:
    """Check that a stream can read an answer, and that no key is in it twice."""

    def check(body: bytes) -> None:
        checked_columns(stream, payload_of(request, body))

    return check


def schedule(request: Request, before: Season | None) -> Check:
    """Check that a schedule is no older than the one landed before, and tell what has changed."""

    def check(body: bytes) -> str:
        json_body(body)
        payload = payload_of(request, body)
        try:
            now = Season.read(request.parameters["Season"], payload)
        except PayloadError as error:
            raise Doubtful(str(error)) from None
        if not now.games:
            raise Doubtful("no game in it")
        if now.year != now.label:
            raise Garbled(f"the schedule of {now.year}, not of {now.label}")
        if before and is_older(now, before):
            undone = set(before.finals) - set(now.finals)
            raise Garbled(f"older than what is landed: {listed(undone)} not over in it")
        return schedule_news(now, before)

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
    """Check that every game that is over is in a log."""

    def check(body: bytes) -> None:
        logged = checked_columns(stream, payload_of(request, body))["GAME_ID"]
        missing = {g.id for g in games} - set(logged)
        if missing:
            raise Doubtful(f"the schedule has {listed(missing)} as over, and they are not in it")

    return check


def wrongly_charted(charted: ShotCounts, attempts: Mapping[TeamGame, int]) -> set[str]:
    """Return the games whose shots in a chart are not as many as the attempts in the log."""
    return {
        game
        for (game, team), n in attempts.items()
        if abs(charted.get((game, team), 0) - n) > MAX_SHOT_DIFFERENCE
    }


def shots(request: Request, attempts: Mapping[TeamGame, int]) -> Check:
    """Check that a chart has as many shots as the log has attempts, or nearly, in each game."""

    def check(body: bytes) -> None:
        wrong = wrongly_charted(shots_by_game(payload_of(request, body)), attempts)
        if wrong:
            raise Doubtful(f"shots of {listed(wrong)} differ from the box score")

    return check


def shots_by_game(chart: Payload) -> ShotCounts:
    """Count how many shots a chart has of each team's game."""
    columns = checked_columns(shot_chart, chart)
    return Counter(zip(columns["GAME_ID"], columns["TEAM_ID"], strict=True))


def box_score(request: Request, score: Mapping[int, int]) -> Check:
    """Check that the players' points are the teams' score in the schedule.

    An answer without content, which the service gives of some games, is kept out.
    """

    def check(body: bytes) -> None:
        payload = payload_of(request, body)
        _refuse_stub(payload)
        checked_columns(box_score_rotation, payload)
        points = points_by_team(payload)
        for team in {**score, **points}:
            summed, scheduled = points.get(team), score.get(team)
            if summed != scheduled:
                raise Doubtful(f"{summed} points of team {team}, {scheduled} in the schedule")

    return check


def inactives(request: Request) -> Check:
    """Check that a game that is over has an inactive list.

    Of 4,768 games of four seasons, two have nobody on it on either side.
    """

    def check(body: bytes) -> None:
        payload = payload_of(request, body)
        _refuse_stub(payload)
        if not checked_columns(inactive_list, payload)["personId"]:
            raise Doubtful("nobody is inactive on either side")

    return check


def players(request: Request, before: bytes | None, codes: Mapping[int, str]) -> Check:
    """Check that an index of players can be read, and tell who has changed teams.

    Args:
        request: what the answer is of.
        before: the index landed before it; None without one.
        codes: the code of each team, to be told by.
    """

    def check(body: bytes) -> str:
        now = _teams_of(checked_columns(player_index, payload_of(request, body)))
        if before is None:
            return ""
        try:
            known = _teams_of(checked_columns(player_index, payload_of(request, before)))
        except (Doubtful, Garbled):
            return ""
        moved = [
            f"{name} ({codes.get(known[id_][1], 'no team')} to {codes.get(team, 'no team')})"
            for id_, (name, team) in now.items()
            if id_ in known and known[id_][1] != team
        ]
        return f"changed teams: {', '.join(moved)}" if moved else ""

    return check


def _teams_of(index: Columns) -> dict[Any, tuple[Any, Any]]:
    rows = zip(*(index[name] for name in ("PERSON_ID", "NAME", "TEAM_ID")), strict=True)
    return {id_: (name, team) for id_, name, team in rows}


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


def checked_columns(stream: Stream, payload: Payload) -> Columns:
    """Return the columns of an answer.

    Raises:
        Garbled: it is no JSON object.
        Doubtful: the stream cannot read it, or a key is in it twice.
    """
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

"""Checks of answers before they are landed, against other data of the season.

Each function makes a check for a ``Request``. If the check raises ``Doubtful``, the request is
retried, and the last answer is landed and reported. If it raises ``Garbled``, the request is also
retried, but the answer is not landed. The text that a check returns is a notice for the user.
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
from tipoff.sources.nba.fetch.schedule_news import game_list, schedule_news
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
"""The number of shots by which a chart may differ from the box score, per team and game."""
CONTENT = {
    "boxscoretraditionalv3": "boxScoreTraditional",
    SUMMARY: "boxScoreSummary",
    LIVE_BOX_SCORE: "game",
}
"""The field that contains the game in each kind of answer about one game."""
TeamGame = tuple[str, int]
ShotCounts = Counter[TeamGame]
"""The number of shots in a chart, by game and team."""


def payload_of(request: Request, body: bytes) -> Payload:
    """Return the payload as which a body would be landed."""
    return Payload(
        request.source, request.resource, request.parameters, body, clock.utc_now(), request.url
    )


def readable(stream: Stream, request: Request) -> Check:
    """Check that a stream can read an answer, and that it has no duplicate keys."""

    def check(body: bytes) -> None:
        checked_columns(stream, payload_of(request, body))

    return check


def schedule(request: Request, before: Season | None) -> Check:
    """Check that a schedule is not older than the one landed before; return what has changed."""

    def check(body: bytes) -> str:
        json_body(body)
        payload = payload_of(request, body)
        try:
            after = Season.read(request.parameters["Season"], payload)
        except PayloadError as error:
            raise Doubtful(str(error)) from None
        if not after.games:
            raise Doubtful("no game in it")
        if after.year != after.label:
            raise Garbled(f"the schedule of {after.year}, not of {after.label}")
        if before and is_older(after, before):
            not_over = set(before.finals) - set(after.finals)
            raise Garbled(f"older than what is landed: {game_list(not_over)} not over in it")
        return schedule_news(after, before)

    return check


def is_older(after: Season, before: Season) -> bool:
    """Return whether a schedule that was fetched later is an older copy than the one before.

    An older copy lacks the newest results: it has no result that the other lacks, and none on or
    after the date of the first result that it lacks itself.
    """
    not_over = [game.day for id_, game in before.finals.items() if id_ not in after.finals]
    return (
        bool(not_over)
        and after.finals.keys() < before.finals.keys()
        and all(game.day < min(not_over) for game in after.finals.values())
    )


def game_log(stream: Stream, request: Request, games: Sequence[Game]) -> Check:
    """Check that a log has every game that is over."""

    def check(body: bytes) -> None:
        logged = checked_columns(stream, payload_of(request, body))["GAME_ID"]
        missing = {g.id for g in games} - set(logged)
        if missing:
            raise Doubtful(f"the log lacks {game_list(missing)} that the schedule has as over")

    return check


def wrongly_charted(charted: ShotCounts, attempts: Mapping[TeamGame, int]) -> set[str]:
    """Return the games in which a chart's shots differ too much from the log's attempts."""
    return {
        game
        for (game, team), n in attempts.items()
        if abs(charted.get((game, team), 0) - n) > MAX_SHOT_DIFFERENCE
    }


def shots(request: Request, attempts: Mapping[TeamGame, int]) -> Check:
    """Check that a chart has about as many shots as the log has attempts, in each game."""

    def check(body: bytes) -> None:
        wrong = wrongly_charted(shots_by_game(payload_of(request, body)), attempts)
        if wrong:
            raise Doubtful(f"shots of {game_list(wrong)} differ from the box score")

    return check


def shots_by_game(chart: Payload) -> ShotCounts:
    """Count the shots in a chart by game and team."""
    columns = checked_columns(shot_chart, chart)
    return Counter(zip(columns["GAME_ID"], columns["TEAM_ID"], strict=True))


def box_score(request: Request, score: Mapping[int, int]) -> Check:
    """Check that the players' points add up to the teams' scores in the schedule.

    An answer without content, which the service gives for some games, is not landed.
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

    In four seasons, two of 4,768 games had no inactive player on either team.
    """

    def check(body: bytes) -> None:
        payload = payload_of(request, body)
        _refuse_stub(payload)
        if not checked_columns(inactive_list, payload)["personId"]:
            raise Doubtful("nobody is inactive on either side")

    return check


def players(request: Request, before: bytes | None, codes: Mapping[int, str]) -> Check:
    """Check that a player index can be read; return which players have changed teams.

    Args:
        request: the request of the answer.
        before: the index landed before it; None without one.
        codes: the code of each team by its id, for the notice.
    """

    def check(body: bytes) -> str:
        new = _teams_of(checked_columns(player_index, payload_of(request, body)))
        if before is None:
            return ""
        try:
            old = _teams_of(checked_columns(player_index, payload_of(request, before)))
        except (Doubtful, Garbled):
            return ""
        moved = [
            f"{name} ({codes.get(old[id_][1], 'no team')} to {codes.get(team, 'no team')})"
            for id_, (name, team) in new.items()
            if id_ in old and old[id_][1] != team
        ]
        return f"changed teams: {', '.join(moved)}" if moved else ""

    return check


def _teams_of(index: Columns) -> dict[Any, tuple[Any, Any]]:
    rows = zip(*(index[name] for name in ("PERSON_ID", "NAME", "TEAM_ID")), strict=True)
    return {id_: (name, team) for id_, name, team in rows}


def both(*checks: Check) -> Check:
    """Combine several checks of one answer."""

    def check(body: bytes) -> str:
        return "; ".join(notice for each in checks if (notice := each(body)))

    return check


def _refuse_stub(payload: Payload) -> None:
    """Refuse an answer with null for its game or for either team."""
    json_body(payload.body)
    game = load(payload).get(CONTENT[payload.resource])
    teams = [game.get(side) for side in SIDES] if isinstance(game, dict) else [None]
    if not all(isinstance(team, dict) and team.get("teamId") for team in teams):
        raise Garbled("an answer without a game in it")


def checked_columns(stream: Stream, payload: Payload) -> Columns:
    """Return the columns of an answer.

    Raises:
        Garbled: it is not a JSON object.
        Doubtful: the stream cannot read it, or it has duplicate keys.
    """
    json_body(payload.body)
    try:
        columns = read_columns(stream, payload)
    except PayloadError as error:
        raise Doubtful(str(error)) from None
    keys = list(zip(*(columns[name] for name in stream.key), strict=True))
    try:
        duplicates = len(keys) - len(set(keys))
    except TypeError:
        raise Doubtful(f"{', '.join(stream.key)}: not single values") from None
    if duplicates:
        raise Doubtful(f"{duplicates} rows are there twice")
    return columns

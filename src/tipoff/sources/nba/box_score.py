"""Players dressed for a game: starters, playing times, and reasons for not playing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tipoff.domain.names import name_key
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.nba.box_clock import box_seconds
from tipoff.sources.nba.live_box_score import (
    LIVE_BOX_SCORE,
    YES,
    is_listed_inactive,
    live_players,
    reason_of,
)
from tipoff.sources.parsing.json_rows import by_column, document, field, full_name, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload


@stream(
    resource="boxscoretraditionalv3",
    other_resources=(LIVE_BOX_SCORE,),
    columns={
        "gameId": "string",
        "teamId": "int64",
        "personId": "int64",
        "playerName": "string",
        "nameKey": "string",
        "starter": "boolean",
        "comment": "string",
        "seconds": "int64",
        "source": "string",
    },
    key=("gameId", "personId"),
)
def box_score_rotation(payload: Payload) -> Columns:
    """Return all players dressed for a game, with seconds played or the reason for not playing.

    A time of 0:00 becomes NULL if a comment gives a reason for not playing. Without a comment the
    player appeared for less than a second, which the league counts as a game.
    """
    is_live = payload.resource == LIVE_BOX_SCORE
    players = _of_feed(payload) if is_live else _of_stats(payload)
    rows = [(*row, payload.resource) for row in players]
    return by_column(rows, tuple(box_score_rotation.columns))


def points_by_team(payload: Payload) -> dict[Any, int]:
    """Return the sum of the players' points of each team, from either host's box score."""
    is_live = payload.resource == LIVE_BOX_SCORE
    sums: Counter[Any] = Counter()
    for _, team, player in live_players(payload) if is_live else _stats_players(payload):
        points = field(field(player, "statistics"), "points")
        sums[team] += points if isinstance(points, int) else 0
    return dict(sums)


def _stats_players(payload: Payload) -> Iterator[tuple[Any, Any, Any]]:
    box = document(payload, "boxScoreTraditional")
    for side in ("homeTeam", "awayTeam"):
        team = field(box, side)
        for player in items(team, "players"):
            yield field(box, "gameId"), field(team, "teamId"), player


def _of_stats(payload: Payload) -> Iterator[tuple[Any, ...]]:
    for game, team, player in _stats_players(payload):
        comment = field(player, "comment")
        seconds = box_seconds(field(field(player, "statistics"), "minutes"))
        played = None if comment and seconds == 0 else seconds
        position = field(player, "position")
        starter = position != "" if isinstance(position, str) else position
        yield (game, team, *_person(player), starter, comment, played)


def _of_feed(payload: Payload) -> Iterator[tuple[Any, ...]]:
    for game, team, player in live_players(payload):
        if is_listed_inactive(player):
            continue
        played = field(player, "played") == YES
        seconds = box_seconds(field(field(player, "statistics"), "minutes")) if played else None
        comment = "" if played else reason_of(player) or ""
        yield (game, team, *_person(player), field(player, "starter") == YES, comment, seconds)


def _person(player: Any) -> tuple[Any, str, str]:
    name = full_name(field(player, "firstName"), field(player, "familyName"))
    return field(player, "personId"), name, name_key(name)

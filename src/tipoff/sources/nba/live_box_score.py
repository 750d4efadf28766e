"""The live feed's box score, which replaces two answers of the statistics service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.sources.parsing.json_rows import document, field, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

LIVE_BOX_SCORE = "boxscore"
"""The resource under which the live feed's box scores are landed."""
YES = "1"
"""The live feed's value for true."""
INACTIVE = "INACTIVE"
"""The status of players on the inactive list, and the beginning of their reasons."""


def live_game(payload: Payload) -> Any:
    """Return the game in a box score of the live feed.

    Raises:
        PayloadError: the payload is not such a box score.
    """
    return document(payload, "game")


def live_players(payload: Payload) -> Iterator[tuple[Any, Any, Any]]:
    """Yield (game id, team id, player) for all players in a box score of the live feed.

    Raises:
        PayloadError: the payload is not such a box score.
    """
    game = live_game(payload)
    for side in ("homeTeam", "awayTeam"):
        team = field(game, side)
        for player in items(team, "players"):
            yield field(game, "gameId"), field(team, "teamId"), player


def is_listed_inactive(player: Any) -> bool:
    """Return whether a player is on the inactive list; a dressed player who did not play is not."""
    if field(player, "status") != INACTIVE:
        return False
    reason = player.get("notPlayingReason")
    return reason is None or str(reason).startswith(INACTIVE)


def reason_of(player: Any) -> str | None:
    """Return the reason why a player did not play, with its description; NULL if there is none."""
    reasons = [player.get(name) for name in ("notPlayingReason", "notPlayingDescription")]
    return ": ".join(str(each) for each in reasons if each) or None

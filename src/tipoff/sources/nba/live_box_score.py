"""The live feed's box score: one answer with all that two statistics requests give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.sources.parsing.json_rows import document, field, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

LIVE_BOX_SCORE = "boxscore"
"""The resource that an answer of the live feed is landed under."""
YES = "1"
"""How the live feed writes that something holds."""
INACTIVE = "INACTIVE"
"""A player's status, and how the reasons begin of those on the inactive list."""


def live_game(payload: Payload) -> Any:
    """Return the game that a box score of the live feed is of.

    Raises:
        PayloadError: the payload is no such box score.
    """
    return document(payload, "game")


def live_players(payload: Payload) -> Iterator[tuple[Any, Any, Any]]:
    """Yield (game id, team id, player) of everyone in a box score of the live feed.

    Raises:
        PayloadError: the payload is no such box score.
    """
    game = live_game(payload)
    for side in ("homeTeam", "awayTeam"):
        team = field(game, side)
        for player in items(team, "players"):
            yield field(game, "gameId"), field(team, "teamId"), player


def is_listed_inactive(player: Any) -> bool:
    """Return whether a player is on the inactive list, not merely a dressed one who sat."""
    if field(player, "status") != INACTIVE:
        return False
    reason = player.get("notPlayingReason")
    return reason is None or str(reason).startswith(INACTIVE)


def reason_of(player: Any) -> str | None:
    """Return why a player did not play, with the feed's description; NULL where it says nothing."""
    reasons = [player.get(name) for name in ("notPlayingReason", "notPlayingDescription")]
    return ": ".join(str(each) for each in reasons if each) or None

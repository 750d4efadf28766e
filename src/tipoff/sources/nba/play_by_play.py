"""Play-by-play, from the league's live feed or from the statistics service.

Both are landed under one resource, as two answers to the same request. Only the newest counts, as
a whole: their actions are numbered differently, so that a game with both would count twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.nba.play_by_play_v3 import is_of_the_service, live_actions
from tipoff.sources.parsing.json_rows import document, field, items

if TYPE_CHECKING:
    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.schema import DataType

CLOCK = re.compile(r"PT(\d+)M(\d+)(?:\.\d+)?S")
ACTION: dict[str, DataType] = {
    "actionNumber": "int64",
    "period": "int64",
    "actionType": "string",
    "subType": "string",
    "descriptor": "string",
    "teamId": "int64",
    "personId": "int64",
    "area": "string",
    "shotResult": "string",
    "assistPersonId": "int64",
    "blockPersonId": "int64",
}


@stream(
    resource="playbyplay",
    columns={"gameId": "string", "seconds_left": "int64", **ACTION},
    key=("gameId", "actionNumber"),
)
def play_by_play(payload: Payload) -> Columns:
    """Return all actions of a game; fields that do not apply to an action are NULL."""
    game = document(payload, "game")
    actions = items(game, "actions")
    if is_of_the_service(actions):
        actions = live_actions(actions)
    return {
        "gameId": [field(game, "gameId")] * len(actions),
        "seconds_left": [_seconds(field(action, "clock")) for action in actions],
        **{name: [action.get(name) for action in actions] for name in ACTION},
    }


def _seconds(clock: Any) -> Any:
    """Parse a clock like PT11M42.00S into seconds; return other values, to be set aside."""
    match = CLOCK.fullmatch(clock) if isinstance(clock, str) else None
    return 60 * int(match[1]) + int(match[2]) if match else clock

"""Play-by-play, as the league's live feed writes it or as the statistics service does.

Both come under one resource, as two answers to one request: the newest stands whole, since
their actions are numbered differently and a game with both would count twice.
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
    """Return every action of a game; what does not belong to an action is NULL."""
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
    """Return the seconds of a clock such as PT11M42.00S; anything else stays, to be set aside."""
    left = CLOCK.fullmatch(clock) if isinstance(clock, str) else None
    return 60 * int(left[1]) + int(left[2]) if left else clock

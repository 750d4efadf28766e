"""Name settlements: a person assigns names that no rule could resolve to players."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import orjson

from tipoff.domain.league_time import utc_timestamp
from tipoff.domain.names import spelling_key
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.parsing.json_rows import field, load

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "person"
HOLDS_FROM = date(1946, 1, 1)
"""A date before the league's first game, so that a settlement applies to every date."""


@dataclass(frozen=True)
class NameSettlement:
    """A name and the player to whom it belongs."""

    name: str
    player_id: int
    settled_at: datetime

    def payloads(self) -> Iterator[Payload]:
        """Yield the settlement as a payload; a later one for the same name supersedes it."""
        settlement = {
            "name": self.name,
            "player_id": self.player_id,
            "settled_at": self.settled_at.astimezone(UTC).isoformat(),
        }
        yield Payload(
            SOURCE,
            "settled_name",
            {"Name": spelling_key(self.name)},
            orjson.dumps(settlement),
            self.settled_at,
            f"tipoff names settle {self.name!r}",
        )


@stream(
    resource="settled_name",
    columns={
        "holds_from": "date",
        "spelling": "string",
        "player_id": "int64",
        "player_name": "string",
        "settled_at": "timestamp",
    },
    key=("spelling",),
)
def name_settlement(payload: Payload) -> Columns:
    """Return one settled name."""
    settlement = load(payload)
    name = field(settlement, "name")
    return {
        "holds_from": [HOLDS_FROM],
        "spelling": [spelling_key(str(name))],
        "player_id": [field(settlement, "player_id")],
        "player_name": [name],
        "settled_at": [utc_timestamp(field(settlement, "settled_at"))],
    }

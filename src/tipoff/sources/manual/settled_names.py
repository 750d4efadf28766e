"""What a person says of a name that no rule could resolve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import orjson

from tipoff.domain.league_time import utc_timestamp
from tipoff.domain.names import spelling_key
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.table import Columns, stream
from tipoff.sources.parsing.json_rows import field, load

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "person"
HOLDS_FROM = date(1946, 1, 1)
"""A year in which the league had not played yet."""


@dataclass(frozen=True)
class NameSettlement:
    """A name, and the player it is of."""

    name: str
    player_id: int
    settled_at: datetime

    def payloads(self) -> Iterator[Payload]:
        """Yield it as a payload; a later one about the same name supersedes it."""
        said = {
            "name": self.name,
            "player_id": self.player_id,
            "settled_at": self.settled_at.astimezone(UTC).isoformat(),
        }
        yield Payload(
            SOURCE,
            "settled_name",
            {"Name": spelling_key(self.name)},
            orjson.dumps(said),
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
    """One name."""
    said = load(payload)
    name = field(said, "name")
    return {
        "holds_from": [HOLDS_FROM],
        "spelling": [spelling_key(str(name))],
        "player_id": [field(said, "player_id")],
        "player_name": [name],
        "settled_at": [utc_timestamp(field(said, "settled_at"))],
    }

"""Model promotions: a person or the gates make a system champion of a market."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.domain.league_time import utc_timestamp
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.manual.settled_names import SOURCE
from tipoff.sources.parsing.json_rows import field, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class ModelPromotion:
    """The promotion of a system to champion of a market from a date on."""

    market: str
    system: str
    effective_on: date
    promoted_at: datetime
    evidence: Mapping[str, Any]

    def payloads(self) -> Iterator[Payload]:
        """Yield the promotion as a payload of its own, which supersedes no other."""
        promoted_at = self.promoted_at.astimezone(UTC).isoformat()
        promotion = {
            "market": self.market,
            "system": self.system,
            "promoted_at": promoted_at,
            "effective_on": self.effective_on.isoformat(),
            "evidence": orjson.dumps(self.evidence).decode(),
        }
        yield Payload(
            SOURCE,
            "model_promotion",
            {"Market": self.market, "At": promoted_at},
            orjson.dumps(promotion),
            self.promoted_at,
            "tipoff models",
        )


@stream(
    resource="model_promotion",
    columns={
        "effective_on": "date",
        "market": "string",
        "promoted_at": "timestamp",
        "system": "string",
        "evidence": "string",
    },
    key=("market", "promoted_at"),
)
def model_promotion(payload: Payload) -> Columns:
    """Return one promotion."""
    promotion = load(payload)
    columns = {name: [field(promotion, name)] for name in ("market", "system", "evidence")}
    return {
        **columns,
        "effective_on": [_day(field(promotion, "effective_on"))],
        "promoted_at": [utc_timestamp(field(promotion, "promoted_at"))],
    }


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value

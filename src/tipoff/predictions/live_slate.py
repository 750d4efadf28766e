"""The streams of live slates: read landed payloads of every form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import utc_timestamp
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.errors import PayloadError
from tipoff.predictions.chain import BREAKOUTS, PREDICTIONS, body_of, rows_of
from tipoff.predictions.live_breakout import LiveBreakout
from tipoff.predictions.live_prediction import LivePrediction
from tipoff.predictions.live_slate_writer import RESOURCE, live_slate_writer

if TYPE_CHECKING:
    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.schema import DataType, Schema


def _columns(schema: type[Schema]) -> dict[str, DataType]:
    return {name: c.dtype for name, c in schema.columns.items() if name != "payload"}


@stream(
    resource=RESOURCE,
    columns=_columns(LivePrediction),
    key=LivePrediction.key(),
    writer=live_slate_writer,
)
def live_slate(payload: Payload) -> Columns:
    """Read the predictions of a live slate; columns that its form lacks are NULL."""
    return _read(payload, PREDICTIONS, LivePrediction)


@stream(
    resource=RESOURCE,
    columns=_columns(LiveBreakout),
    key=LiveBreakout.key(),
    writer=live_slate_writer,
)
def live_breakout_slate(payload: Payload) -> Columns:
    """Read the breakout predictions of a live slate; columns that its form lacks are NULL."""
    return _read(payload, BREAKOUTS, LiveBreakout)


def _read(payload: Payload, part: str, schema: type[Schema]) -> Columns:
    part_columns = rows_of(body_of(payload), part)
    lengths = {len(values) for values in part_columns.values()}
    if len(lengths) > 1:
        raise PayloadError(f"a live slate whose columns of {part} differ in length")
    missing = [None] * (lengths.pop() if lengths else 0)
    return {
        name: _typed(part_columns.get(name, missing), dtype)
        for name, dtype in _columns(schema).items()
    }


def _typed(values: list[Any], dtype: DataType) -> list[Any]:
    if dtype == "date":
        days = {value: _day(value) for value in set(values)}
        return [days[value] for value in values]
    if dtype == "timestamp":
        times = {value: utc_timestamp(value) for value in set(values)}
        return [times[value] for value in values]
    return values


def _day(value: Any) -> Any:
    """Return the parsed date; an invalid value is kept, and its row goes to quarantine."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value

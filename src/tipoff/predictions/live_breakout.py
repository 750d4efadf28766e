"""Live breakout predictions as landed before tip-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import Column, instant
from tipoff.kernel.declare.table import table
from tipoff.predictions.breakout_outlook import BreakoutOutlook
from tipoff.predictions.live_prediction import without_limits
from tipoff.predictions.system_prediction import IDENTITY
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table

COLUMNS: dict[str, Column] = {
    **{name: without_limits(column) for name, column in BreakoutOutlook.columns.items()},
    "game_date": without_limits(IDENTITY["game_date"], key=True),
    "prediction_time": without_limits(IDENTITY["prediction_time"]),
    "created_at": instant(unit="UTC", meaning="when it was made"),
}


class LiveBreakout(FromPayload, columns=COLUMNS):
    """A player's breakout prediction as made before the game; once per prediction time."""


@table(schema=LiveBreakout, may_be_empty=True)
def live_breakout(live_breakout_slate: Landed) -> Table:
    """Return every live breakout prediction of the payloads."""
    return live_breakout_slate.select(*LiveBreakout.columns)

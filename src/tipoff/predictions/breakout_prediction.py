"""The published breakout predictions: live ones as they were made, and replays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import instant
from tipoff.kernel.declare.table import table
from tipoff.predictions.breakout_outlook import BreakoutOutlook
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.slate_games import is_final
from tipoff.predictions.system_prediction import LIVE, RECORD, REPLAYED

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame


class BreakoutPrediction(BreakoutOutlook, columns=RECORD):
    """A published breakout prediction of a player before one game."""

    created_at = instant(nullable=True, unit="UTC", meaning="when it was made; NULL: replayed")


@table(
    schema=BreakoutPrediction,
    columns={"schedule": ["game_id", "is_final"]},
    may_be_empty=True,
    dates_at_once=DATES_IN_MEMORY,
)
def breakout_prediction(breakout_outlook: Frame, live_breakout: Frame, schedule: Frame) -> Frame:
    """Return each player's last live prediction, and replays of games that have a result."""
    import pyarrow as pa

    replayed = breakout_outlook.filter(pa.array(is_final(breakout_outlook, schedule)))
    no_creation_time = pa.nulls(replayed.num_rows, pa.timestamp("us"))
    return pa.concat_tables(
        [
            _recorded(_last(live_breakout), LIVE),
            _recorded(replayed.append_column("created_at", no_creation_time), REPLAYED),
        ]
    )


def _last(live_breakout: Frame) -> Frame:
    """Return each player's prediction before tip-off, or else that of the morning."""
    import pyarrow as pa
    import pyarrow.compute as pc

    player = ["game_id", "game_date", "player_id"]
    before_tip = pc.equal(live_breakout["prediction_time"], PredictionTime.BEFORE_TIP.value)
    last, morning = live_breakout.filter(before_tip), live_breakout.filter(pc.invert(before_tip))
    return pa.concat_tables(
        [last, morning.join(last.select(player), player, join_type="left anti")]
    )


def _recorded(rows: Frame, record: str) -> Frame:
    columns = {n: rows[n] for n in BreakoutPrediction.columns if n != "record"}
    return frame(BreakoutPrediction, {**columns, "record": np.repeat(record, rows.num_rows)})

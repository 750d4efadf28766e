"""The published predictions: live ones as they were made, and replays of finished games."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import instant, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.live_prediction import counting_editions
from tipoff.predictions.player_outlook import PlayerOutlook
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.prediction_grade import UNRECORDED
from tipoff.predictions.slate_games import is_final
from tipoff.predictions.system_prediction import LIVE, RECORD, REPLAYED

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame


class PlayerPrediction(PlayerOutlook, columns=RECORD):
    """A published prediction: the champion's distribution, and its probabilities at the line."""

    system = text(meaning="the market's champion at that time, which has not seen the line")
    information = text(meaning="what was known of lineups and absences")
    created_at = instant(nullable=True, unit="UTC", meaning="when it was made; NULL: replayed")


@table(
    schema=PlayerPrediction,
    columns={"schedule": ["game_id", "game_date", "is_final", "tip_at"]},
    may_be_empty=True,
    dates_at_once=DATES_IN_MEMORY,
)
def player_prediction(player_outlook: Frame, live_prediction: Frame, schedule: Frame) -> Frame:
    """Return live predictions as published, and replays of games that have a result.

    For games without a result only live predictions are published, so a date may have no rows yet.
    ``player_outlook`` ensures that every date has an outlook.
    """
    import pyarrow as pa

    published = counting_editions(live_prediction.filter(live_prediction["is_shown"]), schedule)
    replayed = player_outlook.filter(pa.array(is_final(player_outlook, schedule)))
    no_creation_time = pa.nulls(replayed.num_rows, pa.timestamp("us"))
    return pa.concat_tables(
        [
            _recorded(published, LIVE),
            _recorded(replayed.append_column("created_at", no_creation_time), REPLAYED),
        ]
    )


def _recorded(rows: Frame, record: str) -> Frame:
    information = rows["information"].fill_null(UNRECORDED)
    rows = rows.set_column(rows.column_names.index("information"), "information", information)
    columns = {n: rows[n] for n in PlayerPrediction.columns if n != "record"}
    return frame(PlayerPrediction, {**columns, "record": np.repeat(record, rows.num_rows)})

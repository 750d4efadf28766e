"""What is published of each player and market: live predictions as they were made, and replays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import instant, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.live_prediction import standing_editions
from tipoff.predictions.player_outlook import PlayerOutlook
from tipoff.predictions.player_projection import AT_ONCE
from tipoff.predictions.prediction_grade import UNRECORDED
from tipoff.predictions.slate_games import is_final
from tipoff.predictions.system_prediction import LIVE, RECORD, REPLAYED

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame


class PlayerPrediction(PlayerOutlook, columns=RECORD):
    """A published prediction: the champion's distribution, and what follows at the line."""

    system = text(meaning="the market's champion then, which has not seen the line")
    information = text(meaning="what was known of lineups and absences")
    created_at = instant(nullable=True, unit="UTC", meaning="when it was made; NULL: replayed")


@table(
    schema=PlayerPrediction,
    columns={"schedule": ["game_id", "game_date", "is_final", "tip_at"]},
    may_be_empty=True,
    dates_at_once=AT_ONCE,
)
def player_prediction(player_outlook: Frame, live_prediction: Frame, schedule: Frame) -> Frame:
    """Take live predictions as they were shown, and replays of the games that have a result.

    Of a game without a result nothing but what was written before tip-off is published. A date may
    have no rows until then; that every date has an outlook is what ``player_outlook`` answers for.
    """
    import pyarrow as pa

    shown = standing_editions(live_prediction.filter(live_prediction["is_shown"]), schedule)
    replayed = player_outlook.filter(pa.array(is_final(player_outlook, schedule)))
    unknown = pa.nulls(replayed.num_rows, pa.timestamp("us"))
    return pa.concat_tables(
        [_recorded(shown, LIVE), _recorded(replayed.append_column("created_at", unknown), REPLAYED)]
    )


def _recorded(rows: Frame, record: str) -> Frame:
    known = rows["information"].fill_null(UNRECORDED)
    rows = rows.set_column(rows.column_names.index("information"), "information", known)
    columns = {n: rows[n] for n in PlayerPrediction.columns if n != "record"}
    return frame(PlayerPrediction, {**columns, "record": np.repeat(record, rows.num_rows)})

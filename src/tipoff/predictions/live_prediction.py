"""Live predictions as landed before tip-off: facts that are never computed again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import Column, boolean, instant, integer, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.player_outlook import PlayerOutlook
from tipoff.predictions.system_prediction import DISTRIBUTION, IDENTITY
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame, Landed, Table

SLOT = tuple(IDENTITY)
"""The columns that identify a slot: game, date, player, market and prediction time."""
SLOT_VALUE_COLUMNS = (
    "player_name",
    "team_id",
    "opponent_id",
    "season",
    "home",
    "information",
    "p_plays",
    "bookmaker",
    "line",
    "over_price",
    "under_price",
    "captured_at",
)
"""The columns with the same value for all systems of a slot."""
COLUMNS_ADDED_LATER = ("information", "p_plays", "low_share", "low_ratio", "low_dispersion")
"""The columns that slates of earlier versions lack."""
SYSTEM_COLUMNS = (*DISTRIBUTION, "system", "as_of", "trained_for")
PUBLISHED_COLUMNS = tuple(
    name
    for name in PlayerOutlook.columns
    if name not in (*SLOT, *SLOT_VALUE_COLUMNS, *SYSTEM_COLUMNS)
)
"""The columns that only the champion's row has: what was published with its prediction."""


def without_limits(column: Column, *, key: bool = False, nullable: bool = False) -> Column:
    """Return the column without limits, so that later rules never refuse landed facts."""
    return replace(
        column,
        key=column.key or key,
        nullable=column.nullable or nullable,
        minimum=None,
        maximum=None,
        choices=(),
    )


COLUMNS: dict[str, Column] = {
    **{
        n: without_limits(c, nullable=n in (*PUBLISHED_COLUMNS, *COLUMNS_ADDED_LATER))
        for n, c in PlayerOutlook.columns.items()
    },
    "game_date": without_limits(IDENTITY["game_date"], key=True),
    "system": text(key=True, meaning="the system that predicted it"),
    "edition": integer(key=True, meaning="1, or 2 if it adds the line that edition 1 lacked"),
    "as_of": instant(unit="UTC", meaning="only data known at this time was used"),
    "created_at": instant(unit="UTC", meaning="when it was made"),
    "is_shown": boolean(meaning="whether it is the champion's, which was published"),
}


class LivePrediction(FromPayload, columns=COLUMNS):
    """One system's prediction of one player's count, as made before tip-off.

    A slot is written once it is due. If it had no line and gets one later, it is written a second
    time; the last edition counts.
    """


@table(schema=LivePrediction, may_be_empty=True)
def live_prediction(live_slate: Landed) -> Table:
    """Return every live prediction of the payloads; later ones neither change nor remove it."""
    return live_slate.select(*LivePrediction.columns)


def counting_editions(live_prediction: Frame, schedule: Frame) -> Frame:
    """Return all systems' rows of one edition of each slot: the one that is graded and published.

    It is the last one made before tip-off by the current schedule, which may have been corrected
    since the prediction was written. If all editions of a slot are late, it is the last of
    them.

    Args:
        live_prediction: all editions.
        schedule: games with ``game_id``, ``game_date`` and ``tip_at``.

    Returns:
        The rows with ``is_late``: whether they were made at or after tip-off.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    game, slot = ["game_id", "game_date"], list(SLOT)
    rows = live_prediction.join(schedule.select([*game, "tip_at"]), game, join_type="left outer")
    is_late = pc.greater_equal(rows["created_at"], rows["tip_at"]).fill_null(False)
    rows = rows.drop_columns(["tip_at"]).append_column("is_late", is_late)
    timely = last_editions(rows.filter(pc.invert(is_late)))
    only_late = rows.filter(is_late).join(timely.select(slot), slot, join_type="left anti")
    return pa.concat_tables([timely, last_editions(only_late).select(timely.column_names)])


def last_editions(live_prediction: Frame) -> Frame:
    """Return all systems' rows of the last edition of each slot."""
    import pyarrow.compute as pc

    slot = list(SLOT)
    last = live_prediction.group_by(slot).aggregate([("edition", "max")])
    rows = live_prediction.join(last, slot, join_type="inner")
    return rows.filter(pc.equal(rows["edition"], rows["edition_max"]))


def shown_editions(live_prediction: Frame) -> Frame:
    """Return each slot's row that was published last."""
    return last_editions(live_prediction.filter(live_prediction["is_shown"]))

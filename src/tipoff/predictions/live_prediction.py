"""Live predictions as they were landed before tip-off: facts that nothing computes again."""

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
"""The columns that name what is predicted: game, date, player, market and prediction time."""
OF_SLOT = (
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
"""The columns that are equal for all systems of a slot."""
LATER = ("information", "p_plays", "low_share", "low_ratio", "low_dispersion")
"""The columns that slates of earlier versions do not have."""
OF_SYSTEM = (*DISTRIBUTION, "system", "as_of", "trained_for")
OF_SHOWN = tuple(
    name for name in PlayerOutlook.columns if name not in (*SLOT, *OF_SLOT, *OF_SYSTEM)
)
"""The columns that only the shown row has: what was published with the champion's prediction."""


def fact(column: Column, *, key: bool = False, nullable: bool = False) -> Column:
    """Return the column without limits: no rule of a later version may refuse what was landed."""
    return replace(
        column,
        key=column.key or key,
        nullable=column.nullable or nullable,
        minimum=None,
        maximum=None,
        choices=(),
    )


COLUMNS: dict[str, Column] = {
    **{n: fact(c, nullable=n in (*OF_SHOWN, *LATER)) for n, c in PlayerOutlook.columns.items()},
    "game_date": fact(IDENTITY["game_date"], key=True),
    "system": text(key=True, meaning="what predicted it"),
    "edition": integer(key=True, meaning="1, or 2 with the line that 1 lacked"),
    "as_of": instant(unit="UTC", meaning="what was known at this time is all that was used"),
    "created_at": instant(unit="UTC", meaning="when it was made"),
    "is_shown": boolean(meaning="the champion's: what was published"),
}


class LivePrediction(FromPayload, columns=COLUMNS):
    """One system's prediction of one player's count, as it was made before tip-off.

    A slot is written when it falls due. If it had no line then and has one later, it is written a
    second time; the last edition is the one that counts.
    """


@table(schema=LivePrediction, may_be_empty=True)
def live_prediction(live_slate: Landed) -> Table:
    """Take every live prediction from its payload; none is changed or removed by a later one."""
    return live_slate.select(*LivePrediction.columns)


def standing_editions(live_prediction: Frame, schedule: Frame) -> Frame:
    """Return the rows, of all systems, of the edition of each slot that counts.

    It is the last that was made before tip-off, by the time that the schedule has now: a schedule
    may be corrected after a prediction was written by it. Of a slot without any it is the last.

    Args:
        live_prediction: all editions.
        schedule: games with ``game_id``, ``game_date`` and ``tip_at``.

    Returns:
        The rows with ``is_late``: whether they were made at tip-off or after it.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    game, slot = ["game_id", "game_date"], list(SLOT)
    rows = live_prediction.join(schedule.select([*game, "tip_at"]), game, join_type="left outer")
    late = pc.greater_equal(rows["created_at"], rows["tip_at"]).fill_null(False)
    rows = rows.drop_columns(["tip_at"]).append_column("is_late", late)
    timely = last_editions(rows.filter(pc.invert(late)))
    others = rows.filter(late).join(timely.select(slot), slot, join_type="left anti")
    return pa.concat_tables([timely, last_editions(others).select(timely.column_names)])


def last_editions(live_prediction: Frame) -> Frame:
    """Return the rows, of all systems, of the last edition of each slot."""
    import pyarrow.compute as pc

    slot = list(SLOT)
    last = live_prediction.group_by(slot).aggregate([("edition", "max")])
    rows = live_prediction.join(last, slot, join_type="inner")
    return rows.filter(pc.equal(rows["edition"], rows["edition_max"]))


def shown_editions(live_prediction: Frame) -> Frame:
    """Return the row of each slot that was published last."""
    return last_editions(live_prediction.filter(live_prediction["is_shown"]))

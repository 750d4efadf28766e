"""Join the tables that the models read into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.arrays import joined_rows

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame


def model_rows(player_projection: Frame, ml_feature_store: Frame, player_residuals: Frame) -> Frame:
    """Return the projection's rows joined with the feature store and the residuals.

    Rows keep the projection's order. A column in several tables is taken from the projection first,
    then from the store, so that ``starting`` is that of the information set.
    """
    rows = player_projection
    for other in (ml_feature_store, player_residuals):
        rows = joined_rows(rows, other)
    return rows

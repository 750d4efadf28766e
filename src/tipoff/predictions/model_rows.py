"""Rows of one or more information sets with all that models read of them, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.arrays import widened

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame


def model_rows(player_projection: Frame, ml_feature_store: Frame, player_residuals: Frame) -> Frame:
    """Return the projection's rows with the store's columns and the residuals of each player.

    Rows keep the order of the projection. A column that stands in several tables is taken from the
    projection, then from the store: ``starting`` is what the information set shows.
    """
    rows = player_projection
    for other in (ml_feature_store, player_residuals):
        rows = widened(rows, other)
    return rows

"""The champion system of each market and date: the last promoted one, or the default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.predictions.models.systems import ENSEMBLE, LAST_10_MEAN, LIGHTGBM

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame

DEFAULT = (ENSEMBLE, LIGHTGBM, LAST_10_MEAN)
"""The default order: the first system that predicts a player is published."""
Order = tuple[str, ...]


def champions(predictions: Frame, promotion: Frame) -> Mapping[tuple[Any, str], Order]:
    """Return, by (date, market), the champion followed by its fallbacks in order."""
    slots = predictions.group_by(["game_date", "market"]).aggregate([]).to_pylist()
    promotions_in_order = promotion.sort_by(
        [("effective_on", "ascending"), ("promoted_at", "ascending")]
    )
    rows = promotions_in_order.to_pylist()
    return {(s["game_date"], s["market"]): order(rows, s["market"], s["game_date"]) for s in slots}


def order(promotions: list[dict[str, Any]], market: str, day: date) -> Order:
    """Return the systems that may be published for a market on a date, the champion first.

    Args:
        promotions: rows of ``promotion``, the newest last.
        market: such as ``player_points``.
        day: the date; promotions apply from their ``effective_on`` date.
    """
    promoted = [
        p["system"] for p in promotions if p["market"] == market and p["effective_on"] <= day
    ]
    return tuple(dict.fromkeys((*promoted[-1:], *DEFAULT)))

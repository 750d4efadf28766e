"""Which system speaks for each market on each date: the last one promoted, else the default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.predictions.models.systems import ENSEMBLE, LAST_10_MEAN, LIGHTGBM

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame

DEFAULT = (ENSEMBLE, LIGHTGBM, LAST_10_MEAN)
"""In this order, the first that says something of a player."""
Order = tuple[str, ...]


def champions(said: Frame, promotion: Frame) -> Mapping[tuple[Any, str], Order]:
    """For each date and market among the predictions, the systems that may speak, in order."""
    slots = said.group_by(["game_date", "market"]).aggregate([]).to_pylist()
    decided = promotion.sort_by([("effective_on", "ascending"), ("promoted_at", "ascending")])
    rows = decided.to_pylist()
    return {(s["game_date"], s["market"]): order(rows, s["market"], s["game_date"]) for s in slots}


def order(promotions: list[dict[str, Any]], market: str, day: date) -> Order:
    """The systems that may speak for a market on a date, the champion first.

    Args:
        promotions: rows of ``promotion``, the newest last.
        market: such as ``player_points``.
        day: a promotion holds from its date on.
    """
    named = [p["system"] for p in promotions if p["market"] == market and p["effective_on"] <= day]
    return tuple(dict.fromkeys((*named[-1:], *DEFAULT)))

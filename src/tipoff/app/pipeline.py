"""The pipeline's graph: every table and stream found in the rooms."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff import analytics, features, predictions, raw, sources
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.errors import UsageError
from tipoff.predictions.models.systems import PREDICTED
from tipoff.predictions.trained_model import trained_model

if TYPE_CHECKING:
    from types import ModuleType

    from tipoff.domain.markets import Market

COMPILED_SQL = Path(__file__).parents[1] / "sql"
"""The SQL of all tables as it is shipped; ``make sql`` writes it."""


@cache
def pipeline(
    markets: tuple[str, ...] = (), *, catboost: bool = False, retrain_months: int = 1
) -> Graph:
    """Return all tables, from raw to predictions, in the order their signatures give.

    Args:
        markets: names of those to predict, and a sum's parts with it; all, if none is named.
        catboost: whether to train the second backend too.
        retrain_months: in every how many months of a season models are trained anew.

    Raises:
        UsageError: a market has no such name.
    """
    found = replace(
        Graph.discover(sources, raw, analytics, features, predictions), compiled_sql=COMPILED_SQL
    )
    if not markets and not catboost and retrain_months == 1:
        return found
    configured = trained_model.configured(
        markets=_chosen(markets), catboost=catboost, retrain_months=retrain_months
    )
    return found.replacing(configured)


def _chosen(names: tuple[str, ...]) -> tuple[Market, ...]:
    known = {market.name: market for market in PREDICTED}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UsageError(f"setting markets: no {', '.join(unknown)}: there are {', '.join(known)}")
    wanted = {*names}.union(*(known[n].counted for n in names if known[n].is_combination))
    return tuple(m for m in PREDICTED if not names or m.name in wanted)


def loaded_modules() -> list[ModuleType]:
    """Return every module of this package that this process has loaded."""
    return [m for name, m in sorted(sys.modules.items()) if name.split(".")[0] == "tipoff"]

"""The pipeline's graph: every table and stream of the rooms."""

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
"""The directory of the shipped SQL of all tables, written by ``make sql``."""


@cache
def pipeline(
    markets: tuple[str, ...] = (), *, catboost: bool = False, retrain_months: int = 1
) -> Graph:
    """Return all tables from raw to predictions, in the order that follows from their inputs.

    Args:
        markets: names of the markets to predict; the parts of a combination are added; all if
            empty.
        catboost: whether models are also trained with CatBoost, the second backend.
        retrain_months: months of a season between two trainings of the models.

    Raises:
        UsageError: a market has no such name.
    """
    graph = replace(
        Graph.discover(sources, raw, analytics, features, predictions), compiled_sql=COMPILED_SQL
    )
    if not markets and not catboost and retrain_months == 1:
        return graph
    configured = trained_model.configured(
        markets=_chosen(markets), catboost=catboost, retrain_months=retrain_months
    )
    return graph.replacing(configured)


def _chosen(names: tuple[str, ...]) -> tuple[Market, ...]:
    known = {market.name: market for market in PREDICTED}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UsageError(f"setting markets: no {', '.join(unknown)}: there are {', '.join(known)}")
    wanted = {*names}.union(*(known[n].counted for n in names if known[n].is_combination))
    return tuple(m for m in PREDICTED if not names or m.name in wanted)


def loaded_modules() -> list[ModuleType]:
    """Return every module of this package that is loaded in this process."""
    return [m for name, m in sorted(sys.modules.items()) if name.split(".")[0] == "tipoff"]

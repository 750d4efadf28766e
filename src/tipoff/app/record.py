"""The record of graded predictions: its scores and its plots."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tipoff.app.market_names import market_name
from tipoff.app.timing import timed
from tipoff.domain.markets import GRADED
from tipoff.kernel.errors import UsageError
from tipoff.predictions.evaluation.evaluation import Score, evaluate, within
from tipoff.predictions.evaluation.record_plots import record_plots
from tipoff.predictions.models import breakout
from tipoff.predictions.training.leaks import refuse_leaking_store

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession
    from tipoff.kernel.declare.graph import DateRange

logger = logging.getLogger(__name__)
SCORED = (*GRADED, breakout.MARKET)
"""The keys of what has a record."""


def scores(home: Home, asked: DateRange | None, market: str | None = None) -> list[Score]:
    """Return the record of the graded predictions, of all dates and markets or those asked for.

    Args:
        home: where it is read.
        asked: the dates; all, if None.
        market: a key of ``SCORED``; all, if None.

    Raises:
        Blocked: a feature of the models knows the outcome: no number after that means anything.
        UsageError: nothing is graded on the asked dates, or nothing of the market.
    """
    with home.reading() as session:
        _refuse_ungraded(session, asked)
        with timed(logger, "looking for leaks"):
            refuse_leaking_store(session, asked)
        with timed(logger, "evaluating"):
            found = evaluate(session, asked, market)
        if market is not None and not found:
            _refuse_market(session, asked, market)
        return found


def write_plots(
    home: Home, directory: Path, asked: DateRange | None, market: str | None
) -> list[Path]:
    """Write the record's plots into a directory, which is made if there is none."""
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    with home.reading() as session:
        _refuse_ungraded(session, asked)
        for name, svg in record_plots(session, within(asked, market)):
            (directory / name).write_text(svg)
            written.append(directory / name)
    return written


def _refuse_ungraded(session: HomeSession, asked: DateRange | None) -> None:
    """Refuse dates without graded predictions."""
    graded = session.contents("slate_score").days
    if asked is None or any(day in asked for day in graded):
        return
    span = f"there are some from {graded[0]} to {graded[-1]}" if graded else "there are none yet"
    raise UsageError(f"no graded predictions from {asked.first} to {asked.last}: {span}")


def _refuse_market(session: HomeSession, asked: DateRange | None, market: str) -> None:
    """Refuse a market of which nothing is graded, where something is of others."""
    where = within(asked, None)
    graded = session.query(f"SELECT DISTINCT market FROM slate_score WHERE {where} ORDER BY market")
    if graded:
        span = "" if asked is None else f" from {asked.first} to {asked.last}"
        there = ", ".join(market_name(key) for (key,) in graded)
        raise UsageError(
            f"no graded predictions of {market_name(market)}{span}: there are some of {there}"
        )

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
"""Keys of the markets that have a record."""


def scores(home: Home, dates: DateRange | None, market: str | None = None) -> list[Score]:
    """Return the scores of the graded predictions.

    Args:
        home: the home to read.
        dates: the dates; all if None.
        market: a key of ``SCORED``; all if None.

    Raises:
        Blocked: a feature leaks the outcome, which makes every score meaningless.
        UsageError: nothing is graded on these dates, or nothing in this market.
    """
    with home.reading() as session:
        _refuse_ungraded(session, dates)
        with timed(logger, "looking for leaks"):
            refuse_leaking_store(session, dates)
        with timed(logger, "evaluating"):
            results = evaluate(session, dates, market)
        if market is not None and not results:
            _refuse_market(session, dates, market)
        return results


def write_plots(
    home: Home, directory: Path, dates: DateRange | None, market: str | None
) -> list[Path]:
    """Write the record's plots into a directory, which is created if it does not exist."""
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    with home.reading() as session:
        _refuse_ungraded(session, dates)
        for name, svg in record_plots(session, within(dates, market)):
            (directory / name).write_text(svg)
            written.append(directory / name)
    return written


def _refuse_ungraded(session: HomeSession, dates: DateRange | None) -> None:
    """Refuse dates without graded predictions."""
    graded = session.contents("slate_score").days
    if dates is None or any(day in dates for day in graded):
        return
    span = f"there are some from {graded[0]} to {graded[-1]}" if graded else "there are none yet"
    raise UsageError(f"no graded predictions from {dates.first} to {dates.last}: {span}")


def _refuse_market(session: HomeSession, dates: DateRange | None, market: str) -> None:
    """Refuse a market without graded predictions if other markets have some."""
    where = within(dates, None)
    graded = session.query(f"SELECT DISTINCT market FROM slate_score WHERE {where} ORDER BY market")
    if graded:
        span = "" if dates is None else f" from {dates.first} to {dates.last}"
        listed = ", ".join(market_name(key) for (key,) in graded)
        raise UsageError(
            f"no graded predictions of {market_name(market)}{span}: there are some of {listed}"
        )

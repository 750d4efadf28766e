"""Which month's model serves a date, found from the date alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame


SERVED_DAYS = 100
"""How long a model serves at most, in days: three months, the slowest cadence of retraining."""


SEASON_STARTS = 10
"""The month."""


def is_due(trained_for: date, months: int, rows: Frame, min_rows: int) -> bool:
    """Return whether something is fitted anew in a month: in every so many from October on.

    It is in any other month too as long as there was too little to fit it on the month before.

    Args:
        trained_for: the first date that it may serve.
        months: in every how many months.
        rows: all there is to fit it on, with ``game_date``.
        min_rows: fewer are too little.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    first = trained_for.replace(day=1)
    for _ in range((first.month - SEASON_STARTS) % 12 % months):
        first = (first - timedelta(days=1)).replace(day=1)
        if pc.less(rows["game_date"], pa.scalar(first)).to_numpy().sum() >= min_rows:
            return False
    return True


def served_dates(days: Iterable[date], trained: Iterable[date]) -> Mapping[date, list[date]]:
    """Return the dates that each model serves; a date without a model is in none of them.

    A date is served by the newest model trained for it or for an earlier date, of the last 100
    days. So what serves a date follows from the models trained for it or an earlier date, whatever
    other dates are computed with it.

    Args:
        days: dates with games.
        trained: the dates that models were trained for, in any order.
    """
    served: dict[date, list[date]] = {}
    models = sorted(set(trained))
    for day in sorted(set(days)):
        usable = [m for m in models if m <= day and (day - m).days < SERVED_DAYS]
        if usable:
            served.setdefault(usable[-1], []).append(day)
    return served

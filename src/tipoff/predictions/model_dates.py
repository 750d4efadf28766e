"""Determine which month's model serves a date, and which months models are trained in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame


SERVED_DAYS = 100
"""The maximum days that a model serves: three months, the slowest cadence of retraining."""


SEASON_STARTS = 10
"""The month in which a season starts."""


def is_due(trained_for: date, months: int, rows: Frame, min_rows: int) -> bool:
    """Return whether a model is due for training, which is every ``months`` months from October.

    It is also due in a month between if every earlier month since the last scheduled one had too
    few rows.

    Args:
        trained_for: the first date that the model may serve.
        months: the number of months between trainings.
        rows: all rows to train on, with ``game_date``.
        min_rows: the minimum number of rows for training.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    month = trained_for.replace(day=1)
    for _ in range((month.month - SEASON_STARTS) % 12 % months):
        month = (month - timedelta(days=1)).replace(day=1)
        if pc.less(rows["game_date"], pa.scalar(month)).to_numpy().sum() >= min_rows:
            return False
    return True


def served_dates(days: Iterable[date], trained: Iterable[date]) -> Mapping[date, list[date]]:
    """Return the dates that each model serves; a date without a model is left out.

    A date is served by the newest model trained for it or for one of the 100 days up to it. The
    result for a date does not depend on the other dates.

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

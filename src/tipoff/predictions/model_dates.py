"""Which month's model serves a date, found from the date alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame


def served_dates(days: Iterable[date], trained: Iterable[date]) -> Mapping[date, list[date]]:
    """Return the dates that each model serves; a date without a model is in none of them.

    A model serves the dates of its own month, from the one it was trained for on. Of two models of
    a month the later one serves, once it may. So what serves a date follows from the models
    trained for it or an earlier date, whatever other dates are computed with it.

    Args:
        days: dates with games.
        trained: the dates that models were trained for, in any order.
    """
    found: dict[date, list[date]] = {}
    models = sorted(set(trained))
    for day in sorted(set(days)):
        usable = [m for m in models if m <= day and (m.year, m.month) == (day.year, day.month)]
        if usable:
            found.setdefault(usable[-1], []).append(day)
    return found


def on_dates(rows: Frame, days: Iterable[date]) -> Frame:
    """Return the rows of the given game dates."""
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(list(days), pa.date32())
    return rows.filter(pc.is_in(rows["game_date"], value_set=wanted))

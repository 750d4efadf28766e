"""Expressions for table functions: a thin layer over Ibis.

Ibis is imported only when an expression is built, so that making a plan does not load it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ibis.expr.types import BooleanValue, NumericValue, Table, Value


def ratio(part: Any, whole: Any) -> NumericValue:
    """Return ``part / whole``; NULL where the whole is zero, since the share is then undefined."""
    return part.cast("float64") / whole.nullif(0)


def cases(*branches: tuple[Any, Any], otherwise: Any = None) -> Value:
    """Return the value of the first branch whose condition holds."""
    import ibis

    return ibis.cases(*branches, else_=otherwise)


def literal(value: Any, dtype: str | None = None) -> Value:
    """Return a constant; ``literal(None, "string")`` is a typed NULL."""
    import ibis

    return ibis.literal(value, type=dtype)


def coalesce(*values: Any) -> Value:
    """Return the first value that is not NULL."""
    import ibis

    return ibis.coalesce(*values)


def narrow(total: Any) -> Value:
    """Return a sum of integers as 64 bits: engines widen sums, and wide integers are slow."""
    return total.cast("!int64")  # Ibis would drop a cast to "int64", the type it infers already


def least(*values: Any) -> Value:
    """Return the smallest of the values in a row; NULL if any is NULL, whatever the engine."""
    import ibis

    return cases((_all_known(values), ibis.least(*values)))


def greatest(*values: Any) -> Value:
    """Return the largest of the values in a row; NULL if any is NULL, whatever the engine."""
    import ibis

    return cases((_all_known(values), ibis.greatest(*values)))


def _all_known(values: Sequence[Any]) -> BooleanValue:
    """Return whether no value is NULL: DuckDB and Spark ignore NULLs here, BigQuery does not."""
    return both(*(v.notnull() for v in values if not isinstance(v, int | float)))


def row_number() -> Value:
    """Return the position of a row in its window, from 0."""
    import ibis

    return ibis.row_number()


def rank() -> Value:
    """Return the position of a row in its window, from 0; equal rows share a position."""
    import ibis

    return ibis.rank()


def union(*tables: Any) -> Table:
    """Return all rows of tables with the same columns, one after the other."""
    import ibis

    return ibis.union(*tables)


def both(*conditions: Any) -> BooleanValue:
    """Return whether all conditions hold."""
    import ibis

    return ibis.and_(*conditions)


def unless_rare(facts: Table, holds: Any, share: float) -> BooleanValue:
    """Return whether each fact holds, or failing facts are a tolerated share of its date.

    A service's own box scores have a few wrong rows each season that are never corrected. On a date
    with 200 players and a share of 0.01, two failing rows are tolerated; of three, all three fail.
    """
    failing = cases((holds, 0), otherwise=1).mean().over(group_by="game_date")
    return holds.fill_null(False) | (failing <= share)


def each_of(numbers: range) -> Value:
    """Return a column that repeats each row once for each of the numbers."""
    import ibis

    return ibis.array(list(numbers)).cast("array<int64>").unnest()


def joined(*values: Any) -> Value:
    """Join texts with commas between them, leaving out NULLs."""
    import ibis

    return ibis.literal(", ").join(list(values))


def interval(days: int) -> Value:
    """Return a time interval of a number of days."""
    import ibis

    return ibis.interval(days=days)

"""Unbound tables for table functions, and the compilation of what they return.

Ibis is imported when an expression is built, not before: a plan builds none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ibis.expr.types import Table

    from tipoff.kernel.declare.schema import DataType


def unbound(name: str, columns: Mapping[str, DataType]) -> Table:
    """A table of that name and layout, belonging to no database."""
    import ibis

    return ibis.table(dict(columns), name=name)


def compiled(table: Table, dialect: str) -> str:
    """The table's query in an engine's SQL."""
    import ibis

    return str(ibis.to_sql(table, dialect=dialect, pretty=False))


@cache
def compiler(dialect: str) -> str:
    """What compiles to that dialect, with its versions: another may compile otherwise."""
    from importlib.metadata import version

    return f"{dialect} ibis-{version('ibis-framework')} sqlglot-{version('sqlglot')}"

"""The annotations of a table function's parameters, by which the kernel knows what to pass.

Imported for type checking only: at run time an annotation is its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Annotated, TypeAlias, TypeVar

    import pyarrow as pa
    from ibis.expr.types import Table as IbisTable

    from tipoff.kernel import workers

    Table: TypeAlias = IbisTable
    """A table's rows as an expression."""
    Landed: TypeAlias = IbisTable
    """A stream's parsed rows, under their names on the wire."""
    Frame: TypeAlias = pa.Table
    """A table's rows as Arrow, for work that is not relational."""
    Dates: TypeAlias = tuple[date, ...]
    """The dates asked for."""
    Value = TypeVar("Value")
    Option: TypeAlias = Annotated[Value, "option"]
    """A value that settings may change, such as ``Option[int]``; its default is the parameter's."""
    Workers: TypeAlias = workers.Workers
    """Whoever does pieces of the work, side by side; by default this process."""

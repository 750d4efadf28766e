"""The annotations of a table function's parameters, which tell the kernel what to pass.

They are imported for type checking only: at run time the kernel reads an annotation's name.
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
    """A stream's parsed rows, with the column names of the response."""
    Frame: TypeAlias = pa.Table
    """A table's rows as Arrow, for work that is not relational."""
    Dates: TypeAlias = tuple[date, ...]
    """The dates to compute."""
    Value = TypeVar("Value")
    Option: TypeAlias = Annotated[Value, "option"]
    """A value that settings may change, such as ``Option[int]``; the parameter has a default."""
    Workers: TypeAlias = workers.Workers
    """Runs independent pieces of the work in parallel; by default in this process, one by one."""

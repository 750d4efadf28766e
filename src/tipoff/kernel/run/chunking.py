"""Which dates of a table are computed together: as many as fit into the memory there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.schema import Column, DataType
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import State

VALUE_BYTES: dict[DataType, int] = {"string": 32, "boolean": 1}
OTHER_BYTES = 8


def chunked(
    state: State,
    graph: Graph,
    definition: TableDefinition,
    days: Iterable[date],
    *,
    most_days: int,
    most_bytes: int,
) -> Iterator[list[date]]:
    """Yield the dates in order, as many at a time as both limits allow, and at least one.

    What a date takes is estimated from the rows that its inputs hold of it: their own bytes, and
    those of the rows to be computed, of which there are as many as in the largest input. Rows that
    a window reads of earlier dates are left out: no cut of the chunks would save them.
    """
    row_sizes = _input_row_bytes(graph, definition)
    computed = row_bytes(definition.schema.columns.values())
    chunk: list[date] = []
    taken = 0
    for day in sorted(days):
        size = _bytes_of(state, row_sizes, computed, day)
        if chunk and (len(chunk) >= most_days or taken + size > most_bytes):
            yield chunk
            chunk, taken = [], 0
        chunk.append(day)
        taken += size
    if chunk:
        yield chunk


def halves(days: Sequence[date]) -> list[list[date]]:
    """Return a chunk as two, the earlier dates first."""
    middle = len(days) // 2
    return [list(days[:middle]), list(days[middle:])]


def row_bytes(columns: Iterable[Column]) -> int:
    """Return about how many bytes a row takes in memory."""
    return sum(VALUE_BYTES.get(column.dtype, OTHER_BYTES) for column in columns)


def _input_row_bytes(graph: Graph, definition: TableDefinition) -> list[tuple[str, int]]:
    """Return each table that is read, and about how many bytes are read of each of its rows."""
    found = []
    for each in definition.inputs:
        if each.name in graph.tables:
            columns = graph.tables[each.name].schema.columns
            read = columns.keys() if each.columns is None else each.columns
            found.append((each.name, row_bytes(columns[name] for name in read)))
    return found


def _bytes_of(
    state: State, row_sizes: Iterable[tuple[str, int]], computed_row: int, day: date
) -> int:
    most_rows = total = 0
    for name, size in row_sizes:
        entry = state.contents[name].entries.get(day)
        if entry is not None:
            most_rows = max(most_rows, entry.rows)
            total += entry.rows * size
    return total + most_rows * computed_row

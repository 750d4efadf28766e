"""Divide the dates of a table into chunks that fit into memory when computed together."""

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
"""About how many bytes a value of a type takes in memory."""
OTHER_BYTES = 8
"""The bytes of a value of any other type."""


def chunked(
    state: State,
    graph: Graph,
    definition: TableDefinition,
    days: Iterable[date],
    *,
    max_days: int,
    max_bytes: int,
) -> Iterator[list[date]]:
    """Yield the dates in order, in chunks of at least one date that keep within both limits.

    A date's bytes are estimated from the rows that its inputs have on that date: the bytes of those
    rows, and those of the rows to be computed, assumed to be as many as in the largest input. Rows
    that a window reads on earlier dates are left out, since smaller chunks would read them too.
    """
    row_sizes = _input_row_bytes(graph, definition)
    computed = row_bytes(definition.schema.columns.values())
    chunk: list[date] = []
    taken = 0
    for day in sorted(days):
        size = _bytes_of(state, row_sizes, computed, day)
        if chunk and (len(chunk) >= max_days or taken + size > max_bytes):
            yield chunk
            chunk, taken = [], 0
        chunk.append(day)
        taken += size
    if chunk:
        yield chunk


def halves(days: Sequence[date]) -> list[list[date]]:
    """Return the two halves of a chunk, the earlier dates first."""
    middle = len(days) // 2
    return [list(days[:middle]), list(days[middle:])]


def row_bytes(columns: Iterable[Column]) -> int:
    """Return about how many bytes a row with these columns takes in memory."""
    return sum(VALUE_BYTES.get(column.dtype, OTHER_BYTES) for column in columns)


def _input_row_bytes(graph: Graph, definition: TableDefinition) -> list[tuple[str, int]]:
    """Return, for each input table, about how many bytes are read of each of its rows."""
    sizes = []
    for each in definition.inputs:
        if each.name in graph.tables:
            columns = graph.tables[each.name].schema.columns
            read = columns.keys() if each.columns is None else each.columns
            sizes.append((each.name, row_bytes(columns[name] for name in read)))
    return sizes


def _bytes_of(
    state: State, row_sizes: Iterable[tuple[str, int]], computed_row: int, day: date
) -> int:
    max_rows = total = 0
    for name, size in row_sizes:
        entry = state.contents[name].entries.get(day)
        if entry is not None:
            max_rows = max(max_rows, entry.rows)
            total += entry.rows * size
    return total + max_rows * computed_row

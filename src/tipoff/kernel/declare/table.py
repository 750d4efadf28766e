"""Table definitions: a table is a function whose parameters are the tables that it reads."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from tipoff.kernel.declare.check import Check, as_check
from tipoff.kernel.declare.inputs import (
    Days,
    Input,
    Kind,
    inputs_of,
    kinds_of,
    options_of,
    same_day,
)
from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tipoff.kernel.declare.schema import Schema


@dataclass(frozen=True)
class TableDefinition:
    """A table: its function, its schema, and the dates on which it is expected to have rows."""

    name: str
    function: Callable[..., Any]
    schema: type[Schema]
    inputs: tuple[Input, ...]
    kind: Kind
    every: Literal["day", "month"]
    needs_result: bool
    may_be_empty: bool | Literal["at first"]
    calendar: str | None
    dates_at_once: int | None
    prefers: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    """The values of the function's parameters that are annotated Option."""
    workers: str | None = None
    """The name of the function's parameter that is annotated Workers, if it has one."""

    def configured(self, **options: Any) -> TableDefinition:
        """Return the table with some of its options set to other values.

        Raises:
            DeclarationError: the table has no option of that name.
        """
        unknown = options.keys() - self.options.keys()
        if unknown:
            raise DeclarationError(f"{self.name} has no option {', '.join(sorted(unknown))}")
        return replace(self, options={**self.options, **options})

    @cached_property
    def stream(self) -> str | None:
        """The stream that a raw table is read from; None for other tables."""
        return next((i.name for i in self.inputs if i.kind == "Landed"), None)

    @cached_property
    def tables(self) -> dict[str, Days]:
        """The tables that this one reads in its function, rules or checks, each with its window."""
        windows = {i.name: i.days for i in self.inputs if i.kind in ("Table", "Frame")}
        compared = [r.inputs for r in self.schema.rules] + [c.inputs for c in self.checks]
        for names in compared:
            windows |= {name: same_day for name in names if name not in windows}
        windows.pop(self.name, None)
        return windows

    @cached_property
    def windows(self) -> tuple[tuple[str, Days], ...]:
        """The tables it reads with their windows, in the order in which inputs are digested."""
        return tuple(sorted(self.tables.items(), key=lambda item: item[0]))

    @property
    def meaning(self) -> str:
        """The first line of the function's docstring."""
        return (inspect.getdoc(self.function) or "").split("\n")[0]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function itself."""
        return self.function(*args, **kwargs)


def table(
    *,
    schema: type[Schema],
    reads: Mapping[str, Days] | None = None,
    columns: Mapping[str, Iterable[str]] | None = None,
    values: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
    every: Literal["day", "month"] = "day",
    needs_result: bool = False,
    may_be_empty: bool | Literal["at first"] = False,
    calendar: str | None = None,
    dates_at_once: int | None = None,
    prefers: Iterable[str] = (),
    checks: Iterable[Callable[..., Any] | Check] = (),
    warnings: Iterable[Callable[..., Any] | Check] = (),
) -> Callable[[Callable[..., Any]], TableDefinition]:
    """Declare a table.

    Args:
        schema: the table's columns and rules.
        reads: the window of dates in which each input is read; the same date by default.
        columns: the columns that are read of each input annotated Frame; all by default.
        values: the rows that are read of each input annotated Frame: those that have one of the
            given values in each of the given columns; all by default.
        every: whether rows are expected on every date or on the first date of every month.
        needs_result: whether rows are expected only once the date has results.
        may_be_empty: whether a date without rows is no gap; with "at first", dates before the
            first date that has rows are no gaps.
        calendar: the boolean column that says whether a date has results; exactly one table of a
            graph has it, and its dates are those on which all tables are expected.
        dates_at_once: the maximum number of dates to compute and commit together, where a run's
            usual chunk would take too much memory; the rows are the same.
        prefers: for a raw table, the columns that decide first between two payloads' rows of one
            key: the larger value wins; where they are equal, the payload fetched later wins.
        checks: comparisons to make once the table is computed; one that fails blocks the table, so
            that no reader sees its new rows.
        warnings: comparisons that are only reported when they fail.

    Raises:
        DeclarationError: a parameter's annotation is not one of Table, Frame, Landed, Dates,
            Option and Workers, an option has no default, or ``reads``, ``columns`` or ``values``
            name a table that the function does not read.
    """

    def declare(function: Callable[..., Any]) -> TableDefinition:
        kinds = kinds_of(function)
        options = options_of(function, kinds)
        return TableDefinition(
            name=function.__name__,
            function=function,
            schema=schema,
            inputs=inputs_of(function, kinds, reads, columns, values),
            kind=kinds["return"],
            every=every,
            needs_result=needs_result,
            may_be_empty=may_be_empty,
            calendar=calendar,
            dates_at_once=dates_at_once,
            prefers=tuple(prefers),
            checks=(
                *(as_check(each, warns=False) for each in checks),
                *(as_check(each, warns=True) for each in warnings),
            ),
            options=options,
            workers=next((name for name, kind in kinds.items() if kind == "Workers"), None),
        )

    return declare

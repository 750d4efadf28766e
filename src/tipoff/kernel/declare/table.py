"""Tables as functions: what they read is their signature."""

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
    """A table: its function, schema and place in time."""

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
    """Values of the function's parameters that are annotated Option."""
    workers: str | None = None
    """The function's parameter that is annotated Workers, if it has one."""

    def configured(self, **options: Any) -> TableDefinition:
        """Return the table with other values of some options.

        Raises:
            DeclarationError: the table has no such option.
        """
        unknown = options.keys() - self.options.keys()
        if unknown:
            raise DeclarationError(f"{self.name} has no option {', '.join(sorted(unknown))}")
        return replace(self, options={**self.options, **options})

    @cached_property
    def stream(self) -> str | None:
        """The stream a raw table is read from, if it is one."""
        return next((i.name for i in self.inputs if i.kind == "Landed"), None)

    @cached_property
    def tables(self) -> dict[str, Days]:
        """Every table this one reads, in its function, its rules or its checks."""
        read = {i.name: i.days for i in self.inputs if i.kind in ("Table", "Frame")}
        looked_into = [r.inputs for r in self.schema.rules] + [c.inputs for c in self.checks]
        for names in looked_into:
            read |= {name: same_day for name in names if name not in read}
        read.pop(self.name, None)
        return read

    @cached_property
    def windows(self) -> tuple[tuple[str, Days], ...]:
        """The tables it reads with how far back, in the order in which inputs are digested."""
        return tuple(sorted(self.tables.items(), key=lambda read: read[0]))

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
        schema: its columns and rules.
        reads: how far back an input is read, where that is more than the same date.
        columns: which columns of an input that is a frame are read, where that is not all.
        values: which rows of an input that is a frame are read, where that is not all: those with
            one of the values in each of the columns.
        every: whether rows are expected on each date or on each month's first date.
        needs_result: rows are expected only once the date has results.
        may_be_empty: a date without rows is no gap; "at first", none before the first that
            has any.
        calendar: the boolean column that says a date has results; the table whose dates
            make the grid has one, no other.
        dates_at_once: how many dates at most are computed and committed at a time, where a run's
            own chunk would take too much memory; results are the same.
        prefers: of a raw table, columns whose larger value decides which of two payloads' rows of
            one key stands, before the time at which they were fetched does.
        checks: comparisons made once the table is computed; one that fails blocks the table, so
            that no reader sees it.
        warnings: comparisons that are only told when they fail.

    Raises:
        DeclarationError: a parameter's annotation is not one of Table, Frame, Landed, Dates,
            Option and Workers, or an option has no default.
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

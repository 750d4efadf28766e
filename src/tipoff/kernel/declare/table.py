"""Tables and streams as functions: what they read is their signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from datetime import datetime

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.schema import DataType, Schema

Kind = Literal["Table", "Frame", "Landed", "Dates", "Option"]
KINDS: tuple[Kind, ...] = ("Table", "Frame", "Landed", "Dates", "Option")
Columns = Mapping[str, Sequence[Any]]
"""What a stream's parser returns: wire column -> values, all of one length."""


@dataclass(frozen=True, slots=True)
class Days:
    """The dates of an input that one date of a table may read, in days from it."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.first > self.last or self.last > 0:
            raise DeclarationError(f"days {self.first}..{self.last} are not a look back")


same_day = Days(0, 0)


def past(days: int) -> Days:
    """Return the window of the ``days`` days strictly before the date."""
    return Days(-days, -1)


def through(days: int) -> Days:
    """Return the window of the ``days`` days before the date, and the date itself."""
    return Days(-days, 0)


@dataclass(frozen=True, slots=True)
class Input:
    """One parameter of a table function."""

    name: str
    kind: Kind
    days: Days = same_day
    columns: tuple[str, ...] | None = None
    """Which of a frame's columns are read; all, if None."""
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Columns of a frame with the values that rows must have there to be read, if any."""


@dataclass(frozen=True, slots=True)
class Check:
    """A comparison over written tables.

    The function's parameters are tables; it returns one row for each fact examined, with a
    boolean column ``holds``. Examining nothing is itself a failure, unless that is declared.
    """

    name: str
    function: Callable[..., Any]
    warns: bool = False
    """Whether a failure is told and keeps nothing back; else it blocks the table."""
    may_examine_nothing: bool = False
    """Whether there may be nothing to examine, as before there is anything to compare with."""
    days_back: int = 0
    """How many days before the examined dates are shown too; with any, what is returned has the
    table's date, and only rows of the examined dates count."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The tables compared."""
        return tuple(inspect.signature(self.function).parameters)


def examining(*, days_back: int = 0, may_be_nothing: bool = False) -> Callable[..., Check]:
    """Declare a comparison over written tables that is more than one of the same date.

    Args:
        days_back: how many days before the examined dates it is shown too.
        may_be_nothing: whether examining nothing is no failure.
    """

    def declare(function: Callable[..., Any]) -> Check:
        return Check(
            function.__name__, function, may_examine_nothing=may_be_nothing, days_back=days_back
        )

    return declare


def _as_check(declared: Callable[..., Any] | Check, *, warns: bool) -> Check:
    if isinstance(declared, Check):
        return replace(declared, warns=warns)
    return Check(declared.__name__, declared, warns)


NextDue = Callable[[Mapping[str, Any], "datetime"], "datetime | None"]
"""Of frames by their tables' names and of the time: the next time at which something falls due."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A function of tables that makes a payload of its stream, as a fact of the time of making.

    It is called once per run, with the inputs' rows of the dates from today on, and:

    - ``written``: the rows of a table of its own payloads that stand for those dates;
    - ``previous``: the newest payload of the stream's resource, None before the first;
    - ``now``: the time, aware, in UTC.

    It returns a payload to land, or None if nothing is due.
    """

    name: str
    function: Callable[..., Payload | None]
    inputs: tuple[Input, ...]
    written: str
    """The table whose rows it is shown as ``written``."""
    next_due: NextDue | None = None
    """Tells, of the inputs' rows and the time, when something will fall due by time alone."""

    @property
    def tables(self) -> dict[str, Days]:
        """Return the tables it reads, and how far back."""
        return {each.name: each.days for each in self.inputs}

    def __call__(self, *args: Any, **kwargs: Any) -> Payload | None:
        """Call the function itself."""
        return self.function(*args, **kwargs)


RESERVED = ("written", "previous", "now")
"""A writer's parameters that are no tables."""


@dataclass(frozen=True, slots=True)
class Stream:
    """How payloads become rows under the names they have on the wire."""

    name: str
    resource: str
    parameters: Mapping[str, str]
    columns: Mapping[str, DataType]
    key: tuple[str, ...]
    parse: Callable[[Payload], Columns]
    also: tuple[str, ...] = ()
    """Other resources that say the same in another form."""
    unused: frozenset[str] | None = None
    """Wire columns that are known and not read: any further one is news. None: all are."""
    writer: Writer | None = None
    """What makes payloads of it during a run, if the pipeline does so itself."""

    @property
    def requests(self) -> tuple[tuple[str, Mapping[str, str]], ...]:
        """Each resource it is parsed from, with the parameters that were asked for.

        The parameters choose among requests for its own resource; of the others all count.
        """
        return (self.resource, self.parameters), *((other, {}) for other in self.also)


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
        DeclarationError: a parameter's annotation is not one of Table, Frame, Landed, Dates and
            Option, or an option has no default.
    """

    def declare(function: Callable[..., Any]) -> TableDefinition:
        kinds = _annotations(function)
        options = _options(function, kinds)
        return TableDefinition(
            name=function.__name__,
            function=function,
            schema=schema,
            inputs=_inputs(function, kinds, reads, columns, values),
            kind=kinds["return"],
            every=every,
            needs_result=needs_result,
            may_be_empty=may_be_empty,
            calendar=calendar,
            dates_at_once=dates_at_once,
            prefers=tuple(prefers),
            checks=(
                *(_as_check(each, warns=False) for each in checks),
                *(_as_check(each, warns=True) for each in warnings),
            ),
            options=options,
        )

    return declare


def stream(
    *,
    resource: str,
    columns: Mapping[str, DataType],
    key: tuple[str, ...],
    parameters: Mapping[str, str] | None = None,
    also: tuple[str, ...] = (),
    unused: Iterable[str] | None = None,
    writer: Writer | None = None,
) -> Callable[[Callable[[Payload], Columns]], Stream]:
    """Declare how payloads of ``resource`` that were asked for with ``parameters`` are parsed.

    Payloads of the resources in ``also`` are of the same stream, whatever they were asked for
    with: the parser tells them apart.
    With ``unused``, columns that it returns and that are neither declared nor there are news.
    With ``writer``, the pipeline itself makes its payloads.
    """

    def declare(parse: Callable[[Payload], Columns]) -> Stream:
        known = None if unused is None else frozenset(unused)
        return Stream(
            parse.__name__, resource, parameters or {}, columns, key, parse, also, known, writer
        )

    return declare


def writer(
    *,
    written: str,
    reads: Mapping[str, Days] | None = None,
    columns: Mapping[str, Iterable[str]] | None = None,
    next_due: NextDue | None = None,
) -> Callable[[Callable[..., Payload | None]], Writer]:
    """Declare a function that makes a payload during a run, or None where nothing is due.

    Its parameters are tables, annotated Frame, and the reserved ones: see ``Writer``. Streams of
    one resource share their writer.

    Args:
        written: the table of its own payloads whose rows it is shown.
        reads: how far back an input is read, where that is more than the same date.
        columns: which columns of an input are read, where that is not all.
        next_due: tells when it has something to make next; without it, it is asked in every run.

    Raises:
        DeclarationError: a parameter is neither reserved nor a table annotated Frame.
    """

    def declare(function: Callable[..., Payload | None]) -> Writer:
        tables = [n for n in inspect.signature(function).parameters if n not in RESERVED]
        kinds = _annotations(function, tables, ("Frame",))
        return Writer(
            function.__name__,
            function,
            _inputs(function, kinds, reads, columns),
            written,
            next_due,
        )

    return declare


def _inputs(
    function: Callable[..., Any],
    kinds: Mapping[str, Kind],
    reads: Mapping[str, Days] | None,
    columns: Mapping[str, Iterable[str]] | None,
    values: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
) -> tuple[Input, ...]:
    windows = dict(reads or {})
    narrowed = {name: tuple(dict.fromkeys(names)) for name, names in (columns or {}).items()}
    chosen = {
        name: tuple((column, tuple(map(str, among))) for column, among in by_column.items())
        for name, by_column in (values or {}).items()
    }
    unknown = {*windows, *narrowed, *chosen} - set(kinds)
    if unknown:
        raise DeclarationError(f"{function.__name__} does not read {sorted(unknown)}")
    return tuple(
        Input(name, kind, windows.get(name, same_day), narrowed.get(name), chosen.get(name, ()))
        for name, kind in kinds.items()
        if name != "return" and kind != "Option"
    )


def _options(function: Callable[..., Any], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Return the function's options with their defaults."""
    parameters = inspect.signature(function).parameters
    found = {name: parameters[name].default for name in parameters if kinds[name] == "Option"}
    bare = [name for name, default in found.items() if default is inspect.Parameter.empty]
    if bare:
        raise DeclarationError(f"{function.__name__}: option {', '.join(bare)} has no default")
    return found


def _annotations(
    function: Callable[..., Any],
    names: Sequence[str] | None = None,
    allowed: Sequence[Kind] = KINDS,
) -> dict[str, Kind]:
    """Return the kinds of the named parameters; of all and of the result, if none are named."""
    written = inspect.get_annotations(function)
    if names is None:
        names = [*inspect.signature(function).parameters, "return"]
    found = {name: _kind(str(written.get(name))) for name in names}
    wrong = {name: kind for name, kind in found.items() if kind not in allowed}
    if wrong:
        raise DeclarationError(
            f"{function.__name__}: {wrong} must be annotated with one of {', '.join(allowed)}"
        )
    return found  # type: ignore[return-value]


def _kind(annotation: str) -> str:
    """Return the last name of an annotation, without its module and what it is generic in."""
    return annotation.partition("[")[0].rpartition(".")[2]

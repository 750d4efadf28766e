"""Streams: functions that parse payloads. Writers: functions that make payloads during a run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.kernel.declare.inputs import Days, Input, inputs_of, kinds_of

if TYPE_CHECKING:
    from datetime import datetime

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.schema import DataType

Columns = Mapping[str, Sequence[Any]]
"""The result of a stream's parser: columns of one length, by their names in the response."""
NextDue = Callable[[Mapping[str, Any], "datetime"], "datetime | None"]
"""Function of the inputs' frames by table name, and of the time; returns when something next falls
due, or None."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A function of tables that makes a payload of its stream, such as the live predictions.

    The payload is a fact: it depends on the time it was made at, and is never made again. The
    function is called once per run, with the inputs' rows of the dates from today on, and:

    - ``written``: the rows that earlier payloads of the stream have for those dates;
    - ``previous``: the newest payload of the stream's resource, None before the first;
    - ``now``: the time, aware, in UTC.

    It returns a payload to land, or None if nothing is due.
    """

    name: str
    function: Callable[..., Payload | None]
    inputs: tuple[Input, ...]
    written: str
    """The table whose rows are passed as ``written``."""
    next_due: NextDue | None = None
    """Returns when something will next fall due through the passing of time alone."""

    @property
    def tables(self) -> dict[str, Days]:
        """The tables it reads, each with its window of dates."""
        return {each.name: each.days for each in self.inputs}

    def __call__(self, *args: Any, **kwargs: Any) -> Payload | None:
        """Call the function itself."""
        return self.function(*args, **kwargs)


RESERVED = ("written", "previous", "now")
"""A writer's parameters that are not tables."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The declaration of how payloads become rows, with the column names of the response."""

    name: str
    resource: str
    parameters: Mapping[str, str]
    columns: Mapping[str, DataType]
    key: tuple[str, ...]
    parse: Callable[[Payload], Columns]
    other_resources: tuple[str, ...] = ()
    """Other resources whose payloads hold the same rows in another form."""
    unused: frozenset[str] | None = None
    """Columns of the response that are known and not read: any further one is reported as new.
    With None, no column is."""
    writer: Writer | None = None
    """The function that makes the stream's payloads, if the pipeline makes them itself."""

    @property
    def requests(self) -> tuple[tuple[str, Mapping[str, str]], ...]:
        """The resources that it is parsed from, each with the parameters its requests must have.

        Requests for the stream's own resource must have ``parameters``; all requests for the other
        resources count.
        """
        return (self.resource, self.parameters), *((other, {}) for other in self.other_resources)


def stream(
    *,
    resource: str,
    columns: Mapping[str, DataType],
    key: tuple[str, ...],
    parameters: Mapping[str, str] | None = None,
    other_resources: tuple[str, ...] = (),
    unused: Iterable[str] | None = None,
    writer: Writer | None = None,
) -> Callable[[Callable[[Payload], Columns]], Stream]:
    """Declare how payloads of a resource are parsed; the function is the parser.

    Args:
        resource: the kind of the payloads.
        columns: the columns to read, by their names in the response, with their types.
        key: the columns that identify a row, which quarantine shows if a value cannot be read.
        parameters: the parameters that a request must have for its payloads to count.
        other_resources: resources whose payloads belong to the stream too, whatever the parameters
            of their requests; the parser tells them apart.
        unused: columns of the response that are known and not read. If given, a column that is
            neither here nor in ``columns`` is reported as new.
        writer: the function that makes the payloads, if the pipeline makes them itself.
    """

    def declare(parse: Callable[[Payload], Columns]) -> Stream:
        known = None if unused is None else frozenset(unused)
        return Stream(
            parse.__name__,
            resource,
            parameters or {},
            columns,
            key,
            parse,
            other_resources,
            known,
            writer,
        )

    return declare


def writer(
    *,
    written: str,
    reads: Mapping[str, Days] | None = None,
    columns: Mapping[str, Iterable[str]] | None = None,
    next_due: NextDue | None = None,
) -> Callable[[Callable[..., Payload | None]], Writer]:
    """Declare a function that makes a payload during a run, or None if nothing is due.

    Its parameters are tables, annotated Frame, and the reserved ones: see ``Writer``. Streams of
    one resource share their writer.

    Args:
        written: the table that holds the rows of the writer's earlier payloads.
        reads: the window of dates in which each input is read; the same date by default.
        columns: the columns that are read of each input; all by default.
        next_due: returns when the writer next has something to make; without it, the writer may
            have something to make in every run.

    Raises:
        DeclarationError: a parameter is neither reserved nor a table annotated Frame.
    """

    def declare(function: Callable[..., Payload | None]) -> Writer:
        tables = [n for n in inspect.signature(function).parameters if n not in RESERVED]
        kinds = kinds_of(function, tables, ("Frame",))
        return Writer(
            function.__name__,
            function,
            inputs_of(function, kinds, reads, columns),
            written,
            next_due,
        )

    return declare

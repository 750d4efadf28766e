"""Streams of payloads as functions that parse them, and writers that make payloads in a run."""

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
"""What a stream's parser returns: wire column -> values, all of one length."""
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
        kinds = kinds_of(function, tables, ("Frame",))
        return Writer(
            function.__name__,
            function,
            inputs_of(function, kinds, reads, columns),
            written,
            next_due,
        )

    return declare

"""What a function reads: its parameters are its inputs, each with a window of dates."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Kind = Literal["Table", "Frame", "Landed", "Dates", "Option", "Workers"]
KINDS: tuple[Kind, ...] = ("Table", "Frame", "Landed", "Dates", "Option", "Workers")
UNREAD = ("Option", "Workers")
"""The kinds of parameters that are no inputs."""


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


def inputs_of(
    function: Callable[..., Any],
    kinds: Mapping[str, Kind],
    reads: Mapping[str, Days] | None,
    columns: Mapping[str, Iterable[str]] | None,
    values: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
) -> tuple[Input, ...]:
    """Return what a function reads, each input with its window, columns and values.

    Raises:
        DeclarationError: something is said of a table that the function does not read.
    """
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
        if name != "return" and kind not in UNREAD
    )


def options_of(function: Callable[..., Any], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Return the function's options with their defaults.

    Raises:
        DeclarationError: an option has no default.
    """
    parameters = inspect.signature(function).parameters
    found = {name: parameters[name].default for name in parameters if kinds[name] == "Option"}
    bare = [name for name, default in found.items() if default is inspect.Parameter.empty]
    if bare:
        raise DeclarationError(f"{function.__name__}: option {', '.join(bare)} has no default")
    return found


def kinds_of(
    function: Callable[..., Any],
    names: Sequence[str] | None = None,
    allowed: Sequence[Kind] = KINDS,
) -> dict[str, Kind]:
    """Return the kinds of the named parameters; of all and of the result, if none are named.

    Raises:
        DeclarationError: a parameter is annotated with another kind than those allowed.
    """
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

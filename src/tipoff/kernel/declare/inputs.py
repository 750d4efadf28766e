"""The inputs of a table function: its parameters, each with the window of dates it is read in."""

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
"""The kinds of parameters that are not inputs."""


@dataclass(frozen=True, slots=True)
class Days:
    """The window of an input that one date of a table reads, as offsets in days from that date."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.first > self.last or self.last > 0:
            raise DeclarationError(
                f"days {self.first}..{self.last} are no window: the first must not lie after the"
                " last, nor the last after the date itself (0)"
            )


same_day = Days(0, 0)


def past(days: int) -> Days:
    """Return the window of the ``days`` days before the date, without the date itself."""
    return Days(-days, -1)


def through(days: int) -> Days:
    """Return the window of the ``days`` days before the date and of the date itself."""
    return Days(-days, 0)


@dataclass(frozen=True, slots=True)
class Input:
    """One parameter of a table function."""

    name: str
    kind: Kind
    days: Days = same_day
    columns: tuple[str, ...] | None = None
    """The columns of a frame that are read; None for all."""
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Pairs of a frame's column and the values in it of the rows that are read; empty for all."""


def inputs_of(
    function: Callable[..., Any],
    kinds: Mapping[str, Kind],
    reads: Mapping[str, Days] | None,
    columns: Mapping[str, Iterable[str]] | None,
    values: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
) -> tuple[Input, ...]:
    """Return the inputs of a function, each with its window, columns and values.

    Raises:
        DeclarationError: ``reads``, ``columns`` or ``values`` name a table that is no parameter.
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
    defaults = {name: parameters[name].default for name in parameters if kinds[name] == "Option"}
    bare = [name for name, default in defaults.items() if default is inspect.Parameter.empty]
    if bare:
        raise DeclarationError(f"{function.__name__}: option {', '.join(bare)} has no default")
    return defaults


def kinds_of(
    function: Callable[..., Any],
    names: Sequence[str] | None = None,
    allowed: Sequence[Kind] = KINDS,
) -> dict[str, Kind]:
    """Return the kinds of the named parameters; by default of all, and of the return value.

    Raises:
        DeclarationError: a parameter is annotated with a kind that is not allowed.
    """
    annotations = inspect.get_annotations(function)
    if names is None:
        names = [*inspect.signature(function).parameters, "return"]
    kinds = {name: _kind(str(annotations.get(name))) for name in names}
    wrong = {name: kind for name, kind in kinds.items() if kind not in allowed}
    if wrong:
        raise DeclarationError(
            f"{function.__name__}: {wrong} must be annotated with one of {', '.join(allowed)}"
        )
    return kinds  # type: ignore[return-value]


def _kind(annotation: str) -> str:
    """Return the last name of an annotation, without its module and its type arguments."""
    return annotation.partition("[")[0].rpartition(".")[2]

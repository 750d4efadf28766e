"""Checks as functions of the tables that they compare."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


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


def as_check(declared: Callable[..., Any] | Check, *, warns: bool) -> Check:
    """Return a comparison as a check that blocks its table, or only warns."""
    if isinstance(declared, Check):
        return replace(declared, warns=warns)
    return Check(declared.__name__, declared, warns)

"""Checks: functions of the tables that they compare."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Check:
    """A comparison of tables, made once their rows are written.

    The function's parameters are tables; it returns one row for each fact examined, with a
    boolean column ``holds``. A check that examines nothing fails, unless ``may_examine_nothing``.
    """

    name: str
    function: Callable[..., Any]
    warns: bool = False
    """Whether a failure is only reported; otherwise it blocks the table."""
    may_examine_nothing: bool = False
    """Whether the check may examine nothing, such as while there is nothing to compare with."""
    days_back: int = 0
    """The number of days before the examined dates whose rows the function reads too. If it is not
    0, the returned rows must have the table's date column, and only those of the examined dates
    count."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The tables that are compared."""
        return tuple(inspect.signature(self.function).parameters)


def examining(*, days_back: int = 0, may_be_nothing: bool = False) -> Callable[..., Check]:
    """Declare a comparison that reads earlier dates too, or that may examine nothing.

    Args:
        days_back: the number of days before the examined dates that it reads too.
        may_be_nothing: whether it passes when it examines nothing.
    """

    def declare(function: Callable[..., Any]) -> Check:
        return Check(
            function.__name__, function, may_examine_nothing=may_be_nothing, days_back=days_back
        )

    return declare


def as_check(declared: Callable[..., Any] | Check, *, warns: bool) -> Check:
    """Return a comparison as a check that blocks its table, or that only ``warns``."""
    if isinstance(declared, Check):
        return replace(declared, warns=warns)
    return Check(declared.__name__, declared, warns)

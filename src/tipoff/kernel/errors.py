"""The errors that Tipoff raises, each with the exit code of a command that it ends."""

from __future__ import annotations


class TipoffError(Exception):
    """A failure that says in one line what happened and what to do."""

    exit_code = 1


class UsageError(TipoffError):
    """The request cannot be carried out as given: an unknown file, a date outside any season."""

    exit_code = 2


class Blocked(TipoffError):
    """A gate is closed: too many bad rows, a broken critical rule, a check without facts."""

    exit_code = 3


class DeclarationError(TipoffError):
    """The declaration of a table, schema or stream is invalid or contradicts another one."""


class PayloadError(TipoffError):
    """A payload is missing, damaged or not as its stream expects; the message says how."""


class ColumnsChanged(TipoffError):
    """A table's rows were computed with other columns than its schema declares now."""

    def __init__(self, table: str, since: object) -> None:
        """Name the table, and the first date (or payload) with such rows."""
        super().__init__(
            f"{table}: its columns have changed since {since} was computed:"
            " `tipoff run` computes it anew"
        )


class OutOfMemory(TipoffError):
    """The engine could not compute a query in the memory that it may use."""


class RunInProgress(TipoffError):
    """Another process holds the home's lock."""

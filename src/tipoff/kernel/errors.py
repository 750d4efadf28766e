"""What can go wrong, each with the exit code a command ends with."""

from __future__ import annotations


class TipoffError(Exception):
    """A failure that says in one line what happened and what to do."""

    exit_code = 1


class UsageError(TipoffError):
    """The request itself makes no sense: an unknown file, a date outside any season."""

    exit_code = 2


class Blocked(TipoffError):
    """A gate is closed: too many bad rows, a critical rule, a check that saw nothing."""

    exit_code = 3


class DeclarationError(TipoffError):
    """A table, schema or stream is declared in a way that cannot hold."""


class PayloadError(TipoffError):
    """A payload is not what its stream expects; the message names what differs."""


class ColumnsChanged(TipoffError):
    """A table's rows were computed under other columns than it declares now."""

    def __init__(self, table: str, since: object) -> None:
        """Say which table, and the first date (or payload) whose rows are so."""
        super().__init__(
            f"{table}: its columns have changed since {since} was computed:"
            " `tipoff run` computes it anew"
        )


class OutOfMemory(TipoffError):
    """The engine could not compute a query in the memory it may use."""


class RunInProgress(TipoffError):
    """Another process holds the home's lock."""

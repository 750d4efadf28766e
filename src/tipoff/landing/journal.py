"""What became of every request to a web service: appended to, never changed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.values import as_text, as_timestamp
from tipoff.kernel.declare.payload import canonical
from tipoff.sources.http import Asked, Failed, Fetched, Validators

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from tipoff.kernel.catalog import Catalog
    from tipoff.sources.http import Answer, Request

NOTHING_NEW = ("unchanged", "failed", "missing")
"""Outcomes after which what was landed before is still what the validators are of."""


class Journal:
    """One row for each request a run made, whatever it ended with."""

    def __init__(self, catalog: Catalog, lost: Collection[tuple[str, str]] = ()) -> None:
        """Open the journal.

        Args:
            catalog: that keeps it.
            lost: requests whose answer is there no longer. They count as never made: a service
                must not answer that nothing has changed since.
        """
        self._catalog = catalog
        self._lost = lost

    def last(self, request: Request) -> Asked | None:
        """Return how a request ended the last time, by an earlier run; None if it never was."""
        key = (request.resource, canonical(request.parameters))
        return None if key in self._lost else self._last.get(key)

    @property
    def has_landed(self) -> bool:
        """Whether any payload came from a service; of a simulated league, from one that plays it.

        A request that failed, or that was refused as the home's league is simulated, lands nothing.
        """
        return bool(
            self._catalog.query(
                "SELECT 1 FROM request WHERE outcome IN ('fetched', 'doubtful') LIMIT 1"
            )
        )

    def record(self, answers: Iterable[Answer], moment: datetime) -> None:
        """Append what requests ended with at a time."""
        at = as_text(moment)
        rows = [
            (answer.request.resource, canonical(answer.request.parameters), at, *_outcome(answer))
            for answer in answers
        ]
        with self._catalog.transaction():
            self._catalog.insert("request", rows)

    @cached_property
    def _last(self) -> dict[tuple[str, str], Asked]:
        found: dict[tuple[str, str], Asked] = {}
        for resource, parameters, at, outcome, etag, modified in self._catalog.query(
            "SELECT resource, parameters, asked_at, outcome, etag, last_modified"
            " FROM request ORDER BY asked_at, rowid"
        ):
            key = (resource, parameters)
            before = found.get(key)
            validators = Validators(etag, modified)
            if before and outcome in NOTHING_NEW:
                validators = before.validators
            times = before.times + 1 if before and before.outcome == outcome else 1
            found[key] = Asked(as_timestamp(at), outcome, validators, times)
        return found


def _outcome(answer: Answer) -> tuple[Any, ...]:
    """Return (outcome, reason, attempts, etag, last modified)."""
    if isinstance(answer, Fetched):
        outcome, validators = ("doubtful" if answer.doubt else "fetched"), answer.validators
        return (
            outcome,
            answer.doubt or "",
            answer.attempts,
            validators.etag or "",
            validators.last_modified or "",
        )
    if isinstance(answer, Failed):
        outcome = "missing" if answer.missing else "failed"
        return (outcome, answer.reason, answer.attempts, "", "")
    return ("unchanged", "", answer.attempts, "", "")

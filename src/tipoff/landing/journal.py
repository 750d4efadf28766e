"""The journal: an append-only record of every request to a web service and its outcome."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.values import as_text, as_timestamp
from tipoff.kernel.declare.payload import canonical
from tipoff.sources.http import Failed, Fetched, LastOutcome, Validators

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from tipoff.kernel.catalog import Catalog
    from tipoff.sources.http import Answer, Request

NOTHING_NEW = ("unchanged", "failed", "missing")
"""Outcomes that land no new payload, so that the validators of the previous one stay valid."""


class Journal:
    """One row for each request that a run made, with its outcome."""

    def __init__(self, catalog: Catalog, lost: Collection[tuple[str, str]] = ()) -> None:
        """Open the journal.

        Args:
            catalog: catalog in which the journal is stored.
            lost: requests whose payload has been lost. They count as never made, so that the
                service is not asked whether it has changed since.
        """
        self._catalog = catalog
        self._lost = lost

    def last(self, request: Request) -> LastOutcome | None:
        """Return how a request ended the last time an earlier run made it; None if never made."""
        key = (request.resource, canonical(request.parameters))
        return None if key in self._lost else self._last.get(key)

    @property
    def has_landed(self) -> bool:
        """Whether any payload was fetched from a service, real or simulated.

        A request that failed, or that was refused as the home's league is simulated, lands nothing.
        """
        return bool(
            self._catalog.query(
                "SELECT 1 FROM request WHERE outcome IN ('fetched', 'doubtful') LIMIT 1"
            )
        )

    def record(self, answers: Iterable[Answer], timestamp: datetime) -> None:
        """Append the outcomes of requests, all with the same timestamp."""
        asked_at = as_text(timestamp)
        rows = [
            (
                answer.request.resource,
                canonical(answer.request.parameters),
                asked_at,
                *_outcome(answer),
            )
            for answer in answers
        ]
        with self._catalog.transaction():
            self._catalog.insert("request", rows)

    @cached_property
    def _last(self) -> dict[tuple[str, str], LastOutcome]:
        last: dict[tuple[str, str], LastOutcome] = {}
        for resource, parameters, asked_at, outcome, etag, modified in self._catalog.query(
            "SELECT resource, parameters, asked_at, outcome, etag, last_modified"
            " FROM request ORDER BY asked_at, rowid"
        ):
            key = (resource, parameters)
            previous = last.get(key)
            validators = Validators(etag, modified)
            if previous and outcome in NOTHING_NEW:
                validators = previous.validators
            times = previous.times + 1 if previous and previous.outcome == outcome else 1
            last[key] = LastOutcome(as_timestamp(asked_at), outcome, validators, times)
        return last


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

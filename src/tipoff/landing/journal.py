"""What became of every request to a web service: appended to, never changed."""

from __future__ import annotations

import json
from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tipoff.sources.fetching import Asked, Failed, Fetched, Validators

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tipoff.kernel.engine import Engine
    from tipoff.sources.fetching import Answer, Request

CREATE = """
CREATE TABLE IF NOT EXISTS landing.request (
    resource VARCHAR, parameters VARCHAR, asked_at TIMESTAMP, outcome VARCHAR, reason VARCHAR,
    attempts BIGINT, etag VARCHAR, last_modified VARCHAR)
"""
NOTHING_NEW = ("unchanged", "failed", "missing")
"""Outcomes after which what was landed before is still what the validators are of."""


class Journal:
    """One row for each request a run made, whatever it ended with."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        engine.query("CREATE SCHEMA IF NOT EXISTS landing")
        engine.query(CREATE)

    def last(self, request: Request) -> Asked | None:
        """How a request ended the last time, by an earlier run; None if it was never made."""
        return self._last.get((request.resource, _canonical(request)))

    def record(self, answers: Iterable[Answer], moment: datetime) -> None:
        """Append what requests ended with at a moment."""
        at = moment.astimezone(UTC).replace(tzinfo=None)
        for answer in answers:
            self._engine.query(
                "INSERT INTO landing.request VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [answer.request.resource, _canonical(answer.request), at, *_outcome(answer)],
            )

    @cached_property
    def _last(self) -> dict[tuple[str, str], Asked]:
        found: dict[tuple[str, str], Asked] = {}
        for resource, parameters, at, outcome, etag, modified in self._engine.query(
            "SELECT resource, parameters, asked_at, outcome, etag, last_modified"
            " FROM landing.request ORDER BY asked_at"
        ):
            key = (resource, parameters)
            before = found.get(key)
            validators = Validators(etag, modified)
            if before and outcome in NOTHING_NEW:
                validators = before.validators
            times = before.times + 1 if before and before.outcome == outcome else 1
            found[key] = Asked(at.replace(tzinfo=UTC), outcome, validators, times)
        return found


def _outcome(answer: Answer) -> tuple[Any, ...]:
    """(outcome, reason, attempts, etag, last modified)."""
    if isinstance(answer, Fetched):
        outcome, validators = ("doubtful" if answer.doubt else "fetched"), answer.validators
        return (outcome, answer.doubt, answer.attempts, validators.etag, validators.last_modified)
    if isinstance(answer, Failed):
        outcome = "missing" if answer.missing else "failed"
        return (outcome, answer.reason, answer.attempts, "", "")
    return ("unchanged", "", answer.attempts, "", "")


def _canonical(request: Request) -> str:
    return json.dumps(dict(request.parameters), sort_keys=True)

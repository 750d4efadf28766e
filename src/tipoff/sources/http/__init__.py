"""Requests to web services: rate-limited, retried, and conditional where a service allows it.

A client makes ``Request`` values and iterates over the answers of a ``Fetcher``, in the order in
which they arrive: ``Fetched`` (its payload is to be landed), ``Unchanged`` (the landed answer is
still valid) or ``Failed`` (with the reason). Every request gets one answer, and none raises::

    for answer in fetcher.fetch([Request("nba_stats", "scheduleleaguev2", {...}, url, query)]):
        match answer: ...

``tipoff.app.ingest`` lands what a ``WebSource`` yields and reports what failed.
"""

from tipoff.sources.http.answer import (
    SIMULATED,
    SIMULATED_HEADER,
    Answer,
    Check,
    Doubtful,
    Failed,
    Fetched,
    Garbled,
    LastOutcome,
    Request,
    Unchanged,
    Validators,
    json_body,
)
from tipoff.sources.http.fetcher import Fetcher, WebSource
from tipoff.sources.http.pace import Clock, Limits

__all__ = [
    "SIMULATED",
    "SIMULATED_HEADER",
    "Answer",
    "Check",
    "Clock",
    "Doubtful",
    "Failed",
    "Fetched",
    "Fetcher",
    "Garbled",
    "LastOutcome",
    "Limits",
    "Request",
    "Unchanged",
    "Validators",
    "WebSource",
    "json_body",
]

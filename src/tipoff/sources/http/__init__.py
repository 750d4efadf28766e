"""Requests to web services: at a service's pace, with retries, and never twice for nothing.

A client makes ``Request`` values and draws the answers from a ``Fetcher``, in the order in which
they arrive: ``Fetched`` (its payload is to be landed), ``Unchanged`` (what is landed still
holds) or ``Failed`` (with the reason). No request is lost and none raises::

    for answer in fetcher.fetch([Request("nba_stats", "scheduleleaguev2", {...}, url, query)]):
        match answer: ...

``tipoff.app.ingest`` lands what a ``WebSource`` yields and reports what failed.
"""

from tipoff.sources.http.answer import (
    SIMULATED,
    SIMULATED_HEADER,
    Answer,
    Asked,
    Check,
    Doubtful,
    Failed,
    Fetched,
    Garbled,
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
    "Asked",
    "Check",
    "Clock",
    "Doubtful",
    "Failed",
    "Fetched",
    "Fetcher",
    "Garbled",
    "Limits",
    "Request",
    "Unchanged",
    "Validators",
    "WebSource",
    "json_body",
]

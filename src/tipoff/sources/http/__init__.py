"""Asking web services: at their pace, again where that can help, and never twice for nothing.

A client says what it wants as ``Request`` values and draws the answers from a ``Fetcher``, in the
order they arrive: ``Fetched`` (its payload is to be landed), ``Unchanged`` (what is landed still
holds) or ``Failed`` (with the reason). No request is lost and none raises::

    for answer in fetcher.fetch([Request("nba_stats", "scheduleleaguev2", {...}, url, query)]):
        match answer: ...

``tipoff.app.ingest`` lands what a ``WebSource`` yields and reports what failed.
"""

from tipoff.sources.http.answer import (
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

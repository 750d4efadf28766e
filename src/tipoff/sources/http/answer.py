"""A request to a web service, and its three possible outcomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tipoff.kernel.declare.payload import Payload

MISSING = frozenset({404, 410})
SIMULATED, SIMULATED_HEADER = "demo", "x-tipoff-simulated"
"""The source of a simulated league's answers, and the header that marks them."""


class Garbled(Exception):
    """A body is not an answer to the request; it is never landed, and the request is retried."""


class Doubtful(Exception):
    """A body is readable but cannot be right, for example stale or with other columns.

    The request is retried; if every answer is doubtful, the last one is landed and reported.
    """


Check = Callable[[bytes], str | None]
"""Checks a body: raises ``Garbled`` or ``Doubtful`` if it is wrong, else returns a notice for the
user, if there is one."""


def json_body(body: bytes) -> None:
    """Check that a body is one JSON object.

    Raises:
        Garbled: it is an error page, cut short, or something else.
    """
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError:
        document = None
    if not isinstance(document, dict):
        shown = body[:40].decode(errors="replace")
        raise Garbled(f"not a JSON object, {len(body)} bytes that begin {shown!r}")


@dataclass(frozen=True, slots=True)
class Request:
    """One request: the source, resource and parameters of its payload, and how it is sent."""

    source: str
    resource: str
    parameters: Mapping[str, str]
    """The payload's parameters, the same as for a recording of the answer."""
    url: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    secret: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Query parameters that are added only when the request is sent, such as API keys, which must
    be given here and nowhere else."""
    check: Check = json_body
    missing: frozenset[int] = MISSING
    """Statuses that mean that the requested item does not exist."""

    @property
    def host(self) -> str:
        """Return host and port; all requests to a host share its rate limit and failure count."""
        return urlsplit(self.url).netloc

    def __str__(self) -> str:
        parameters = ", ".join(f"{name} {value}" for name, value in self.parameters.items())
        return f"{self.resource} ({parameters})"


@dataclass(frozen=True, slots=True)
class Validators:
    """Validators of a landed answer, for asking the service whether it has changed."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers of a conditional request; none without validators."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer to land."""

    request: Request
    payload: Payload
    headers: Mapping[str, str]
    """The response's headers, with lower-case names."""
    attempts: int
    doubt: str = ""
    """What is wrong with the answer, if every attempt was doubtful; else empty."""
    notice: str = ""
    """A notice for the user about an answer that is right."""

    @property
    def validators(self) -> Validators:
        """Return the answer's validators; none for a doubtful one, which must be fetched again."""
        if self.doubt:
            return Validators()
        return Validators(self.headers.get("etag", ""), self.headers.get("last-modified", ""))


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The service reported that the landed answer has not changed."""

    request: Request
    attempts: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A request without an answer to land, and the reason; a later run retries it."""

    request: Request
    reason: str
    attempts: int
    missing: bool = False
    """Whether the service reported that the requested item does not exist."""
    tolerated: bool = False
    """Whether the client expects this: it is recorded, but does not fail the run."""

    def __str__(self) -> str:
        return f"{self.request}: {self.reason}"


Answer = Fetched | Unchanged | Failed


@dataclass(frozen=True, slots=True)
class LastOutcome:
    """The outcome of a request the last time it was made."""

    at: datetime
    outcome: Literal["fetched", "doubtful", "unchanged", "missing", "failed"]
    validators: Validators
    """The validators of the landed answer."""
    times: int
    """The number of runs in a row with this outcome."""

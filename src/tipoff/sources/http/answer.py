"""A request to a service, and the three things that it can end with."""

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
"""The source of answers of a simulated league, and the header by which its service says so."""


class Garbled(Exception):
    """A body is not what was asked for; asking again may cure it, and it is never landed."""


class Doubtful(Exception):
    """A body is readable and cannot be right: stale, or of other columns.

    It is asked for again; if every answer is doubtful, the last one is landed and reported.
    """


Check = Callable[[bytes], str | None]
"""Raises ``Garbled`` or ``Doubtful`` for a body that is not right; for one that is, returns what a
person should be told of it, if there is anything."""


def json_body(body: bytes) -> None:
    """Refuse a body that is not one JSON object.

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
    """One request: the name that its answer is landed under, and how it is sent."""

    source: str
    resource: str
    parameters: Mapping[str, str]
    """The payload's parameters, as a recording of the same answer would have them."""
    url: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    secret: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Query parameters that are added on the wire alone: keys belong here and nowhere else."""
    check: Check = json_body
    missing: frozenset[int] = MISSING
    """Statuses by which the service says that there is no such thing."""

    @property
    def host(self) -> str:
        """Return host and port: what is paced, and given up, together."""
        return urlsplit(self.url).netloc

    def __str__(self) -> str:
        asked = ", ".join(f"{name} {value}" for name, value in self.parameters.items())
        return f"{self.resource} ({asked})"


@dataclass(frozen=True, slots=True)
class Validators:
    """What a service is asked with whether the landed answer still holds."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers of a conditional request; none if there is nothing to ask by."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer to land."""

    request: Request
    payload: Payload
    headers: Mapping[str, str]
    """The response's headers, their names in small letters."""
    attempts: int
    doubt: str = ""
    """What is wrong with it, if every answer was doubtful; else empty."""
    notice: str = ""
    """What a person should be told of it, though nothing is wrong."""

    @property
    def validators(self) -> Validators:
        """Return what to ask with the next time; nothing for a doubtful answer, which is to go."""
        if self.doubt:
            return Validators()
        return Validators(self.headers.get("etag", ""), self.headers.get("last-modified", ""))


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The service says that the landed answer still holds."""

    request: Request
    attempts: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A request that brought nothing, and why; a later run asks again."""

    request: Request
    reason: str
    attempts: int
    missing: bool = False
    """The service says that there is no such thing."""
    tolerated: bool = False
    """The client expected it: it is recorded, and is no failure of the run."""

    def __str__(self) -> str:
        return f"{self.request}: {self.reason}"


Answer = Fetched | Unchanged | Failed


@dataclass(frozen=True, slots=True)
class Asked:
    """How a request ended the last time it was asked."""

    at: datetime
    outcome: Literal["fetched", "doubtful", "unchanged", "missing", "failed"]
    validators: Validators
    """The validators of the answer that is landed."""
    times: int
    """How many runs in a row it ended so."""

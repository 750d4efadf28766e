"""A response of the outside world, as it came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Payload:
    """One response, unchanged: nothing parsed, nothing dropped.

    ``parameters`` say what was asked for. Two payloads with the same source, resource and
    parameters answer the same request, and the one fetched later supersedes the earlier.
    """

    source: str
    resource: str
    parameters: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    origin: str = ""
    """Where a person finds it again: a file's name or a URL without secrets."""


def canonical(parameters: Mapping[str, str]) -> str:
    """Return a request's parameters as the JSON text that names the request everywhere."""
    return json.dumps(dict(parameters), sort_keys=True)


class Source(Protocol):
    """Anything payloads can be drawn from: a directory, a simulated league, a web service."""

    def payloads(self) -> Iterator[Payload]:
        """Yield every payload on offer, in a repeatable order."""
        ...


@dataclass(frozen=True, slots=True)
class Landed:
    """The landing's record of a payload: enough to plan by, without its body."""

    number: int
    """Names the payload; rises with each payload landed."""
    request: str
    """Source, resource and parameters as JSON, in one line."""
    fetched_at: datetime

    @property
    def parameters(self) -> dict[str, str]:
        """Return what was asked for."""
        found: dict[str, str] = json.loads(self.request.split(" ", 2)[2])
        return found


Answers = tuple[Landed, ...]
"""All answers to one request that were not withdrawn, the newest by ``fetched_at`` first."""


class Landing(Protocol):
    """Where payloads are kept."""

    def answers(self, resource: str, parameters: Mapping[str, str]) -> Sequence[Answers]:
        """Return the answers to each request that asked with these parameters."""
        ...

    def newest(self, resource: str, parameters: Mapping[str, str]) -> list[Landed]:
        """Return the newest answer to each request that asked with these parameters, in order."""
        ...

    def read(self, number: int) -> Payload:
        """Return the payload itself.

        Raises:
            PayloadError: its stored body is missing or no longer what was landed.
        """
        ...

    def add(self, payload: Payload) -> None:
        """Keep a payload that the pipeline made itself."""
        ...

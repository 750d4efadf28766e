"""Payloads: the responses of sources, and the landing that keeps them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Payload:
    """One response of a source, unchanged: nothing is parsed, nothing dropped.

    ``parameters`` are those of the request. Two payloads with the same source, resource and
    parameters answer the same request, and the one fetched later supersedes the earlier.
    """

    source: str
    resource: str
    parameters: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    origin: str = ""
    """Where a person can find the response again: a file's name or a URL without secrets."""


def canonical(parameters: Mapping[str, str]) -> str:
    """Return a request's parameters as JSON text with sorted keys, which identifies the request."""
    return json.dumps(dict(parameters), sort_keys=True)


class Source(Protocol):
    """Anything that supplies payloads: a directory, a simulated league, a web service."""

    def payloads(self) -> Iterator[Payload]:
        """Yield every payload that the source has, in a repeatable order."""
        ...


@dataclass(frozen=True, slots=True)
class Landed:
    """The landing's record of a payload, without its body: all that planning needs."""

    number: int
    """The number of the payload, higher than that of every payload landed before."""
    request: str
    """Source, resource and parameters, separated by spaces; the parameters are JSON."""
    fetched_at: datetime

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the request."""
        parameters: dict[str, str] = json.loads(self.request.split(" ", 2)[2])
        return parameters


Answers = tuple[Landed, ...]
"""The answers to one request that are not withdrawn, the newest by ``fetched_at`` first."""


class Landing(Protocol):
    """The store of payloads."""

    def answers(self, resource: str, parameters: Mapping[str, str]) -> Sequence[Answers]:
        """Return the answers to each request for the resource that has these parameters."""
        ...

    def newest(self, resource: str, parameters: Mapping[str, str]) -> list[Landed]:
        """Return the newest answer to each request that has these parameters, in order."""
        ...

    def read(self, number: int) -> Payload:
        """Return the payload with a number.

        Raises:
            PayloadError: its stored body is missing, or differs from what was landed.
        """
        ...

    def add(self, payload: Payload) -> None:
        """Land a payload that the pipeline made itself."""
        ...

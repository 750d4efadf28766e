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


class Source(Protocol):
    """Anything payloads can be drawn from: a directory, a simulated league, a web service."""

    def payloads(self) -> Iterator[Payload]:
        """Yield every payload on offer, in a repeatable order."""
        ...


@dataclass(frozen=True, slots=True)
class Landed:
    """The landing's record of a payload: enough to plan by, without its body."""

    number: int
    """Rises with each payload landed; the order in which later ones supersede earlier."""
    request: str
    """Source, resource and parameters as JSON, in one line."""
    fetched_at: datetime

    @property
    def parameters(self) -> dict[str, str]:
        """What was asked for."""
        found: dict[str, str] = json.loads(self.request.split(" ", 2)[2])
        return found


class Landing(Protocol):
    """Where payloads are kept."""

    def newest(self, resource: str, parameters: Mapping[str, str]) -> list[Landed]:
        """The newest payload of each request that asked with these parameters, in order."""
        ...

    def superseded(self, numbers: Sequence[int]) -> list[int]:
        """The earlier payloads of the same requests."""
        ...

    def successor(self, number: int) -> int:
        """The newest payload of the same request; itself, if there is none newer."""
        ...

    def read(self, number: int) -> Payload:
        """The payload itself.

        Raises:
            TipoffError: its stored body is missing or no longer what was landed.
        """
        ...

"""The interface of a simulated service, and the archive of payloads that services read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tipoff.kernel.declare.payload import canonical
from tipoff.sources.http import SIMULATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from tipoff.kernel.declare.payload import Payload


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """A service's answer to a request."""

    body: bytes
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


class Service(Protocol):
    """A service that answers paths; the server handles HTTP."""

    @property
    def prefix(self) -> str:
        """Return the prefix of its paths, such as ``/stats/``."""
        ...

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return the service's answer at a time; None if it has none.

        Args:
            path: the path after the prefix.
            query: the decoded parameters.
            now: the time of the answer. Later information is left out, and games on this date, US
                Eastern, have no result yet. None for everything in the archive.
        """
        ...


class Archive:
    """Payloads by request; if several have the same request, the last one counts."""

    def __init__(self, payloads: Iterable[Payload]) -> None:
        self._bodies: dict[str, dict[str, tuple[Mapping[str, str], bytes]]] = {}
        self.is_simulated = False
        """Whether any payload comes from a simulated league."""
        for payload in payloads:
            self.is_simulated = self.is_simulated or payload.source == SIMULATED
            bodies = self._bodies.setdefault(payload.resource, {})
            bodies[canonical(payload.parameters)] = (payload.parameters, payload.body)

    def find(self, resource: str, parameters: Mapping[str, str]) -> bytes | None:
        """Return the answer to exactly this request; None if there is none."""
        answer = self._bodies.get(resource, {}).get(canonical(parameters))
        return answer[1] if answer else None

    @property
    def seasons(self) -> list[str]:
        """Return the seasons that have a schedule."""
        schedules = self._bodies.get("scheduleleaguev2", {}).values()
        return sorted(request["Season"] for request, _ in schedules)

    def every(self, resource: str, **parameters: str) -> Iterator[bytes]:
        """Yield the answers to all requests with these parameters, among others."""
        return (body for _, body in self.requests(resource, **parameters))

    def requests(
        self, resource: str, **parameters: str
    ) -> Iterator[tuple[Mapping[str, str], bytes]]:
        """Yield parameters and answer of each request with these parameters, among others."""
        for request, body in self._bodies.get(resource, {}).values():
            if parameters.items() <= request.items():
                yield request, body

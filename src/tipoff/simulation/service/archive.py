"""What can be served, and how a service finds it."""

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
    """What lies at a path."""

    body: bytes
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


class Service(Protocol):
    """A service by its paths alone: HTTP is the server's affair."""

    @property
    def prefix(self) -> str:
        """Return what its paths begin with, such as ``/stats/``."""
        ...

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return what the service would answer at a time; None if there is no such thing.

        Args:
            path: what follows the prefix.
            query: the parameters, decoded.
            now: what is known of later is left out, and no game of this date, US Eastern, has a
                result yet; None for all there is.
        """
        ...


class Archive:
    """Payloads by their requests; of several with one request the last stands."""

    def __init__(self, payloads: Iterable[Payload]) -> None:
        self._bodies: dict[str, dict[str, tuple[Mapping[str, str], bytes]]] = {}
        self.is_simulated = False
        """Whether any of them is of a simulated league."""
        for payload in payloads:
            self.is_simulated = self.is_simulated or payload.source == SIMULATED
            kept = self._bodies.setdefault(payload.resource, {})
            kept[canonical(payload.parameters)] = (payload.parameters, payload.body)

    def find(self, resource: str, parameters: Mapping[str, str]) -> bytes | None:
        """Return the answer to exactly this request; None without one."""
        kept = self._bodies.get(resource, {}).get(canonical(parameters))
        return kept[1] if kept else None

    @property
    def seasons(self) -> list[str]:
        """Return the seasons that there is a schedule of."""
        schedules = self._bodies.get("scheduleleaguev2", {}).values()
        return sorted(asked["Season"] for asked, _ in schedules)

    def every(self, resource: str, **parameters: str) -> Iterator[bytes]:
        """Yield the answers to all requests that asked with these parameters."""
        return (body for _, body in self.asked(resource, **parameters))

    def asked(self, resource: str, **parameters: str) -> Iterator[tuple[Mapping[str, str], bytes]]:
        """Yield the parameters and the answer of each request that asked with these parameters."""
        for asked, body in self._bodies.get(resource, {}).values():
            if parameters.items() <= asked.items():
                yield asked, body

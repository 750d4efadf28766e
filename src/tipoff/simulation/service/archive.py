"""What can be replayed, and how a service finds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tipoff.kernel.declare.payload import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tipoff.kernel.declare.payload import Payload


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at a path."""

    body: bytes
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


class Service(Protocol):
    """A service's paths, told apart from HTTP."""

    @property
    def prefix(self) -> str:
        """What its paths begin with, such as ``/stats/``."""
        ...

    def answer(self, path: str, query: Mapping[str, str], until: date | None) -> Found | None:
        """What it would answer, on the morning of ``until``; None if there is no such thing.

        Args:
            path: what follows the prefix.
            query: the parameters, decoded.
            until: nothing played on this date or later is known yet; None for all there is.
        """
        ...


class Archive:
    """Payloads by what was asked for; the last of a request stands."""

    def __init__(self, payloads: Iterable[Payload]) -> None:
        self._bodies: dict[str, dict[str, tuple[Mapping[str, str], bytes]]] = {}
        for payload in payloads:
            kept = self._bodies.setdefault(payload.resource, {})
            kept[canonical(payload.parameters)] = (payload.parameters, payload.body)

    def find(self, resource: str, parameters: Mapping[str, str]) -> bytes | None:
        """The answer to exactly this request."""
        found = self._bodies.get(resource, {}).get(canonical(parameters))
        return found[1] if found else None

    @property
    def seasons(self) -> list[str]:
        """The seasons there is a schedule of."""
        schedules = self._bodies.get("scheduleleaguev2", {}).values()
        return sorted(asked["Season"] for asked, _ in schedules)

    def every(self, resource: str, **parameters: str) -> Iterator[bytes]:
        """The answers to all requests that asked with these parameters."""
        for asked, body in self._bodies.get(resource, {}).values():
            if parameters.items() <= asked.items():
                yield body

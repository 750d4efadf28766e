"""Faults on demand: which request meets which is drawn from a seed, whatever the order."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.simulation.service.altered import (
    duplicated,
    live,
    renamed,
    stale,
    stub,
    uncorrected,
    undecided,
    undone,
    unlisted,
)
from tipoff.simulation.service.odds import impossible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ALTERED: dict[str, Callable[[bytes], bytes]] = {
    "stale": stale,
    "renamed": renamed,
    "duplicated": duplicated,
    "uncorrected": uncorrected,
    "impossible": impossible,
    "stub": stub,
    "unlisted": unlisted,
    "live": live,
    "undecided": undecided,
    "undone": undone,
}
"""Faults of an answer's content."""
KINDS = ("slow", "busy", "broken", "reset", "truncated", "html", *ALTERED)


@dataclass
class Faults:
    """With which share of the requests what goes wrong; each kind is drawn by itself."""

    shares: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0
    latency: float = 0.0
    """Seconds that every answer takes."""
    slowness: float = 0.05
    """Seconds more that a slow one takes."""
    retry_after: int = 0
    """Seconds a busy answer asks to be left alone."""
    cut_off_after: int | None = None
    """Requests after which no more are answered, as of a client that asks too often."""
    _times: Counter[str] = field(default_factory=Counter, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def __post_init__(self) -> None:
        unknown = set(self.shares) - set(KINDS)
        if unknown:
            raise UsageError(f"no fault {', '.join(sorted(unknown))}: there are {', '.join(KINDS)}")

    def drawn(self, asked: str) -> list[str]:
        """The faults of the next answer to a request: by the seed and how often it was asked."""
        with self._lock:
            self._times[asked] += 1
            time = self._times[asked]
            if self.cut_off_after is not None and self._times.total() > self.cut_off_after:
                return ["reset"]
        return [
            kind
            for kind, share in self.shares.items()
            if share and _unit(f"{self.seed} {kind} {asked} {time}") < share
        ]


def _unit(text: str) -> float:
    """A number from 0 to 1 that follows from the text alone."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) / 2**64

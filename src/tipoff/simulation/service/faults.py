"""Faults of simulated services, drawn from a seed for each request, whatever their order.

Faults in ``UNANSWERED`` replace or delay an answer, or break its transfer; those in ``ALTERED``
change its content. The latter include unusual situations that are not errors of the service, such
as a postponed game.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.simulation.service import altered, altered_odds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ALTERED: dict[str, Callable[[bytes], bytes]] = {
    "stale": altered.stale,
    "renamed": altered.renamed,
    "duplicated": altered.duplicated,
    "uncorrected": altered.uncorrected,
    "fractional": altered.fractional,
    "extended": altered.extended,
    "stub": altered.stub,
    "unlisted": altered.unlisted,
    "live": altered.live,
    "undecided": altered.undecided,
    "undone": altered.undone,
    "postponed": altered.postponed,
    "scratched": altered.scratched,
    "impossible": altered_odds.impossible,
    "aged": altered_odds.aged,
    "alternates": altered_odds.alternates,
    "swapped": altered_odds.swapped,
    "silent": altered_odds.silent,
}
"""Faults in the content of an answer, each as a function of the body."""
UNANSWERED = ("slow", "hanging", "busy", "broken", "blocked", "reset", "truncated", "html")
"""Faults that replace an answer, or affect its transfer."""
KINDS = (*UNANSWERED, *ALTERED)


@dataclass
class Faults:
    """The share of requests with each kind of fault; kinds are drawn independently."""

    shares: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0
    latency: float = 0.0
    """Seconds that every answer takes."""
    slowness: float = 0.05
    """Additional seconds of a slow answer."""
    hanging: float = 60.0
    """Additional seconds of a hanging answer: longer than a client waits."""
    retry_after: int = 0
    """Value of a busy answer's ``Retry-After`` header, in seconds."""
    cut_off_after: int | None = None
    """Number of requests after which connections are reset, as for a client that asks too often."""
    _counts: Counter[str] = field(default_factory=Counter, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def __post_init__(self) -> None:
        unknown = set(self.shares) - set(KINDS)
        if unknown:
            raise UsageError(f"no fault {', '.join(sorted(unknown))}: there are {', '.join(KINDS)}")

    def drawn(self, request: str) -> list[str]:
        """Return the faults of the next answer to a request, determined by the seed."""
        with self._lock:
            self._counts[request] += 1
            count = self._counts[request]
            if self.cut_off_after is not None and self._counts.total() > self.cut_off_after:
                return ["reset"]
        return [
            kind
            for kind, share in self.shares.items()
            if share and _unit(f"{self.seed} {kind} {request} {count}") < share
        ]


def _unit(text: str) -> float:
    """Return a hash of the text as a number from 0 to 1."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) / 2**64

"""Faults on demand: which request meets which is drawn from a seed, in whatever order they come.

The kinds are of three sorts: no answer at all, an answer that is none, and an answer that is
altered in its content. The last also stand for situations that are no faults of the service, such
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
"""Faults of an answer's content."""
UNANSWERED = ("slow", "hanging", "busy", "broken", "blocked", "reset", "truncated", "html")
"""Faults in the place of an answer, or of how it arrives."""
KINDS = (*UNANSWERED, *ALTERED)


@dataclass
class Faults:
    """The share of the requests that meet each kind of fault; the kinds are drawn independently."""

    shares: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0
    latency: float = 0.0
    """Seconds that every answer takes."""
    slowness: float = 0.05
    """Seconds more that a slow answer takes."""
    hanging: float = 60.0
    """Seconds more that a hanging one takes: longer than a client waits."""
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
        """Return the faults of the next answer to a request: they follow from the seed."""
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
    """Return a number from 0 to 1 that follows from the text alone."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) / 2**64

"""How fast a host is asked, how long a client waits, and when it gives a host up."""

from __future__ import annotations

import logging
import random
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.kernel import clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

logger = logging.getLogger(__name__)
MAX_BACKOFF = 30.0
MAX_RETRY_AFTER = 120.0
"""Seconds: a host that asks to be left alone for longer is left alone until the next run."""
GIVE_UP_AFTER = 5
"""The requests to one host that fail one after another before it is given up."""
LEFT_ALONE = timedelta(minutes=30)
"""How long a host that stopped answering should not be asked: it may have cut this client off."""


@dataclass(frozen=True)
class Limits:
    """What a fetcher may do; ``Settings.limits`` makes it from the settings."""

    concurrency: int = 8
    requests_per_second: float = 2.0
    """The most requests per second and host."""
    attempts: int = 5
    timeout: float = 30.0
    """Seconds to wait for a connection, and for each part of an answer."""
    time_budget: float | None = None
    """Seconds for everything together; what is not asked by then is left to the next run."""
    backoff: float = 1.0
    """Seconds before the second attempt; doubled for each after it."""
    jitter: float = 0.0
    """By which share, 0 to 1, the time between two requests may be shorter or longer."""
    proxy: str | None = field(default=None, repr=False)


def _utc_now() -> datetime:
    return clock.utc_now()


@dataclass(frozen=True)
class Clock:
    """The time as the fetcher sees it; tests bring their own."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[threading.Event, float], object] = threading.Event.wait
    """Wait so many seconds, or until the event is set."""
    timestamp: Callable[[], datetime] = _utc_now
    """What answers are dated by."""

    def pause(self, stopped: threading.Event, seconds: float) -> None:
        """Wait so many seconds, or until nobody wants the answers any more."""
        self.wait(stopped, seconds)


class GivenUp(Exception):
    """A request is not sent at all; the message says why."""


class Host:
    """One host: requests leave it room, and stop when it does not answer any more."""

    def __init__(self, name: str, limits: Limits, deadline: float, clock: Clock) -> None:
        self._name = name
        self._limits = limits
        self._deadline = deadline
        self._clock = clock
        self._lock = threading.Lock()
        self._next = clock.now()
        self._failures = 0

    def turn(self, stopped: threading.Event) -> None:
        """Wait for this request's turn.

        Raises:
            GivenUp: the host has failed too often, the time budget is spent, or the answers
                are not wanted any more.
        """
        with self._lock:
            if self.given_up:
                raise GivenUp(self._why_left_alone())
            now = self._clock.now()
            at = max(now, self._next)
            if self.too_late(at - now):
                raise GivenUp("not asked: the time budget is spent")
            self._next = at + self._interval()
        if at > now:
            self._clock.pause(stopped, at - now)
        if stopped.is_set():
            raise GivenUp("not asked: stopped")

    def _interval(self) -> float:
        spread = random.uniform(-self._limits.jitter, self._limits.jitter)
        return (1 + spread) / self._limits.requests_per_second

    def _why_left_alone(self) -> str:
        until = self._clock.timestamp() + LEFT_ALONE
        return (
            f"not asked: {self._name} failed {self._failures} times in a row, and may have cut this"
            f" client off; leave it alone until {until:%H:%M} UTC, then run the same command again"
        )

    @property
    def given_up(self) -> bool:
        """Return whether so many requests failed one after another that no more are sent."""
        return self._failures >= GIVE_UP_AFTER

    def too_late(self, wait: float) -> bool:
        """Return whether the time budget ends within so many seconds."""
        return self._clock.now() + wait >= self._deadline

    def hold(self, seconds: float) -> None:
        """Let nobody ask for a while: the host wants to be left alone."""
        logger.info("%s wants to be left alone for %.0f s", self._name, seconds)
        with self._lock:
            self._next = max(self._next, self._clock.now() + seconds)

    def answered(self, well: bool) -> None:
        """Count how a request ended."""
        with self._lock:
            self._failures = 0 if well else self._failures + 1
            if self._failures == GIVE_UP_AFTER:
                logger.info("%s failed %d times in a row: given up", self._name, GIVE_UP_AFTER)


def backoff(limits: Limits, attempt: int) -> float:
    """Return the seconds to wait after an attempt: doubled each time, spread at random."""
    doubled: float = limits.backoff * 2 ** (attempt - 1)
    return min(MAX_BACKOFF, doubled) * random.uniform(0.5, 1.5)

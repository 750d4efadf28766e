"""Rate limits, waiting times, and when to stop sending requests to a host."""

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
"""Seconds; if a host requests a longer pause, the request is left to the next run."""
GIVE_UP_AFTER = 5
"""The number of failures in a row after which no more requests are sent to a host."""
COOL_DOWN = timedelta(minutes=30)
"""The time to wait before using a failing host again, as it may have blocked this client."""


@dataclass(frozen=True)
class Limits:
    """The limits of a fetcher; ``Settings.limits`` makes them from the settings."""

    concurrency: int = 8
    requests_per_second: float = 2.0
    """The highest rate of requests per second and host."""
    attempts: int = 5
    timeout: float = 30.0
    """Seconds to wait for a connection, and for each part of an answer."""
    time_budget: float | None = None
    """Seconds for all requests together; requests not sent by then are left to the next run."""
    backoff: float = 1.0
    """Seconds before the second attempt; doubled for each further attempt."""
    jitter: float = 0.0
    """The share, 0 to 1, by which the time between two requests varies at random."""
    proxy: str | None = field(default=None, repr=False)


def _utc_now() -> datetime:
    return clock.utc_now()


@dataclass(frozen=True)
class Clock:
    """The fetcher's clock; tests replace it."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[threading.Event, float], object] = threading.Event.wait
    """Wait a number of seconds, or until the event is set."""
    timestamp: Callable[[], datetime] = _utc_now
    """Returns the time that answers are dated with."""

    def pause(self, stopped: threading.Event, seconds: float) -> None:
        """Wait a number of seconds, or until fetching is stopped."""
        self.wait(stopped, seconds)


class GivenUp(Exception):
    """A request is not sent; the message states the reason."""


class Host:
    """The rate limit and the failure count of one host."""

    def __init__(self, name: str, limits: Limits, deadline: float, clock: Clock) -> None:
        self._name = name
        self._limits = limits
        self._deadline = deadline
        self._clock = clock
        self._lock = threading.Lock()
        self._next = clock.now()
        self._failures = 0

    def wait_for_turn(self, stopped: threading.Event) -> None:
        """Wait until the rate limit allows the next request.

        Raises:
            GivenUp: the host has failed too often, the time budget is spent, or fetching has been
                stopped.
        """
        with self._lock:
            if self.given_up:
                raise GivenUp(self._reason_given_up())
            now = self._clock.now()
            send_at = max(now, self._next)
            if self.exceeds_budget(send_at - now):
                raise GivenUp("not requested: the time budget is spent")
            self._next = send_at + self._interval()
        if send_at > now:
            self._clock.pause(stopped, send_at - now)
        if stopped.is_set():
            raise GivenUp("not requested: stopped")

    def _interval(self) -> float:
        spread = random.uniform(-self._limits.jitter, self._limits.jitter)
        return (1 + spread) / self._limits.requests_per_second

    def _reason_given_up(self) -> str:
        until = self._clock.timestamp() + COOL_DOWN
        return (
            f"not requested: {self._name} failed {self._failures} times in a row, and may have"
            f" blocked this client; wait until {until:%H:%M} UTC, then run the same command again"
        )

    @property
    def given_up(self) -> bool:
        """Return whether so many requests failed in a row that no more are sent."""
        return self._failures >= GIVE_UP_AFTER

    def exceeds_budget(self, wait: float) -> bool:
        """Return whether the time budget ends within a number of seconds."""
        return self._clock.now() + wait >= self._deadline

    def pause(self, seconds: float) -> None:
        """Send no request for a number of seconds, as the host requested."""
        logger.info("%s requested a pause of %.0f s", self._name, seconds)
        with self._lock:
            self._next = max(self._next, self._clock.now() + seconds)

    def record(self, success: bool) -> None:
        """Record whether a request succeeded: a success resets the failure count."""
        with self._lock:
            self._failures = 0 if success else self._failures + 1
            if self._failures == GIVE_UP_AFTER:
                logger.info("%s failed %d times in a row: given up", self._name, GIVE_UP_AFTER)


def backoff(limits: Limits, attempt: int) -> float:
    """Return the seconds to wait after an attempt: doubled each time, with random jitter."""
    doubled: float = limits.backoff * 2 ** (attempt - 1)
    return min(MAX_BACKOFF, doubled) * random.uniform(0.5, 1.5)

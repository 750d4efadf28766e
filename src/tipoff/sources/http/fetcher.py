"""Many requests at once: each is sent, sent again where that can help, and answered for."""

from __future__ import annotations

import logging
import math
import threading
from collections import deque
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tipoff.kernel.errors import PayloadError
from tipoff.sources.http.answer import (
    Answer,
    Doubtful,
    Failed,
    Fetched,
    Garbled,
    Request,
    Unchanged,
)
from tipoff.sources.http.exchange import Exchange, Refused, Retryable, Wire
from tipoff.sources.http.pace import MAX_RETRY_AFTER, Clock, GivenUp, Host, Limits, backoff
from tipoff.sources.parsing.limits import JSON_SEPARATORS, refuse_too_many_values

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future
    from datetime import datetime

    from tenacity import RetryCallState

    from tipoff.kernel.declare.payload import Landing
    from tipoff.sources.http.answer import Asked, Validators

logger = logging.getLogger(__name__)


class WebSource(Protocol):
    """A web service's client."""

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask for what the landing lacks, and yield every answer."""
        ...


class _Doubted(Exception):
    """An attempt brought a doubtful answer."""

    def __init__(self, exchange: Exchange, why: str) -> None:
        super().__init__(why)
        self.exchange = exchange


class Fetcher:
    """Sends requests within limits; pace and time budget hold for all requests together.

    ``last`` returns how a request ended the last time it was sent: an answer that has not changed
    is not sent again. ``progress`` is called with (answered, requested so far).
    """

    def __init__(
        self,
        limits: Limits,
        last: Callable[[Request], Asked | None] = lambda request: None,
        progress: Callable[[int, int], None] = lambda done, total: None,
        clock: Clock | None = None,
    ) -> None:
        self._limits = limits
        self.last = last
        self._progress = progress
        self._clock = clock or Clock()
        self._deadline = self._clock.now() + (limits.time_budget or math.inf)
        self._hosts: dict[str, Host] = {}
        self._done = self._total = 0
        self.attempts = 0
        """How many requests went out, retries and all."""

    def fetch(self, requests: Iterable[Request]) -> Generator[Answer, None, None]:
        """Yield one answer for each request, in the order they arrive.

        At most ``concurrency`` are under way; the next is sent when one is answered. Whoever
        stops drawing answers stops the asking.
        """
        pending = deque(requests)
        self._total += len(pending)
        logger.debug(
            "%d requests, at most %d at once and %g per second and host",
            len(pending),
            self._limits.concurrency,
            self._limits.requests_per_second,
        )
        self._progress(self._done, self._total)
        stopped = threading.Event()
        with Wire(self._limits) as wire, ThreadPoolExecutor(self._limits.concurrency) as pool:
            running: set[Future[Answer]] = set()
            try:
                while pending or running:
                    while pending and len(running) < self._limits.concurrency:
                        asking = self._asking(wire, pending.popleft(), stopped)
                        running.add(pool.submit(asking))
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        self._done += 1
                        yield self._counted(future.result())
            finally:
                stopped.set()
                pool.shutdown(cancel_futures=True)

    def has_given_up(self, host: str) -> bool:
        """Return whether a host, by name and port, has failed so often that it is left alone."""
        known = self._hosts.get(host)
        return known is not None and known.given_up

    def now(self) -> datetime:
        """Return the time, in UTC, by the clock that answers are dated by."""
        return self._clock.timestamp()

    def _asking(
        self, wire: Wire, request: Request, stopped: threading.Event
    ) -> Callable[[], Answer]:
        """Return what a thread is to do for a request."""
        host = self._hosts.get(request.host)
        if host is None:
            host = Host(request.host, self._limits, self._deadline, self._clock)
            self._hosts[request.host] = host
        last = self.last(request)
        validators = last.validators if last else None
        return partial(self._ask, wire, host, request, validators, stopped)

    def _counted(self, answer: Answer) -> Answer:
        self.attempts += answer.attempts
        _log_answer(answer)
        self._progress(self._done, self._total)
        return answer

    def _ask(
        self,
        wire: Wire,
        host: Host,
        request: Request,
        validators: Validators | None,
        stopped: threading.Event,
    ) -> Answer:
        """Send one request until it is answered or given up, and return how it ended."""
        import tenacity

        made = 0

        def attempt() -> Exchange:
            nonlocal made
            host.turn(stopped)
            made += 1
            return _checked(wire.exchange(request, validators), request)

        asking = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type((Retryable, _Doubted)),
            wait=lambda state: self._wait(state, host),
            stop=lambda state: self._enough(state, host),
            before_sleep=partial(_log_retry, request),
            sleep=partial(self._clock.pause, stopped),
            reraise=True,
        )
        try:
            exchange, doubt = asking(attempt), ""
        except _Doubted as error:
            exchange, doubt = error.exchange, str(error)
        except GivenUp as error:
            return Failed(request, str(error), made)
        except Refused as error:
            host.answered(well=error.missing)
            return Failed(request, str(error), made, missing=error.missing)
        except Retryable as error:
            host.answered(well=False)
            return Failed(request, f"{error} ({made} attempts)", made)
        host.answered(well=True)
        if exchange.unchanged:
            return Unchanged(request, made)
        payload = exchange.payload(request, self.now())
        return Fetched(request, payload, exchange.headers, made, doubt, exchange.notice)

    def _wait(self, state: RetryCallState, host: Host) -> float:
        """Return the seconds before the next attempt: what the host asks for, or else a backoff."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, Retryable) and error.after is not None:
            host.hold(min(error.after, MAX_RETRY_AFTER))
            return error.after
        return backoff(self._limits, state.attempt_number)

    def _enough(self, state: RetryCallState, host: Host) -> bool:
        """Return whether no further attempt is made."""
        return (
            state.attempt_number >= self._limits.attempts
            or state.upcoming_sleep > MAX_RETRY_AFTER
            or host.too_late(state.upcoming_sleep)
        )


def _log_retry(request: Request, state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    logger.info(
        "%s: attempt %d failed (%s); again in %.1f s",
        request,
        state.attempt_number,
        error,
        state.upcoming_sleep,
    )


def _log_answer(answer: Answer) -> None:
    """Log how a request ended; failures are reported to the user too, so they are no warnings."""
    request, attempts = answer.request, answer.attempts
    match answer:
        case Fetched(doubt=""):
            size = len(answer.payload.body)
            logger.debug("%s: %d bytes, attempts: %d", request, size, attempts)
        case Fetched():
            logger.info("%s: landed though doubtful: %s", request, answer.doubt)
        case Unchanged():
            logger.debug("%s: not changed", request)
        case Failed(missing=True):
            logger.debug("%s: not there (%s)", request, answer.reason)
        case Failed():
            logger.info("%s: %s", request, answer.reason)


def _checked(exchange: Exchange, request: Request) -> Exchange:
    if exchange.unchanged:
        return exchange
    try:
        refuse_too_many_values(exchange.body, JSON_SEPARATORS)
        notice = request.check(exchange.body)
    except PayloadError as error:
        raise Refused(f"{request.host} answered what cannot be read: {error}", False) from None
    except Garbled as error:
        raise Retryable(str(error)) from None
    except Doubtful as error:
        raise _Doubted(exchange, str(error)) from None
    return replace(exchange, notice=notice or "")

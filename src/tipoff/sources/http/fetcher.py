"""Fetch many requests concurrently: send each, retry it where that can help, report its outcome."""

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
    from tipoff.sources.http.answer import LastOutcome, Validators

logger = logging.getLogger(__name__)


class WebSource(Protocol):
    """The client of a web service."""

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Request what the landing lacks, and yield every answer."""
        ...


class _Doubted(Exception):
    """An attempt returned a doubtful answer."""

    def __init__(self, exchange: Exchange, reason: str) -> None:
        super().__init__(reason)
        self.exchange = exchange


class Fetcher:
    """Sends requests within limits; rate limit and time budget apply to all requests together.

    ``last`` returns how a request ended the last time, so that the service need not send an
    unchanged answer again. ``progress`` is called with (answered, requested so far).
    """

    def __init__(
        self,
        limits: Limits,
        last: Callable[[Request], LastOutcome | None] = lambda request: None,
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
        """The number of requests sent, including retries."""

    def fetch(self, requests: Iterable[Request]) -> Generator[Answer, None, None]:
        """Yield one answer for each request, in the order in which they arrive.

        At most ``concurrency`` requests run at a time; the next is sent when one is answered.
        Closing the generator stops the remaining requests.
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
                        task = self._task(wire, pending.popleft(), stopped)
                        running.add(pool.submit(task))
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        self._done += 1
                        yield self._recorded(future.result())
            finally:
                stopped.set()
                pool.shutdown(cancel_futures=True)

    def has_given_up(self, host: str) -> bool:
        """Return whether a host (name and port) failed so often that no more requests are sent."""
        used = self._hosts.get(host)
        return used is not None and used.given_up

    def now(self) -> datetime:
        """Return the current time, in UTC, by the clock that also dates the answers."""
        return self._clock.timestamp()

    def _task(self, wire: Wire, request: Request, stopped: threading.Event) -> Callable[[], Answer]:
        """Return the function that a thread runs for a request."""
        host = self._hosts.get(request.host)
        if host is None:
            host = Host(request.host, self._limits, self._deadline, self._clock)
            self._hosts[request.host] = host
        last = self.last(request)
        validators = last.validators if last else None
        return partial(self._send, wire, host, request, validators, stopped)

    def _recorded(self, answer: Answer) -> Answer:
        """Count, log and return an answer."""
        self.attempts += answer.attempts
        _log_answer(answer)
        self._progress(self._done, self._total)
        return answer

    def _send(
        self,
        wire: Wire,
        host: Host,
        request: Request,
        validators: Validators | None,
        stopped: threading.Event,
    ) -> Answer:
        """Send a request, with retries, and return its outcome."""
        import tenacity

        attempts = 0

        def attempt() -> Exchange:
            nonlocal attempts
            host.wait_for_turn(stopped)
            attempts += 1
            return _checked(wire.exchange(request, validators), request)

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type((Retryable, _Doubted)),
            wait=lambda state: self._wait(state, host),
            stop=lambda state: self._is_last_attempt(state, host),
            before_sleep=partial(_log_retry, request),
            sleep=partial(self._clock.pause, stopped),
            reraise=True,
        )
        try:
            exchange, doubt = retrying(attempt), ""
        except _Doubted as error:
            exchange, doubt = error.exchange, str(error)
        except GivenUp as error:
            return Failed(request, str(error), attempts)
        except Refused as error:
            host.record(success=error.missing)
            return Failed(request, str(error), attempts, missing=error.missing)
        except Retryable as error:
            host.record(success=False)
            return Failed(request, f"{error} ({attempts} attempts)", attempts)
        host.record(success=True)
        if exchange.unchanged:
            return Unchanged(request, attempts)
        payload = exchange.payload(request, self.now())
        return Fetched(request, payload, exchange.headers, attempts, doubt, exchange.notice)

    def _wait(self, state: RetryCallState, host: Host) -> float:
        """Return the seconds before the next attempt: as the host requested, or else a backoff."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, Retryable) and error.after is not None:
            host.pause(min(error.after, MAX_RETRY_AFTER))
            return error.after
        return backoff(self._limits, state.attempt_number)

    def _is_last_attempt(self, state: RetryCallState, host: Host) -> bool:
        """Return whether no further attempt is made."""
        return (
            state.attempt_number >= self._limits.attempts
            or state.upcoming_sleep > MAX_RETRY_AFTER
            or host.exceeds_budget(state.upcoming_sleep)
        )


def _log_retry(request: Request, state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    logger.info(
        "%s: attempt %d failed (%s); retrying in %.1f s",
        request,
        state.attempt_number,
        error,
        state.upcoming_sleep,
    )


def _log_answer(answer: Answer) -> None:
    """Log the outcome of a request; failures are also reported to the user, so not as warnings."""
    request, attempts = answer.request, answer.attempts
    match answer:
        case Fetched(doubt=""):
            size = len(answer.payload.body)
            logger.debug("%s: %d bytes, attempts: %d", request, size, attempts)
        case Fetched():
            logger.info("%s: landed although doubtful: %s", request, answer.doubt)
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
        raise Refused(f"{request.host}: the answer cannot be read: {error}", False) from None
    except Garbled as error:
        raise Retryable(str(error)) from None
    except Doubtful as error:
        raise _Doubted(exchange, str(error)) from None
    return replace(exchange, notice=notice or "")

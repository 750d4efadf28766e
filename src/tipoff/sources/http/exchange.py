"""One HTTP exchange: the response, or an exception for the kind of failure."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from tipoff.kernel.declare.payload import Payload
from tipoff.sources.http.answer import SIMULATED, SIMULATED_HEADER
from tipoff.sources.parsing.limits import MAX_PAYLOAD_BYTES, too_large

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping
    from types import TracebackType

    import httpx

    from tipoff.sources.http.answer import Request, Validators
    from tipoff.sources.http.pace import Limits

RETRYABLE_STATUSES = frozenset({408, 425, 429})
"""Statuses below 500 after which a retry may succeed."""
SECRET = "tipoff_secret"
ENCODINGS = ("gzip", "deflate")
"""Accepted compressions. Only one at a time is accepted: nested ones multiply the size to which a
few bytes can unpack."""
MAX_TIMEOUTS = 10
"""The longest time for a whole answer, in multiples of the timeout for one part of it."""


class Retryable(Exception):
    """An attempt failed in a way that a retry may cure."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after
        """The seconds to wait that the host requested; None if it requested nothing."""


class Refused(Exception):
    """An attempt failed in a way that a retry will not cure."""

    def __init__(self, message: str, missing: bool) -> None:
        super().__init__(message)
        self.missing = missing


@dataclass(frozen=True)
class Exchange:
    """A response, or confirmation that the landed answer is unchanged."""

    body: bytes
    headers: Mapping[str, str]
    unchanged: bool
    notice: str = ""

    def payload(self, request: Request, fetched_at: datetime) -> Payload:
        """Return the payload to land; its origin is the URL without query or secrets.

        An answer of a simulated league has the simulated source, whatever the request's source is.
        """
        source = SIMULATED if SIMULATED_HEADER in self.headers else request.source
        return Payload(
            source, request.resource, request.parameters, self.body, fetched_at, request.url
        )


class Wire:
    """One HTTP client for a batch of requests; safe to share among threads."""

    def __init__(self, limits: Limits) -> None:
        import httpx

        self._limits = limits
        pool = httpx.Limits(max_connections=limits.concurrency)
        direct = httpx.HTTPTransport(verify=_ssl_context(), proxy=limits.proxy, limits=pool)
        self._client = httpx.Client(
            transport=_adding_secrets(direct),
            timeout=limits.timeout,
            headers={"Accept-Encoding": ", ".join(ENCODINGS)},
            trust_env=False,
        )

    def exchange(self, request: Request, validators: Validators | None) -> Exchange:
        """Send a request once.

        Raises:
            Retryable: the answer was incomplete, or its status allows a retry.
            Refused: the answer's status makes a retry pointless.
        """
        import httpx

        headers = {**request.headers, **(validators.headers() if validators else {})}
        extensions = {SECRET: dict(request.secret)}
        query = dict(request.query)
        try:
            with self._client.stream(
                "GET", request.url, params=query, headers=headers, extensions=extensions
            ) as response:
                self._refuse_failure(response, request)
                unchanged = response.status_code == HTTPStatus.NOT_MODIFIED
                return Exchange(self._body(response, request), dict(response.headers), unchanged)
        except httpx.TimeoutException:
            raise Retryable(f"no answer within {self._limits.timeout:g} s") from None
        except httpx.RequestError as error:
            raise Retryable(f"{request.host}: {error or type(error).__name__}") from None

    def _body(self, response: httpx.Response, request: Request) -> bytes:
        """Return the body, decompressed while it arrives, up to the size limit of a payload.

        Raises:
            Refused: it is too large, takes too long, or has a compression that is not accepted.
        """
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", *ENCODINGS):
            raise Refused(f"{request.host} answered in the encoding {encoding!r}", missing=False)
        max_seconds = MAX_TIMEOUTS * self._limits.timeout
        deadline = time.monotonic() + max_seconds
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > MAX_PAYLOAD_BYTES:
                raise Refused(f"{request.host}'s answer is refused: {too_large()}", missing=False)
            if time.monotonic() > deadline:
                raise Refused(
                    f"no whole answer of {request.host} in {max_seconds:g} s", missing=False
                )
        return bytes(body)

    def _refuse_failure(self, response: httpx.Response, request: Request) -> None:
        status = response.status_code
        if status in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            return
        reason = f"{request.host} answered {status} {response.reason_phrase}".rstrip()
        if status in RETRYABLE_STATUSES or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Retryable(reason, _seconds(response.headers.get("retry-after")))
        raise Refused(reason, status in request.missing)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()


@cache
def _ssl_context() -> ssl.SSLContext:
    """Return the TLS context, cached: loading the certificates takes longer than most answers."""
    import httpx

    return httpx.create_ssl_context()


def _adding_secrets(inner: httpx.BaseTransport) -> httpx.BaseTransport:
    """Return a transport that adds secrets to the URL below any code that logs or shows it."""
    import httpx

    class AddingSecrets(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            secret = request.extensions.get(SECRET)
            if not secret:
                return inner.handle_request(request)
            url = request.url.copy_merge_params(secret)
            with_secrets = httpx.Request(
                request.method,
                url,
                headers=request.headers,
                stream=request.stream,
                extensions=request.extensions,
            )
            return inner.handle_request(with_secrets)

        def close(self) -> None:
            inner.close()

    return AddingSecrets()


def _seconds(retry_after: str | None) -> float | None:
    """Parse Retry-After, which is a number of seconds or a date, into seconds."""
    if retry_after is None:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds())

"""One exchange over HTTP: what came back, or which kind of failure it was."""

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

AGAIN = frozenset({408, 425, 429})
"""Statuses below 500 that a later attempt may cure."""
SECRET = "tipoff_secret"
ENCODINGS = ("gzip", "deflate")
"""Compressions that are asked for, and understood one at a time: several laid over each other
multiply how far a few bytes unpack."""
WHOLE_ANSWER = 10
"""How many times the timeout for one part of an answer the whole of it may take."""


class Retryable(Exception):
    """An attempt failed in a way that another may cure."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after
        """The seconds for which the host asks to be left alone; None if it does not."""


class Refused(Exception):
    """An attempt failed in a way that asking again will not cure."""

    def __init__(self, message: str, missing: bool) -> None:
        super().__init__(message)
        self.missing = missing


@dataclass(frozen=True)
class Exchange:
    """What came back."""

    body: bytes
    headers: Mapping[str, str]
    unchanged: bool
    notice: str = ""

    def payload(self, request: Request, fetched_at: datetime) -> Payload:
        """Return the answer as it is landed: its origin is the URL without query or secrets.

        An answer of a simulated league has the league as its source, whatever was asked for.
        """
        source = SIMULATED if SIMULATED_HEADER in self.headers else request.source
        return Payload(
            source, request.resource, request.parameters, self.body, fetched_at, request.url
        )


class Wire:
    """One HTTP client, for as long as a batch of requests takes; safe to share among threads."""

    def __init__(self, limits: Limits) -> None:
        import httpx

        self._limits = limits
        pool = httpx.Limits(max_connections=limits.concurrency)
        direct = httpx.HTTPTransport(verify=_trusted(), proxy=limits.proxy, limits=pool)
        self._client = httpx.Client(
            transport=_adding_secrets(direct),
            timeout=limits.timeout,
            headers={"Accept-Encoding": ", ".join(ENCODINGS)},
            trust_env=False,
        )

    def exchange(self, request: Request, validators: Validators | None) -> Exchange:
        """Send a request once.

        Raises:
            Retryable: no whole answer came, or one that says to ask again.
            Refused: the answer says that asking again is of no use.
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
        """Return the body, unpacked as it arrives; no more of it is read than a payload may have.

        Raises:
            Refused: it is too large, takes too long, or is compressed in a way not asked for.
        """
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", *ENCODINGS):
            raise Refused(f"{request.host} answered in the encoding {encoding!r}", missing=False)
        longest = WHOLE_ANSWER * self._limits.timeout
        deadline = time.monotonic() + longest
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > MAX_PAYLOAD_BYTES:
                raise Refused(f"{request.host}'s answer is refused: {too_large()}", missing=False)
            if time.monotonic() > deadline:
                raise Refused(f"no whole answer of {request.host} in {longest:g} s", missing=False)
        return bytes(body)

    def _refuse_failure(self, response: httpx.Response, request: Request) -> None:
        status = response.status_code
        if status in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            return
        reason = f"{request.host} answered {status} {response.reason_phrase}".rstrip()
        if status in AGAIN or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
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
def _trusted() -> ssl.SSLContext:
    """Return the trusted authorities; reading them takes longer than most answers."""
    import httpx

    return httpx.create_ssl_context()


def _adding_secrets(inner: httpx.BaseTransport) -> httpx.BaseTransport:
    """Return a transport that adds secrets below everything that logs or shows a URL."""
    import httpx

    class AddingSecrets(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            secret = request.extensions.get(SECRET)
            if not secret:
                return inner.handle_request(request)
            url = request.url.copy_merge_params(secret)
            sent = httpx.Request(
                request.method,
                url,
                headers=request.headers,
                stream=request.stream,
                extensions=request.extensions,
            )
            return inner.handle_request(sent)

        def close(self) -> None:
            inner.close()

    return AddingSecrets()


def _seconds(retry_after: str | None) -> float | None:
    """Return Retry-After in seconds: it is written as a number or as a date."""
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

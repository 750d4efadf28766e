"""One exchange over HTTP: what came back, or which kind of failure it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from tipoff.kernel.declare.payload import Payload
from tipoff.sources.http.answer import SIMULATED, SIMULATED_HEADER

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
        try:
            response = self._client.get(
                request.url, params=dict(request.query), headers=headers, extensions=extensions
            )
        except httpx.TimeoutException:
            raise Retryable(f"no answer within {self._limits.timeout:g} s") from None
        except httpx.RequestError as error:
            raise Retryable(f"{request.host}: {error or type(error).__name__}") from None
        self._refuse_failure(response, request)
        unchanged = response.status_code == HTTPStatus.NOT_MODIFIED
        return Exchange(response.content, dict(response.headers), unchanged)

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

"""The HTTP server of the simulated services, on loopback."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import struct
import threading
import time as clock
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import EASTERN
from tipoff.kernel.errors import UsageError
from tipoff.simulation.service.faults import ALTERED, Faults
from tipoff.simulation.service.injuries import InjuryReportService
from tipoff.simulation.service.nba import NbaLineups, NbaLiveFeed, NbaService, NbaStaticData
from tipoff.simulation.service.odds import OddsService
from tipoff.sources.http import SIMULATED_HEADER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from tipoff.simulation.service.archive import Archive, Service, ServiceAnswer
    from tipoff.simulation.service.situations import Situation

LOOPBACK = "127.0.0.1"
MORNING = time(10)
"""US Eastern: expected lineups are published by then, and no game has begun."""
SERVICES = (NbaService, NbaLiveFeed, NbaStaticData, NbaLineups, OddsService, InjuryReportService)
TICK = 0.1
"""Seconds between a delayed answer's checks whether the server is stopping."""
ERROR_PAGE = b"<!DOCTYPE html><html><body><h1>Service unavailable</h1></body></html>"


class Replay:
    """A server of all services, with faults and situations, that counts requests."""

    def __init__(
        self,
        archive: Archive,
        faults: Faults | None = None,
        until: date | datetime | None = None,
        situations: Sequence[Situation] = (),
    ) -> None:
        """Serve an archive.

        Args:
            archive: the payloads to serve.
            faults: the faults of answers; None for no faults.
            until: the current time of the services; a date means its morning, US Eastern. None
                serves everything in the archive.
            situations: events such as a postponed game.

        Raises:
            UsageError: starlette or uvicorn is not installed.
        """
        try:
            import starlette  # noqa: F401
            import uvicorn  # noqa: F401
        except ImportError:
            raise UsageError("a replay needs more libraries: pip install 'tipoff[serve]'") from None
        self.faults = faults or Faults()
        self.until = until
        """The current time of the services; it may be changed while they are served."""
        self.request_counts: Counter[str] = Counter()
        """Number of requests by path with query."""
        self._situations = situations
        self._is_simulated = archive.is_simulated
        self._services: list[Service] = [service(archive) for service in SERVICES]
        self._server: Any = None

    @property
    def app(self) -> ASGIApp:
        """Return the ASGI application."""
        from starlette.applications import Starlette
        from starlette.routing import Route

        return Starlette(routes=[Route("/{path:path}", self._respond)])

    def serve(self, listening: socket.socket) -> None:
        """Serve until ``stop`` is called."""
        import uvicorn

        config = uvicorn.Config(
            self.app, http="h11", ws="none", lifespan="off", access_log=False, log_level="warning"
        )
        self._server = uvicorn.Server(config)
        self._server.run(sockets=[listening])

    def stop(self) -> None:
        """Stop serving."""
        self._server.should_exit = True

    @property
    def started(self) -> bool:
        """Return whether the server has started."""
        return self._server is not None and self._server.started

    async def _respond(self, request: Request) -> Any:
        target = f"{request.url.path}?{request.url.query}"
        self.request_counts[target] += 1
        faults = self.faults.drawn(target)
        await self._wait(self._delay(faults))
        return self._faulty(faults) or self._answer(request, faults)

    async def _wait(self, seconds: float) -> None:
        """Wait, but no longer once the server is stopping."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while (left := until - loop.time()) > 0 and not self._server.should_exit:
            await asyncio.sleep(min(left, TICK))

    def _delay(self, faults: list[str]) -> float:
        """Return the delay of an answer in seconds."""
        slow = self.faults.slowness * ("slow" in faults)
        return self.faults.latency + slow + self.faults.hanging * ("hanging" in faults)

    def _faulty(self, faults: list[str]) -> Any:
        """Return the response that replaces the answer; None if no fault does."""
        from starlette.responses import Response

        if "reset" in faults:
            return _Broken(self, b"")
        if "busy" in faults:
            return Response(b"", 429, headers={"Retry-After": str(self.faults.retry_after)})
        if "blocked" in faults:
            return Response(ERROR_PAGE, 403, media_type="text/html")
        if "broken" in faults:
            return Response(ERROR_PAGE, 503, media_type="text/html")
        if "html" in faults:
            return Response(ERROR_PAGE, media_type="text/html")
        return None

    def _answer(self, request: Request, faults: list[str]) -> Any:
        from starlette.responses import Response

        answer = self._answer_of(request)
        if answer is None:
            return Response(b'{"Message":"not answer"}', 404, media_type="application/json")
        body = answer.body
        for kind in faults:
            body = ALTERED[kind](body) if kind in ALTERED else body
        if "truncated" in faults:
            return _Broken(self, body)
        return self._conditional(request, body, answer)

    def _answer_of(self, request: Request) -> ServiceAnswer | None:
        """Return the answer of the path's service, altered by the situations."""
        path, now = request.url.path, self._now
        for service in self._services:
            if path.startswith(service.prefix):
                query = dict(request.query_params)
                answer = service.answer(path.removeprefix(service.prefix), query, now)
                if answer is None or now is None:
                    return answer
                body = answer.body
                for situation in self._situations:
                    body = situation.alter(path, body, now)
                return replace(answer, body=body)
        return None

    @property
    def _now(self) -> datetime | None:
        if self.until is None or isinstance(self.until, datetime):
            return self.until
        return datetime.combine(self.until, MORNING, EASTERN).astimezone(UTC)

    def _conditional(self, request: Request, body: bytes, answer: ServiceAnswer) -> Response:
        """Return the answer, or 304 if the client has it already."""
        from starlette.responses import Response

        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {**answer.headers, "ETag": etag}
        if self._is_simulated:
            headers[SIMULATED_HEADER] = "1"
        if request.headers.get("if-none-match") == etag:
            return Response(b"", 304, headers=headers)
        return Response(body, media_type=answer.media_type, headers=headers)

    def drop(self, client: Any, rudely: bool) -> None:
        """Close a client's connection: by TCP reset if ``rudely``, otherwise after sent data."""
        for connection in self._server.server_state.connections:
            if connection.client == tuple(client):
                if rudely:
                    linger = struct.pack("ii", 1, 0)
                    peer = connection.transport.get_extra_info("socket")
                    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    connection.transport.abort()
                else:
                    connection.transport.close()


class _Broken:
    """A response that sends half of the body, or nothing, and closes the connection."""

    def __init__(self, replay: Replay, body: bytes) -> None:
        self._replay = replay
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._body:
            length = str(len(self._body)).encode()
            headers = [(b"content-type", b"application/json"), (b"content-length", length)]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            half = self._body[: len(self._body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
        self._replay.drop(scope["client"], rudely=not self._body)
        while (await receive())["type"] != "http.disconnect":
            pass


def listen(port: int = 0) -> socket.socket:
    """Open a socket on loopback; port 0 chooses a free port.

    Raises:
        UsageError: the port is in use.
    """
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        raise UsageError(f"port {port}: {error.strerror}") from None


@contextmanager
def serving(replay: Replay) -> Iterator[str]:
    """Serve in the background, and yield the base URL."""
    with listen() as listening:
        thread = threading.Thread(target=replay.serve, args=(listening,), daemon=True)
        thread.start()
        while not replay.started:
            clock.sleep(0.005)
        yield f"http://{LOOPBACK}:{listening.getsockname()[1]}"
        replay.stop()
        thread.join()

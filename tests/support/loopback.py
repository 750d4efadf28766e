"""A web server on loopback with scripted answers and failures, over real HTTP."""

from __future__ import annotations

import socket
import struct
import threading
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Reply:
    """One answer; ``fault`` is "reset" (no answer) or "cut" (half of the body)."""

    body: bytes = b"{}"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


@dataclass
class Loopback:
    """The scripted replies of a server by path, and the requests it got."""

    url: str = ""
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    """Replies by path, given in order; the last one is repeated."""
    received: dict[str, list[tuple[str, dict[str, str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Queries and headers of the requests, by path and in order."""
    busiest: int = 0
    """Maximum number of concurrent requests."""

    def count(self) -> int:
        """Return the number of requests."""
        return sum(len(queries) for queries in self.received.values())


@contextmanager
def loopback(replies: dict[str, list[Reply]] | None = None) -> Iterator[Loopback]:
    """Serve inside the context."""
    server_state = Loopback(replies=replies or {})
    lock = threading.Lock()
    under_way: set[int] = set()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16  # one packet per answer: several would wait for the kernel

        def do_GET(self) -> None:
            target = urlsplit(self.path)
            with lock:
                under_way.add(id(self))
                server_state.busiest = max(server_state.busiest, len(under_way))
                headers = {name.lower(): value for name, value in self.headers.items()}
                server_state.received[target.path].append((target.query, headers))
                turns = server_state.replies.get(target.path, [Reply(status=404)])
                reply = turns.pop(0) if len(turns) > 1 else turns[0]
            self._reply(reply)
            with lock:
                under_way.discard(id(self))

        def _reply(self, reply: Reply) -> None:
            if reply.fault == "reset":
                linger = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.connection.close()
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            cut = len(reply.body) // 2 if reply.fault == "cut" else len(reply.body)
            self.wfile.write(reply.body[:cut])
            self.close_connection = reply.fault == "cut"

        def log_message(self, *args: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server_state.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server_state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""A web server on loopback that answers as it is told: real HTTP, and every way it can fail."""

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
    """What the server is to say, path by path, and what it was asked."""

    url: str = ""
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    """Given in turn, the last of them for ever."""
    asked: dict[str, list[tuple[str, dict[str, str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """For each path: the queries and headers, in turn."""
    busiest: int = 0
    """The most requests that were under way at once."""

    def count(self) -> int:
        """How many requests came in."""
        return sum(len(queries) for queries in self.asked.values())


@contextmanager
def loopback(replies: dict[str, list[Reply]] | None = None) -> Iterator[Loopback]:
    """Serve, while inside."""
    said = Loopback(replies=replies or {})
    lock = threading.Lock()
    under_way: set[int] = set()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16  # one packet an answer, or each would wait for the kernel

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            with lock:
                under_way.add(id(self))
                said.busiest = max(said.busiest, len(under_way))
                headers = {name.lower(): value for name, value in self.headers.items()}
                said.asked[asked.path].append((asked.query, headers))
                turns = said.replies.get(asked.path, [Reply(status=404)])
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
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    said.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield said
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

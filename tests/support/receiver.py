"""A receiver of alerts on loopback that records messages and answers with a chosen status."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Receiver:
    """The received messages and pings, and the status to answer with."""

    port: int = 0
    status: int = 200
    messages: list[dict[str, Any]] = field(default_factory=list)
    """Posted bodies, in order."""
    pings: int = 0
    """Number of GET requests."""

    def address(self, secret: str = "token") -> str:
        """Return the channel's address for Apprise, with a secret in it."""
        return f"json://user:{secret}@127.0.0.1:{self.port}/hook"

    @property
    def titles(self) -> list[str]:
        """Return the titles of the messages."""
        return [message["title"] for message in self.messages]


@contextmanager
def receiver(status: int = 200) -> Iterator[Receiver]:
    """Receive inside the context."""
    kept = Receiver(status=status)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if kept.status < 400:
                kept.messages.append(json.loads(body))
            self._answer()

        def do_GET(self) -> None:
            kept.pings += 1
            self._answer()

        def _answer(self) -> None:
            self.send_response(kept.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""An S3 server on loopback that refuses, delays and truncates uploads on demand."""

from __future__ import annotations

import io
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SLOW_DOWN = (
    b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"
)


@dataclass
class S3Server:
    """A running server, and the faults of coming requests."""

    app: Callable[..., Iterable[bytes]]
    every: int = 0
    """Every n-th request is answered with 503; none if 0."""
    torn: int = 0
    """Number of coming uploads that lose the second half of their body."""
    delay: float = 0.0
    """Seconds that an upload takes."""
    refused: int = 0
    port: int = 0
    _requests: Iterator[int] = field(default_factory=lambda: count(1))
    _buckets: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def environment(self) -> dict[str, str]:
        """Return environment variables that point the S3 client to this server."""
        return {
            "AWS_ACCESS_KEY_ID": "any",
            "AWS_SECRET_ACCESS_KEY": "any",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_REQUEST_CHECKSUM_CALCULATION": "when_required",
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def bucket(self) -> str:
        """Make a bucket, and return the URL of a home in it."""
        import s3fs

        name = f"homes-{next(self._buckets)}"
        s3fs.S3FileSystem().mkdir(name)
        return f"s3://{name}/home"

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request, or refuse it."""
        if self.every and next(self._requests) % self.every == 0:
            self.refused += 1
            start_response("503 Slow Down", [("Content-Type", "application/xml")])
            return [SLOW_DOWN]
        if environ["REQUEST_METHOD"] == "PUT":
            time.sleep(self.delay)
            if self.torn and int(environ.get("CONTENT_LENGTH") or 0) > 1:
                self.torn -= 1
                _tear(environ)
        return self.app(environ, start_response)


def _tear(environ: dict[str, Any]) -> None:
    """Drop the second half of a request's body."""
    length = int(environ["CONTENT_LENGTH"])
    body = environ["wsgi.input"].read(length)[: length // 2]
    environ["wsgi.input"], environ["CONTENT_LENGTH"] = io.BytesIO(body), str(len(body))


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """Serve S3 on loopback inside the context."""
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):  # type: ignore[misc]
        def log(self, *_: object, **__: object) -> None:
            """Log nothing."""

    state = S3Server(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, state, threaded=True, request_handler=Quiet)
    state.port = server.server_port
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

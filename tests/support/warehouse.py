"""A simulated BigQuery on loopback that answers in the documented form and records requests."""

from __future__ import annotations

import io
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

TOKEN = "ya29.secret"
JOB = {"projectId": "games", "jobId": "job_1", "location": "US"}


@dataclass
class Warehouse:
    """The recorded requests, and scripted answers by path."""

    url: str = ""
    tables: dict[str, pa.Table] = field(default_factory=dict)
    queries: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=dict)
    """Answers by path without query, given in order before the usual answer."""
    requested_paths: list[str] = field(default_factory=list)

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, Any]]:
        """Return status and body of the answer to a request."""
        self.requested_paths.append(path)
        place = path.split("?", maxsplit=1)[0]
        if headers.get("authorization") != f"Bearer {TOKEN}":
            return 401, {"error": {"code": 401, "message": "Request had invalid credentials."}}
        if self.answers.get(place):
            return self.answers[place].pop(0)
        if place.startswith("/upload/"):
            return 200, self._loaded(headers["content-type"], body)
        configuration = json.loads(body)["configuration"]
        self.queries.append(configuration)
        read = 100 * len(configuration["query"]["query"])
        status = {"state": "DONE"}
        return 200, {"statistics": {"totalBytesProcessed": str(read)}, "status": status}

    def _loaded(self, kind: str, body: bytes) -> dict[str, Any]:
        mark = b"--" + kind.partition("boundary=")[2].encode()
        _, stated, rows, end = body.split(mark)
        assert end == b"--\r\n"
        load = json.loads(stated.partition(b"\r\n\r\n")[2])["configuration"]["load"]
        assert load["sourceFormat"] == "PARQUET"
        parquet = rows.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")
        self.tables[load["destinationTable"]["tableId"]] = pq.read_table(io.BytesIO(parquet))
        return {"jobReference": JOB, "status": {"state": "DONE"}}


@contextmanager
def warehouse() -> Iterator[Warehouse]:
    """Serve inside the context."""
    kept = Warehouse()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self._reply(self.rfile.read(int(self.headers["Content-Length"])))

        def do_GET(self) -> None:
            self._reply(b"")

        def _reply(self, body: bytes) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, answer = kept.answer(self.path, headers, body)
            written = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        def log_message(self, *args: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

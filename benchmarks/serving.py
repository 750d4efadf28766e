"""Load-test ``tipoff serve``: ``python -m benchmarks.serving HOME [CLIENTS [SECONDS]]``.

Each client keeps one connection on loopback and requests one document after another, with a pause
of half a second after each answer, like a reader who looks around. Every other request has the ETag
of the client's copy. Prints the number of answers and errors, and latencies in milliseconds, as
JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.measure import BIN

PATHS = ("index.json", "today.json", "prices.json", "performance.json", "index.html")
PAUSE_SECONDS = 0.5


@dataclass
class Responses:
    """The latencies and errors of all clients."""

    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def client(port: int, until: float, responses: Responses) -> None:
    """Send requests until a time on the monotonic clock."""
    chance, tags = random.Random(), dict.fromkeys(PATHS, "")
    await asyncio.sleep(chance.random() * PAUSE_SECONDS)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in count():
        if time.monotonic() >= until:
            break
        path = chance.choice(PATHS)
        started = time.perf_counter()
        status, tags[path] = await _ask(reader, writer, path, tags[path] if number % 2 else "")
        responses.milliseconds.append((time.perf_counter() - started) * 1000)
        if status not in (200, 304):
            responses.errors.append(f"{path}: {status}")
        await asyncio.sleep(PAUSE_SECONDS)
    writer.close()


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, tag: str
) -> tuple[int, str]:
    """Request a document, and return status and ETag of the answer after reading it all."""
    condition = f"If-None-Match: {tag}\r\n" if tag else ""
    request = f"GET /{path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n{condition}\r\n"
    writer.write(request.encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in head[1:] if ": " in line)}
    await reader.readexactly(int(headers.get("content-length", 0)))
    return int(head[0].split()[1]), headers.get("etag", "")


async def _clients(port: int, clients: int, seconds: float) -> Responses:
    responses, until = Responses(), time.monotonic() + seconds
    ended = await asyncio.gather(
        *(client(port, until, responses) for _ in range(clients)), return_exceptions=True
    )
    responses.errors += [repr(each) for each in ended if each is not None]
    return responses


def _listening(port: int) -> None:
    for _ in range(600):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("tipoff serve did not start in a minute")


def main(home: Path, clients: int = 200, seconds: float = 30.0) -> int:
    """Serve a home to many clients and print answers, errors and latencies."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(BIN / "python"), "-m", "tipoff", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, env=os.environ | {"TIPOFF_HOME": str(home)}, stdout=subprocess.DEVNULL
    )
    try:
        _listening(port)
        responses = asyncio.run(_clients(port, clients, seconds))
    finally:
        server.terminate()
        server.wait()
    ordered = sorted(responses.milliseconds)
    p50, p99 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.99))
    totals = {"answers": len(ordered), "errors": len(responses.errors), "p50": p50, "p99": p99}
    sys.stdout.write(json.dumps({**totals, "such_as": responses.errors[:3]}))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))

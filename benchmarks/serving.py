"""``tipoff serve`` under many readers: ``python -m benchmarks.serving HOME [CLIENTS [SECONDS]]``.

Each client keeps one connection on loopback and asks for one document after the other, with half a
second between an answer and the next question, as a reader who looks around; every other question
states the tag of the copy that the client has. Prints how many were answered, how many of them
wrongly, and the latencies in milliseconds as JSON.
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
class Told:
    """What all clients saw."""

    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def client(port: int, until: float, told: Told) -> None:
    """Ask until a time on the monotonic clock."""
    chance, tags = random.Random(), dict.fromkeys(PATHS, "")
    await asyncio.sleep(chance.random() * PAUSE_SECONDS)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in count():
        if time.monotonic() >= until:
            break
        path = chance.choice(PATHS)
        started = time.perf_counter()
        status, tags[path] = await _ask(reader, writer, path, tags[path] if number % 2 else "")
        told.milliseconds.append((time.perf_counter() - started) * 1000)
        if status not in (200, 304):
            told.errors.append(f"{path}: {status}")
        await asyncio.sleep(PAUSE_SECONDS)
    writer.close()


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, tag: str
) -> tuple[int, str]:
    """Ask for a document and return the status and the tag of the answer, read to its end."""
    stated = f"If-None-Match: {tag}\r\n" if tag else ""
    asked = f"GET /{path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n{stated}\r\n"
    writer.write(asked.encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in head[1:] if ": " in line)}
    await reader.readexactly(int(headers.get("content-length", 0)))
    return int(head[0].split()[1]), headers.get("etag", "")


async def _clients(port: int, clients: int, seconds: float) -> Told:
    told, until = Told(), time.monotonic() + seconds
    ended = await asyncio.gather(
        *(client(port, until, told) for _ in range(clients)), return_exceptions=True
    )
    told.errors += [repr(each) for each in ended if each is not None]
    return told


def _listening(port: int) -> None:
    for _ in range(600):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("tipoff serve did not start in a minute")


def main(home: Path, clients: int = 200, seconds: float = 30.0) -> int:
    """Serve a home to many clients and print what they saw."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(BIN / "python"), "-m", "tipoff", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, env=os.environ | {"TIPOFF_HOME": str(home)}, stdout=subprocess.DEVNULL
    )
    try:
        _listening(port)
        told = asyncio.run(_clients(port, clients, seconds))
    finally:
        server.terminate()
        server.wait()
    ordered = sorted(told.milliseconds)
    p50, p99 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.99))
    found = {"answers": len(ordered), "errors": len(told.errors), "p50": p50, "p99": p99}
    sys.stdout.write(json.dumps({**found, "such_as": told.errors[:3]}))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))

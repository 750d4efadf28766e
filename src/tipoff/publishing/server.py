"""A read-only server of the current release: the site, its documents and a description of both."""

from __future__ import annotations

import gzip
import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tipoff import __version__
from tipoff.publishing.manifest import MANIFEST
from tipoff.publishing.release import CURRENT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from uvicorn import Config

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
    ".gz": "application/gzip",
}
"""What is served, by the end of its name; nothing else is."""
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
MAX_PATH = 200
HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""``no-cache`` lets a copy be kept, and asks whether it is still the current one."""
NEVER_CHANGED = re.compile(r"app/[0-9a-f]{16}/")
"""Where a path begins that names its content, of which a browser need not ask again."""
YEAR_SECONDS = 31_536_000
MIN_COMPRESSED = 1_024
KEEP_ALIVE_SECONDS = 60
"""How long an idle connection is kept: longer than the site waits to ask again."""
FILES_HELD = 256
"""How many files are held in memory, compressed too."""
MISSING = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
"""By which the operating system says that there is no such file."""
RETRY = {"Retry-After": "10"}
logger = logging.getLogger(__name__)


def configured(published: Path) -> Config:
    """Return how a directory of releases is served by uvicorn."""
    from uvicorn import Config

    return Config(
        server(published),
        http="h11",
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )


def server(published: Path) -> Starlette:
    """Return the application that serves a directory of releases.

    ``/`` is the site. ``/api`` is its description (OpenAPI), ``/api/PATH`` a document. Every answer
    has an entity tag: a reader that states it is told that nothing changed. A path that is no
    plain name is answered with 400, one that the release does not hold with 404, and one
    that cannot be read, as where the machine has no more memory or open files, with 503.
    """
    from starlette.applications import Starlette
    from starlette.routing import Route

    async def described(request: Request) -> Response:
        from starlette.responses import JSONResponse

        return JSONResponse(openapi(), headers=HEADERS)

    return Starlette(
        routes=[
            Route("/api", described, methods=["GET"]),
            Route("/api/{path:path}", _file(published), methods=["GET"]),
            Route("/{path:path}", _file(published), methods=["GET"]),
        ]
    )


def _file(published: Path) -> Callable[[Request], Awaitable[Response]]:
    """Return the handler that answers with a file of the current release."""

    async def handler(request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        path = request.path_params["path"] or "index.html"
        return await run_in_threadpool(_answer, published, path, request.headers)

    return handler


def _answer(published: Path, path: str, asked: Any) -> Response:
    from starlette.responses import PlainTextResponse, Response

    if len(path) > MAX_PATH or not NAME.fullmatch(path) or ".." in path:
        return PlainTextResponse("no such name\n", 400, headers=HEADERS)
    suffix = path[path.rfind(".") :] if "." in path else ""
    try:
        if path == MANIFEST or suffix not in TYPES:
            raise FileNotFoundError
        file = (published / CURRENT).resolve() / path  # the link is followed once
        stated = file.stat()
        held = _held(file, stated.st_mtime_ns, stated.st_size)
    except MISSING:
        return PlainTextResponse("not published\n", 404, headers=HEADERS)
    except OSError as error:
        logger.warning("%s cannot be read: %s", path, error)
        return PlainTextResponse("not readable now\n", 503, headers=HEADERS | RETRY)
    headers = {**HEADERS, "ETag": held.tag, "Vary": "Accept-Encoding"}
    if NEVER_CHANGED.match(path):
        headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    if held.tag in {each.strip() for each in asked.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers=headers)
    if held.compressed is not None and _takes_gzip(asked.get("accept-encoding", "")):
        packed = {**headers, "Content-Encoding": "gzip"}
        return Response(held.compressed, media_type=TYPES[suffix], headers=packed)
    return Response(held.content, media_type=TYPES[suffix], headers=headers)


def _takes_gzip(accepted: str) -> bool:
    """Return whether a reader takes gzip, by its Accept-Encoding (RFC 9110, 12.5.3).

    Each coding may have a weight, of which 0 stands for: not this one. A ``*`` is of all that are
    not named.
    """
    weights: dict[str, str] = {}
    for each in accepted.lower().split(","):
        coding, _, weight = each.partition(";")
        weights[coding.strip()] = weight.strip().removeprefix("q=")
    weight = weights.get("gzip", weights.get("x-gzip", weights.get("*", "0")))
    return weight == "" or bool(weight.strip("0."))


@dataclass(frozen=True)
class _Held:
    """A file as it is answered with."""

    content: bytes
    compressed: bytes | None
    """None where it is too short to gain."""
    tag: str


@lru_cache(maxsize=FILES_HELD)
def _held(file: Path, modified: int, size: int) -> _Held:
    """Read a file of a release; it is read again only once its time or size is another."""
    content = file.read_bytes()
    compressed = gzip.compress(content, 6, mtime=0) if len(content) >= MIN_COMPRESSED else None
    return _Held(content, compressed, f'W/"{blake2b(content, digest_size=12).hexdigest()}"')


def openapi() -> dict[str, Any]:
    """Return the description of what is served, made from the documents' types."""
    from tipoff.publishing.contracts import CONTRACTS

    schemas: dict[str, Any] = {}
    paths: dict[str, Any] = {}
    for pattern, contract in CONTRACTS.items():
        schema = contract.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= schema.pop("$defs", {})
        schemas[contract.__name__] = schema
        names = re.findall(r"{(\w+)}", pattern)
        paths[f"/api/{pattern}"] = {
            "get": {
                "summary": (contract.__doc__ or "").strip().split("\n")[0],
                "operationId": contract.__name__,
                "parameters": [
                    {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                    for name in names
                ],
                "responses": {
                    "200": {
                        "description": "the document of the current release",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": f"#/components/schemas/{contract.__name__}"}
                            }
                        },
                    },
                    "304": {"description": "not changed since the stated entity tag"},
                    "404": {"description": "not published"},
                    "503": {"description": "cannot be read at the moment"},
                },
            }
        }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tipoff", "version": __version__},
        "paths": paths,
        "components": {"schemas": schemas},
    }

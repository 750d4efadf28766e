"""A read-only HTTP server of the current release: the site, the documents and an OpenAPI file."""

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
"""File name suffix -> media type. Files with other suffixes are not served."""
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
MAX_PATH = 200
HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Headers of every response. ``no-cache`` allows caching but requires revalidation."""
IMMUTABLE = re.compile(r"app/[0-9a-f]{16}/")
"""Prefix of paths that contain a digest of their content and may be cached forever."""
YEAR_SECONDS = 31_536_000
MIN_COMPRESSED = 1_024
KEEP_ALIVE_SECONDS = 60
"""How long an idle connection is kept open: longer than the site's polling interval."""
MAX_CACHED_FILES = 256
"""Number of files kept in memory, each also in compressed form."""
MISSING = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
"""Errors of the operating system that mean that there is no such file."""
RETRY = {"Retry-After": "10"}
logger = logging.getLogger(__name__)


def uvicorn_config(published: Path) -> Config:
    """Return the uvicorn configuration that serves a directory of releases."""
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

    ``/`` is the site, ``/api`` its OpenAPI description and ``/api/PATH`` a document. Responses have
    an entity tag; a request with that tag in ``If-None-Match`` gets 304 while the file is
    unchanged. Errors: 400 for a path that is not a plain file name, 404 for one that the release
    does not have, and 503 for a file that cannot be read, for example if the machine is out of
    memory or open files.
    """
    from starlette.applications import Starlette
    from starlette.routing import Route

    async def description(request: Request) -> Response:
        from starlette.responses import JSONResponse

        return JSONResponse(openapi(), headers=HEADERS)

    return Starlette(
        routes=[
            Route("/api", description, methods=["GET"]),
            Route("/api/{path:path}", _file(published), methods=["GET"]),
            Route("/{path:path}", _file(published), methods=["GET"]),
        ]
    )


def _file(published: Path) -> Callable[[Request], Awaitable[Response]]:
    """Return the handler that serves the files of the current release."""

    async def handler(request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        path = request.path_params["path"] or "index.html"
        return await run_in_threadpool(_response, published, path, request.headers)

    return handler


def _response(published: Path, path: str, request_headers: Any) -> Response:
    from starlette.responses import PlainTextResponse, Response

    if len(path) > MAX_PATH or not NAME.fullmatch(path) or ".." in path:
        return PlainTextResponse("invalid path\n", 400, headers=HEADERS)
    suffix = path[path.rfind(".") :] if "." in path else ""
    try:
        if path == MANIFEST or suffix not in TYPES:
            raise FileNotFoundError
        file = (published / CURRENT).resolve() / path  # resolve the link only once
        status = file.stat()
        body = _read(file, status.st_mtime_ns, status.st_size)
    except MISSING:
        return PlainTextResponse("not published\n", 404, headers=HEADERS)
    except OSError as error:
        logger.warning("%s cannot be read: %s", path, error)
        return PlainTextResponse("not readable now\n", 503, headers=HEADERS | RETRY)
    headers = {**HEADERS, "ETag": body.tag, "Vary": "Accept-Encoding"}
    if IMMUTABLE.match(path):
        headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    if body.tag in {each.strip() for each in request_headers.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers=headers)
    if body.compressed is not None and _accepts_gzip(request_headers.get("accept-encoding", "")):
        gzip_headers = {**headers, "Content-Encoding": "gzip"}
        return Response(body.compressed, media_type=TYPES[suffix], headers=gzip_headers)
    return Response(body.content, media_type=TYPES[suffix], headers=headers)


def _accepts_gzip(accepted: str) -> bool:
    """Return whether a client accepts gzip, by its Accept-Encoding header (RFC 9110, 12.5.3).

    Each coding may have a weight, and weight 0 excludes it. A ``*`` applies to all codings that
    are not listed.
    """
    weights: dict[str, str] = {}
    for each in accepted.lower().split(","):
        coding, _, weight = each.partition(";")
        weights[coding.strip()] = weight.strip().removeprefix("q=")
    weight = weights.get("gzip", weights.get("x-gzip", weights.get("*", "0")))
    return weight == "" or bool(weight.strip("0."))


@dataclass(frozen=True)
class _Body:
    """The content of a served file."""

    content: bytes
    compressed: bytes | None
    """The content compressed with gzip; None if the file is too short to gain from it."""
    tag: str


@lru_cache(maxsize=MAX_CACHED_FILES)
def _read(file: Path, modified: int, size: int) -> _Body:
    """Read a file of a release; it is read again only if its modification time or size changes."""
    content = file.read_bytes()
    compressed = gzip.compress(content, 6, mtime=0) if len(content) >= MIN_COMPRESSED else None
    return _Body(content, compressed, f'W/"{blake2b(content, digest_size=12).hexdigest()}"')


def openapi() -> dict[str, Any]:
    """Return the OpenAPI description of the served documents, made from their contracts."""
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
                    "304": {"description": "unchanged since the given entity tag"},
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

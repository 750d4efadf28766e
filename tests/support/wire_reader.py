"""Helpers that parse a source's response through its stream, and require all rows to be good."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.parse.typed_columns import read_columns, typed

if TYPE_CHECKING:
    from tipoff.kernel.declare.stream import Stream

NOW = datetime(2025, 1, 1, tzinfo=UTC)
SHARED = Path(__file__).parents[3] / "shared"
WIRE = Path(os.environ.get("TIPOFF_RECORDED", SHARED / "recorded")).parent / "wire"


def rows_of(
    stream: Stream, body: bytes, *, resource: str | None = None, **parameters: str
) -> list[dict[str, Any]]:
    """Return the rows of a response; assert that none is bad."""
    payload = payload_of(resource or stream.resource, body, **parameters)
    columns = read_columns(stream, payload)
    rows, bad = typed(stream, columns, [1] * len(columns[stream.key[0]]))
    assert not bad
    return list(rows.to_pylist())


def payload_of(resource: str, body: bytes, **parameters: str) -> Payload:
    """Return the payload of a response."""
    return Payload("test", resource, parameters, body, NOW)


def wire(name: str) -> bytes:
    """Return an original response of a real service; skip the test if it is not available."""
    path = WIRE / name
    if not path.exists():
        pytest.skip(f"no response of the real service at {path}")
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()

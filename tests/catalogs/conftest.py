"""A shop whose catalog is in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.postgresql import Server, server
from support.toy_shop import Shop, shop_graph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server of the tests' own."""
    with server() as running:
        yield running


@pytest.fixture
def shop(tmp_path: Path, postgresql: Server) -> Shop:
    """An empty shop."""
    return Shop(tmp_path, shop_graph(), postgresql.database())

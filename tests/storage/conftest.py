"""Shops on several machines: directories of their own, one catalog, one object storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.flaky_storage import Faults, flaky_storage
from support.postgresql import Server, server
from support.toy_shop import Shop, shop_graph
from tipoff.kernel import objects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server of the tests' own."""
    with server() as running:
        yield running


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> tuple[str, Faults]:
    """The address of an empty storage, and its faults."""
    monkeypatch.setattr(objects, "FIRST_PAUSE", 0.0)
    return flaky_storage()


@pytest.fixture
def machine(
    tmp_path: Path, postgresql: Server, storage: tuple[str, Faults]
) -> Callable[[str], Shop]:
    """Return the same home as a machine of a name has it."""
    catalog = postgresql.database()

    def on(name: str) -> Shop:
        return Shop(tmp_path / name, shop_graph(), catalog, storage_url=storage[0])

    return on

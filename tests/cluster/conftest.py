"""Homes that a Spark cluster of two workers computes; skipped where Spark is not installed."""

from __future__ import annotations

import importlib.util
import shutil
from typing import TYPE_CHECKING

import pytest

from support.children import ENVIRONMENT
from support.postgresql import Server, server
from support.toy_shop import Shop, shop_graph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPARK = ("pyspark", "java")
SOCKETS_OF_PYSPARK = (
    "ignore:Exception ignored in. <socket.socket:pytest.PytestUnraisableExceptionWarning"
)
"""PySpark leaves the sockets that it reads results from to the garbage collector."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what cannot run here, saying what it lacks."""
    for item in items:
        if "tests/cluster/" in item.path.as_posix():
            item.add_marker(pytest.mark.filterwarnings(SOCKETS_OF_PYSPARK))
            missing = _missing(*(("moto", "s3fs") if item.path.stem == "test_s3" else SPARK))
            if missing:
                why = f"no {' and no '.join(missing)}: `make cluster` runs these tests"
                item.add_marker(pytest.mark.skip(reason=why))


def _missing(*names: str) -> list[str]:
    """Return which of some packages and programs are not installed."""
    return [n for n in names if importlib.util.find_spec(n) is None and shutil.which(n) is None]


@pytest.fixture(scope="session")
def master() -> Iterator[str]:
    """The address of a cluster of two workers, each a process with one core and 1,024 MB.

    They find the modules of the tests where this process does.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])
        yield "local-cluster[2,1,1024]"


@pytest.fixture
def cluster_shop(tmp_path: Path, master: str) -> Shop:
    """An empty shop that Spark computes."""
    return Shop(tmp_path / "spark", shop_graph(), engine=master)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server of the tests' own."""
    with server() as running:
        yield running

"""A release published by one machine is shown by all, completely; no stale process changes it."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from support.flaky_storage import Faults, kept
from tipoff.app.ingest import ingest
from tipoff.app.publication import fetch_published, following_published, republish
from tipoff.catalogs import LeaseLost, PostgreSQLCatalog, holding
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.objects import Objects
from tipoff.publishing.kept_releases import KeptReleases
from tipoff.publishing.manifest import MANIFEST
from tipoff.publishing.release import Documents, Publication
from tipoff.sources.manual.settled_names import NameSettlement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.postgresql import Server
    from support.toy_shop import Shop
    from tipoff.kernel.catalog import Catalog


@pytest.fixture
def catalog(postgresql: Server) -> Iterator[Catalog]:
    """A catalog whose lease this process holds."""
    url = postgresql.database()
    PostgreSQLCatalog(url).close()
    with holding(url, 30.0) as lock, closing(PostgreSQLCatalog(url, token=lock.token)) as opened:
        yield opened


@pytest.fixture
def releases(storage: tuple[str, Faults], catalog: Catalog) -> KeptReleases:
    """The releases of a home."""
    return KeptReleases(Objects(storage[0]), catalog)


def _made(**texts: str) -> list[Documents]:
    """Return documents that are made of their own texts."""
    return [
        Documents(
            {f"{n}.txt": t for n, t in texts.items()},
            lambda paths: [(path, texts[path.removesuffix(".txt")]) for path in paths],
        )
    ]


def _shown(place: Path) -> dict[str, Any]:
    return {
        path.name: path.read_text()
        for path in (place / "current").iterdir()
        if path.name != "manifest.json"
    }


def test_every_machine_shows_what_one_published(releases: KeptReleases, tmp_path: Path) -> None:
    one, other = Publication(tmp_path / "one"), Publication(tmp_path / "other")
    assert not releases.pull(other), "nothing is published"
    one.publish(_made(a="1", b="2"))
    releases.push(one)
    assert releases.pull(other)
    assert _shown(tmp_path / "other") == {"a.txt": "1", "b.txt": "2"}
    assert not releases.pull(other)
    assert other.publish(_made(a="1", b="2")) == 0, "the files are known as they came"
    assert other.publish(_made(a="1", b="3")) == 1
    releases.push(other)
    assert releases.pull(one)
    assert _shown(tmp_path / "one") == {"a.txt": "1", "b.txt": "3"}
    assert one.damaged() == []


def test_only_what_the_last_releases_name_is_kept(
    releases: KeptReleases, storage: tuple[str, Faults], tmp_path: Path
) -> None:
    publication = Publication(tmp_path / "one")
    for number in range(5):
        publication.publish(_made(same="it stays", new=f"number {number}"))
        releases.push(publication)
    texts = sorted(text for name, text in kept(storage[0]).items() if "/files/" in name)
    assert texts == [b"it stays", b"number 2", b"number 3", b"number 4"]
    assert len([name for name in kept(storage[0]) if "/releases/" in name]) == 3


def test_a_storage_that_fails_leaves_the_last_release_shown(
    releases: KeptReleases, storage: tuple[str, Faults], tmp_path: Path
) -> None:
    one, other = Publication(tmp_path / "one"), Publication(tmp_path / "other")
    one.publish(_made(a="1"))
    releases.push(one)
    releases.pull(other)
    one.publish(_made(a="2"))
    storage[1].torn = 1_000
    with pytest.raises(TipoffError, match="differs from the file that was sent"):
        releases.push(one)
    storage[1].torn = 0
    assert not releases.pull(other)
    releases.push(one)
    storage[1].refusals = 1_000
    with pytest.raises(TipoffError, match="503"):
        releases.pull(other)
    assert _shown(tmp_path / "other") == {"a.txt": "1"}
    storage[1].refusals = 0
    assert releases.pull(other)
    assert _shown(tmp_path / "other") == {"a.txt": "2"}


def test_a_process_that_lost_its_lease_lets_nobody_show_its_release(
    releases: KeptReleases, tmp_path: Path
) -> None:
    one = Publication(tmp_path / "one")
    one.publish(_made(a="1"))
    releases.push(one)
    one.publish(_made(a="stale"))
    assert isinstance(releases.catalog, PostgreSQLCatalog)
    url = releases.catalog.name
    with closing(PostgreSQLCatalog(url, token=10**6)) as stale, pytest.raises(LeaseLost):
        KeptReleases(releases.objects, stale).push(one)
    other = Publication(tmp_path / "other")
    releases.pull(other)
    assert _shown(tmp_path / "other") == {"a.txt": "1"}


def test_a_home_in_object_storage_is_published_for_all_its_machines(
    machine: Callable[[str], Shop],
) -> None:
    one, other = machine("a").home, machine("b").home
    assert not fetch_published(other)
    ingest(one, NameSettlement("Al Doe", 1, datetime(2025, 1, 1, tzinfo=UTC)))
    assert republish(one) > 0
    assert fetch_published(other)
    assert not fetch_published(other)
    assert republish(other) == 0, "nothing is made that another machine has made"
    (one.published / "current" / "today.json").unlink()
    assert republish(one) > 0, "what was lost is made again"
    manifests = [home.published / "current" / MANIFEST for home in (one, other)]
    with following_published(other, 0.01):
        until = time.monotonic() + 30
        while len({path.read_bytes() for path in manifests}) > 1:
            assert time.monotonic() < until, "the other machine never showed it"
            time.sleep(0.01)

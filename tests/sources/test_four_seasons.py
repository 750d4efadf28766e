"""Four real seasons fetched over HTTP are the four seasons of the recording, table by table."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from conftest import World, build, features_only
from support.nba_service import LIMITS
from tipoff.app.home import Home
from tipoff.app.ingest import ingest_web
from tipoff.simulation.service import Archive, Replay, serving
from tipoff.sources.bulk.recorded import RecordedDirectory
from tipoff.sources.nba.fetch import Endpoints, NbaStats

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload

SEASONS = ("2020-21", "2021-22", "2022-23", "2023-24")


@pytest.mark.chaos
@pytest.mark.recorded
def test_a_cold_bootstrap_is_the_recording(recorded: Path, tmp_path: Path) -> None:
    payloads = list(RecordedDirectory(recorded).payloads())
    fetched, copied = (Home(tmp_path / name, threads=2) for name in ("fetched", "copied"))
    with serving(Replay(Archive(payloads))) as url:
        data = f"{url}/static/json"
        endpoints = Endpoints(f"{url}/stats", f"{data}/liveData", f"{data}/staticData")
        first = _fetch(fetched, endpoints)
        again = _fetch(fetched, endpoints)
    nba = [p for p in payloads if p.source == "nba_stats"]
    assert first == len(nba) + 4, "and one game in each of two seasons has no box, no summary"
    assert again == 4, "which is all that is asked for again"
    _build(fetched, [p for p in payloads if p.source != "nba_stats"])
    _build(copied, payloads)
    assert World(fetched).hashes() == World(copied).hashes()


def _fetch(home: Home, endpoints: Endpoints) -> int:
    """Fetch every season; how many requests that took."""
    sent = 0
    for season in SEASONS:
        started = time.monotonic()
        report = ingest_web(home, NbaStats(season, endpoints), LIMITS)
        assert all("404 Not Found" in failure for failure in report.failures)
        sent += report.requests
        print(
            f"{season}: {report.requests} requests, {report.bytes / 1e6:.0f} MB,"
            f" {time.monotonic() - started:.0f} s"
        )
    return sent


def _build(home: Home, payloads: list[Payload]) -> None:
    started = time.monotonic()
    report = build(home, payloads, features_only())
    print(f"built in {time.monotonic() - started:.0f} s; {report.problems}")

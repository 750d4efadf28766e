"""A service with every kind of fault: in the end, the tables of a run without faults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from conftest import World, build
from support.nba_service import LIMITS, Served, landed, raw_only, served, tiny
from tipoff.app.home import Home
from tipoff.simulation.service import KINDS, Faults

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.payload import Payload

SHARE = 0.1
ROUNDS = 8
FIRST_WEEK, FIRST_FORTNIGHT = date(2024, 11, 3), date(2024, 11, 10)
ELSEWHERE = ("scratched", "impossible", "aged", "alternates", "swapped", "silent")
"""Faults of lineups and of prices, which these tests do not request."""
FOR_GOOD = ("blocked", "hanging")
"""Faults that asking again does not cure, or only after a long wait: tested by themselves."""
WEATHER = [kind for kind in KINDS if kind not in (*ELSEWHERE, *FOR_GOOD)]
HARMLESS = ("slow", "uncorrected", "undecided", "undone", "postponed", "fractional", "extended")
"""Faults that cannot be detected in an answer."""


@dataclass(frozen=True)
class Weathered:
    """The result of fetching a season with the faults of a seed."""

    rounds: int
    requests: int
    failures: int
    differed: bool
    """Whether one more update, without faults, was needed to take a correction in."""


def _hashes(home: Home, graph: Graph) -> dict[str, str]:
    assert build(home, [], graph).problems == []
    return World(home).hashes()


def _weather(
    home: Home, service: Served, seed: int, graph: Graph, expected: dict[str, str]
) -> Weathered:
    """Ingest until nothing is missing; then the tables are those expected, or an update's."""
    service.replay.faults = Faults(dict.fromkeys(WEATHER, SHARE), seed)
    requests = failures = rounds = 0
    exit_code = 1
    while exit_code:
        report = service.ingest(home)
        rounds, requests = rounds + 1, requests + report.requests
        failures, exit_code = failures + len(report.failures), report.exit_code
        assert exit_code == bool(report.failures), "what failed is told"
        assert rounds <= ROUNDS, report.failures
    build(home, [], graph)
    differed = World(home).hashes() != expected
    if differed:
        service.replay.faults = Faults()
        report = service.ingest(home)
        requests, failures = requests + report.requests, failures + len(report.failures)
        assert _hashes(home, graph) == expected
    return Weathered(rounds, requests, failures, differed)


def _run(
    payloads: Sequence[Payload],
    seeds: range,
    graph: Graph,
    where: Path,
    until: date | None = None,
) -> list[tuple[int, Weathered]]:
    calm = Home(where / "calm", threads=1)
    with served(payloads, until=until) as service:
        needed = service.ingest(calm).requests
        expected = _hashes(calm, graph)
        results = []
        for seed in seeds:
            home = Home(where / f"seed{seed}", threads=1)
            done = _weather(home, service, seed, graph, expected)
            assert landed(home).keys() == landed(calm).keys()
            results.append((needed, done))
            print(f"seed {seed}: {done} where {needed} requests are needed")
    return results


def test_every_fault_ends_with_the_tables_of_a_faultless_run(tmp_path: Path) -> None:
    for needed, done in _run(tiny(), range(3), raw_only(), tmp_path, FIRST_FORTNIGHT):
        assert needed < done.requests < 4 * needed


@pytest.mark.chaos
def test_twenty_seeds_of_faults(tmp_path: Path, small_league: list[Payload]) -> None:
    for needed, done in _run(small_league, range(20), raw_only(), tmp_path):
        assert needed < done.requests < 4 * needed


@pytest.mark.parametrize("kind", WEATHER)
def test_each_kind_alone_is_cured_by_asking_again(kind: str, tmp_path: Path) -> None:
    home = Home(tmp_path / "home", threads=1)
    with served(faults=Faults({kind: 0.3}, seed=7, slowness=0.0), until=FIRST_WEEK) as service:
        report = service.ingest(home, replace(LIMITS, attempts=20))
        request_counts = service.replay.request_counts
    assert report.failures == ()
    assert report.requests == request_counts.total()
    assert (request_counts.total() > len(request_counts)) == (kind not in HARMLESS)


def test_a_service_that_blocks_the_client_is_reported_and_costs_nothing_that_is_landed(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "home", threads=1)
    with served(until=FIRST_WEEK) as service:
        service.ingest(home)
        before = landed(home)
        service.replay.faults = Faults({"blocked": 1.0})
        service.replay.until = FIRST_FORTNIGHT
        report = service.ingest(home)
    assert report.exit_code == 1
    assert "answered 403" in report.failures[0]
    assert landed(home) == before


def test_a_service_that_hangs_is_left_after_the_timeout_and_requested_again(tmp_path: Path) -> None:
    home = Home(tmp_path / "home", threads=1)
    with served(faults=Faults({"hanging": 0.05}, seed=2), until=FIRST_WEEK) as service:
        report = service.ingest(home, replace(LIMITS, attempts=20, timeout=4))
    assert report.failures == ()
    assert report.requests > report.landed

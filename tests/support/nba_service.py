"""The services of a small simulated league on loopback, and ingests from them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from tipoff.app.ingest import WebReport, ingest_web
from tipoff.app.pipeline import pipeline
from tipoff.simulation.league import DemoLeague
from tipoff.simulation.service import Archive, Faults, Replay, serving
from tipoff.sources.http import Clock, Limits
from tipoff.sources.nba.fetch import Endpoints, NbaStats, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipoff.app.home import Home
    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.payload import Payload
    from tipoff.simulation.service.situations import Situation

TINY = DemoLeague(date(2025, 1, 15), seasons=1, teams=4)
SEASON = "2024-25"
TICKS = count()
ASKED_FOR = (
    "scheduleleaguev2",
    "leaguegamelog",
    "shotchartdetail",
    "commonteamroster",
    "boxscoretraditionalv3",
    "boxscoresummaryv3",
    "playbyplay",
)
LIMITS = Limits(requests_per_second=1e6, backoff=0.0, timeout=20)


@cache
def tiny() -> tuple[Payload, ...]:
    """Return every payload of a league of four teams."""
    return tuple(TINY.payloads())


@dataclass
class Served:
    """A running service."""

    replay: Replay
    url: str

    def ingest(self, home: Home, limits: Limits = LIMITS, **more: Any) -> WebReport:
        """Ingest the season, at noon of the service's current day."""
        return self.ingest_from(self.url, self.url, home, limits, **more)

    def ingest_from(
        self, stats: str, live: str, home: Home, limits: Limits = LIMITS, **more: Any
    ) -> WebReport:
        """Ingest the season from two hosts."""
        today = self.replay.until or TINY.through
        noon = datetime.combine(today, time(12), UTC)
        # Fetch times are unique, so that payloads have an order.
        clock = Clock(timestamp=lambda: noon + timedelta(microseconds=next(TICKS)))
        endpoints = Endpoints(
            f"{stats}/stats", f"{live}/static/json/liveData", f"{live}/static/json/staticData"
        )
        source = NbaStats(SEASON, endpoints, Wanted(**more))
        return ingest_web(home, source, limits, clock=clock)

    def new_requests(self) -> list[tuple[str, dict[str, str]]]:
        """Return endpoint and parameters of every distinct request so far; clear the record."""
        requests = [
            (urlsplit(a).path.split("/")[-1], _query(a)) for a in self.replay.request_counts
        ]
        self.replay.request_counts.clear()
        return sorted(requests, key=str)


def _query(target: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}


@contextmanager
def served(
    payloads: Sequence[Payload] | None = None,
    faults: Faults | None = None,
    until: date | None = None,
    situations: Sequence[Situation] = (),
) -> Iterator[Served]:
    """Serve payloads, by default of a league of four teams, as of a morning."""
    replay = Replay(Archive(payloads or tiny()), faults, until, situations)
    with serving(replay) as url:
        yield Served(replay, url)


def raw_only() -> Graph:
    """Return the graph of the raw tables, which are built quickly."""
    tables = pipeline().tables.items()
    return pipeline().without(*(name for name, table in tables if table.stream is None))


def landed(home: Home, *resources: str) -> dict[tuple[str, str], bytes]:
    """Return the body of each request's newest payload, by resource and parameters."""
    bodies = {}
    with home.reading() as session:
        store = home.storage.payloads(session.workspace.catalog)
        for resource in resources or (*ASKED_FOR, "playerindex"):
            for each in store.newest(resource, {}):
                bodies[resource, str(each.parameters)] = store.read(each.number).body
    return bodies

"""The statistics service of a simulated league on loopback, and a client that asks it."""

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
    """Every payload of a league of four teams."""
    return tuple(TINY.payloads())


@dataclass
class Served:
    """A service under way."""

    replay: Replay
    url: str

    def ingest(self, home: Home, limits: Limits = LIMITS, **more: Any) -> WebReport:
        """Ingest the season, at noon of the day the service is in."""
        return self.ingest_from(self.url, self.url, home, limits, **more)

    def ingest_from(
        self, stats: str, live: str, home: Home, limits: Limits = LIMITS, **more: Any
    ) -> WebReport:
        """Ingest the season from two hosts."""
        today = self.replay.until or TINY.through
        noon = datetime.combine(today, time(12), UTC)
        # What is landed twice, by whichever service, still has an order.
        clock = Clock(timestamp=lambda: noon + timedelta(microseconds=next(TICKS)))
        endpoints = Endpoints(
            f"{stats}/stats", f"{live}/static/json/liveData", f"{live}/static/json/staticData"
        )
        source = NbaStats(SEASON, endpoints, Wanted(**more))
        return ingest_web(home, source, limits, clock=clock)

    def asked(self) -> list[tuple[str, dict[str, str]]]:
        """The endpoint and parameters of every request so far, once each; then forget them."""
        found = [(urlsplit(a).path.split("/")[-1], _query(a)) for a in self.replay.asked]
        self.replay.asked.clear()
        return sorted(found, key=str)


def _query(asked: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(asked).query).items()}


@contextmanager
def served(
    payloads: Sequence[Payload] | None = None,
    faults: Faults | None = None,
    until: date | None = None,
    situations: Sequence[Situation] = (),
) -> Iterator[Served]:
    """Serve these payloads, or a league of four teams, as they were on a morning."""
    replay = Replay(Archive(payloads or tiny()), faults, until, situations)
    with serving(replay) as url:
        yield Served(replay, url)


def raw_only() -> Graph:
    """The pipeline's raw tables, which are built in a moment."""
    tables = pipeline().tables.items()
    return pipeline().without(*(name for name, table in tables if table.stream is None))


def landed(home: Home, *resources: str) -> dict[tuple[str, str], bytes]:
    """The newest payload of each request, by resource and parameters."""
    found = {}
    with home.reading() as session:
        store = home.storage.payloads(session.workspace.catalog)
        for resource in resources or (*ASKED_FOR, "playerindex"):
            for each in store.newest(resource, {}):
                found[resource, str(each.parameters)] = store.read(each.number).body
    return found

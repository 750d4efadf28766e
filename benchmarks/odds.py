"""Fetching a slate of prices over HTTP from a slow service."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson

from benchmarks.measure import Measured, run
from tipoff.domain.markets import MARKETS
from tipoff.kernel.declare.payload import Payload
from tipoff.simulation.service import Archive, Faults, Replay, serving
from tipoff.sources.odds.odds_api import game_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVENTS, BOOKS, PLAYERS = 11, 8, 136
LATENCY_SECONDS = 1.5


def slate(home: Path) -> Measured:
    """Measure ``tipoff ingest odds`` of eleven games: every book, every market, every player."""
    tip_at = datetime.now(UTC) + timedelta(hours=6)
    day = game_date(tip_at.replace(tzinfo=None))
    replay = Replay(Archive(_answers(tip_at)), Faults(latency=LATENCY_SECONDS))
    with serving(replay) as url:
        done = run(
            "tipoff",
            "ingest",
            "odds",
            "--date",
            day,
            "--json",
            TIPOFF_HOME=str(home),
            TIPOFF_ODDS_API_URL=f"{url}/v4",
            TIPOFF_ODDS_API_KEY="benchmark",
        )
    landed = orjson.loads(done.said)["landed"]
    assert landed == EVENTS + 1, f"{landed} answers landed"
    return done


def _answers(tip_at: datetime) -> Iterator[Payload]:
    for number in range(EVENTS):
        event_id = f"event{number}"
        players = range(number, PLAYERS, EVENTS)
        books = [_book(f"book{n}", players, tip_at) for n in range(BOOKS)]
        body = {
            "id": event_id,
            "sport_key": "basketball_nba",
            "sport_title": "NBA",
            "commence_time": f"{tip_at:%Y-%m-%dT%H:%M:%SZ}",
            "home_team": f"Home {number}",
            "away_team": f"Away {number}",
            "bookmakers": books,
        }
        parameters = {"EventID": event_id}
        yield Payload("odds_api", "event_odds", parameters, orjson.dumps(body), tip_at, "benchmark")


def _book(key: str, players: range, tip_at: datetime) -> dict[str, Any]:
    seen_at = f"{tip_at - timedelta(hours=7):%Y-%m-%dT%H:%M:%SZ}"
    outcomes = [
        {"name": side, "description": f"Player {player}", "price": -110, "point": 10.5}
        for player in players
        for side in ("Over", "Under")
    ]
    markets = [{"key": m, "last_update": seen_at, "outcomes": outcomes} for m in MARKETS]
    return {"key": key, "title": key, "markets": markets}

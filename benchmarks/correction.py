"""Land a correction of a game some weeks back: ``python -m benchmarks.correction HOME``.

One free throw is moved from a player to a teammate, so that no team total changes. The corrected
season log is landed, as the service would send it later, and the game's date is printed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.app.home import Home
from tipoff.app.ingest import ingest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipoff.kernel.declare.payload import Payload

WEEKS = 3
"""Minimum age of the corrected game, relative to the newest."""
COUNTS = ("FTM", "FTA", "PTS")


@dataclass(frozen=True)
class Correction:
    """A source that yields one corrected payload."""

    payload: Payload

    def payloads(self) -> Iterator[Payload]:
        """Yield the payload."""
        yield self.payload


def corrected(log: Payload) -> tuple[Payload, date]:
    """Return a later player log with one free throw moved to a teammate, and the game's date."""
    document = orjson.loads(log.body)
    result = document["resultSets"][0]
    place = {name: number for number, name in enumerate(result["headers"])}
    day, one, other = _teammates(result["rowSet"], place)
    for name in COUNTS:
        one[place[name]] -= 1
        other[place[name]] += 1
    later = log.fetched_at + timedelta(seconds=1)
    return replace(log, body=orjson.dumps(document), fetched_at=later), day


def _teammates(rows: Sequence[list[Any]], place: dict[str, int]) -> tuple[date, list[Any], Any]:
    """Return a game's date, the row of a player who made a free throw, and a teammate's row."""
    days = {row[place["GAME_DATE"]] for row in rows}
    latest = date.fromisoformat(max(days)) - timedelta(weeks=WEEKS)
    day = max(day for day in days if date.fromisoformat(day) <= latest)
    played = [row for row in rows if row[place["GAME_DATE"]] == day]
    one = next(row for row in played if row[place["FTM"]])
    team = place["TEAM_ID"]
    other = next(row for row in played if row is not one and row[team] == one[team])
    return date.fromisoformat(day), one, other


def main(home: Home) -> date:
    """Land a correction in the newest season's log."""
    with home.reading() as session:
        logs = session.landing.newest("leaguegamelog", {"PlayerOrTeam": "P"})
        newest = max(logs, key=lambda log: log.parameters["Season"])
        payload, day = corrected(session.landing.read(newest.number))
    ingest(home, Correction(payload))
    return day


if __name__ == "__main__":
    sys.stdout.write(f"{main(Home(Path(sys.argv[1])))}")

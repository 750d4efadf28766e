"""Player props and game odds: a person's own CSV files, and what an odds service says."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.kernel.payload import Payload
from tipoff.kernel.table import Columns, stream
from tipoff.sources.moments import utc_moment
from tipoff.sources.names import name_key
from tipoff.sources.odds_api import ODDS, EventOdds, event_odds, game_rows, prop_rows
from tipoff.sources.whole_file import read_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tipoff.kernel.table import Stream

PLAYER_PROPS = (
    "game_date", "player_name", "market", "bookmaker", "line", "over_price", "under_price",
    "captured_at",
)  # fmt: skip
GAME_ODDS = (
    "game_date", "home_team", "away_team", "home_spread_open", "home_spread", "total_open",
    "total", "home_price", "away_price",
)  # fmt: skip
CLOSING = "closing"
"""The capture of a price whose file does not say when it was captured."""
CONSENSUS = "consensus"
"""The book of a file that names none."""
RESOURCES = {PLAYER_PROPS: "player_props", GAME_ODDS: "game_odds"}


@dataclass(frozen=True)
class LinesFile:
    """One CSV file (or .csv.gz) of player props or game odds; its header says which."""

    path: Path

    def payloads(self) -> Iterator[Payload]:
        """Yield the file as one payload.

        Raises:
            UsageError: the file cannot be read or its header is neither of the two.
        """
        body = read_whole(self.path)
        header = body.split(b"\n", 1)[0].decode(errors="replace").strip()
        resource = RESOURCES.get(tuple(header.split(",")))
        if resource is None:
            raise UsageError(
                f"{self.path}: header {header[:80]!r} is neither of player props"
                f" ({','.join(PLAYER_PROPS)}) nor of game odds ({','.join(GAME_ODDS)})"
            )
        fetched_at = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        name = re.sub(r"\.csv(\.gz)?$", "", self.path.name)
        yield Payload("lines", resource, {"File": name}, body, fetched_at, self.path.name)


@stream(
    resource="player_props",
    also=ODDS,
    columns={
        "game_date": "date",
        "player_name": "string",
        "name_key": "string",
        "market": "string",
        "bookmaker": "string",
        "line": "float64",
        "side": "string",
        "price": "float64",
        "captured_at": "timestamp",
        "capture": "string",
        "alternate": "boolean",
        "event_id": "string",
        "home_team": "string",
        "away_team": "string",
        "tip_at": "timestamp",
    },
    key=("game_date", "player_name", "market", "bookmaker", "line", "side", "capture"),
)
def player_props(payload: Payload) -> Columns:
    """Prices of player props, one row a book, line and side."""
    if payload.resource in ODDS:
        return _of_event(payload, player_props, prop_rows)
    given = _columns(payload, PLAYER_PROPS)
    rows = len(given["line"])
    twice = {name: [*values, *values] for name, values in given.items()}
    captured_at = [utc_moment(value) for value in twice["captured_at"]]
    unknown = [None] * (2 * rows)
    return {
        "game_date": [_date(value) for value in twice["game_date"]],
        "player_name": twice["player_name"],
        "name_key": [name_key(str(value)) for value in twice["player_name"]],
        "market": twice["market"],
        "bookmaker": twice["bookmaker"],
        "line": [_number(value) for value in twice["line"]],
        "side": ["over"] * rows + ["under"] * rows,
        "price": [_number(value) for value in (*given["over_price"], *given["under_price"])],
        "captured_at": captured_at,
        "capture": [CLOSING if moment is None else str(moment) for moment in captured_at],
        "alternate": [False] * (2 * rows),
        "event_id": unknown,
        "home_team": unknown,
        "away_team": unknown,
        "tip_at": unknown,
    }


@stream(
    resource="game_odds",
    also=ODDS,
    columns={
        "game_date": "date",
        "home_team": "string",
        "away_team": "string",
        "home_spread_open": "float64",
        "home_spread": "float64",
        "total_open": "float64",
        "total": "float64",
        "home_price": "float64",
        "away_price": "float64",
        "home_spread_price": "float64",
        "away_spread_price": "float64",
        "over_price": "float64",
        "under_price": "float64",
        "bookmaker": "string",
        "capture": "string",
        "captured_at": "timestamp",
        "tip_at": "timestamp",
    },
    key=("game_date", "home_team", "away_team", "bookmaker", "capture"),
)
def game_odds(payload: Payload) -> Columns:
    """Spreads, totals and moneylines, one row a game and book."""
    if payload.resource in ODDS:
        return _of_event(payload, game_odds, game_rows)
    columns = _columns(payload, GAME_ODDS)
    rows = len(columns["game_date"])
    for name in GAME_ODDS[3:]:
        columns[name] = [_number(value) for value in columns[name]]
    columns["game_date"] = [_date(value) for value in columns["game_date"]]
    for name in game_odds.columns:
        columns.setdefault(name, [None] * rows)
    return columns | {"bookmaker": [CONSENSUS] * rows, "capture": [CLOSING] * rows}


def _of_event(
    payload: Payload, stream: Stream, rows: Callable[[EventOdds], Iterator[tuple[Any, ...]]]
) -> Columns:
    """The columns of the rows an event's prices give."""
    event = event_odds(payload)
    found = list(rows(event)) if event else []
    values = zip(*found, strict=True) if found else ((),) * len(stream.columns)
    return dict(zip(stream.columns, values, strict=True))


def _columns(payload: Payload, header: tuple[str, ...]) -> dict[str, list[object]]:
    try:
        rows = list(csv.reader(io.StringIO(payload.body.decode())))
    except (UnicodeDecodeError, csv.Error) as error:
        raise PayloadError(f"not CSV in UTF-8: {error}") from None
    uneven = next((n for n, row in enumerate(rows, 1) if len(row) != len(header)), None)
    if uneven is not None:
        raise PayloadError(f"line {uneven} has {len(rows[uneven - 1])} fields, not {len(header)}")
    values = zip(*rows[1:], strict=True) if len(rows) > 1 else ((),) * len(header)
    return {name: list(column) for name, column in zip(header, values, strict=True)}


def _number(value: object) -> object:
    """A number; NULL for an empty field; a text that is no number stays, to be set aside."""
    if value == "":
        return None
    try:
        return float(str(value))
    except ValueError:
        return value


@cache
def _date(value: object) -> object:
    try:
        return datetime.strptime(str(value), "%Y-%m-%d").date()
    except ValueError:
        return value

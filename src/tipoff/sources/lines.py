"""Lines and game odds a person already has, as CSV files."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.kernel.payload import Payload
from tipoff.kernel.table import Columns, stream
from tipoff.sources.moments import utc_moment
from tipoff.sources.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAYER_PROPS = (
    "game_date", "player_name", "market", "bookmaker", "line", "over_price", "under_price",
    "captured_at",
)  # fmt: skip
GAME_ODDS = (
    "game_date", "home_team", "away_team", "home_spread_open", "home_spread", "total_open",
    "total", "home_price", "away_price",
)  # fmt: skip
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
        from tipoff.sources.recorded import read_whole

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
    },
    key=("game_date", "player_name", "market", "bookmaker", "line", "side"),
)
def player_props(payload: Payload) -> Columns:
    """Prices of player props, one row a book, line and side."""
    given = _columns(payload, PLAYER_PROPS)
    rows = len(given["line"])
    twice = {name: [*values, *values] for name, values in given.items()}
    return {
        "game_date": [_date(value) for value in twice["game_date"]],
        "player_name": twice["player_name"],
        "name_key": [name_key(str(value)) for value in twice["player_name"]],
        "market": twice["market"],
        "bookmaker": twice["bookmaker"],
        "line": [_number(value) for value in twice["line"]],
        "side": ["over"] * rows + ["under"] * rows,
        "price": [_number(value) for value in (*given["over_price"], *given["under_price"])],
        "captured_at": [utc_moment(value) for value in twice["captured_at"]],
    }


@stream(
    resource="game_odds",
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
    },
    key=("game_date", "home_team", "away_team"),
)
def game_odds(payload: Payload) -> Columns:
    """Spreads, totals and moneylines, one row a game."""
    columns = _columns(payload, GAME_ODDS)
    for name in GAME_ODDS[3:]:
        columns[name] = [_number(value) for value in columns[name]]
    columns["game_date"] = [_date(value) for value in columns["game_date"]]
    return columns


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

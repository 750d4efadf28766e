"""Player props and game odds: a person's own CSV files, and what an odds service says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import utc_timestamp
from tipoff.domain.names import name_key, team_name
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.table import Columns, stream
from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.sources.manual.lines_check import FORMS, GAME_ODDS, PLAYER_PROPS, form_of, refuse_if_bad
from tipoff.sources.odds.odds_api import ODDS, EventOdds, event_odds, game_rows, prop_rows
from tipoff.sources.parsing.csv_table import header_of, read_csv
from tipoff.sources.parsing.whole_file import read_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tipoff.kernel.declare.table import Stream

CLOSING = "closing"
"""The capture of a price whose file does not say when it was captured."""
CONSENSUS = "consensus"
"""The book of a file that names none."""
CUT_SHORT = -999
"""Consensus prices without a time come from files whose prices were cut to four characters: one
that is this low or lower is unknown. A book's own price of -1400 is what it is."""


@dataclass(frozen=True)
class LinesFile:
    """One CSV file (or .csv.gz) of player props or game odds; the names in its header say which."""

    path: Path

    def payloads(self) -> Iterator[Payload]:
        """Yield the file as one payload.

        Raises:
            UsageError: the file cannot be read, its header lacks columns of either form, or more
                rows are bad than are set aside; the message names the file and the lines.
        """
        body = read_whole(self.path)
        resource = form_of(self.path, header_of(body))
        try:
            table = read_csv(body, FORMS[resource])
        except PayloadError as error:
            raise UsageError(f"{self.path}: {error}") from None
        refuse_if_bad(self.path, resource, table)
        fetched_at = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        name = re.sub(r"\.csv(\.gz)?$", "", self.path.name)
        yield Payload("lines", resource, {"File": name}, body, fetched_at, self.path.name)


@dataclass(frozen=True)
class LinesDirectory:
    """The CSV files of a directory. A bad one costs itself alone and is named in ``refused``."""

    directory: Path
    refused: list[str] = field(default_factory=list)

    def payloads(self) -> Iterator[Payload]:
        """Yield every file that can be read, in the order of their names."""
        for path in sorted(self.directory.iterdir()):
            if path.name.endswith((".csv", ".csv.gz")):
                try:
                    yield from LinesFile(path).payloads()
                except UsageError as error:
                    self.refused.append(str(error))


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
        "is_pickem": "boolean",
        "multiplier": "float64",
    },
    key=("game_date", "player_name", "market", "bookmaker", "line", "side", "capture"),
    unused=(),
)
def player_props(payload: Payload) -> Columns:
    """Prices of player props, one row a book, line and side."""
    if payload.resource in ODDS:
        return _of_event(payload, player_props, prop_rows)
    table = read_csv(payload.body, PLAYER_PROPS)
    given, rows = table.columns, len(table.lines)
    captured_at = [utc_timestamp(value) for value in given["captured_at"]]
    books = [value or CONSENSUS for value in given["bookmaker"]]
    untimed = [
        book == CONSENSUS and at is None for book, at in zip(books, captured_at, strict=True)
    ]
    prices = [
        _price(price, cut)
        for side in ("over_price", "under_price")
        for price, cut in zip(given[side], untimed, strict=True)
    ]
    return {
        "game_date": [_date(value) for value in given["game_date"]] * 2,
        "player_name": given["player_name"] * 2,
        "name_key": [value and name_key(value) for value in given["player_name"]] * 2,
        "market": given["market"] * 2,
        "bookmaker": books * 2,
        "line": [_number(value) for value in given["line"]] * 2,
        "side": ["over"] * rows + ["under"] * rows,
        "price": prices,
        "captured_at": captured_at * 2,
        "capture": [CLOSING if at is None else str(at) for at in captured_at] * 2,
        "alternate": [False] * (2 * rows),
        "event_id": [""] * (2 * rows),
        "is_pickem": [False] * (2 * rows),
        **dict.fromkeys(("home_team", "away_team", "tip_at", "multiplier"), [None] * (2 * rows)),
        **{name: values * 2 for name, values in table.others(PLAYER_PROPS).items()},
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
    unused=(),
)
def game_odds(payload: Payload) -> Columns:
    """Spreads, totals and moneylines, one row a game and book."""
    if payload.resource in ODDS:
        return _of_event(payload, game_odds, game_rows)
    table = read_csv(payload.body, GAME_ODDS)
    columns: dict[str, list[Any]] = {**table.columns}
    rows = len(table.lines)
    for name in GAME_ODDS[3:]:
        columns[name] = [_number(value) for value in columns[name]]
    columns["game_date"] = [_date(value) for value in columns["game_date"]]
    for name in ("home_team", "away_team"):
        columns[name] = [value and team_name(value) for value in columns[name]]
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


def _price(value: str | None, cut: bool) -> object:
    """A price; None where nothing is given or, of a price that may be cut, where it is too low."""
    price = _number(value)
    return None if cut and isinstance(price, float) and price <= CUT_SHORT else price


def _number(value: str | None) -> object:
    """A number; None of an empty field; a text that is no number stays, to be set aside."""
    if not value:
        return None
    try:
        return float(value)
    except ValueError:
        return value


@cache
def _date(value: str | None) -> date | str | None:
    try:
        return datetime.strptime(value or "", "%Y-%m-%d").date()
    except ValueError:
        return value

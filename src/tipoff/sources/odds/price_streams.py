"""The streams of prices, from The Odds API's answers and from CSV files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.manual.lines import csv_game_odds, csv_player_props
from tipoff.sources.odds.odds_api import ODDS, EventOdds, event_odds, game_rows, prop_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.stream import Stream


@stream(
    resource="player_props",
    other_resources=ODDS,
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
    """Return the prices of player props, one row per book, line and side."""
    if payload.resource in ODDS:
        return _event_columns(payload, player_props, prop_rows)
    return csv_player_props(payload)


@stream(
    resource="game_odds",
    other_resources=ODDS,
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
    """Return spreads, totals and moneylines, one row per game and book."""
    if payload.resource in ODDS:
        return _event_columns(payload, game_odds, game_rows)
    return csv_game_odds(payload, tuple(game_odds.columns))


def _event_columns(
    payload: Payload, stream: Stream, rows_of: Callable[[EventOdds], Iterator[tuple[Any, ...]]]
) -> Columns:
    """Return the rows made from an event's prices, as columns."""
    event = event_odds(payload)
    rows = list(rows_of(event)) if event else []
    values = zip(*rows, strict=True) if rows else ((),) * len(stream.columns)
    return dict(zip(stream.columns, values, strict=True))

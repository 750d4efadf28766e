"""Slates: the predictions of a date, as one rich document or as compact columns."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from tipoff.publishing import today
from tipoff.publishing.columns import encoded
from tipoff.publishing.dated import by_date, by_market, dates_of, players_of
from tipoff.publishing.slate_advice import SlateAdvice, halt, lacking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("player_prediction", "breakout_prediction", "schedule")
"""Tables that a slate is made from."""
DIGITS = 4
"""Decimals of a fraction in a rich document; the tables keep all of them."""
GAME = ("home_team_code", "away_team_code", "tip_at")
SHOWN = f"""
SELECT {{columns}}
FROM (SELECT * REPLACE (round(mean, 2) AS mean) FROM player_prediction WHERE {{dates}}
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market
        ORDER BY record, prediction_time) = 1)
JOIN (SELECT game_id, {", ".join(GAME)} FROM schedule) USING (game_id)
ORDER BY {{order}}
"""
"""Of a player in a market the prediction that knows the most: before tip-off, or the morning's.
Means have two decimals: a season of past slates is held to 15 MB."""
BREAKOUTS = """
SELECT game_date, game_id, player_id, probability, base_rate, season_mean, as_of, record
FROM breakout_prediction WHERE is_shown AND {dates}
ORDER BY game_date, probability DESC, player_id
"""
OF_PLAYER = (
    "record",
    "prediction_time",
    "as_of",
    "game_id",
    "tip_at",
    "away_team_code",
    "home_team_code",
    "home",
    "player_id",
    "player_name",
)
OF_PREDICTION = ("system", "created_at", "mean", "low", "high")
ORDER = "game_date, record, prediction_time, tip_at, game_id, home DESC, player_id, as_of, market"
OF_LINE = (
    "bookmaker",
    "line",
    "over_price",
    "under_price",
    "p_over",
    "p_push",
    "blend_p_over",
    "bet_bookmaker",
    "bet_line",
    "bet_side",
    "bet_price",
    "expected_value",
    "stake_share",
    "recommendation",
)


def slate(
    rows: Rows,
    day: date,
    until: datetime = datetime.max,
    failed: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return what is advised of a date as rows, by market, the highest predictions first.

    Args:
        rows: the tables.
        day: the date.
        until: reports count if they were published by then, UTC without a zone.
        failed: tables that could not be brought up to date, and why. If the slate reads one of
            them it is halted: its picks are withheld.
    """
    failures = [why for table, why in (failed or {}).items() if table in today.READS]
    return readable(rows, SlateAdvice.read(rows, day, until, failures))


def readable(rows: Rows, advised: SlateAdvice) -> dict[str, Any]:
    """Return a slate as rows, by market, the highest predictions first."""
    order = [("market", "ascending"), ("mean", "descending"), ("player_id", "ascending")]
    return {
        "date": advised.day,
        "predictions": _dictionaries(advised.predictions.sort_by(order)),
        "breakouts": _dictionaries(rows.arrow(BREAKOUTS.format(dates=dates_of([advised.day])))),
        "halt": advised.halt,
        "notices": advised.notices,
    }


def slates(rows: Rows, days: Sequence[date]) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the compact document of each of the dates, read in one query per kind of row.

    ``players`` has a row for each player and time of prediction; under ``predictions`` each market
    has as many rows in the same order, of missing values where there is no prediction. A row of
    ``lines`` names its player by the row in ``players``, from 0; where it has none, no line was
    known. The whole distributions are in the tables, and of the slate to come in ``today.json``.
    """
    columns = ["game_date", "market", *OF_PLAYER, *OF_PREDICTION, *OF_LINE]
    shown = by_date(rows.arrow(_shown(days, columns, ORDER)), days)
    breakouts = by_date(rows.arrow(BREAKOUTS.format(dates=dates_of(days))), days)
    for day in days:
        yield day, _compact(day, shown[day], breakouts[day])


def _shown(days: Sequence[date], columns: Sequence[str], order: str) -> str:
    return SHOWN.format(columns=", ".join(columns), dates=dates_of(days), order=order)


def _compact(day: date, shown: pa.Table, breakouts: pa.Table) -> dict[str, Any]:
    players, rows = players_of(shown, OF_PLAYER)
    lined = rows.filter(rows["line"].is_valid())
    return {
        "date": day,
        "players": encoded(players),
        "predictions": {
            market: encoded(own)
            for market, own in by_market(rows, players.num_rows, OF_PREDICTION).items()
        },
        "lines": encoded(lined.select(["player", "market", *OF_LINE])),
        "breakouts": encoded(breakouts.drop_columns(["game_date"])),
        "halt": halt(lacking(day, rows.num_rows, lined.num_rows)),
    }


def _dictionaries(found: pa.Table) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    shown = [
        pc.round(column, DIGITS) if pa.types.is_floating(column.type) else column
        for column in found.columns
    ]
    return list(pa.table(shown, found.column_names).to_pylist())

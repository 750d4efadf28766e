"""Slates: the predictions of a date, as one rich document or as compact columns."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.arrays import numbers
from tipoff.predictions.system_prediction import DISTRIBUTION, distribution_of
from tipoff.publishing import today
from tipoff.publishing.advice import as_valued
from tipoff.publishing.columns import encoded_slices, rounded
from tipoff.publishing.dated import (
    DatedSlates,
    date_bounds,
    dates_of,
    distinct,
    ranked,
    rows_of,
)
from tipoff.publishing.lined import PICKS
from tipoff.publishing.slate_advice import SlateAdvice, halt, lacking
from tipoff.publishing.words import UNLIKELY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("player_prediction", "breakout_prediction", "schedule")
"""Tables that a slate is made from."""
GAME = ("home_team_code", "away_team_code", "tip_at")
SHOWN = """
SELECT game_date, market, record, prediction_time, as_of, game_id, home, player_id, player_name,
    system, created_at, mean, low, high
FROM player_prediction WHERE {dates}
QUALIFY record || ' ' || prediction_time = min(record || ' ' || prediction_time)
    OVER (PARTITION BY game_id, player_id, market)
"""
"""Of a player in a market the prediction that knows the most: before tip-off, or the morning's."""
SCHEDULE = f"SELECT game_id, {', '.join(GAME)} FROM schedule"
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
SAID_OF_PLAYER = tuple(name for name in OF_PLAYER if name not in GAME)
KEYS = ("record", "prediction_time", "as_of", "game_id", "player_id")
ORDER = {
    "game_date": "ascending",
    "record": "ascending",
    "prediction_time": "ascending",
    "tip_at": "ascending",
    "game_id": "ascending",
    "home": "descending",
    "player_id": "ascending",
    "as_of": "ascending",
}
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
    "low_p_plays",
)
DECIDED = "blend_p_over / (blend_p_over + blend_p_under) AS blend_p_over"
LOW_P_PLAYS = f"CASE WHEN recommendation IN {PICKS} AND p_plays < {UNLIKELY} THEN p_plays END"
LINES = f"""
SELECT game_date, {", ".join(KEYS)}, market, {", ".join(OF_LINE)}, {", ".join(DISTRIBUTION)}
FROM (SELECT * REPLACE ({DECIDED}), {LOW_P_PLAYS} AS low_p_plays
    FROM player_prediction WHERE {{dates}} AND line IS NOT NULL)
"""
"""Predictions at a line, a few of all."""


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
    days = sorted(days)
    shown = _shown(rows, days)
    lined, line_bounds = shown.beside(_of_tickets(rows_of(rows, LINES, days)), KEYS)
    breakouts = rows_of(rows, BREAKOUTS, days)
    documents = zip(
        days,
        shown.of_players(OF_PLAYER),
        shown.by_market(OF_PREDICTION),
        encoded_slices(lined.select(["player", "market", *OF_LINE]), line_bounds.tolist()),
        encoded_slices(
            breakouts.drop_columns(["game_date"]), date_bounds(breakouts, days).tolist()
        ),
        np.diff(line_bounds).tolist(),
        strict=True,
    )
    for day, players, predictions, lines, broken_out, count in documents:
        yield (
            day,
            {
                "date": day,
                "players": players,
                "predictions": predictions,
                "lines": lines,
                "breakouts": broken_out,
                "halt": halt(lacking(day, len(predictions), count)),
            },
        )


def _shown(rows: Rows, days: Sequence[date]) -> DatedSlates:
    """Return the predictions that are shown of some dates, by market and player."""
    import pyarrow as pa

    found = rows_of(rows, SHOWN, days)
    players, own = distinct(found, ["game_date", *SAID_OF_PLAYER])
    players = players.append_column("own", pa.array(np.arange(players.num_rows)))
    games = rows.arrow(SCHEDULE)
    players = players.join(games, "game_id", join_type="left outer").sort_by(list(ORDER.items()))
    said = found.select(["market", *OF_PREDICTION])
    return DatedSlates.of(days, players, said, ranked(players["own"].to_numpy())[own])


def _of_tickets(lined: pa.Table) -> pa.Table:
    """Return rows whose ``blend_p_over`` is of the ticket's line where there is a ticket."""
    import pyarrow as pa

    picked = np.isin(lined["recommendation"].to_pylist(), PICKS)
    bets = lined.filter(pa.array(picked))
    line = numbers(bets, "bet_line")
    valued = as_valued(distribution_of(bets), line, np.ones(len(line), bool), bets)
    over, under = valued.sides(line)
    said = np.array(numbers(lined, "blend_p_over"))
    said[picked] = over / (over + under)
    place = lined.column_names.index("blend_p_over")
    lined = lined.set_column(place, "blend_p_over", pa.array(said, from_pandas=True))
    return lined.drop_columns(list(DISTRIBUTION))


def _dictionaries(found: pa.Table) -> list[dict[str, Any]]:
    """Return rows whose fractions have the digits of a document, so that both are shown alike."""
    import pyarrow as pa

    shown = [
        pa.array(rounded(column.to_numpy()), from_pandas=True)
        if pa.types.is_floating(column.type)
        else column
        for column in found.columns
    ]
    return list(pa.table(shown, found.column_names).to_pylist())

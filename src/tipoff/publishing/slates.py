"""The predictions of a date: as rows with all details, or as compact columns."""

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
    inverse_order,
    rows_of,
)
from tipoff.publishing.graded_lines import PICKS
from tipoff.publishing.slate_advice import SlateAdvice, halt, missing_inputs
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
"""The best-informed prediction per player and market: before tip-off, else the morning's."""
SCHEDULE = f"SELECT game_id, {', '.join(GAME)} FROM schedule"
BREAKOUTS = """
SELECT game_date, game_id, player_id, probability, base_rate, season_mean, as_of, record
FROM breakout_prediction WHERE is_shown AND {dates}
ORDER BY game_date, probability DESC, player_id
"""
PLAYER_COLUMNS = (
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
PREDICTION_COLUMNS = ("system", "created_at", "mean", "low", "high")
PLAYER_ROW_COLUMNS = tuple(name for name in PLAYER_COLUMNS if name not in GAME)
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
LINE_COLUMNS = (
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
SELECT game_date, {", ".join(KEYS)}, market, {", ".join(LINE_COLUMNS)}, {", ".join(DISTRIBUTION)}
FROM (SELECT * REPLACE ({DECIDED}), {LOW_P_PLAYS} AS low_p_plays
    FROM player_prediction WHERE {{dates}} AND line IS NOT NULL)
"""
"""Predictions at a line, which are a minority of all predictions."""


def slate(
    rows: Rows,
    day: date,
    until: datetime = datetime.max,
    failed: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the predictions and picks of a date as rows: by market, the highest mean first.

    Args:
        rows: the tables.
        day: the date.
        until: reports count if they were published by then, UTC without a zone.
        failed: tables that could not be brought up to date, each with the reason. If the slate
            reads one of them it is halted: its picks are withheld.
    """
    failures = [why for table, why in (failed or {}).items() if table in today.READS]
    return readable(rows, SlateAdvice.read(rows, day, until, failures))


def readable(rows: Rows, advised: SlateAdvice) -> dict[str, Any]:
    """Return a slate as rows: by market, the highest mean first."""
    order = [("market", "ascending"), ("mean", "descending"), ("player_id", "ascending")]
    return {
        "date": advised.day,
        "predictions": _dictionaries(advised.predictions.sort_by(order)),
        "breakouts": _dictionaries(rows.arrow(BREAKOUTS.format(dates=dates_of([advised.day])))),
        "halt": advised.halt,
        "notices": advised.notices,
    }


def slates(rows: Rows, days: Sequence[date]) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the compact document of each date; each kind of row is read in one query.

    ``players`` has a row for each player and prediction time. Under ``predictions`` each market
    has the same number of rows in the same order, with missing values where there is no
    prediction. A row of ``lines`` refers to its player by the row number in ``players``, from 0; a
    prediction without a row in ``lines`` had no known line. Full distributions are in the tables
    and, for the upcoming slate, in ``today.json``.
    """
    days = sorted(days)
    shown = _shown(rows, days)
    at_line = _with_ticket_probability(rows_of(rows, LINES, days))
    lines, line_bounds = shown.matching(at_line, KEYS)
    breakouts = rows_of(rows, BREAKOUTS, days)
    documents = zip(
        days,
        shown.of_players(PLAYER_COLUMNS),
        shown.by_market(PREDICTION_COLUMNS),
        encoded_slices(lines.select(["player", "market", *LINE_COLUMNS]), line_bounds.tolist()),
        encoded_slices(
            breakouts.drop_columns(["game_date"]), date_bounds(breakouts, days).tolist()
        ),
        np.diff(line_bounds).tolist(),
        strict=True,
    )
    for day, players, predictions, own_lines, own_breakouts, count in documents:
        yield (
            day,
            {
                "date": day,
                "players": players,
                "predictions": predictions,
                "lines": own_lines,
                "breakouts": own_breakouts,
                "halt": halt(missing_inputs(day, len(predictions), count)),
            },
        )


def _shown(rows: Rows, days: Sequence[date]) -> DatedSlates:
    """Return the published predictions of some dates, by market and player."""
    import pyarrow as pa

    predictions = rows_of(rows, SHOWN, days)
    players, player_rows = distinct(predictions, ["game_date", *PLAYER_ROW_COLUMNS])
    players = players.append_column("original_row", pa.array(np.arange(players.num_rows)))
    games = rows.arrow(SCHEDULE)
    players = players.join(games, "game_id", join_type="left outer").sort_by(list(ORDER.items()))
    new_rows = inverse_order(players["original_row"].to_numpy())
    values = predictions.select(["market", *PREDICTION_COLUMNS])
    return DatedSlates.of(days, players, values, new_rows[player_rows])


def _with_ticket_probability(at_line: pa.Table) -> pa.Table:
    """Return the rows, with ``blend_p_over`` of picks taken at the line of their ticket."""
    import pyarrow as pa

    picked = np.isin(at_line["recommendation"].to_pylist(), PICKS)
    bets = at_line.filter(pa.array(picked))
    line = numbers(bets, "bet_line")
    valued = as_valued(distribution_of(bets), line, np.ones(len(line), bool), bets)
    over, under = valued.sides(line)
    p_over = np.array(numbers(at_line, "blend_p_over"))
    p_over[picked] = over / (over + under)
    place = at_line.column_names.index("blend_p_over")
    at_line = at_line.set_column(place, "blend_p_over", pa.array(p_over, from_pandas=True))
    return at_line.drop_columns(list(DISTRIBUTION))


def _dictionaries(table: pa.Table) -> list[dict[str, Any]]:
    """Return a table as rows, with fractions rounded as in the published documents."""
    import pyarrow as pa

    columns = [
        pa.array(rounded(column.to_numpy()), from_pandas=True)
        if pa.types.is_floating(column.type)
        else column
        for column in table.columns
    ]
    return list(pa.table(columns, table.column_names).to_pylist())

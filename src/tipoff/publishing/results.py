"""Results: what became of the champions' predictions of a date, in compact columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.publishing.columns import encoded_slices
from tipoff.publishing.dated import SHORT_MEAN, DatedSlates, dates_of, distinct, ranked, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tipoff.kernel.reading import Rows

READS = ("prediction_grade", "player_prediction")
"""Tables that results are made from."""
KEYS = "game_date, game_id, player_id, market, system, prediction_time, information, record"
CHAMPION = "game_date, market, record, prediction_time, information, system"
PLAYED = f"""
WITH grade AS {{read}} (
    SELECT {KEYS}, seconds, actual FROM prediction_grade WHERE {{dates}}
)
SELECT game_date, game_id, player_id, market, max(seconds) AS seconds, max(actual) AS actual
FROM grade
SEMI JOIN (SELECT DISTINCT {CHAMPION} FROM player_prediction WHERE {{dates}}) USING ({CHAMPION})
GROUP BY ALL
"""
"""What everyone did whom a market's champion predicted."""
NAMES = """
SELECT game_id, player_id, max(player_name) AS player_name FROM player_prediction WHERE {dates}
GROUP BY ALL
"""
GRADED = f"""
WITH graded AS MATERIALIZED (
    SELECT {KEYS}, mean, line, p_over, result, grade
    FROM prediction_grade WHERE {{dates}} AND line IS NOT NULL
)
SELECT {KEYS}, {SHORT_MEAN}, line, p_over, recommendation, result, grade
FROM graded JOIN (SELECT {KEYS}, recommendation FROM player_prediction WHERE {{dates}})
    USING ({KEYS})
"""
"""Every champion's grade at a line."""
OF_PLAYER = ("game_id", "player_id", "player_name", "seconds")
LINE_ORDER = ("record", "prediction_time", "market", "player")
OF_LINE = (
    "player",
    "market",
    "record",
    "prediction_time",
    "information",
    "system",
    "mean",
    "line",
    "p_over",
    "recommendation",
    "result",
    "grade",
)


def results(rows: Rows, days: Sequence[date]) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the compact document of each of the dates, read in one query per kind of row.

    ``players`` has a row for each player, with the seconds played, missing where the player did
    not play; ``actual`` has a column for each market, with as many rows in the same order.
    ``lines`` has every prediction at a line, live and replayed, in the morning and before tip-off,
    and what became of it; it names its player by the row in ``players``, from 0.
    """
    days = sorted(days)
    played = _played(rows, days)
    lined, bounds = played.beside(rows_of(rows, GRADED, days), ["game_id", "player_id"])
    lined = lined.sort_by([(name, "ascending") for name in ("game_date", *LINE_ORDER)])
    documents = zip(
        days,
        played.of_players(OF_PLAYER),
        played.by_market(["actual"]),
        encoded_slices(lined.select(OF_LINE), bounds.tolist()),
        strict=True,
    )
    for day, players, actual, lines in documents:
        counts = {market: own["actual"] for market, own in actual.items()}
        yield day, {"date": day, "players": players, "actual": counts, "lines": lines}


def _played(rows: Rows, days: Sequence[date]) -> DatedSlates:
    """Return what everyone with a prediction did on some dates, by market and player."""
    import pyarrow as pa

    found = rows_of(rows, PLAYED, days)
    players, own = distinct(found, ["game_date", "game_id", "player_id", "seconds"])
    players = players.append_column("own", pa.array(np.arange(players.num_rows)))
    names = rows.arrow(NAMES.format(dates=dates_of(days)))
    order = [(name, "ascending") for name in ("game_date", "game_id", "player_id")]
    players = players.join(names, ["game_id", "player_id"], join_type="left outer").sort_by(order)
    counted = found.select(["market", "actual"])
    return DatedSlates.of(days, players, counted, ranked(players["own"].to_numpy())[own])

"""Every graded prediction at a line, as one Parquet file a month to download."""

from __future__ import annotations

from calendar import monthrange
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from tipoff.kernel.declare.graph import DateRange
from tipoff.publishing import results
from tipoff.publishing.results import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = results.READS
"""Tables that the files are made from."""
COMPRESSION_LEVEL = 9
MONTHS_AT_ONCE = 12
WHO = ("game_date", "game_id", "player_id", "market", "record", "prediction_time")
OF_BET = ("bet_bookmaker", "bet_line", "bet_side", "bet_price")
BETS = ", ".join(f"CASE WHEN recommended THEN {name} END AS {name}" for name in OF_BET)
GRADED = f"""
WITH graded AS MATERIALIZED (
    SELECT {KEYS}, mean, line, p_over, seconds, actual, result, grade
    FROM prediction_grade WHERE {{dates}} AND line IS NOT NULL
)
SELECT game_date, season, game_id, player_id, player_name, market, record, prediction_time,
    information, system, round(mean, 2) AS mean, line, round(p_over, 4) AS p_over, recommendation,
    {BETS}, CASE WHEN recommended THEN round(expected_value, 4) END AS expected_value,
    seconds, actual, result, grade
FROM graded
JOIN (SELECT {KEYS}, season, player_name, recommendation, {", ".join(OF_BET)}, expected_value,
        recommendation IN ('OVER', 'UNDER') AS recommended
    FROM player_prediction WHERE {{dates}}) USING ({KEYS})
ORDER BY {", ".join(WHO)}
"""


def months(days: Iterable[date]) -> dict[str, DateRange]:
    """Return where the graded predictions of each month are published, and the month's dates."""
    firsts = sorted({day.replace(day=1) for day in days})
    return {
        f"graded/{first:%Y-%m}.parquet": DateRange(
            first, first.replace(day=monthrange(first.year, first.month)[1])
        )
        for first in firsts
    }


def files(
    rows: Rows, spans: Mapping[str, DateRange], paths: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted files by path, months that follow each other from one query.

    A row is a prediction of a player in a market at one time, live or replayed. Fractions are
    rounded as in the documents; what a bet was is there where one was recommended.

    Args:
        rows: the tables.
        spans: what ``months`` returned.
        paths: those wanted.
    """
    for together in _neighbours(list(spans), paths):
        within = DateRange(spans[together[0]].first, spans[together[-1]].last)
        found = graded(rows, within)
        held = found["game_date"].to_numpy()
        for path in together:
            ends = np.array([spans[path].first, spans[path].last], held.dtype)
            first = np.searchsorted(held, ends[0])
            last = np.searchsorted(held, ends[1], "right")
            yield path, _parquet(found.slice(first, last - first))


def graded(rows: Rows, span: DateRange) -> pa.Table:
    """Return the champions' graded predictions at a line, in the order of dates."""
    dates = f"game_date BETWEEN DATE '{span.first}' AND DATE '{span.last}'"
    return rows.arrow(GRADED.format(dates=dates))


def _parquet(rows: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    held = BytesIO()
    pq.write_table(
        rows.combine_chunks(), held, compression="zstd", compression_level=COMPRESSION_LEVEL
    )
    return held.getvalue()


def _neighbours(ordered: Sequence[str], wanted: Sequence[str]) -> Iterator[list[str]]:
    """Yield the wanted ones in order, those that follow each other together."""
    asked = set(wanted)
    together: list[str] = []
    for each in ordered:
        if together and (each not in asked or len(together) == MONTHS_AT_ONCE):
            yield together
            together = []
        if each in asked:
            together.append(each)
    if together:
        yield together

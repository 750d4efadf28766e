"""Every graded prediction at a line, as one Parquet file a month to download."""

from __future__ import annotations

from calendar import monthrange
from io import BytesIO
from typing import TYPE_CHECKING

from tipoff.kernel.declare.graph import DateRange
from tipoff.publishing import results
from tipoff.publishing.results import KEYS, OF_CHAMPIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tipoff.kernel.reading import Rows

READS = results.READS
"""Tables that the files are made from."""
COMPRESSION_LEVEL = 9
WHO = ("game_date", "game_id", "player_id", "market", "record", "prediction_time")
OF_BET = ("bet_bookmaker", "bet_line", "bet_side", "bet_price")
BETS = ", ".join(f"CASE WHEN recommended THEN {name} END AS {name}" for name in OF_BET)
GRADED = f"""
SELECT game_date, season, game_id, player_id, player_name, market, record, prediction_time,
    information, system, round(mean, 2) AS mean, line, round(p_over, 4) AS p_over, recommendation,
    {BETS}, CASE WHEN recommended THEN round(expected_value, 4) END AS expected_value,
    seconds, actual, result, grade
FROM (SELECT {KEYS}, mean, line, p_over, seconds, actual, result, grade
    FROM {OF_CHAMPIONS} WHERE line IS NOT NULL)
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
    """Yield the wanted files by path.

    Args:
        rows: the tables.
        spans: what ``months`` returned.
        paths: those wanted.
    """
    for path in paths:
        yield path, graded(rows, spans[path])


def graded(rows: Rows, span: DateRange) -> bytes:
    """Return the champions' graded predictions at a line as a Parquet file.

    A row is a prediction of a player in a market at one time, live or replayed. Fractions are
    rounded as in the documents; what a bet was is there where one was recommended.
    """
    import pyarrow.parquet as pq

    dates = f"game_date BETWEEN DATE '{span.first}' AND DATE '{span.last}'"
    held = BytesIO()
    pq.write_table(
        rows.arrow(GRADED.format(dates=dates)),
        held,
        compression="zstd",
        compression_level=COMPRESSION_LEVEL,
    )
    return held.getvalue()

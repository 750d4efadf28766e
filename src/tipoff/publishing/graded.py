"""Every graded prediction at a line, to download: a month as one Parquet and one CSV file.

The record's numbers follow from these rows alone. Every prediction is scored at the reference
``line``: log losses are of ``lead_p_over``, ``model_p_over`` and ``market_p_over`` where the last
is known, and ``model_grade`` says whether the side came in that the model held likelier. A pick is
settled by its ticket: ``bet_result`` and ``units`` are of the bet's own line, side and price.
"""

from __future__ import annotations

import gzip
from calendar import monthrange
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.kernel.declare.graph import DateRange
from tipoff.predictions.evaluation.graded_rows import PICKED
from tipoff.publishing.columns import rounded
from tipoff.publishing.lined import PICKS, Lined, numbers, texts
from tipoff.publishing.spreadsheets import Format, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("prediction_grade", "player_prediction")
"""Tables that the files are made from."""
KEYS = "game_date, game_id, player_id, market, system, prediction_time, information, record"
"""The columns that name a grade, and the prediction that it is of."""
COMPRESSION_LEVEL = 9
FILES_AT_ONCE = 24
WHO = ("game_date", "game_id", "player_id", "market", "record", "prediction_time")
OF_BET = ("bet_bookmaker", "bet_line", "bet_side", "bet_price", "expected_value")
COLUMNS = (
    "record",
    "game_date",
    "season",
    "game_id",
    "player_id",
    "player_name",
    "market",
    "prediction_time",
    "information",
    "system",
    "mean",
    "line",
    "model_p_over",
    "lead_p_over",
    "market_p_over",
    "seconds",
    "actual",
    "result",
    "model_grade",
    "recommendation",
    *OF_BET,
    "bet_result",
    "units",
    "picked_again",
)
"""Of a file, in their order: what a prediction is of, what was said, what came of it, and the bet.

``record`` is the first, so that a reader can tell live rows from replays as it goes."""
SAID = f"""p_over / (p_over + p_under) AS model,
    coalesce(blend_p_over / (blend_p_over + blend_p_under), model) AS lead,
    {PICKED} AND prediction_time = 'before-tip' AND bool_or({PICKED}
        AND prediction_time = 'morning') OVER (PARTITION BY game_id, player_id, market, record)
        AS picked_again"""
"""SQL of the probabilities of a row's line, pushes aside: the model's, and the one that leads; and
whether a pick is of a prop that had been picked in the morning too."""
GRADED = f"""
WITH graded AS MATERIALIZED (
    SELECT {KEYS}, seconds, actual, result, grade AS model_grade
    FROM prediction_grade WHERE {{dates}} AND line IS NOT NULL
)
SELECT *, {SAID} FROM graded
JOIN (FROM player_prediction WHERE {{dates}} AND line IS NOT NULL) USING ({KEYS})
ORDER BY {", ".join(WHO)}
"""


def months(days: Iterable[date]) -> dict[str, DateRange]:
    """Return where the graded predictions of each month are published, and the month's dates."""
    firsts = sorted({day.replace(day=1) for day in days})
    return {
        f"graded/{first:%Y-%m}{ending}": DateRange(
            first, first.replace(day=monthrange(first.year, first.month)[1])
        )
        for first in firsts
        for ending in ENCODERS
    }


def files(
    rows: Rows, spans: Mapping[str, DateRange], paths: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted files by path, months that follow each other from one query.

    A row is a prediction of a player in a market at one time, live or replayed, that had a line.
    Fractions are rounded as in the documents; what a bet was is there where one was recommended.

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
            yield path, _encoder(path)(found.slice(first, last - first))


def graded(rows: Rows, span: DateRange) -> pa.Table:
    """Return the champions' graded predictions at a line, in the order of dates."""
    import pyarrow as pa
    import pyarrow.compute as pc

    dates = f"game_date BETWEEN DATE '{span.first}' AND DATE '{span.last}'"
    found = rows.arrow(GRADED.format(dates=dates))
    picked = pa.array(np.isin(texts(found, "recommendation"), PICKS))
    bets = {name: pc.if_else(picked, found[name], None) for name in OF_BET}
    made: dict[str, Any] = {**bets, **settled(found)}
    columns = [made.get(name, found[name] if name not in made else None) for name in COLUMNS]
    return pa.table([*map(_rounded, columns)], list(COLUMNS))


def settled(found: pa.Table) -> dict[str, Any]:
    """Return what was said at each row's line, pushes aside, and what became of its ticket.

    Args:
        found: rows of ``player_prediction`` with ``actual`` and the columns of ``SAID``.

    Returns:
        ``model_p_over``, ``lead_p_over`` and ``market_p_over``; of picks ``bet_result`` and
        ``units``.
    """
    of = Lined.of(found)
    return {
        "model_p_over": of.model,
        "lead_p_over": of.lead,
        "market_p_over": of.market,
        "bet_result": _bet_results(found, of),
        "units": of.gain,
    }


def _bet_results(found: pa.Table, of: Lined) -> pa.Array:
    """Return won, lost, push or void of each pick's ticket; missing where there is no pick."""
    import pyarrow as pa

    void = np.isnan(numbers(found, "actual"))
    result = np.select([void, of.gain > 0, of.gain < 0], ["void", "won", "lost"], "push")
    return pa.array(result.astype(object), pa.string(), mask=~of.picked)


def _rounded(column: Any) -> Any:
    """Return a column with the digits of the documents, and missing for NaN."""
    import pyarrow as pa

    if isinstance(column, np.ndarray):
        column = pa.array(column, from_pandas=True)
    if not pa.types.is_floating(column.type):
        return column
    return pa.array(rounded(column.to_numpy(zero_copy_only=False)), from_pandas=True)


def _encoder(path: str) -> Callable[[pa.Table], bytes]:
    return next(encode for ending, encode in ENCODERS.items() if path.endswith(ending))


def _csv(rows: pa.Table) -> bytes:
    return gzip.compress(written(rows, Format.CSV), COMPRESSION_LEVEL, mtime=0)


def _parquet(rows: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    held = BytesIO()
    pq.write_table(
        rows.combine_chunks(), held, compression="zstd", compression_level=COMPRESSION_LEVEL
    )
    return held.getvalue()


ENCODERS = {".csv.gz": _csv, ".parquet": _parquet}
"""How a file is written, by how its name ends."""


def _neighbours(ordered: Sequence[str], wanted: Sequence[str]) -> Iterator[list[str]]:
    """Yield the wanted ones in order, those that follow each other together."""
    asked = set(wanted)
    together: list[str] = []
    for each in ordered:
        if together and (each not in asked or len(together) == FILES_AT_ONCE):
            yield together
            together = []
        if each in asked:
            together.append(each)
    if together:
        yield together

"""Download files of graded predictions at a line: one Parquet and one CSV file per month.

The numbers of the record can be computed from these rows alone. Every prediction is scored at the
reference ``line``: the record's log losses are those of ``lead_p_over``, ``model_p_over`` and
``market_p_over`` on the rows where the last is known. ``model_grade`` says whether the side that
the model held likelier won. A pick is settled by its ticket: ``bet_result`` and ``units`` are for
the line, side and price of the bet.
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
from tipoff.publishing.graded_lines import PICKS, GradedLines, numbers, texts
from tipoff.publishing.spreadsheets import Format, file_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("prediction_grade", "player_prediction")
"""Tables that the files are made from."""
KEYS = "game_date, game_id, player_id, market, system, prediction_time, information, record"
"""The columns that identify a grade and its prediction."""
COMPRESSION_LEVEL = 9
FILES_AT_ONCE = 24
SORT_COLUMNS = ("game_date", "game_id", "player_id", "market", "record", "prediction_time")
BET_COLUMNS = ("bet_bookmaker", "bet_line", "bet_side", "bet_price", "expected_value")
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
    *BET_COLUMNS,
    "bet_result",
    "units",
    "picked_again",
)
"""The columns of a file, in order: the prediction's key, its values, its result, and the bet.

``record`` is the first, so that a reader of a CSV stream can separate live rows from replays."""
PROBABILITIES = f"""p_over / (p_over + p_under) AS model,
    coalesce(blend_p_over / (blend_p_over + blend_p_under), model) AS lead,
    {PICKED} AND prediction_time = 'before-tip' AND bool_or({PICKED}
        AND prediction_time = 'morning') OVER (PARTITION BY game_id, player_id, market, record)
        AS picked_again"""
"""SQL columns: the model's and the leading probability of over at the row's line, pushes aside,
and whether a pick is on a prop that was already picked in the morning."""
GRADED = f"""
WITH graded AS MATERIALIZED (
    SELECT {KEYS}, seconds, actual, result, grade AS model_grade
    FROM prediction_grade WHERE {{dates}} AND line IS NOT NULL
)
SELECT *, {PROBABILITIES} FROM graded
JOIN (FROM player_prediction WHERE {{dates}} AND line IS NOT NULL) USING ({KEYS})
ORDER BY {", ".join(SORT_COLUMNS)}
"""


def months(days: Iterable[date]) -> dict[str, DateRange]:
    """Return path -> dates of the month, for the files of each month with graded predictions."""
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
    """Yield path and content of the requested files; consecutive months are read in one query.

    A row is a prediction of a player in a market at one prediction time, live or replayed, that
    had a line. Fractions are rounded as in the documents. The columns of the bet are filled where
    one was recommended.

    Args:
        rows: the tables.
        spans: as returned by ``months``.
        paths: the requested paths.
    """
    for group in _consecutive(list(spans), paths):
        within = DateRange(spans[group[0]].first, spans[group[-1]].last)
        predictions = graded(rows, within)
        dates = predictions["game_date"].to_numpy()
        for path in group:
            bounds = np.array([spans[path].first, spans[path].last], dates.dtype)
            first = np.searchsorted(dates, bounds[0])
            last = np.searchsorted(dates, bounds[1], "right")
            yield path, _encoder(path)(predictions.slice(first, last - first))


def graded(rows: Rows, span: DateRange) -> pa.Table:
    """Return the graded predictions of the champions at a line, by date."""
    import pyarrow as pa
    import pyarrow.compute as pc

    dates = f"game_date BETWEEN DATE '{span.first}' AND DATE '{span.last}'"
    predictions = rows.arrow(GRADED.format(dates=dates))
    picked = pa.array(np.isin(texts(predictions, "recommendation"), PICKS))
    bets = {name: pc.if_else(picked, predictions[name], None) for name in BET_COLUMNS}
    made: dict[str, Any] = {**bets, **settled(predictions)}
    columns = [made.get(name, predictions[name] if name not in made else None) for name in COLUMNS]
    return pa.table([*map(_rounded, columns)], list(COLUMNS))


def settled(predictions: pa.Table) -> dict[str, Any]:
    """Return the probabilities at each row's line, pushes aside, and the result of its ticket.

    Args:
        predictions: rows of ``player_prediction`` with ``actual`` and the columns of
            ``PROBABILITIES``.

    Returns:
        ``model_p_over``, ``lead_p_over`` and ``market_p_over``, and for picks ``bet_result`` and
        ``units``.
    """
    lines = GradedLines.of(predictions)
    return {
        "model_p_over": lines.model,
        "lead_p_over": lines.lead,
        "market_p_over": lines.market,
        "bet_result": _bet_results(predictions, lines),
        "units": lines.gain,
    }


def _bet_results(predictions: pa.Table, lines: GradedLines) -> pa.Array:
    """Return for each pick's ticket won, lost, push or void; missing where there is no pick."""
    import pyarrow as pa

    void = np.isnan(numbers(predictions, "actual"))
    result = np.select([void, lines.gain > 0, lines.gain < 0], ["void", "won", "lost"], "push")
    return pa.array(result.astype(object), pa.string(), mask=~lines.picked)


def _rounded(column: Any) -> Any:
    """Return a column rounded as in the documents; NaN becomes missing."""
    import pyarrow as pa

    if isinstance(column, np.ndarray):
        column = pa.array(column, from_pandas=True)
    if not pa.types.is_floating(column.type):
        return column
    return pa.array(rounded(column.to_numpy(zero_copy_only=False)), from_pandas=True)


def _encoder(path: str) -> Callable[[pa.Table], bytes]:
    return next(encode for ending, encode in ENCODERS.items() if path.endswith(ending))


def _csv(rows: pa.Table) -> bytes:
    return gzip.compress(file_bytes(rows, Format.CSV), COMPRESSION_LEVEL, mtime=0)


def _parquet(rows: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    buffer = BytesIO()
    pq.write_table(
        rows.combine_chunks(), buffer, compression="zstd", compression_level=COMPRESSION_LEVEL
    )
    return buffer.getvalue()


ENCODERS = {".csv.gz": _csv, ".parquet": _parquet}
"""File name suffix -> encoder."""


def _consecutive(ordered: Sequence[str], wanted: Sequence[str]) -> Iterator[list[str]]:
    """Yield the wanted items in order, in groups of neighbours within ``ordered``."""
    requested = set(wanted)
    group: list[str] = []
    for each in ordered:
        if group and (each not in requested or len(group) == FILES_AT_ONCE):
            yield group
            group = []
        if each in requested:
            group.append(each)
    if group:
        yield group

"""Calibration plots of the record: reliability at the line, and PIT histograms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.evaluation.calibration import pit_histogram, reliability
from tipoff.predictions.evaluation.plots import pit_plot, reliability_plot
from tipoff.predictions.models.systems import BLEND, ENSEMBLE, LIGHTGBM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.reading import Rows

SYSTEMS = (LIGHTGBM, ENSEMBLE, BLEND)
MIN_ROWS = 200


def record_plots(rows: Rows, where: str) -> Iterator[tuple[str, str]]:
    """Yield the file name and SVG of each market's reliability plot and PIT histogram.

    Args:
        rows: a reader of the tables.
        where: an SQL condition on ``prediction_grade``.
    """
    system_list = ", ".join(f"'{s}'" for s in SYSTEMS)
    slots = rows.query(
        "SELECT market, system, record, count(*) FROM prediction_grade"
        f" WHERE {where} AND system IN ({system_list}) AND prediction_time = 'before-tip'"
        " AND actual IS NOT NULL GROUP BY ALL ORDER BY ALL"
    )
    for market, system, record, count in slots:
        if count >= MIN_ROWS:
            yield from _slot_plots(rows, where, (market, system, record))


def _slot_plots(rows: Rows, where: str, slot: tuple[str, str, str]) -> Iterator[tuple[str, str]]:
    market, system, record = slot
    table = rows.arrow(
        "SELECT pit_low, pit_high, CASE result WHEN 'OVER' THEN 1.0 WHEN 'UNDER' THEN 0.0 END AS"
        " went_over, p_over FROM prediction_grade WHERE market = '"
        f"{market}' AND system = '{system}' AND record = '{record}'"
        f" AND prediction_time = 'before-tip' AND actual IS NOT NULL AND {where}"
        " ORDER BY game_id, player_id"
    )
    low, high, went_over, p_over = (
        np.asarray(table[n].cast("float64").to_numpy())
        for n in ("pit_low", "pit_high", "went_over", "p_over")
    )
    name, title = f"{market}.{system}.{record}", f"{market}, {system}, {record}"
    yield f"{name}.pit.svg", pit_plot(pit_histogram(low, high), title)
    decided = ~np.isnan(went_over + p_over)
    if decided.sum() >= MIN_ROWS:
        bins = reliability(p_over[decided], went_over[decided])
        yield f"{name}.reliability.svg", reliability_plot(bins, f"{title}: over the line")

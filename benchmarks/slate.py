"""Predict the newest slate in every market: ``python -m benchmarks.slate HOME``.

Prints as JSON the seconds from rows and models in memory to every system's distributions, medians
and intervals. It predicts twice: ``load`` includes one-time costs, ``predict`` does not. Models are
parsed from their text in both.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipoff.app.home import Home
from tipoff.predictions.mean_prediction import mean_prediction
from tipoff.predictions.model_dates import SERVED_DAYS
from tipoff.predictions.system_prediction import distribution_of, system_prediction

if TYPE_CHECKING:
    import pyarrow as pa

OF_THE_DATE = ("ml_feature_store", "player_projection", "player_residuals", "schedule")
SERVING = ("trained_model", "distribution_head")


def main(directory: Path) -> None:
    """Predict the slate twice."""
    with Home(directory).reading() as engine:
        ((day,),) = engine.query("SELECT max(game_date) FROM player_projection")
        tables: dict[str, Any] = {
            n: engine.arrow(f"SELECT * FROM {n} WHERE game_date = DATE '{day}'")
            for n in OF_THE_DATE
        }
        tables |= {
            n: engine.arrow(
                f"SELECT * FROM {n} WHERE trained_for BETWEEN DATE '{day}' - {SERVED_DAYS}"
                f" AND DATE '{day}'"
            )
            for n in SERVING
        }
    totals: dict[str, float] = {"players": tables["player_residuals"].num_rows}
    for what in ("load", "predict"):
        started = time.perf_counter()
        rows = _predicted(tables)
        outcome = distribution_of(rows)
        outcome.median()
        outcome.interval(0.9)
        slots = {*zip(rows["market"].to_pylist(), rows["system"].to_pylist(), strict=True)}
        totals |= {what: time.perf_counter() - started, "systems": len(slots)}
        totals["markets"] = len({market for market, _ in slots})
    sys.stdout.write(json.dumps(totals))


def _predicted(tables: dict[str, Any]) -> pa.Table:
    means = mean_prediction.function(**{i.name: tables[i.name] for i in mean_prediction.inputs})
    read = {**tables, "mean_prediction": means}
    predictions: pa.Table = system_prediction.function(
        **{i.name: read[i.name] for i in system_prediction.inputs}
    )
    return predictions


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""One slate of 300 players in every market: ``python -m benchmarks.slate HOME``.

Prints, as JSON, the seconds from rows and models in memory to every system's distributions,
medians and intervals; the first time, when each model is parsed from its text, apart.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tipoff.predictions.serving import Models

from tipoff.analytics.player_pool import PredictionTime
from tipoff.app.home import Home

PLAYERS = 300


def main(directory: Path) -> None:
    """Predict the slate twice."""
    with Home(directory).reading() as engine:
        rows = engine.arrow(
            "SELECT * FROM ml_feature_store WHERE NOT coalesce(out, false)"
            f" ORDER BY game_date DESC, game_id, player_id LIMIT {PLAYERS}"
        )
        models = Models.of(
            engine.arrow(
                "SELECT * FROM trained_model WHERE contract IS NOT NULL"
                " QUALIFY trained_for = max(trained_for) OVER ()"
            ).to_pylist()
        )
    told = {"players": rows.num_rows, "load": 0.0, "predict": 0.0, "systems": 0}
    for what in ("load", "predict"):
        started = time.perf_counter()
        said = list(models.say(rows, {}, PredictionTime.BEFORE_TIP))
        for each in said:
            each.outcome.median()
            each.outcome.interval(0.9)
        told |= {what: time.perf_counter() - started, "systems": len(said)}
        told["markets"] = len({each.market for each in said})
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The raw, analytics and feature phases alone: ``python -m benchmarks.phases HOME [SEASONS]``.

With a number of seasons, that many simulated ones are landed first. Prints what the features
took, and of how many rows, as JSON.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.app.pipeline import pipeline
from tipoff.kernel.run.run import Run
from tipoff.simulation.league import DemoLeague

END = date(2025, 4, 14)


def main(directory: Path, seasons: int = 0) -> int:
    """Run what lies between landed payloads and predictions."""
    home = Home(directory)
    if seasons:
        ingest(home, DemoLeague(END, seasons))
    with home.writing() as workspace:
        graph = pipeline().without("trained_model")
        report = Run(graph, workspace).execute()
    with home.reading(graph) as session:
        told = {
            "seconds": sum(
                t.seconds
                for t in report.tables
                if graph.tables[t.table].function.__module__.startswith("tipoff.features")
            ),
            "rows": session.query("SELECT count(*) FROM ml_feature_store")[0][0],
            "played": session.query("SELECT count(*) FROM player_game_summary")[0][0],
        }
    sys.stdout.write(json.dumps(told))
    return report.exit_code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))

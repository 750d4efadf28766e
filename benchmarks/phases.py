"""The raw, analytics and feature phases alone: ``python -m benchmarks.phases HOME``."""

from __future__ import annotations

import sys
from pathlib import Path

from tipoff.home import Home
from tipoff.kernel.run import Run
from tipoff.landing import PayloadStore
from tipoff.pipeline import pipeline

PREDICTED = ("points_model", "player_prediction", "prediction_grade")


def main(directory: Path) -> int:
    """Run what lies between landed payloads and predictions."""
    home = Home(directory)
    with home.writing() as engine:
        graph = pipeline().without(*PREDICTED)
        return Run(graph, engine, PayloadStore(home.landing, engine)).execute().exit_code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

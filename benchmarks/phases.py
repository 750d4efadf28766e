"""Run the raw, analytics and feature tables alone: ``python -m benchmarks.phases HOME [SEASONS]``.

With a number of seasons, as many simulated seasons are landed first. Prints times, numbers of rows
and the maximum number of bytes that the engine spilled to disk, as JSON.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.app.pipeline import pipeline
from tipoff.kernel.run.run import Run
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from collections.abc import Iterator

END = date(2025, 4, 14)
POLL_SECONDS = 0.1


@contextmanager
def watched(directory: Path) -> Iterator[list[int]]:
    """Poll the size of a directory in a thread; yield a list with the maximum in bytes so far."""
    maximum, stopping = [0], threading.Event()

    def watch() -> None:
        while not stopping.wait(POLL_SECONDS):
            maximum[0] = max(maximum[0], _bytes_in(directory))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield maximum
    finally:
        stopping.set()
        watcher.join()


def _bytes_in(directory: Path) -> int:
    total = 0
    for path in directory.rglob("*"):
        with suppress(FileNotFoundError):  # removed since it was listed
            total += path.stat().st_size
    return total


def main(directory: Path, seasons: int = 0) -> int:
    """Run all tables between landed payloads and predictions; return the exit code."""
    home = Home(directory)
    if seasons:
        ingest(home, DemoLeague(END, seasons))
    started, used = time.perf_counter(), time.process_time()
    with home.writing() as workspace, watched(directory / "spilled") as spilled:
        graph = pipeline().without("minutes_model", "trained_model")
        report = Run(graph, workspace).execute()
    whole, processor = time.perf_counter() - started, time.process_time() - used
    with home.reading(graph) as session:
        totals = {
            "whole_seconds": whole,
            "processor_seconds": processor,
            "spilled_bytes": spilled[0],
            "seconds": sum(
                t.seconds
                for t in report.tables
                if graph.tables[t.table].function.__module__.startswith("tipoff.features")
            ),
            "rows": session.query("SELECT count(*) FROM ml_feature_store")[0][0],
            "played": session.query("SELECT count(*) FROM player_game_summary")[0][0],
        }
    sys.stdout.write(json.dumps(totals))
    sys.stderr.writelines(f"{problem}\n" for problem in report.problems)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))

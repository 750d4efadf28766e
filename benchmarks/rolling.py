"""Compute the same rolling features in five ways: ``python -m benchmarks.rolling HOME``.

The features are mean and standard deviation of eight counts over a player's last 5, 10 and 20
games. They are computed by SQL windows in DuckDB, by Polars and by pandas over whole columns, and
in a pool of processes by two loops over players and games: one over plain lists, one with a data
frame of the earlier games for each game, as such systems are commonly written. All results are
compared.

Prints the processor seconds of each as JSON, and the elapsed seconds of the windows and of the pool
with data frames, both of which use all cores. The loops run over a part of the players, and their
times are scaled to all.
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from math import sqrt
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pandas as pd
import polars as pl

from tipoff.app.home import Home

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pyarrow as pa

    from tipoff.kernel.run.session import Session

COUNTS = (
    *("points", "rebounds", "assists", "threes_made", "steals", "blocks", "turnovers", "minutes"),
)
GAMES = (5, 10, 20)
LOOPED = 10
"""The loops run over one in this many players."""
TRIES = 5
"""Number of repetitions of methods that take a second or two; the median counts."""
OWNER, ORDER = "player_id", ("game_date", "game_id")
NAMES = [f"{c}_{what}_{n}" for n in GAMES for c in COUNTS for what in ("mean", "spread")]
T = TypeVar("T")
Lines = list[tuple[float, ...]]
"""A player's counts by game."""


def timed(compute: Callable[[], T]) -> tuple[T, float, float]:
    """Return the result of a function, with its median processor seconds and elapsed seconds."""
    took = []
    for _ in range(TRIES):
        processor, clock = time.process_time(), time.perf_counter()
        result = compute()
        took.append((time.process_time() - processor, time.perf_counter() - clock))
    return result, median(p for p, _ in took), median(c for _, c in took)


def by_windows(session: Session) -> pa.Table:
    """Return the features, computed by SQL windows."""
    columns = ", ".join(
        f"avg({count}) OVER last_{games} AS {count}_mean_{games},"
        f" stddev_pop({count}) OVER last_{games} AS {count}_spread_{games}"
        for games in GAMES
        for count in COUNTS
    )
    windows = ", ".join(
        f"last_{games} AS (PARTITION BY {OWNER} ORDER BY {', '.join(ORDER)}"
        f" ROWS BETWEEN {games} PRECEDING AND 1 PRECEDING)"
        for games in GAMES
    )
    keys = ", ".join((OWNER, *ORDER))
    return session.arrow(f"SELECT {keys}, {columns} FROM player_box_score WINDOW {windows}")


def by_polars(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the features, computed by Polars; rows are sorted by player and game."""
    last = pl.col(COUNTS).shift()
    features = [
        moment.over(OWNER).name.suffix(f"_{what}_{games}")
        for games in GAMES
        for what, moment in (
            ("mean", last.rolling_mean(games, min_samples=1)),
            ("spread", last.rolling_std(games, min_samples=1, ddof=0)),
        )
    ]
    return lines.lazy().sort(OWNER, *ORDER).select(features).collect()


def by_pandas(lines: pd.DataFrame) -> pd.DataFrame:
    """Return the features, computed by pandas; rows are sorted by player and game."""
    ordered = lines.sort_values([OWNER, *ORDER])
    earlier = ordered.groupby(OWNER)[list(COUNTS)].shift()
    features = {}
    for games in GAMES:
        rolling = earlier.groupby(ordered[OWNER]).rolling(games, min_periods=1)
        means, spreads = rolling.mean(), rolling.std(ddof=0)
        for count in COUNTS:
            features[f"{count}_mean_{games}"] = means[count].to_numpy()
            features[f"{count}_spread_{games}"] = spreads[count].to_numpy()
    return pd.DataFrame(features, index=ordered.index)


def of_player(lines: Lines) -> tuple[Lines, float]:
    """Return a player's features by game, and the processor seconds that they took."""
    started = time.process_time()
    features = []
    for place in range(len(lines)):
        row = []
        for games in GAMES:
            earlier = lines[max(0, place - games) : place]
            for count in range(len(COUNTS)):
                row += _moments([line[count] for line in earlier])
        features.append(tuple(row))
    return features, time.process_time() - started


def of_frame(player: pd.DataFrame) -> tuple[Lines, float]:
    """Return the same as ``of_player``, computed with a data frame of each game's earlier games."""
    started = time.process_time()
    features = []
    for place in range(len(player)):
        earlier, row = player.iloc[:place], []
        for games in GAMES:
            last = earlier.tail(games)
            means, spreads = last.mean(), last.std(ddof=0)
            for count in COUNTS:
                row += [float(means[count]), float(spreads[count])]
        features.append(tuple(row))
    return features, time.process_time() - started


def _moments(values: Sequence[float]) -> list[float]:
    if not values:
        return [float("nan")] * 2
    mean = sum(values) / len(values)
    return [mean, sqrt(sum((value - mean) ** 2 for value in values) / len(values))]


def by_loop(lines: pd.DataFrame, *, frames: bool) -> tuple[np.ndarray, float, float]:
    """Return the features of some players, and the processor and elapsed seconds, scaled to all.

    Elapsed time is measured from when all processes have started.
    """
    chosen = lines[lines[OWNER] % LOOPED == 0].sort_values([OWNER, *ORDER])
    counts = [each[list(COUNTS)] for _, each in chosen.groupby(OWNER)]
    players = [list(map(tuple, each.to_numpy(float))) for each in counts]
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(time.sleep, [0.1] * cores))
        started = time.perf_counter()
        results = list(pool.map(of_frame, counts) if frames else pool.map(of_player, players))
        clock = time.perf_counter() - started
    features = np.array([row for rows, _ in results for row in rows])
    scale = len(lines) / len(chosen)
    return features, sum(each for _, each in results) * scale, clock * scale


def main(directory: Path) -> None:
    """Compute the features in every way, and compare them.

    The loops fork processes, so they run before Polars starts threads.
    """
    with Home(directory).reading() as session:
        columns = ", ".join((OWNER, *ORDER, *COUNTS))
        table = session.arrow(f"SELECT {columns} FROM player_box_score")
        by_window, windows, windows_clock = timed(lambda: by_windows(session))
    lines, by_sql = table.to_pandas(), by_window.to_pandas().sort_values([OWNER, *ORDER])
    looped, loop, _ = by_loop(lines, frames=False)
    framed, frames, pool_clock = by_loop(lines, frames=True)
    panda, pandas, _ = timed(lambda: by_pandas(lines))
    rows = pl.DataFrame(table)
    polar, polars, _ = timed(lambda: by_polars(rows))
    right = by_sql[NAMES].to_numpy(float)
    part = right[(by_sql[OWNER] % LOOPED == 0).to_numpy()]
    for whole in (panda[NAMES].to_numpy(float), polar.select(NAMES).to_numpy()):
        np.testing.assert_allclose(whole, right, rtol=1e-6, atol=1e-5)
    for each in (looped, framed):
        np.testing.assert_allclose(each, part, rtol=1e-9, atol=1e-9)
    times = {
        "rows": len(lines),
        "features": len(NAMES),
        "windows": windows,
        "windows_clock": windows_clock,
        "polars": polars,
        "pandas": pandas,
        "loop": loop,
        "frames": frames,
        "pool_clock": pool_clock,
    }
    sys.stdout.write(json.dumps(times))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

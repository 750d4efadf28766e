"""The same rolling features made five ways: ``python -m benchmarks.rolling HOME``.

The mean and the standard deviation of eight counts over a player's last 5, 10 and 20 games: by
windows of SQL in DuckDB, by Polars and by pandas over whole columns, and in a pool of processes by
two loops over players and games, one over plain lists and one that takes a frame of the games
before each game, as such systems are commonly written. Prints the processor seconds of each as
JSON, and the seconds on the clock of the windows and of the pool that takes frames, both of which
have all cores; a loop's are those of a part of the players, scaled to all. All are compared first.
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
"""Of this many players one is looped over."""
TRIES = 5
"""What takes a second or two is made this often, and the median counts."""
OWNER, ORDER = "player_id", ("game_date", "game_id")
NAMES = [f"{c}_{what}_{n}" for n in GAMES for c in COUNTS for what in ("mean", "spread")]
T = TypeVar("T")
Lines = list[tuple[float, ...]]
"""A player's counts, game by game."""


def timed(make: Callable[[], T]) -> tuple[T, float, float]:
    """Return what is made, and the seconds of the processor and of the clock that it takes."""
    took = []
    for _ in range(TRIES):
        processor, clock = time.process_time(), time.perf_counter()
        made = make()
        took.append((time.process_time() - processor, time.perf_counter() - clock))
    return made, median(p for p, _ in took), median(c for _, c in took)


def by_windows(session: Session) -> pa.Table:
    """Return the features by SQL."""
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
    """Return the features by Polars, a player's games after one another."""
    last = pl.col(COUNTS).shift()
    made = [
        moment.over(OWNER).name.suffix(f"_{what}_{games}")
        for games in GAMES
        for what, moment in (
            ("mean", last.rolling_mean(games, min_samples=1)),
            ("spread", last.rolling_std(games, min_samples=1, ddof=0)),
        )
    ]
    return lines.lazy().sort(OWNER, *ORDER).select(made).collect()


def by_pandas(lines: pd.DataFrame) -> pd.DataFrame:
    """Return the features by pandas, a player's games after one another."""
    ordered = lines.sort_values([OWNER, *ORDER])
    earlier = ordered.groupby(OWNER)[list(COUNTS)].shift()
    made = {}
    for games in GAMES:
        rolling = earlier.groupby(ordered[OWNER]).rolling(games, min_periods=1)
        means, spreads = rolling.mean(), rolling.std(ddof=0)
        for count in COUNTS:
            made[f"{count}_mean_{games}"] = means[count].to_numpy()
            made[f"{count}_spread_{games}"] = spreads[count].to_numpy()
    return pd.DataFrame(made, index=ordered.index)


def of_player(lines: Lines) -> tuple[Lines, float]:
    """Return a player's features, game by game, and the processor seconds that they took."""
    started = time.process_time()
    made = []
    for place in range(len(lines)):
        row = []
        for games in GAMES:
            earlier = lines[max(0, place - games) : place]
            for count in range(len(COUNTS)):
                row += _moments([line[count] for line in earlier])
        made.append(tuple(row))
    return made, time.process_time() - started


def of_frame(player: pd.DataFrame) -> tuple[Lines, float]:
    """Return what ``of_player`` does, with a frame of the games before each."""
    started = time.process_time()
    made = []
    for place in range(len(player)):
        earlier, row = player.iloc[:place], []
        for games in GAMES:
            last = earlier.tail(games)
            means, spreads = last.mean(), last.std(ddof=0)
            for count in COUNTS:
                row += [float(means[count]), float(spreads[count])]
        made.append(tuple(row))
    return made, time.process_time() - started


def _moments(values: Sequence[float]) -> list[float]:
    if not values:
        return [float("nan")] * 2
    mean = sum(values) / len(values)
    return [mean, sqrt(sum((value - mean) ** 2 for value in values) / len(values))]


def by_loop(lines: pd.DataFrame, *, frames: bool) -> tuple[np.ndarray, float, float]:
    """Return the features of some players, and the seconds of all: of processor and of clock.

    The clock starts when the processes have.
    """
    chosen = lines[lines[OWNER] % LOOPED == 0].sort_values([OWNER, *ORDER])
    counts = [each[list(COUNTS)] for _, each in chosen.groupby(OWNER)]
    players = [list(map(tuple, each.to_numpy(float))) for each in counts]
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(time.sleep, [0.1] * cores))
        started = time.perf_counter()
        made = list(pool.map(of_frame, counts) if frames else pool.map(of_player, players))
        clock = time.perf_counter() - started
    features = np.array([row for rows, _ in made for row in rows])
    scale = len(lines) / len(chosen)
    return features, sum(each for _, each in made) * scale, clock * scale


def main(directory: Path) -> None:
    """Make the features in every way, and compare them; the loops first, before Polars' threads."""
    with Home(directory).reading() as session:
        columns = ", ".join((OWNER, *ORDER, *COUNTS))
        table = session.arrow(f"SELECT {columns} FROM player_box_score")
        found, windows, windows_clock = timed(lambda: by_windows(session))
    lines, by_sql = table.to_pandas(), found.to_pandas().sort_values([OWNER, *ORDER])
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
    told = {
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
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The same rolling features made four ways: ``python -m benchmarks.rolling HOME``.

The mean and the standard deviation of eight counts over a player's last 5, 10 and 20 games: by
windows of SQL in DuckDB, by pandas over whole columns, and in a pool of processes by two loops over
players and games, one over plain lists and one that takes a frame of the games before each game, as
such systems are commonly written. Prints the processor seconds of each as JSON; a loop's are those
of a part of the players, scaled to all. All are compared first.
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tipoff.app.home import Home

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTS = (
    *("points", "rebounds", "assists", "threes_made", "steals", "blocks", "turnovers", "minutes"),
)
GAMES = (5, 10, 20)
LOOPED = 10
"""Of this many players one is looped over."""
ORDER = "game_date, game_id"
Lines = list[tuple[float, ...]]
"""A player's counts, game by game."""


def by_windows(home: Home) -> tuple[pd.DataFrame, float]:
    """Return the features by SQL, and the processor seconds that they took."""
    columns = ", ".join(
        f"avg({count}) OVER {name} AS {count}_mean_{games},"
        f" stddev_pop({count}) OVER {name} AS {count}_spread_{games}"
        for games in GAMES
        for name in [f"last_{games}"]
        for count in COUNTS
    )
    windows = ", ".join(
        f"last_{games} AS (PARTITION BY player_id ORDER BY {ORDER}"
        f" ROWS BETWEEN {games} PRECEDING AND 1 PRECEDING)"
        for games in GAMES
    )
    with home.reading() as session:
        session.query("SELECT count(*) FROM player_box_score")
        started = time.process_time()
        found = session.arrow(
            f"SELECT player_id, game_date, game_id, {columns} FROM player_box_score"
            f" WINDOW {windows}"
        )
        seconds = time.process_time() - started
    return found.to_pandas().sort_values(["player_id", "game_date", "game_id"]), seconds


def by_pandas(lines: pd.DataFrame) -> tuple[pd.DataFrame, float]:
    """Return the features by pandas, and the processor seconds that they took."""
    started = time.process_time()
    ordered = lines.sort_values(["player_id", "game_date", "game_id"])
    earlier = ordered.groupby("player_id")[list(COUNTS)].shift()
    made = {}
    for games in GAMES:
        rolling = earlier.groupby(ordered["player_id"]).rolling(games, min_periods=1)
        means, spreads = rolling.mean(), rolling.std(ddof=0)
        for count in COUNTS:
            made[f"{count}_mean_{games}"] = means[count].to_numpy()
            made[f"{count}_spread_{games}"] = spreads[count].to_numpy()
    return pd.DataFrame(made, index=ordered.index), time.process_time() - started


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


def by_loop(lines: pd.DataFrame, *, frames: bool) -> tuple[np.ndarray, float]:
    """Return the features of some players, and the processor seconds for all of them."""
    chosen = lines[lines["player_id"] % LOOPED == 0].sort_values(
        ["player_id", "game_date", "game_id"]
    )
    counts = [each[list(COUNTS)] for _, each in chosen.groupby("player_id")]
    players = [list(map(tuple, each.to_numpy(float))) for each in counts]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(of_frame, counts) if frames else pool.map(of_player, players))
    seconds = sum(each for _, each in made) * len(lines) / len(chosen)
    return np.array([row for rows, _ in made for row in rows]), seconds


def main(directory: Path) -> None:
    """Make the features three ways, and compare them."""
    home = Home(directory)
    with home.reading() as session:
        columns = ", ".join(("player_id", "game_date", "game_id", *COUNTS))
        lines = session.arrow(f"SELECT {columns} FROM player_box_score").to_pandas()
    windows, seconds = by_windows(home)
    frame, pandas_seconds = by_pandas(lines)
    looped, loop_seconds = by_loop(lines, frames=False)
    framed, frames_seconds = by_loop(lines, frames=True)
    names = [f"{c}_{what}_{n}" for n in GAMES for c in COUNTS for what in ("mean", "spread")]
    by_sql = windows[names].to_numpy(float)
    part = by_sql[(windows["player_id"] % LOOPED == 0).to_numpy()]
    np.testing.assert_allclose(frame[names].to_numpy(float), by_sql, rtol=1e-6, atol=1e-5)
    for each in (looped, framed):
        np.testing.assert_allclose(each, part, rtol=1e-9, atol=1e-9)
    told = {
        "rows": len(windows),
        "features": len(names),
        "windows": seconds,
        "pandas": pandas_seconds,
        "loop": loop_seconds,
        "frames": frames_seconds,
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

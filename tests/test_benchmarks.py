"""Benchmarks measure whole commands, store the results, and report ratios that got worse."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import polars as pl
import pytest
from benchmarks import correction, results, rolling
from benchmarks.chart import PIPELINE, POOL, WAYS, chart
from benchmarks.measure import Measured
from benchmarks.results import TOLERANCE, Result, as_json, keep, kept, table, worse
from benchmarks.runs import MARKETS, counted, parts

from conftest import THROUGH, World, build, read_by, small_payloads
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ALONE = Result("a day", Measured(2.0, 1.5, 300.0, "much"), "3 s", "", None, "today, 2 cores")
AGAINST = Result("a season", Measured(9.0, math.nan, math.nan), "", "to the other", 0.5, "today")


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "KEPT", tmp_path / "kept.json")
    monkeypatch.setattr(results, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(results, "CHART", tmp_path / "page.svg")


def test_what_is_kept_comes_back_and_replaces_what_was_measured_before() -> None:
    keep([ALONE, AGAINST])
    keep([replace(AGAINST, ratio=0.6)])
    first, second = kept()
    assert first == replace(ALONE, measured=replace(ALONE.measured, said=""))
    assert (second.ratio, second.measured.seconds) == (0.6, 9.0)
    assert math.isnan(second.measured.peak_megabytes)
    assert "| a season | 9.00 |  |  | 0.6 |  | to the other |" in results.PAGE.read_text()
    assert "NaN" not in as_json([AGAINST])
    assert json.loads(as_json([AGAINST]))[0]["measured"]["processor_seconds"] is None


def test_only_a_ratio_that_is_much_worse_is_reported() -> None:
    keep([ALONE, AGAINST])
    assert AGAINST.ratio is not None
    assert worse([ALONE, replace(AGAINST, ratio=AGAINST.ratio * TOLERANCE)]) == []
    (problem,) = worse([replace(ALONE, ratio=9.0), replace(AGAINST, ratio=0.63)])
    assert problem == "a season: the ratio is 0.63, and was 0.5"


def test_a_table_has_a_line_for_each_result() -> None:
    lines = table([ALONE, AGAINST]).splitlines()
    assert len(lines) == 4
    assert lines[2] == "| a day | 2.00 | 1.50 | 300 |  | 3 s |  |"


def test_a_chart_has_a_bar_for_each_ratio_and_goes_with_the_page() -> None:
    keep([ALONE, AGAINST])
    assert not results.CHART.exists()
    quicker, longer = replace(AGAINST, what=f"it, {WAYS['polars']}", ratio=2.0), f"it, {POOL}"
    keep([quicker, replace(AGAINST, what=longer, ratio=0.01), replace(AGAINST, what=PIPELINE)])
    drawn = ElementTree.fromstring(results.CHART.read_text())
    texts = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[texts.index("Polars over whole columns") + 1] == "0.5x"
    assert texts[texts.index(f"T{POOL[4:]}") + 1] == "100x"
    assert "(page.svg)" in results.PAGE.read_text()
    assert chart(results.ratios(kept())) == results.CHART.read_text()


STARTS = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

def hold(size):
    return len(bytes(bytearray(size)))

if __name__ == "__main__":
    with ProcessPoolExecutor(1, get_context("forkserver")) as pool:
        print(pool.submit(hold, 150_000_000).result())
"""
MEASURES = """
import sys
from benchmarks.measure import run
print(run("python", sys.argv[1]).peak_megabytes)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux alone")
def test_what_is_measured_has_the_processes_that_a_command_starts(tmp_path: Path) -> None:
    path = tmp_path / "starts.py"
    path.write_text(STARTS)
    process = subprocess.run(
        [sys.executable, "-c", MEASURES, path],
        cwd=results.HERE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(process.stdout) > 200


def test_a_run_is_reported_with_what_trained_and_with_what_was_computed_again() -> None:
    seconds = {"shot": 9.0, "trained_model": 5.0, "blend_model": 1.0, "player_prediction": 2.0}
    tables = {name: {"seconds": s, "dates": int(s > 1)} for name, s in seconds.items()}
    ran = replace(ALONE, measured=replace(ALONE.measured, said=json.dumps({"tables": tables})))
    predicted, trained = parts(ran.measured, MARKETS[0])
    assert (predicted.measured.seconds, trained.measured.seconds) == (8.0, 6.0)
    assert trained.note == "trained_model 5 s, blend_model 1 s"
    assert counted(ran, "a day").note.startswith("of a day; 3 dates of 3 of 4 tables computed")


def test_rolling_features_are_the_same_in_every_way(small_world: World) -> None:
    columns = ", ".join((rolling.OWNER, *rolling.ORDER, *rolling.COUNTS))
    with small_world.home.reading() as session:
        lines = session.arrow(f"SELECT {columns} FROM player_box_score")
        windows = rolling.by_windows(session).to_pandas()
    expected = windows.sort_values([rolling.OWNER, *rolling.ORDER])[rolling.NAMES].to_numpy(float)
    polars = rolling.by_polars(pl.DataFrame(lines)).select(rolling.NAMES).to_numpy()
    pandas = rolling.by_pandas(lines.to_pandas())[rolling.NAMES].to_numpy(float)
    for made in (polars, pandas):
        np.testing.assert_allclose(made, expected, rtol=1e-6, atol=1e-5)
    frame = pd.DataFrame({name: [1.0, 4.0, 9.0] for name in rolling.COUNTS})
    rows = list(map(tuple, frame.to_numpy()))
    np.testing.assert_allclose(rolling.of_frame(frame)[0], rolling.of_player(rows)[0])
    assert rolling.of_player(rows)[0][2][:2] == (2.5, 1.5)


def test_a_correction_is_a_free_throw_that_was_a_teammates_three_weeks_ago(tmp_path: Path) -> None:
    world, graph = World(Home(tmp_path / "home", threads=2)), pipeline().only("player_box_score")
    assert build(world.home, read_by(graph, small_payloads()), graph).problems == []
    before = _points(world)
    day = correction.main(world.home)
    assert build(world.home, [], graph).problems == []
    moved = [
        (key[:2], points - before[key]) for key, points in _points(world).items() - before.items()
    ]
    assert [points for _, points in sorted(moved)] in ([1, -1], [-1, 1])
    assert len({of_team for of_team, _ in moved}) == 1, "of one team"
    assert {of_team[0] for of_team, _ in moved} == {day}
    assert timedelta(weeks=3) <= THROUGH - day <= timedelta(weeks=4)


def _points(world: World) -> dict[tuple[date, int, int], int]:
    rows = world.rows("player_box_score")
    return {(r["game_date"], r["team_id"], r["player_id"]): r["points"] for r in rows}

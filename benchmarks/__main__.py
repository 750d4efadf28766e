"""Run the benchmarks and write their results to ``results/``: ``python -m benchmarks --help``."""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from benchmarks import odds
from benchmarks.chart import POOL, WAYS, WINDOWS, as_times
from benchmarks.measure import Measured, run, tipoff
from benchmarks.results import HERE, Result, as_json, keep, table, worse
from benchmarks.runs import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = ("demo", "prices", "scale", "phases", "rolling", "whole")


def demo(place: Path) -> Iterator[Result]:
    """Measure the simulated league, with two seasons of thirty teams, and its site."""
    code = (
        "from datetime import date; from tipoff.simulation.league import DemoLeague;"
        "print(sum(len(p.body) for p in DemoLeague(date(2025, 1, 15)).payloads()))"
    )
    yield Result("simulate two seasons of 30 teams", run("python", "-c", code), "10 s")
    yield Result("tipoff demo, all of it", run("tipoff", "demo", TIPOFF_HOME=str(place / "demo")))
    yield from site(place)


def site(place: Path) -> Iterator[Result]:
    """Measure the demo's site: a page in Chromium, if installed, and many concurrent readers."""
    home = place / "demo" / "demo"
    if shutil.which("chromium") or shutil.which("chromium-browser"):
        path = os.pathsep.join([str(HERE.parent / "tests"), os.environ.get("PYTHONPATH", "")])
        page = json.loads(run("python", "-m", "benchmarks.page", home, PYTHONPATH=path).said)
        yield Result(
            "today's page in Chromium, from navigation to the slate, warm",
            Measured(page["median"] / 1000, math.nan, math.nan),
            "0.15 s",
            f"{page['first']:.0f} ms cold, {page['rows']} rows",
        )
    load = run("python", "-m", "benchmarks.serving", home, 200, 30)
    answers = json.loads(load.said)
    note = f"{answers['answers']:,} answers, {answers['errors']} errors,"
    note += f" p50 {answers['p50']:.0f} ms, p99 {answers['p99']:.0f} ms"
    yield Result("tipoff serve: 200 clients for 30 s", load, "0 errors", note)


def prices(place: Path) -> Iterator[Result]:
    """Measure fetching a slate's prices from a slow service."""
    alone = odds.PLAYERS * odds.LATENCY_SECONDS
    yield Result(
        f"tipoff ingest odds: {odds.PLAYERS} players, {odds.EVENTS} events, {odds.BOOKS} books,"
        f" {odds.LATENCY_SECONDS} s per answer",
        odds.slate(place / "odds"),
        "6 s",
        f"{alone:.0f} s by asking one player at a time",
    )


def phases(recorded: Path, place: Path) -> Iterator[Result]:
    """Measure raw, analytics and features of four recorded seasons, and the script by hand.

    The script runs before and after; the ratio uses the mean of both, as other work on the machine
    changes what it takes.
    """
    home = place / "phases"
    yield Result("ingest four recorded seasons", tipoff(home, "ingest", "recorded", recorded))
    script = run("python", "-m", "benchmarks.reference", recorded, place / "reference.duckdb")
    ours = run("python", "-m", "benchmarks.phases", home)
    again = run("python", "-m", "benchmarks.reference", recorded, place / "reference.duckdb")
    mean = (script.processor_seconds + again.processor_seconds) / 2
    agreement = run("python", "-m", "benchmarks.agreement", home, place / "reference.duckdb").said
    yield Result("raw, analytics and features by hand, first run", script)
    yield Result("raw, analytics and features by hand, second run", again)
    yield Result(
        "raw, analytics and features",
        ours,
        "1.5 GB, 2.5x by hand",
        f"ratio to the processor time by hand, with fewer features; {agreement}",
        ours.processor_seconds / mean,
    )
    yield _features("of these, features alone", ours, "10,000 rows per second")


def rolling(recorded: Path, place: Path) -> Iterator[Result]:
    """Measure the same rolling features by SQL, by Polars, by pandas and by loops in Python."""
    home = place / "phases"
    if not home.exists():
        tipoff(home, "ingest", "recorded", recorded)
        run("python", "-m", "benchmarks.phases", home)
    times = json.loads(run("python", "-m", "benchmarks.rolling", home).said)
    many = f"{times['features']} rolling features of {times['rows']:,} player-games"
    took = Measured(times["windows_clock"], times["windows"], math.nan)
    yield Result(f"{many}, {WINDOWS}", took)
    for name, how in WAYS.items():
        ratio = times["windows"] / times[name]
        note = f"ratio of windows to this, which takes {as_times(1 / ratio)} the processor time"
        took = Measured(math.nan, times[name], math.nan)
        yield Result(f"{many}, {how}", took, "", note, ratio)
    ratio = times["windows_clock"] / times["pool_clock"]
    note = f"ratio of windows to this, which takes {as_times(1 / ratio)} the time per core"
    took = Measured(times["pool_clock"], math.nan, math.nan)
    yield Result(f"{many}, {POOL}", took, "50x per core", note, ratio)


def scale(place: Path, largest: int) -> Iterator[Result]:
    """Measure 1, 4, 16 ... simulated seasons of thirty teams, up to ``largest``."""
    first: dict[str, float] = {}
    times = 1
    while times <= largest:
        ran = run("python", "-m", "benchmarks.phases", place / f"times{times}", times)
        totals = json.loads(ran.said)
        first = first or totals
        seconds, rows = (totals[n] / first[n] for n in ("processor_seconds", "rows"))
        yield Result(
            f"{times}x: simulated seasons of 30 teams, raw to features",
            Measured(totals["whole_seconds"], totals["processor_seconds"], ran.peak_megabytes),
            f"{1.25 * rows:.1f}x the time" if times > 1 else "",
            f"{totals['rows']:,} rows of features; {rows:.1f}x the rows in {seconds:.1f}x the"
            " processor time;"
            f" {totals['spilled_bytes'] / 1e6:,.0f} MB spilled to disk at most",
            seconds / rows if times > 1 else None,
        )
        yield _features(f"{times}x: of these, features alone", ran)
        times *= 4


def _features(what: str, whole: Measured, target: str = "") -> Result:
    """Return the result of the features alone, from the output of a run of the phases."""
    totals = json.loads(whole.said)
    seconds, rows, played = (totals[name] for name in ("seconds", "rows", "played"))
    note = f"{rows:,} rows, {rows / seconds:,.0f} per second; {played:,} player-games played,"
    note += f" {played / seconds:,.0f} per second"
    return Result(what, Measured(seconds, math.nan, whole.peak_megabytes), target, note)


def main() -> None:
    """Run the chosen benchmarks; exit with the ratios that got worse, with ``--check``."""
    options = argparse.ArgumentParser(prog="python -m benchmarks")
    options.add_argument("--quick", action="store_true", help="leave out the full runs")
    options.add_argument(
        "--only", metavar="PARTS", help=f"run only these: some of {','.join(PARTS)}"
    )
    options.add_argument(
        "--scale", type=int, default=4, help="maximum seasons of the part scale: 1, 4, 16 ..."
    )
    options.add_argument(
        "--keep", action="store_true", help="write docs/benchmarks.md from the results"
    )
    options.add_argument(
        "--check", action="store_true", help="fail if a ratio is worse than the one kept"
    )
    arguments = options.parse_args()
    default = HERE.parents[1] / "shared" / "recorded"
    recorded = Path(os.environ.get("TIPOFF_RECORDED", default))
    place = Path(tempfile.mkdtemp(prefix="tipoff-bench-"))
    try:
        results = _measured(_parts(arguments, recorded), recorded, place, arguments.scale)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    _written(results)
    regressions = worse(results) if arguments.check else []
    if arguments.keep:
        keep(results)
    sys.exit("\n".join(regressions) or 0)


def _parts(arguments: argparse.Namespace, recorded: Path) -> list[str]:
    """Return the names of the parts to measure."""
    if arguments.only:
        wanted = arguments.only.split(",")
        unknown = sorted(set(wanted) - set(PARTS))
        if unknown:
            sys.exit(f"there is no part {unknown[0]}: there are {', '.join(PARTS)}")
        return [name for name in PARTS if name in wanted]
    if not recorded.is_dir():
        sys.stderr.write(f"no recorded seasons at {recorded}: the simulated league only\n")
    left_out = {"whole"} if arguments.quick else set()
    left_out |= set() if recorded.is_dir() else {"phases", "rolling", "whole"}
    return [name for name in PARTS if name not in left_out]


def _measured(parts: list[str], recorded: Path, place: Path, largest: int) -> list[Result]:
    """Measure some parts, one after the other, and print each result as it comes."""
    benchmarks = {
        "demo": lambda: demo(place),
        "prices": lambda: prices(place),
        "scale": lambda: scale(place, largest),
        "phases": lambda: phases(recorded, place),
        "rolling": lambda: rolling(recorded, place),
        "whole": lambda: whole(recorded, place),
    }
    results = []
    for name in parts:
        try:
            for result in benchmarks[name]():
                results.append(replace(result, machine=_machine()))
                sys.stderr.write(f"{result.measured.seconds:8.2f} s  {result.what}\n")
        except subprocess.CalledProcessError as error:
            sys.stderr.write(f"{name} is not measured any further: {error}\n")
    return results


def _machine() -> str:
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()},"
        f" DuckDB {duckdb.__version__}"
    )


def _written(results: list[Result]) -> None:
    """Write the results to new files in ``results/``, and print the table."""
    directory = HERE / "results"
    directory.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    (directory / f"{stamp}.md").write_text(table(results))
    (directory / f"{stamp}.json").write_text(as_json(results))
    sys.stdout.write(table(results))


if __name__ == "__main__":
    main()

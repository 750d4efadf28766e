"""``python -m benchmarks``: measure, print a table, keep it in ``results/``; see ``--help``."""

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
    """Measure the simulated league, two seasons of thirty teams, and its site."""
    code = (
        "from datetime import date; from tipoff.simulation.league import DemoLeague;"
        "print(sum(len(p.body) for p in DemoLeague(date(2025, 1, 15)).payloads()))"
    )
    yield Result("simulate two seasons of 30 teams", run("python", "-c", code), "10 s")
    yield Result("tipoff demo, all of it", run("tipoff", "demo", TIPOFF_HOME=str(place / "demo")))
    yield from site(place)


def site(place: Path) -> Iterator[Result]:
    """Measure the demo's site: a page in Chromium where there is one, and a crowd of readers."""
    home = place / "demo" / "demo"
    if shutil.which("chromium") or shutil.which("chromium-browser"):
        path = os.pathsep.join([str(HERE.parent / "tests"), os.environ.get("PYTHONPATH", "")])
        told = json.loads(run("python", "-m", "benchmarks.page", home, PYTHONPATH=path).said)
        yield Result(
            "today's page in Chromium, from navigation to the slate, warm",
            Measured(told["median"] / 1000, math.nan, math.nan),
            "0.15 s",
            f"{told['first']:.0f} ms cold, {told['rows']} rows",
        )
    crowd = run("python", "-m", "benchmarks.serving", home, 200, 30)
    told = json.loads(crowd.said)
    note = f"{told['answers']:,} answers, {told['errors']} errors,"
    note += f" p50 {told['p50']:.0f} ms, p99 {told['p99']:.0f} ms"
    yield Result("tipoff serve: 200 clients for 30 s", crowd, "0 errors", note)


def prices(place: Path) -> Iterator[Result]:
    """Measure fetching a slate's prices from a service that is slow to answer."""
    alone = odds.PLAYERS * odds.LATENCY_SECONDS
    yield Result(
        f"tipoff ingest odds: {odds.PLAYERS} players, {odds.EVENTS} events, {odds.BOOKS} books,"
        f" {odds.LATENCY_SECONDS} s an answer",
        odds.slate(place / "odds"),
        "6 s",
        f"{alone:.0f} s by asking one player at a time",
    )


def phases(recorded: Path, place: Path) -> Iterator[Result]:
    """Measure raw, analytics and features of four recorded seasons, and the bare script."""
    home = place / "phases"
    yield Result("ingest four recorded seasons", tipoff(home, "ingest", "recorded", recorded))
    script = run("python", "-m", "benchmarks.reference", recorded, place / "reference.duckdb")
    ours = run("python", "-m", "benchmarks.phases", home)
    again = run("python", "-m", "benchmarks.reference", recorded, place / "reference.duckdb")
    mean = (script.processor_seconds + again.processor_seconds) / 2
    agreement = run("python", "-m", "benchmarks.agreement", home, place / "reference.duckdb").said
    yield Result("raw, analytics and features by hand, before", script)
    yield Result("raw, analytics and features by hand, after", again)
    yield Result(
        "raw, analytics and features",
        ours,
        "1.5 GB, 2.5x by hand",
        f"ratio: of processor time to the one by hand, which makes fewer features; {agreement}",
        ours.processor_seconds / mean,
    )
    yield _features("of these, the features", ours, "10,000 rows a second")


def rolling(recorded: Path, place: Path) -> Iterator[Result]:
    """Measure the same rolling features by SQL, by Polars, by pandas and by loops in Python."""
    home = place / "phases"
    if not home.exists():
        tipoff(home, "ingest", "recorded", recorded)
        run("python", "-m", "benchmarks.phases", home)
    told = json.loads(run("python", "-m", "benchmarks.rolling", home).said)
    many = f"{told['features']} rolling features of {told['rows']:,} player-games"
    took = Measured(told["windows_clock"], told["windows"], math.nan)
    yield Result(f"{many}, {WINDOWS}", took)
    for name, how in WAYS.items():
        ratio = told["windows"] / told[name]
        note = f"ratio: windows to this, which takes {as_times(1 / ratio)} the processor time"
        took = Measured(math.nan, told[name], math.nan)
        yield Result(f"{many}, {how}", took, "", note, ratio)
    ratio = told["windows_clock"] / told["pool_clock"]
    note = f"ratio: windows to this, which takes {as_times(1 / ratio)} the time of each core"
    took = Measured(told["pool_clock"], math.nan, math.nan)
    yield Result(f"{many}, {POOL}", took, "50x a core", note, ratio)


def scale(place: Path, largest: int) -> Iterator[Result]:
    """Measure one simulated season of thirty teams, and 4, 16 … of them."""
    first: dict[str, float] = {}
    times = 1
    while times <= largest:
        ran = run("python", "-m", "benchmarks.phases", place / f"times{times}", times)
        told = json.loads(ran.said)
        first = first or told
        seconds, rows = (told[n] / first[n] for n in ("processor_seconds", "rows"))
        yield Result(
            f"{times}x: simulated seasons of 30 teams, raw to features",
            Measured(told["whole_seconds"], told["processor_seconds"], ran.peak_megabytes),
            f"{1.25 * rows:.1f}x the time" if times > 1 else "",
            f"{told['rows']:,} rows of features; {rows:.1f}x the rows in {seconds:.1f}x the"
            " processor time;"
            f" {told['spilled_bytes'] / 1e6:,.0f} MB on the disk at most",
            seconds / rows if times > 1 else None,
        )
        yield _features(f"{times}x: of these, the features", ran)
        times *= 4


def _features(what: str, whole: Measured, target: str = "") -> Result:
    """Return the features' part of the phases, as their run told it."""
    told = json.loads(whole.said)
    seconds = told["seconds"]
    note = f"{told['rows']:,} rows, {told['rows'] / seconds:,.0f} a second; of {told['played']:,}"
    note += f" player-games played, {told['played'] / seconds:,.0f} a second"
    return Result(what, Measured(seconds, math.nan, whole.peak_megabytes), target, note)


def main() -> None:
    """Measure what can be measured here."""
    options = argparse.ArgumentParser(prog="python -m benchmarks")
    options.add_argument("--quick", action="store_true", help="leave out the run of everything")
    options.add_argument("--only", metavar="PARTS", help=f"some of {','.join(PARTS)}")
    options.add_argument("--scale", type=int, default=4, help="seasons measured at most: 1, 4, 16")
    options.add_argument("--keep", action="store_true", help="write docs/benchmarks.md from it")
    options.add_argument("--check", action="store_true", help="fail if a ratio is worse than kept")
    asked = options.parse_args()
    default = HERE.parents[1] / "shared" / "recorded"
    recorded = Path(os.environ.get("TIPOFF_RECORDED", default))
    place = Path(tempfile.mkdtemp(prefix="tipoff-bench-"))
    try:
        results = _measured(_parts(asked, recorded), recorded, place, asked.scale)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    _written(results)
    found = worse(results) if asked.check else []
    if asked.keep:
        keep(results)
    sys.exit("\n".join(found) or 0)


def _parts(asked: argparse.Namespace, recorded: Path) -> list[str]:
    """Return the names of the parts to measure."""
    if asked.only:
        wanted = asked.only.split(",")
        unknown = sorted(set(wanted) - set(PARTS))
        if unknown:
            sys.exit(f"there is no part {unknown[0]}: there are {', '.join(PARTS)}")
        return [name for name in PARTS if name in wanted]
    if not recorded.is_dir():
        sys.stderr.write(f"no recorded seasons at {recorded}: the simulated league only\n")
    left_out = {"whole"} if asked.quick else set()
    left_out |= set() if recorded.is_dir() else {"phases", "rolling", "whole"}
    return [name for name in PARTS if name not in left_out]


def _measured(parts: list[str], recorded: Path, place: Path, largest: int) -> list[Result]:
    """Measure some parts, one after the other, and tell each result as it comes."""
    made = {
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
            for result in made[name]():
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
    """Keep all of a measurement in a file of its own, and print the table."""
    kept = HERE / "results"
    kept.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    (kept / f"{stamp}.md").write_text(table(results))
    (kept / f"{stamp}.json").write_text(as_json(results))
    sys.stdout.write(table(results))


if __name__ == "__main__":
    main()

"""Full runs, and the runs after them: nothing to do, one more day, a correction, the site."""

from __future__ import annotations

import json
import math
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks.measure import Measured, run, tipoff
from benchmarks.results import Result
from tipoff.app.pipeline import pipeline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from tipoff.kernel.declare.table import TableDefinition

FIRST, LAST_BUT_ONE, LAST = "2020-12-22", "2024-04-13", "2024-04-14"
CORRECTION = "a correction three weeks later: a free throw was a teammate's"
TRAINED = "trained_for"
"""The date column of tables whose dates are those that models are trained for."""


@dataclass(frozen=True)
class Markets:
    """The markets that are predicted, and the target times."""

    named: str
    setting: str
    everything: str = ""
    predictions: str = ""
    training: str = ""


MARKETS = (
    Markets("points only", '["points"]', "240 s", "120 s"),
    Markets("all markets", "[]", predictions="600 s", training="150 s"),
)


def whole(recorded: Path, place: Path) -> Iterator[Result]:
    """Measure four recorded seasons, from payloads to documents, and then day by day."""
    by_hand = run("python", "-m", "benchmarks.reference", recorded, place / "by_hand.duckdb")
    for markets in MARKETS:
        home = place / markets.named
        tipoff(home, "ingest", "recorded", recorded)
        days = FIRST, LAST_BUT_ONE, LAST
        yield from life(home, days, markets, by_hand.processor_seconds)
    slate = json.loads(run("python", "-m", "benchmarks.slate", home).said)
    yield Result(
        f"a slate of {slate['players']} players, {slate['markets']} markets, in memory",
        Measured(slate["predict"], math.nan, math.nan),
        "1 s",
        f"{slate['systems']} distributions per player; {slate['load']:.2f} s with model parsing",
    )


def life(
    home: Path, days: tuple[str, str, str], markets: Markets, by_hand: float
) -> Iterator[Result]:
    """Measure a sequence of commands on a home with landed payloads.

    Args:
        home: the home.
        days: the first date that is run, the last but one and the last.
        markets: the markets that are predicted.
        by_hand: the processor seconds of the script by hand for the same payloads: the reference
            for the ratio of every command.
    """

    def done(
        what: str, *arguments: object, target: str = "", answers: Collection[int] = (0,)
    ) -> Result:
        ran = tipoff(home, *arguments, "--json", markets=markets.setting, answers=answers)
        note = "ratio to the processor time of raw, analytics and features by hand"
        ratio = ran.processor_seconds / by_hand
        return Result(f"{what}, {markets.named}", ran, target, note, ratio)

    first, last_but_one, last = days
    before, all_days = ("run", "--from", first, "--to", last_but_one), ("run", "--from", first)
    everything = done(f"tipoff run to {last_but_one}", *before, target=markets.everything)
    yield everything
    yield from parts(everything.measured, markets)
    yield done("the same again: nothing to do", *before, target="0.9 s")
    yield done("one more day", *all_days, "--to", last, target="3 s")
    # Exit code 3 is expected, because recorded seasons are stale.
    yield done("tipoff status", "status", target="0.8 s", answers=(0, 3))
    day = run("python", "-m", "benchmarks.correction", home).said
    yield counted(done(CORRECTION, *all_days, "--to", last), day)
    shutil.rmtree(home / "published")
    yield done("tipoff site, from nothing", "site", target="20 s")
    yield _sizes(home, markets.named)


def counted(correction: Result, day: str) -> Result:
    """Return the result of the run after a correction, noting how much was computed again."""
    tables = json.loads(correction.measured.said)["tables"]
    dates = [table["dates"] for table in tables.values() if table["dates"]]
    again = f"of {day}; {sum(dates):,} dates of {len(dates)} of {len(tables)} tables computed again"
    return replace(correction, note=f"{again}; {correction.note}")


def parts(ran: Measured, markets: Markets) -> Iterator[Result]:
    """Yield the time that a run took for tables of predictions, and for training alone."""
    of_tables: Mapping[str, float] = {
        name: table["seconds"] for name, table in json.loads(ran.said)["tables"].items()
    }
    known = pipeline().tables
    predicting = [n for n in of_tables if _room(known[n]) == "tipoff.predictions"]
    training = [n for n in predicting if known[n].schema.partition() == TRAINED]
    for what, names, target in (
        ("models, predictions and grades", predicting, markets.predictions),
        ("training", training, markets.training),
    ):
        note = ", ".join(f"{n} {of_tables[n]:.0f} s" for n in names if of_tables[n] >= 1)
        took = Measured(sum(of_tables[n] for n in names), math.nan, ran.peak_megabytes)
        yield Result(f"of this, {what}, {markets.named}", took, target, note)


def _room(table: TableDefinition) -> str:
    return table.function.__module__.rpartition(".")[0]


def _sizes(home: Path, named: str) -> Result:
    """Return the size of a home's parts on disk."""
    parts = {
        part: sum(p.stat().st_size for p in (home / part).rglob("*") if p.is_file())
        for part in ("landing", "tables", "published/current/")
    }
    note = ", ".join(f"{part} {size / 1e6:.0f} MB" for part, size in parts.items())
    return Result(f"disk, {named}", Measured(math.nan, math.nan, math.nan), "published 60 MB", note)

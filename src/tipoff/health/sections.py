"""The sections of a home's health that follow from its status, its tables and its catalog."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from tipoff.health.freshness import counted, lasting
from tipoff.health.vitals import Metric, Section, State
from tipoff.kernel.catalog.values import as_timestamp
from tipoff.predictions.evaluation.calibration import (
    error_if_calibrated,
    expected_calibration_error,
)

if TYPE_CHECKING:
    from datetime import date

    from tipoff.health.report import Status
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.reading import Rows

DAYS = 30
"""What prices and calibration are looked at."""
MAX_SUSPECT_SHARE = 0.05
MAX_MODEL_DAYS = 45
"""In season: models are trained each month, and may be once or twice late."""
MIN_GRADED = 200
"""Graded lines below which the calibration is noise."""
MAX_CALIBRATION = 3.0
"""Times the error that chance alone would make of right probabilities."""
SLOW, MIN_SLOW = 3.0, timedelta(minutes=1)
"""A run is slow if it takes so many times the median of those before, and as long at least."""
RUNS = 20
SUSPECT = """
SELECT count(*), count(suspect) FROM player_prop_offer
WHERE game_date BETWEEN DATE '{today}' - {days} AND DATE '{today}'
"""
MODELS = "SELECT market, max(trained_for) FROM trained_model GROUP BY market ORDER BY market"
GRADED = """
SELECT p_over, if(result = 'OVER', 1.0, 0.0) FROM prediction_grade
WHERE game_date BETWEEN DATE '{today}' - {days} AND DATE '{today}' AND p_over IS NOT NULL
    AND result IN ('OVER', 'UNDER') AND system = 'blend'
"""


def freshness_section(status: Status, now: datetime) -> Section:
    """Return how fresh the sources are."""
    used = [source for source in status.sources if source.used]
    metrics = []
    for source in used:
        labels = {"source": source.source}
        metrics += [
            Metric("source_stale", float(bool(source.stale)), labels),
            Metric("source_dates_behind", source.dates_behind, labels),
        ]
        if source.answered_at is not None:
            age = (now - source.answered_at).total_seconds()
            metrics.append(Metric("source_answer_age_seconds", max(age, 0.0), labels))
    stale = tuple(status.stale)
    held = [source for source in used if source.last_date is not None]
    silent = ", ".join(source.source for source in used if source.last_date is None)
    fresh = f"all of {counted(len(held), 'source')} fresh" if held else "no sources"
    lines = stale or (fresh, *([f"no rows yet: {silent}"] if silent else []))
    return Section("freshness", State.BAD if stale else State.OK, tuple(lines), tuple(metrics))


def grid_section(status: Status) -> Section:
    """Return what the grid expects and does not find, and what else is wrong."""
    stale = set(status.stale)
    problems = [problem for problem in status.problems if problem not in stale]
    missing = sum(table.missing_dates for table in status.tables)
    metrics = (
        Metric("missing_dates", missing),
        Metric("problems", len(status.problems)),
        Metric("warnings", len(status.warnings)),
    )
    if problems:
        return Section("grid", State.BAD, (*problems, *status.warnings), metrics)
    if status.warnings:
        return Section("grid", State.WARN, tuple(status.warnings), metrics)
    return Section(
        "grid", State.OK, (f"no gaps in {counted(len(status.tables), 'table')}",), metrics
    )


def quarantine_section(status: Status) -> Section:
    """Return how many rows are set aside, and how many payloads are refused."""
    held = {table.table: table.quarantined for table in status.tables if table.quarantined}
    refused = len(status.refused_payloads)
    metrics = (
        *(Metric("quarantined_rows", count, {"table": name}) for name, count in held.items()),
        Metric("refused_payloads", refused),
    )
    told = ", ".join(f"{count:,} of {name}" for name, count in held.items())
    line = f"{counted(sum(held.values()), 'row')} set aside" + (f": {told}" if told else "")
    return Section("quarantine", State.WARN if refused else State.OK, (line,), metrics)


def prices_section(rows: Rows, today: date) -> Section:
    """Return how many of the last prices cannot be right."""
    ((offers, suspect),) = rows.query(SUSPECT.format(today=today, days=DAYS))
    share = suspect / offers if offers else 0.0
    line = (
        f"{suspect:,} of {counted(offers, 'price')} suspect in {DAYS} days ({share:.1%})"
        if offers
        else f"no prices in {DAYS} days"
    )
    state = State.WARN if share > MAX_SUSPECT_SHARE else State.OK
    return Section("prices", state, (line,), (Metric("suspect_price_share", share),))


def models_section(rows: Rows, today: date, *, in_season: bool) -> Section:
    """Return how old the models are, and how calibrated what they said."""
    newest = dict(rows.query(MODELS))
    if not newest:
        return Section("models", State.WARN, ("none is trained",))
    ages = {market: (today - trained).days for market, trained in newest.items()}
    oldest = max(ages.values())
    state = State.WARN if in_season and oldest > MAX_MODEL_DAYS else State.OK
    calibrated, line, metrics = _calibration(rows, today)
    lines = (f"the oldest serves since {min(newest.values())}, {counted(oldest, 'day')}", line)
    return Section(
        "models",
        State.WARN if state is State.WARN or not calibrated else State.OK,
        lines,
        (*(Metric("model_age_days", age, {"market": m}) for m, age in ages.items()), *metrics),
    )


def _calibration(rows: Rows, today: date) -> tuple[bool, str, tuple[Metric, ...]]:
    """Return whether the last predictions were calibrated, with what to say of it."""
    graded = rows.query(GRADED.format(today=today, days=DAYS))
    if len(graded) < MIN_GRADED:
        return True, f"{counted(len(graded), 'line')} graded in {DAYS} days: too few", ()
    said, happened = np.asarray(graded, np.float64).T
    error, chance = expected_calibration_error(said, happened), error_if_calibrated(said)
    line = f"calibration error {error:.3f} over {len(graded):,} lines, {chance:.3f} by chance"
    metrics = (Metric("calibration_error", error), Metric("calibration_error_by_chance", chance))
    return error <= MAX_CALIBRATION * chance, line, metrics


def runs_section(catalog: Catalog, now: datetime) -> Section:
    """Return how the last run compares with those before."""
    rows = catalog.query(
        "SELECT run, started_at, ended_at, problems <> '[]' FROM run WHERE ended_at IS NOT NULL"
        " ORDER BY run DESC LIMIT ?",
        [RUNS],
    )
    if not rows:
        return Section("runs", State.WARN, ("no run has ended yet",))
    took = [as_timestamp(ended) - as_timestamp(began) for _, began, ended, _ in rows]
    run, _, ended, with_problems = rows[0]
    usual = timedelta(seconds=median(each.total_seconds() for each in took[1:] or took))
    slow = took[0] > SLOW * usual and took[0] > MIN_SLOW
    ((entered,),) = catalog.query("SELECT coalesce(sum(rows), 0) FROM entry WHERE run = ?", [run])
    line = (
        f"run {run} ended {as_timestamp(ended):%Y-%m-%d %H:%M} UTC after {_seconds(took[0])},"
        f" usually {_seconds(usual)}; {counted(entered, 'row')}"
    )
    metrics = (
        Metric("last_run_seconds", took[0].total_seconds()),
        Metric("usual_run_seconds", usual.total_seconds()),
        Metric("last_run_age_seconds", max((now - as_timestamp(ended)).total_seconds(), 0.0)),
        Metric("last_run_rows", entered),
    )
    further = ("slower than usual" if slow else "", "it told of problems" if with_problems else "")
    state = State.WARN if slow or with_problems else State.OK
    return Section("runs", state, (line, *filter(None, further)), metrics)


def _seconds(duration: timedelta) -> str:
    seconds = duration.total_seconds()
    return f"{seconds:.0f} s" if seconds < 600 else lasting(duration)

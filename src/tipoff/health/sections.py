"""The sections of a home's health that are computed from its status, tables and catalog."""

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
"""Days before today over which prices and calibration are measured."""
MAX_SUSPECT_SHARE = 0.05
MAX_MODEL_DAYS = 45
"""Maximum age of a model in season. Models are trained every month; this allows for some delay."""
MIN_GRADED = 200
"""Minimum number of graded lines; with fewer, the calibration error is noise."""
MAX_CALIBRATION = 3.0
"""Maximum calibration error, as a multiple of the error expected by chance from perfectly
calibrated probabilities."""
SLOW_FACTOR, MIN_SLOW_DURATION = 3.0, timedelta(minutes=1)
"""A run is slow if it takes longer than this multiple of the median of the runs before, and longer
than this duration."""
MAX_RUNS = 20
"""Number of runs that are compared, the last one included."""
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
    """Return the freshness of the sources."""
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
    without_rows = ", ".join(source.source for source in used if source.last_date is None)
    fresh = f"all of {counted(len(held), 'source')} fresh" if held else "no sources"
    lines = stale or (fresh, *([f"no rows yet: {without_rows}"] if without_rows else []))
    return Section("freshness", State.BAD if stale else State.OK, tuple(lines), tuple(metrics))


def grid_section(status: Status) -> Section:
    """Return the problems and warnings of the status, other than stale sources."""
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
    """Return the number of rows set aside and of payloads refused."""
    held = {table.table: table.quarantined for table in status.tables if table.quarantined}
    refused = len(status.refused_payloads)
    metrics = (
        *(Metric("quarantined_rows", count, {"table": name}) for name, count in held.items()),
        Metric("refused_payloads", refused),
    )
    counts = ", ".join(f"{count:,} of {name}" for name, count in held.items())
    line = f"{counted(sum(held.values()), 'row')} set aside" + (f": {counts}" if counts else "")
    return Section("quarantine", State.WARN if refused else State.OK, (line,), metrics)


def prices_section(rows: Rows, today: date) -> Section:
    """Return the share of recent prices that are suspect."""
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
    """Return the age of the models and the calibration of their recent predictions."""
    newest = dict(rows.query(MODELS))
    if not newest:
        return Section("models", State.WARN, ("no model is trained yet",))
    ages = {market: (today - trained).days for market, trained in newest.items()}
    oldest = max(ages.values())
    state = State.WARN if in_season and oldest > MAX_MODEL_DAYS else State.OK
    calibrated, line, metrics = _calibration(rows, today)
    lines = (
        f"the oldest was trained for {min(newest.values())}, {counted(oldest, 'day')} ago",
        line,
    )
    return Section(
        "models",
        State.WARN if state is State.WARN or not calibrated else State.OK,
        lines,
        (*(Metric("model_age_days", age, {"market": m}) for m, age in ages.items()), *metrics),
    )


def _calibration(rows: Rows, today: date) -> tuple[bool, str, tuple[Metric, ...]]:
    """Return whether recent predictions were calibrated, a line about it, and its metrics."""
    graded = rows.query(GRADED.format(today=today, days=DAYS))
    if len(graded) < MIN_GRADED:
        return True, f"{counted(len(graded), 'line')} graded in {DAYS} days: too few", ()
    probabilities, results = np.asarray(graded, np.float64).T
    error = expected_calibration_error(probabilities, results)
    chance = error_if_calibrated(probabilities)
    line = f"calibration error {error:.3f} over {len(graded):,} lines, {chance:.3f} by chance"
    metrics = (Metric("calibration_error", error), Metric("calibration_error_by_chance", chance))
    return error <= MAX_CALIBRATION * chance, line, metrics


def runs_section(catalog: Catalog, now: datetime) -> Section:
    """Return the last run, compared with those before it."""
    rows = catalog.query(
        "SELECT run, started_at, ended_at, problems <> '[]' FROM run WHERE ended_at IS NOT NULL"
        " ORDER BY run DESC LIMIT ?",
        [MAX_RUNS],
    )
    if not rows:
        return Section("runs", State.WARN, ("no run has ended yet",))
    durations = [as_timestamp(ended) - as_timestamp(began) for _, began, ended, _ in rows]
    run, _, ended, with_problems = rows[0]
    usual = timedelta(seconds=median(each.total_seconds() for each in durations[1:] or durations))
    slow = durations[0] > SLOW_FACTOR * usual and durations[0] > MIN_SLOW_DURATION
    ((entered,),) = catalog.query("SELECT coalesce(sum(rows), 0) FROM entry WHERE run = ?", [run])
    line = (
        f"run {run} ended {as_timestamp(ended):%Y-%m-%d %H:%M} UTC after {_seconds(durations[0])},"
        f" usually {_seconds(usual)}; {counted(entered, 'row')}"
    )
    metrics = (
        Metric("last_run_seconds", durations[0].total_seconds()),
        Metric("usual_run_seconds", usual.total_seconds()),
        Metric("last_run_age_seconds", max((now - as_timestamp(ended)).total_seconds(), 0.0)),
        Metric("last_run_rows", entered),
    )
    remarks = (
        "slower than usual" if slow else "",
        "it reported problems" if with_problems else "",
    )
    state = State.WARN if slow or with_problems else State.OK
    return Section("runs", state, (line, *filter(None, remarks)), metrics)


def _seconds(duration: timedelta) -> str:
    seconds = duration.total_seconds()
    return f"{seconds:.0f} s" if seconds < 600 else lasting(duration)

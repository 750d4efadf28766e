"""Heal gaps of the grid: ask again for what dates lack, a few times, and then say that it is lost.

Each date is a job of its own, kept in the catalog like those of the day: done once its gaps are
closed, and given up after ``MAX_ATTEMPTS`` attempts, since there are games that no service has.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from tipoff.app import runs, web_sources
from tipoff.app.ingest import ingest_web
from tipoff.operations.day import LOCK
from tipoff.operations.failing import told_in
from tipoff.operations.grid import TABLES, Gap, grid_gaps
from tipoff.operations.jobs import NBA, Attempt, Job, JobKind, JobOutcome, failures
from tipoff.operations.landed_schedule import LandedSchedule, landed_schedule
from tipoff.operations.records import JobRecords
from tipoff.operations.standing import read_standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings
    from tipoff.kernel.run.run import Progress

MAX_ATTEMPTS = 3
FOR_EVER = timedelta(days=36_500)


@dataclass(frozen=True)
class Healing:
    """What a home lacks, and what became of asking for it."""

    gaps: tuple[Gap, ...] = ()
    """That may still be healed."""
    given_up: tuple[Gap, ...] = ()
    """That were asked for as often as it is tried."""
    healed: tuple[date, ...] = ()
    """Dates that lacked something before and lack nothing now."""
    problems: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 if nothing is lacking that may still come, else 1."""
        return 1 if self.gaps or self.problems else 0

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for JSON."""
        return {
            "gaps": [str(gap) for gap in self.gaps],
            "given_up": [str(gap) for gap in self.given_up],
            "healed": list(self.healed),
            "problems": list(self.problems),
        }


@dataclass(frozen=True)
class _Found:
    """The gaps of a home, and what was tried already."""

    schedule: LandedSchedule
    gaps: tuple[Gap, ...]
    attempts: Mapping[str, tuple[Attempt, ...]]

    def open(self) -> tuple[Gap, ...]:
        """Return the gaps that are still asked for."""
        return tuple(gap for gap in self.gaps if self._failures(gap.day) < MAX_ATTEMPTS)

    def given_up(self) -> tuple[Gap, ...]:
        """Return the gaps that are not."""
        return tuple(gap for gap in self.gaps if self._failures(gap.day) >= MAX_ATTEMPTS)

    def healing(self) -> Healing:
        """Return what is lacking, by whether it is still asked for."""
        return Healing(self.open(), self.given_up())

    def _failures(self, day: date) -> int:
        return failures(self.attempts.get(heal_job(day).key, ()))


def heal_job(day: date) -> Job:
    """Return the job of healing a date."""
    begins = datetime.combine(day, time(), UTC)
    return Job(day, JobKind.HEAL, begins, begins + FOR_EVER)


def find_gaps(home: Home) -> Healing:
    """Return what a home lacks, and ask for nothing.

    Raises:
        UsageError: nothing has been ingested yet.
        PayloadError: the landed schedule of a season cannot be read.
    """
    return _find(home).healing()


def heal(
    home: Home,
    settings: Settings,
    progress: Progress = lambda table, done, total: None,
    *,
    again: bool = False,
) -> Healing:
    """Ask for what dates lack, run, and return what is lacking still.

    Args:
        home: whose gaps are healed.
        settings: with the services.
        progress: told how far the run is.
        again: whether to ask for what was given up too.

    Raises:
        UsageError: nothing has been ingested yet.
        RunInProgress: another process is at it.
        PayloadError: the landed schedule of a season cannot be read.
    """
    found = _find(home)
    before = found.healing()
    standing = read_standing(home, settings)
    gaps = (*before.gaps, *before.given_up) if again else before.gaps
    if not gaps:
        return before
    if NBA not in standing.sources:
        return replace(before, problems=("no service can be asked for what is lacking",))
    with home.locked(LOCK), closing(home.open_catalog()) as catalog:
        records = JobRecords(catalog)
        days = sorted({gap.day for gap in gaps})
        begun = {day: records.begin(heal_job(day), standing.now) for day in days}
        problems = [*_ask(home, settings, found.schedule, days), *_run(home, progress)]
        found = _find(home)
        lacking = {gap.day for gap in found.gaps}
        for day, attempt in begun.items():
            outcome = JobOutcome.FAILED if day in lacking else JobOutcome.DONE
            records.end(replace(attempt, ended_at=standing.now, outcome=outcome))
        after = replace(found, attempts=records.of_kind(JobKind.HEAL)).healing()
    healed = tuple(day for day in days if day not in lacking)
    return replace(after, healed=healed, problems=tuple(problems))


def _find(home: Home) -> _Found:
    with home.reading() as session:
        schedule = landed_schedule(session.landing, None)
        held = {
            table: {game for (game,) in session.query(f"SELECT DISTINCT game_id FROM {table}")}
            for table in TABLES
        }
        records = JobRecords(session.workspace.catalog)
        gaps = grid_gaps(schedule.calendar, held, session.today)
        return _Found(schedule, tuple(gaps), records.of_kind(JobKind.HEAL))


def _ask(
    home: Home, settings: Settings, schedule: LandedSchedule, days: Sequence[date]
) -> list[str]:
    """Ask the league for some dates of each season; return a line for each that failed."""
    problems: list[str] = []
    for season, first, last in _spans(schedule, days):
        with told_in(problems, f"{season}: "):
            source, limits = web_sources.league_season(settings, season, first, last)
            report = ingest_web(home, source, limits)
            problems += [f"{season}: {line}" for line in report.failures[:1]]
    return problems


def _spans(schedule: LandedSchedule, days: Sequence[date]) -> Iterable[tuple[str, date, date]]:
    """Yield, for each season, the first and the last of the dates that are its own."""
    for label, calendar in schedule.seasons.items():
        own = [day for day in days if day in calendar.by_day]
        if own:
            yield label, own[0], own[-1]


def _run(home: Home, progress: Progress) -> list[str]:
    problems: list[str] = []
    with told_in(problems):
        problems += runs.run(home, None, progress).report.problems
    return problems

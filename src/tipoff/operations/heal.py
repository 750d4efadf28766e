"""Heal gaps of the grid: ask sources again for missing rows, a few times, then give them up.

Each source is asked for the dates that lack its rows. Prices of games that are over cost ten times
the credits, so they are requested only if the setting ``odds_budget`` limits the credits to spend.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tipoff.app import runs, web_sources
from tipoff.app.ingest import ingest_web
from tipoff.domain.source_names import INJURIES, LINEUPS, NBA, ODDS
from tipoff.health.grid import find_gaps as find_grid_gaps
from tipoff.kernel.catalog.migrations import STANDSTILL
from tipoff.kernel.errors import UsageError
from tipoff.operations.day import LOCK
from tipoff.operations.day_state import read_day_state
from tipoff.operations.error_lines import errors_as_lines
from tipoff.operations.heal_record import given_up, heal_job
from tipoff.operations.jobs import JobOutcome
from tipoff.operations.records import JobRecords
from tipoff.operations.source_fetcher import missing_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import date

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession
    from tipoff.app.settings import Settings
    from tipoff.health.grid import Gap
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.run.run import Progress
    from tipoff.sources.http import Limits, WebSource

    Requests = Iterator[tuple[WebSource, Limits, str]]


@dataclass(frozen=True)
class Healing:
    """The gaps of a home, and the result of trying to heal them."""

    gaps: tuple[Gap, ...] = ()
    """Gaps that may still be healed."""
    given_up: tuple[Gap, ...] = ()
    """Gaps that were asked for the maximum number of times."""
    healed: tuple[date, ...] = ()
    """Dates whose gaps were filled."""
    problems: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 if there are no problems and no gaps that may still be healed, else 1."""
        return 1 if self.gaps or self.problems else 0

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain values for JSON."""
        return {
            "gaps": [str(gap) for gap in self.gaps],
            "given_up": [str(gap) for gap in self.given_up],
            "healed": list(self.healed),
            "problems": list(self.problems),
        }


def find_gaps(home: Home) -> Healing:
    """Return the gaps of a home without asking any source.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    with home.reading() as session:
        return _split_gaps(_all_gaps(session), session.workspace.catalog)


def _all_gaps(session: HomeSession) -> Sequence[Gap]:
    """Return all gaps, including those given up."""
    days = {name: contents.days for name, contents in session.state().contents.items()}
    return find_grid_gaps(session, days, session.today)


def _split_gaps(gaps: Collection[Gap], catalog: Catalog) -> Healing:
    """Split gaps into those that may still be healed and those given up, by earlier attempts."""
    lost = given_up(catalog)
    return Healing(
        tuple(gap for gap in gaps if (gap.day, gap.source) not in lost),
        tuple(gap for gap in gaps if (gap.day, gap.source) in lost),
    )


def heal(
    home: Home,
    settings: Settings,
    progress: Progress = lambda table, done, total: None,
    *,
    again: bool = False,
) -> Healing:
    """Ask the sources for missing rows, run the pipeline, and return the gaps that remain.

    Args:
        home: the home to heal.
        settings: names the services and their limits.
        progress: called with the run's progress.
        again: whether to also ask for gaps that were given up.

    Raises:
        UsageError: nothing has been ingested yet.
        RunInProgress: another process is working on the home.
        PayloadError: the landed schedule of a season cannot be read.
    """
    before = find_gaps(home)
    state = read_day_state(home, settings)
    gaps = (*before.gaps, *before.given_up) if again else before.gaps
    if not gaps:
        return before
    if not state.sources:
        return replace(before, problems=("no source is configured to ask for the missing rows",))
    with home.locked(LOCK), closing(home.open_catalog()) as catalog:
        records = JobRecords(catalog)
        requested = _gaps_by_day(gaps)
        attempts = {day: records.begin(heal_job(day), state.now) for day in requested}
        problems = [*_fetch(home, settings, gaps), *_run(home, progress)]
        with home.reading() as session:
            remaining = _all_gaps(session)
        left = _gaps_by_day(remaining)
        for day, attempt in attempts.items():
            failed = {source: str(left.get(day, {}).get(source, "")) for source in requested[day]}
            outcome = JobOutcome.FAILED if any(failed.values()) else JobOutcome.DONE
            records.end(replace(attempt, ended_at=state.now, outcome=outcome, sources=failed))
        catalog.query("DELETE FROM note WHERE name = ?", [STANDSTILL])  # gaps may now be given up
        after = _split_gaps(remaining, catalog)
    healed = tuple(day for day in requested if not left.get(day, {}).keys() & requested[day].keys())
    return replace(after, healed=healed, problems=tuple(problems))


def _gaps_by_day(gaps: Collection[Gap]) -> dict[date, dict[str, Gap]]:
    """Return for each date, in order, the first gap of each source that has one."""
    by_day: dict[date, dict[str, Gap]] = defaultdict(dict)
    for gap in sorted(gaps, key=lambda each: (each.day, each.source, each.table)):
        by_day[gap.day].setdefault(gap.source, gap)
    return dict(by_day)


def _fetch(home: Home, settings: Settings, gaps: Collection[Gap]) -> list[str]:
    """Ask each source for the dates that lack its rows; return a line for each that failed."""
    problems: list[str] = []
    for source, requests in REQUESTS_BY_SOURCE.items():
        own = [gap for gap in gaps if gap.source == source]
        if own and (missing := missing_for(source, settings)):
            problems.append(f"{source}: not configured: {missing}")
        elif own:
            with errors_as_lines(problems, f"{source}: "):
                for client, limits, subject in requests(settings, own):
                    report = ingest_web(home, client, limits)
                    problems += [f"{source} of {subject}: {line}" for line in report.failures[:1]]
    return problems


def _league_requests(settings: Settings, gaps: Sequence[Gap]) -> Requests:
    """Yield a request for each season, spanning its dates with gaps."""
    for season in sorted({gap.season for gap in gaps}):
        days = [gap.day for gap in gaps if gap.season == season]
        yield *web_sources.league_season(settings, season, min(days), max(days)), season


def _injury_requests(settings: Settings, gaps: Sequence[Gap]) -> Requests:
    for day in _days(gaps):
        yield *web_sources.injury_reports(settings, day), str(day)


def _lineup_requests(settings: Settings, gaps: Sequence[Gap]) -> Requests:
    for day in _days(gaps):
        yield *web_sources.daily_lineups(settings, day), str(day)


def _odds_requests(settings: Settings, gaps: Sequence[Gap]) -> Requests:
    """Yield a request for each date's prices before tip-off, all within one budget.

    Raises:
        UsageError: no budget is set.
    """
    left = settings.odds_budget
    if left is None:
        raise UsageError(
            "setting odds_budget: not set: set how many credits may be spent on prices of games"
            " that are over, which cost ten times as much"
        )
    for day in _days(gaps):
        client, limits = web_sources.odds(settings, day, day, web_sources.CLOSING_MINUTES, left)
        yield client, limits, str(day)
        left -= client.quota.spent


def _days(gaps: Sequence[Gap]) -> list[date]:
    return sorted({gap.day for gap in gaps})


REQUESTS_BY_SOURCE: dict[str, Callable[[Settings, Sequence[Gap]], Requests]] = {
    NBA: _league_requests,
    INJURIES: _injury_requests,
    LINEUPS: _lineup_requests,
    ODDS: _odds_requests,
}
"""For each source, yields a client, its limits and the season or date asked for."""


def _run(home: Home, progress: Progress) -> list[str]:
    problems: list[str] = []
    with errors_as_lines(problems):
        problems += runs.run(home, None, progress).report.problems
    return problems

"""Heal gaps of the grid: ask again for what dates lack, a few times, and then say that it is lost.

Each source is asked for the dates that lack its rows. Prices of games that are over cost ten times
the credits, so they are asked for only where the setting ``odds_budget`` says how many may go.
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
from tipoff.operations.failing import told_in
from tipoff.operations.heal_record import given_up, heal_job
from tipoff.operations.jobs import JobOutcome
from tipoff.operations.records import JobRecords
from tipoff.operations.standing import read_standing

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

    Clients = Iterator[tuple[WebSource, Limits, str]]


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


def find_gaps(home: Home) -> Healing:
    """Return what a home lacks, and ask for nothing.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    with home.reading() as session:
        return _told_apart(_lacking(session), session.workspace.catalog)


def _lacking(session: HomeSession) -> Sequence[Gap]:
    """Return all gaps, whether they are given up or not."""
    days = {name: contents.days for name, contents in session.state().contents.items()}
    return find_grid_gaps(session, days, session.today)


def _told_apart(gaps: Collection[Gap], catalog: Catalog) -> Healing:
    """Return which gaps may still be healed, and which are given up, by the attempts so far."""
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
    before = find_gaps(home)
    standing = read_standing(home, settings)
    gaps = (*before.gaps, *before.given_up) if again else before.gaps
    if not gaps:
        return before
    if not standing.sources:
        return replace(before, problems=("no service can be asked for what is lacking",))
    with home.locked(LOCK), closing(home.open_catalog()) as catalog:
        records = JobRecords(catalog)
        asked = _sources_by_day(gaps)
        begun = {day: records.begin(heal_job(day), standing.now) for day in asked}
        problems = [*_ask(home, settings, gaps, standing.sources), *_run(home, progress)]
        with home.reading() as session:
            lacking = _lacking(session)
        left = _sources_by_day(lacking)
        for day, attempt in begun.items():
            failed = {source: str(left.get(day, {}).get(source, "")) for source in asked[day]}
            outcome = JobOutcome.FAILED if any(failed.values()) else JobOutcome.DONE
            records.end(replace(attempt, ended_at=standing.now, outcome=outcome, sources=failed))
        catalog.query("DELETE FROM note WHERE name = ?", [STANDSTILL])  # it may be given up now
        after = _told_apart(lacking, catalog)
    healed = tuple(day for day in asked if not left.get(day, {}).keys() & asked[day].keys())
    return replace(after, healed=healed, problems=tuple(problems))


def _sources_by_day(gaps: Collection[Gap]) -> dict[date, dict[str, Gap]]:
    """Return the sources that lack something of each date, in order, with one of their gaps."""
    found: dict[date, dict[str, Gap]] = defaultdict(dict)
    for gap in sorted(gaps, key=lambda each: (each.day, each.source, each.table)):
        found[gap.day].setdefault(gap.source, gap)
    return dict(found)


def _ask(
    home: Home, settings: Settings, gaps: Collection[Gap], configured: Collection[str]
) -> list[str]:
    """Ask each source for the dates that lack its rows; return a line for each that failed."""
    problems: list[str] = []
    for source, ask in ASKED.items():
        own = [gap for gap in gaps if gap.source == source]
        if own and source not in configured:
            problems.append(f"{source}: no service can be asked: see the setting day_sources")
        elif own:
            with told_in(problems, f"{source}: "):
                for client, limits, about in ask(settings, own):
                    report = ingest_web(home, client, limits)
                    problems += [f"{source} of {about}: {line}" for line in report.failures[:1]]
    return problems


def _league(settings: Settings, gaps: Sequence[Gap]) -> Clients:
    """Yield the league's services, asked for the span of each season's dates."""
    for season in sorted({gap.season for gap in gaps}):
        days = [gap.day for gap in gaps if gap.season == season]
        yield *web_sources.league_season(settings, season, min(days), max(days)), season


def _injuries(settings: Settings, gaps: Sequence[Gap]) -> Clients:
    for day in _days(gaps):
        yield *web_sources.injury_reports(settings, day), str(day)


def _lineups(settings: Settings, gaps: Sequence[Gap]) -> Clients:
    for day in _days(gaps):
        yield *web_sources.daily_lineups(settings, day), str(day)


def _odds(settings: Settings, gaps: Sequence[Gap]) -> Clients:
    """Yield the prices before tip-off of each date, all within one budget.

    Raises:
        UsageError: no budget is set.
    """
    left = settings.odds_budget
    if left is None:
        raise UsageError(
            "setting odds_budget: not set: say how many credits may go for prices of games that are"
            " over, which cost ten times as many"
        )
    for day in _days(gaps):
        client, limits = web_sources.odds(settings, day, day, web_sources.CLOSING_MINUTES, left)
        yield client, limits, str(day)
        left -= client.quota.spent


def _days(gaps: Sequence[Gap]) -> list[date]:
    return sorted({gap.day for gap in gaps})


ASKED: dict[str, Callable[[Settings, Sequence[Gap]], Clients]] = {
    NBA: _league,
    INJURIES: _injuries,
    LINEUPS: _lineups,
    ODDS: _odds,
}
"""By source, who is asked for the dates of some gaps, and what that is about."""


def _run(home: Home, progress: Progress) -> list[str]:
    problems: list[str] = []
    with told_in(problems):
        problems += runs.run(home, None, progress).report.problems
    return problems

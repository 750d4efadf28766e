"""Print what a pass of the day did, would do, and when there is more to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_error, print_line
from tipoff.domain.league_time import EASTERN
from tipoff.health.freshness import counted
from tipoff.operations.jobs import JobOutcome, came_to
from tipoff.operations.notifier import BAD

if TYPE_CHECKING:
    from datetime import datetime

    from tipoff.operations.agenda import Agenda
    from tipoff.operations.heal import Healing
    from tipoff.operations.jobs import Job
    from tipoff.operations.notifier import DayOutcome, JobResult
    from tipoff.operations.standing import Standing

TOLD = {
    JobOutcome.DONE: "done",
    JobOutcome.EMPTY_OK: "done, nothing to predict or grade",
    JobOutcome.WAITING: "waits",
    JobOutcome.INCOMPLETE: "done but for a source, which is asked again",
    JobOutcome.FAILED: "failed, is tried again",
    JobOutcome.BLOCKED: "blocked by a gate, is tried again",
    JobOutcome.GAVE_UP: "given up",
    JobOutcome.MISSED: "missed",
    JobOutcome.LEFT_INCOMPLETE: "done, and left incomplete",
}


def show_day(outcome: DayOutcome) -> None:
    """Print a line for each job, and one for each thing that is not as it should be."""
    if outcome.busy:
        print_line(outcome.busy)
        return
    following = _following(outcome.next_job, outcome.next_at)
    if not outcome.did_something:
        print_line(f"{outcome.today}, {outcome.day_kind}: nothing is due. {following}")
        return
    for result in outcome.results:
        _show_result(result, outcome)
    _show_sources(outcome)
    if outcome.run is not None:
        print_line(f"Run {outcome.run}; {outcome.documents:,} documents published")
    for line in (*outcome.problems, *outcome.deliveries):
        print_error(line)
    print_line(following)


def show_preview(standing: Standing, found: Agenda) -> None:
    """Print what a pass would do now, and when something falls due next."""
    print_line(f"{found.today}, {found.day_kind}; it is {_time(standing.now)}")
    print_line(f"Sources: {', '.join(standing.sources) or 'none'}")
    for job in found.due:
        wanted = ", ".join(name for name in standing.sources if name in job.kind.sources)
        print_line(f"Due: {job}: {f'ask {wanted}, ' if wanted else ''}run, publish, tell")
    if not found.due:
        print_line("Nothing is due")
    for job in found.overdue:
        _show_closed(standing, job, JobOutcome.MISSED, f"its deadline was {_time(job.deadline)}")
    for job in found.exhausted:
        _show_closed(standing, job, JobOutcome.GAVE_UP, "it failed as often as it is tried")
    print_line(_following(found.next_job, found.next_at))


def _show_closed(standing: Standing, job: Job, outcome: JobOutcome, why: str) -> None:
    became, told = came_to(standing.attempts.get(job.key, ()), outcome, why)
    print_line(f"{TOLD[became].capitalize()}: {job}: {told}", style="red")


def show_healing(done: Healing) -> None:
    """Print which dates lack nothing any more, what others lack, and what is given up."""
    for day in done.healed:
        print_line(f"{day}: healed")
    for gap in done.gaps:
        print_line(str(gap), style="red")
    for gap in done.given_up:
        print_line(f"{gap}; given up", style="yellow")
    for problem in done.problems:
        print_error(problem)
    if not (done.healed or done.gaps or done.given_up):
        print_line("Nothing is lacking.")


def _show_result(result: JobResult, outcome: DayOutcome) -> None:
    style = "red" if result.outcome in BAD else ""
    why = [line for line in result.attempt.problems if line not in outcome.problems]
    told = f": {'; '.join(why)}" if why else ""
    print_line(f"{result.job}: {TOLD[result.outcome]}{told}", style=style)


def _show_sources(outcome: DayOutcome) -> None:
    if outcome.sources:
        told = (
            f"{each.source} {'failed' if each.failure else counted(each.landed, 'payload')}"
            for each in outcome.sources
        )
        print_line(f"Asked: {', '.join(told)}")
    for each in outcome.sources:
        for notice in each.notices:
            print_line(f"{each.source}: {notice}", style="yellow")


def _following(job: Job | None, at: datetime | None) -> str:
    return "Nothing falls due" if job is None or at is None else f"Next: {job} at {_time(at)}"


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC ({at.astimezone(EASTERN):%H:%M} in the East)"

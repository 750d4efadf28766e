"""Print what a pass of the day did or would do, and the next job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_error, print_line
from tipoff.domain.league_time import EASTERN
from tipoff.health.freshness import counted
from tipoff.operations.jobs import JobOutcome, final_outcome
from tipoff.operations.notifier import BAD

if TYPE_CHECKING:
    from datetime import datetime

    from tipoff.operations.agenda import Agenda
    from tipoff.operations.day_state import DayState
    from tipoff.operations.heal import Healing
    from tipoff.operations.jobs import Job
    from tipoff.operations.notifier import DayOutcome, JobResult

OUTCOME_TEXTS = {
    JobOutcome.DONE: "done",
    JobOutcome.EMPTY_OK: "done, nothing to predict or grade",
    JobOutcome.WAITING: "waiting",
    JobOutcome.INCOMPLETE: "done without a source, which is asked again",
    JobOutcome.FAILED: "failed, to be tried again",
    JobOutcome.BLOCKED: "blocked by a gate, to be tried again",
    JobOutcome.GAVE_UP: "given up",
    JobOutcome.MISSED: "missed",
    JobOutcome.LEFT_INCOMPLETE: "done, but left incomplete",
}


def show_day(outcome: DayOutcome) -> None:
    """Print a line for each job and for each problem."""
    if outcome.busy:
        print_line(outcome.busy)
        return
    next_line = _next_line(outcome.next_job, outcome.next_at)
    if not outcome.did_something:
        print_line(f"{outcome.today}, {outcome.day_kind}: nothing is due. {next_line}")
        return
    for result in outcome.results:
        _show_result(result, outcome)
    _show_sources(outcome)
    if outcome.run is not None:
        print_line(f"Run {outcome.run}; {outcome.documents:,} documents published")
    for line in (*outcome.problems, *outcome.deliveries):
        print_error(line)
    print_line(next_line)


def show_preview(state: DayState, jobs: Agenda) -> None:
    """Print what a pass would do now, and the next job."""
    print_line(f"{jobs.today}, {jobs.day_kind}; it is {_time(state.now)}")
    print_line(f"Sources: {', '.join(state.sources) or 'none'}")
    for job in jobs.due:
        wanted = ", ".join(name for name in state.sources if name in job.kind.sources)
        print_line(f"Due: {job}: {f'ask {wanted}, ' if wanted else ''}run, publish, alert")
    if not jobs.due:
        print_line("Nothing is due")
    for job in jobs.overdue:
        _show_closed(state, job, JobOutcome.MISSED, f"its deadline was {_time(job.deadline)}")
    for job in jobs.exhausted:
        _show_closed(state, job, JobOutcome.GAVE_UP, "it failed the maximum number of times")
    print_line(_next_line(jobs.next_job, jobs.next_at))


def _show_closed(state: DayState, job: Job, outcome: JobOutcome, why: str) -> None:
    final, reason = final_outcome(state.attempts.get(job.key, ()), outcome, why)
    print_line(f"{OUTCOME_TEXTS[final].capitalize()}: {job}: {reason}", style="red")


def show_healing(healing: Healing) -> None:
    """Print the dates that were healed, the gaps that remain, and those given up."""
    for day in healing.healed:
        print_line(f"{day}: healed")
    for gap in healing.gaps:
        print_line(str(gap), style="red")
    for gap in healing.given_up:
        print_line(f"{gap}; given up", style="yellow")
    for problem in healing.problems:
        print_error(problem)
    if not (healing.healed or healing.gaps or healing.given_up):
        print_line("Nothing is missing.")


def _show_result(result: JobResult, outcome: DayOutcome) -> None:
    style = "red" if result.outcome in BAD else ""
    why = [line for line in result.attempt.problems if line not in outcome.problems]
    reason = f": {'; '.join(why)}" if why else ""
    print_line(f"{result.job}: {OUTCOME_TEXTS[result.outcome]}{reason}", style=style)


def _show_sources(outcome: DayOutcome) -> None:
    if outcome.sources:
        texts = (
            f"{each.source} {'failed' if each.failure else counted(each.landed, 'payload')}"
            for each in outcome.sources
        )
        print_line(f"Asked: {', '.join(texts)}")
    for each in outcome.sources:
        for notice in each.notices:
            print_line(f"{each.source}: {notice}", style="yellow")


def _next_line(job: Job | None, at: datetime | None) -> str:
    return "No job is planned" if job is None or at is None else f"Next: {job} at {_time(at)}"


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC ({at.astimezone(EASTERN):%H:%M} Eastern)"

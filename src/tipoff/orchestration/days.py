"""The unattended day in Dagster: the pass that `tipoff day` makes, started when a job is due.

What is due follows from the league's schedule and from what was tried so far, so the schedules tick
every five minutes and start a run only where there is one. A pass that is started twice does
nothing the second time: the lock and the records of jobs are those of `tipoff day`.
"""

from collections.abc import Callable
from typing import Any

from dagster import (
    DefaultScheduleStatus,
    DefaultSensorStatus,
    Failure,
    JobDefinition,
    OpExecutionContext,
    RunFailureSensorContext,
    RunRequest,
    ScheduleDefinition,
    ScheduleEvaluationContext,
    SensorDefinition,
    SensorEvaluationContext,
    SkipReason,
    job,
    op,
    run_failure_sensor,
    schedule,
    sensor,
)

from tipoff.alerts.configured import configured_alerts, configured_notifier
from tipoff.app.alerting import tell_failure
from tipoff.app.failures import explained
from tipoff.app.settings import load_settings, open_home
from tipoff.kernel.errors import UsageError
from tipoff.operations.day import preview, run_day
from tipoff.operations.jobs import JobKind
from tipoff.operations.notifier import BAD
from tipoff.orchestration.plan import SCHEDULES, finished_days, kinds_due, why_not

EVERY_FIVE_MINUTES, EVERY_HOUR = "*/5 * * * *", "0 * * * *"
EASTERN = "America/New_York"
SENSOR_SECONDS = 300
LOOK_BACK_DAYS = 7
"""How many of the newest dates with games the sensor looks at."""


def _pass(context: OpExecutionContext) -> None:
    """Do what is due, and fail with what went wrong, after everybody was told of it."""
    settings = load_settings()
    outcome = run_day(open_home(), settings, configured_notifier(settings))
    for result in outcome.results:
        context.log.info(f"{result.job}: {result.outcome}")
    if outcome.exit_code:
        wrong = [r for r in outcome.results if r.outcome in BAD]
        told = [f"{r.job} {r.outcome}: {'; '.join(r.attempt.problems)}" for r in wrong]
        raise Failure("\n".join(told), allow_retries=False)


def day_job() -> JobDefinition:
    """Return the job of one pass of the day."""
    step = op(name="make_pass")(_pass)

    def day() -> None:
        """Do what is due now: fetch, run, publish, tell."""
        step()

    return job(name="day")(day)


def day_schedules(target: JobDefinition) -> list[ScheduleDefinition]:
    """Return a schedule for each part of the day, and one that looks whatever is due.

    The last one records what was missed, and lets channels be told of what time alone makes stale.
    """
    parts = [
        schedule(
            job=target,
            name=name,
            cron_schedule=EVERY_FIVE_MINUTES,
            execution_timezone=EASTERN,
            default_status=DefaultScheduleStatus.STOPPED,
            description=f"Start a pass where a job is due: {', '.join(kinds)}.",
        )(_ticking(kinds))
        for name, kinds in SCHEDULES.items()
    ]
    watch = ScheduleDefinition(
        name="watch",
        job=target,
        cron_schedule=EVERY_HOUR,
        execution_timezone=EASTERN,
        description="Make a pass whatever is due, so that silence is told of too.",
    )
    return [*parts, watch]


def _ticking(
    kinds: tuple[JobKind, ...],
) -> Callable[[ScheduleEvaluationContext], RunRequest | SkipReason]:
    """Return what a schedule does at each tick."""

    def tick(context: ScheduleEvaluationContext) -> RunRequest | SkipReason:
        _, found = preview(open_home(), load_settings())
        if kinds_due(found) & set(kinds):
            return RunRequest(tags={"tipoff/due": ", ".join(job.key for job in found.due)})
        return SkipReason(why_not(found))

    return tick


def finished_games_sensor(target: Any) -> SensorDefinition:
    """Return the sensor that runs the pipeline once all games of a date are over.

    It notices results whoever landed them; `tipoff day` asks for them by itself.
    """
    return sensor(
        job=target,
        name="finished_games",
        minimum_interval_seconds=SENSOR_SECONDS,
        default_status=DefaultSensorStatus.STOPPED,
        description="Run the pipeline once the landed schedule says that a date's games are over.",
    )(_finished)


def _finished(context: SensorEvaluationContext) -> RunRequest | SkipReason:
    standing, _ = preview(open_home(), load_settings())
    calendar = standing.schedule.calendar
    days = [day for day in calendar.days if day <= standing.today][-LOOK_BACK_DAYS:]
    finished = finished_days(calendar, days)
    if not finished:
        return SkipReason("no date's games are all over")
    return RunRequest(run_key=f"finished {max(finished)}")


def failure_sensor() -> SensorDefinition:
    """Return the sensor that tells the home's channels of a run that failed, or died."""
    return run_failure_sensor(
        name="tell_failure",
        default_status=DefaultSensorStatus.STOPPED,
        description="Tell the channels of the home that a run failed.",
    )(_tell_failure)


def _tell_failure(context: RunFailureSensorContext) -> None:
    """Tell what Dagster knows of a failure; what the home knows is told by the pass itself."""
    run = context.dagster_run
    settings = load_settings()
    alerts = configured_alerts(settings)
    if alerts is None:
        return
    told = f"{run.job_name} ({run.run_id}): {context.failure_event.message or 'failed'}"
    try:
        failures = tell_failure(open_home(), alerts, "Tipoff: a run failed in Dagster", told)
    except UsageError as error:
        failures = [str(explained(error))]
    for line in failures:
        context.log.warning(line)

"""The unattended day in Dagster: the pass of `tipoff day`, started when a job is due.

Which jobs are due depends on the league's schedule and on earlier attempts, so the schedules tick
every five minutes and start a run only if a job is due. A pass that is started twice does nothing
the second time: it uses the same lock and job records as `tipoff day`.
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
from tipoff.app.alerting import send_failure_alert
from tipoff.app.failures import explained
from tipoff.app.settings import load_settings, open_home
from tipoff.kernel.errors import UsageError
from tipoff.operations.day import preview, run_day
from tipoff.operations.jobs import JobKind
from tipoff.operations.notifier import BAD
from tipoff.orchestration.plan import SCHEDULES, finished_days, kinds_due, skip_reason

EVERY_FIVE_MINUTES, EVERY_HOUR = "*/5 * * * *", "0 * * * *"
EASTERN = "America/New_York"
SENSOR_SECONDS = 300
LOOK_BACK_DAYS = 7
"""Number of the newest dates with games that the sensor checks."""


def _pass(context: OpExecutionContext) -> None:
    """Do the jobs that are due; after alerts were sent, fail with the problems if there are any."""
    settings = load_settings()
    outcome = run_day(open_home(), settings, configured_notifier(settings))
    for result in outcome.results:
        context.log.info(f"{result.job}: {result.outcome}")
    if outcome.exit_code:
        failed = [r for r in outcome.results if r.outcome in BAD]
        lines = [f"{r.job} {r.outcome}: {'; '.join(r.attempt.problems)}" for r in failed]
        raise Failure("\n".join(lines), allow_retries=False)


def day_job() -> JobDefinition:
    """Return the job of one pass of the day."""
    step = op(name="make_pass")(_pass)

    def day() -> None:
        """Do the jobs that are due now: fetch, run, publish, send alerts."""
        step()

    return job(name="day")(day)


def day_schedules(target: JobDefinition) -> list[ScheduleDefinition]:
    """Return a schedule for each part of the day, and an hourly one that always makes a pass.

    The hourly pass records missed jobs, and sends alerts about data that has become stale.
    """
    parts = [
        schedule(
            job=target,
            name=name,
            cron_schedule=EVERY_FIVE_MINUTES,
            execution_timezone=EASTERN,
            default_status=DefaultScheduleStatus.STOPPED,
            description=f"Start a pass if a job of one of these kinds is due: {', '.join(kinds)}.",
        )(_ticking(kinds))
        for name, kinds in SCHEDULES.items()
    ]
    watch = ScheduleDefinition(
        name="watch",
        job=target,
        cron_schedule=EVERY_HOUR,
        execution_timezone=EASTERN,
        description="Make a pass even if no job is due, so that stale data causes an alert too.",
    )
    return [*parts, watch]


def _ticking(
    kinds: tuple[JobKind, ...],
) -> Callable[[ScheduleEvaluationContext], RunRequest | SkipReason]:
    """Return the function that a schedule evaluates at each tick."""

    def tick(context: ScheduleEvaluationContext) -> RunRequest | SkipReason:
        _, agenda = preview(open_home(), load_settings())
        if kinds_due(agenda) & set(kinds):
            return RunRequest(tags={"tipoff/due": ", ".join(job.key for job in agenda.due)})
        return SkipReason(skip_reason(agenda))

    return tick


def finished_games_sensor(target: Any) -> SensorDefinition:
    """Return the sensor that runs the pipeline once all games of a date are over.

    It reacts to results landed by any process; `tipoff day` fetches results by itself.
    """
    return sensor(
        job=target,
        name="finished_games",
        minimum_interval_seconds=SENSOR_SECONDS,
        default_status=DefaultSensorStatus.STOPPED,
        description="Run the pipeline once all games of a date are final in the landed schedule.",
    )(_finished)


def _finished(context: SensorEvaluationContext) -> RunRequest | SkipReason:
    day_state, _ = preview(open_home(), load_settings())
    calendar = day_state.schedule.calendar
    days = [day for day in calendar.days if day <= day_state.today][-LOOK_BACK_DAYS:]
    finished = finished_days(calendar, days)
    if not finished:
        return SkipReason("there is no date on which all games are over")
    return RunRequest(run_key=f"finished {max(finished)}")


def failure_sensor() -> SensorDefinition:
    """Return the sensor that sends an alert if a run failed or its process died."""
    return run_failure_sensor(
        name="tell_failure",
        default_status=DefaultSensorStatus.STOPPED,
        description="Send an alert to the channels of the home if a run failed.",
    )(_send_failure_alert)


def _send_failure_alert(context: RunFailureSensorContext) -> None:
    """Send an alert about a failed Dagster run; the pass itself alerts about its own problems."""
    run = context.dagster_run
    settings = load_settings()
    alerts = configured_alerts(settings)
    if alerts is None:
        return
    message = f"{run.job_name} ({run.run_id}): {context.failure_event.message or 'failed'}"
    try:
        home, title = open_home(), "Tipoff: a run failed in Dagster"
        failures = send_failure_alert(home, alerts, title, message)
    except UsageError as error:
        failures = [str(explained(error))]
    for line in failures:
        context.log.warning(line)

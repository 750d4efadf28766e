"""Entry point of Dagster: `dagster dev --module-name tipoff.orchestration.definitions`."""

from dagster import AssetSelection, Definitions, ScheduleDefinition, define_asset_job

from tipoff.app.settings import open_home
from tipoff.orchestration.days import (
    EASTERN,
    day_job,
    day_schedules,
    failure_sensor,
    finished_games_sensor,
)
from tipoff.orchestration.plan import PUBLISHED, SOUND
from tipoff.orchestration.tables import assets_of, sound_check

EARLY_ON_SUNDAY = "0 5 * * 0"


def definitions() -> Definitions:
    """Return the assets, checks, jobs, schedules and sensors of the configured home."""
    assets, check, day = assets_of(open_home().graph), sound_check(), day_job()
    tables = AssetSelection.assets(*assets[:1])
    pipeline = define_asset_job(
        "pipeline_job", tables, description="Compute and publish what is missing, as `tipoff run`."
    )
    verification = define_asset_job(
        "verification",
        AssetSelection.checks(check),
        description=f"Verify the whole home, as `tipoff verify`: check {SOUND} of {PUBLISHED}.",
    )
    weekly = ScheduleDefinition(
        name="weekly_verification",
        job=verification,
        cron_schedule=EARLY_ON_SUNDAY,
        execution_timezone=EASTERN,
    )
    return Definitions(
        assets=assets,
        asset_checks=[check],
        jobs=[day, pipeline, verification],
        schedules=[*day_schedules(day), weekly],
        sensors=[finished_games_sensor(pipeline), failure_sensor()],
    )


defs = definitions()

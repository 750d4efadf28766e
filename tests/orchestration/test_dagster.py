"""The definitions that Dagster loads, and runs of them in its own process and by its command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conftest import SMALL
from support.receiver import receiver
from tipoff.app import gates
from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.orchestration.plan import COMMITTED, GATES, PUBLISHED, table_assets
from tipoff.sources.manual.settled_names import NameSettlement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.receiver import Receiver
    from tipoff.kernel.gates import Verdict

GOLDEN = Path(__file__).parent / "definitions.json"
MODULE = "tipoff.orchestration.definitions"
FIRST = "2025-01-10"


@pytest.fixture(scope="module")
def landed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home whose schedule and box scores are landed, and nothing is computed."""
    home = Home(tmp_path_factory.mktemp("dagster") / "home", threads=1)
    ingest(home, SMALL)
    return home


@pytest.fixture
def home(landed: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Home:
    """The landed home, as the settings name it."""
    (tmp_path / "dagster").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPOFF_HOME", str(landed.directory))
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "dagster"))
    monkeypatch.setenv("DAGSTER_DISABLE_TELEMETRY", "yes")
    return landed


def _definitions() -> Any:
    from tipoff.orchestration.definitions import definitions

    return definitions()


def test_the_definitions_are_the_agreed_ones(home: Home, tmp_path: Path) -> None:
    from dagster import Definitions, SensorDefinition

    made = _definitions()
    Definitions.validate_loadable(made)
    graph = made.resolve_asset_graph()
    outside = {key.to_user_string() for key in graph.external_asset_keys}
    planned = table_assets(home.graph)
    assert {key.to_user_string() for key in graph.materializable_asset_keys} == {
        each.name for each in planned
    }
    for each in planned:
        node = graph.get(_key(each.name))
        assert {key.to_user_string() for key in node.parent_keys} == set(each.reads)
        assert (node.group_name, node.description) == (each.group, each.meaning)
    assert outside == set().union(*(each.reads for each in planned)) - {e.name for e in planned}
    shown = {
        "checks of published": sorted(
            key.name for key in graph.asset_check_keys if key.asset_key == _key(PUBLISHED)
        ),
        "checks of schedule": sorted(
            key.name for key in graph.asset_check_keys if key.asset_key == _key("schedule")
        ),
        "jobs": sorted(job.name for job in made.jobs),
        "schedules": {
            each.name: [each.cron_schedule, each.execution_timezone, each.job_name]
            for each in made.schedules
        },
        "sensors": {
            each.name: each.sensor_type.value
            for each in made.sensors
            if isinstance(each, SensorDefinition)
        },
    }
    proposed = tmp_path / GOLDEN.name
    proposed.write_text(json.dumps(shown, indent=2) + "\n")
    assert proposed.read_text() == GOLDEN.read_text(), f"agree to it: cp {proposed} {GOLDEN}"


def _key(name: str) -> Any:
    from dagster import AssetKey

    return AssetKey(name)


def _materialize(chosen: list[str], **config: str) -> Any:
    from dagster import DagsterInstance, materialize

    from tipoff.orchestration.tables import assets_of

    with DagsterInstance.ephemeral() as instance:
        return materialize(
            assets_of(_home().graph),
            selection=chosen,
            instance=instance,
            raise_on_error=False,
            run_config={"ops": {"pipeline": {"config": config}}},
        )


def _home() -> Home:
    from tipoff.app.settings import open_home

    return open_home()


def test_chosen_assets_are_built_with_what_they_read_and_no_more(home: Home) -> None:
    result = _materialize(["schedule", "injury_report"])
    assert result.success
    materialized = {e.asset_key.to_user_string() for e in result.get_asset_materialization_events()}
    assert materialized == {"schedule", "injury_report"}
    checks = {
        (e.asset_key.to_user_string(), e.check_name): e.passed
        for e in result.get_asset_check_evaluations()
    }
    assert checks["schedule", COMMITTED]
    with home.reading() as session:
        assert session.contents("schedule").days
        assert not session.contents("shot").days


def test_a_range_is_the_run_s_configuration_and_nonsense_is_refused(home: Home) -> None:
    result = _materialize(["player_listing"], first=FIRST, last=FIRST)
    assert result.success
    for first, last, message in (
        ("tomorrow", "tomorrow", "'tomorrow' is not a date"),
        ("2025-01-10", "2025-01-09", "lies after"),
        ("1999-01-01", "1999-01-02", "1999"),
    ):
        failed = _materialize(["schedule"], first=first, last=last)
        assert not failed.success
        (event,) = failed.get_step_failure_events()
        assert message in event.step_failure_data.error.to_string()


def test_a_broken_gate_keeps_dagster_out_too(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(home: object) -> Verdict:
        raise ZeroDivisionError("the gate itself is broken")

    for gate in ("WRITING", "RUNNING"):
        with monkeypatch.context() as patch:
            patch.setattr(gates, gate, (broken,))
            result = _materialize([PUBLISHED, "shot"])
        assert not result.success
        assert result.get_asset_materialization_events() == []
        (check,) = result.get_asset_check_evaluations()
        assert (check.check_name, check.passed) == (GATES, False)
        assert "counts as closed" in check.metadata["reason"].value


def test_dagster_s_command_runs_the_pipeline(home: Home) -> None:
    process = subprocess.run(
        [
            *(sys.executable, "-m", "dagster", "asset", "materialize"),
            *("--select", "roster", "--module-name", MODULE),
        ],
        env={**os.environ, "TIPOFF_HOME": str(home.directory)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr[-2000:]
    assert "RUN_SUCCESS" in process.stderr
    with home.reading() as session:
        assert session.contents("roster").days


def test_a_pass_of_a_simulated_league_has_nothing_to_ask(home: Home) -> None:
    from tipoff.orchestration.days import day_job

    assert day_job().execute_in_process(raise_on_error=False).success


@pytest.fixture
def silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """An empty home whose only source does not answer, and what its channel receives."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPOFF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TIPOFF_DAY_SOURCES", '["nba"]')
    monkeypatch.setenv("TIPOFF_FETCH_ATTEMPTS", "1")
    for name in ("STATS", "LIVE", "STATIC"):
        monkeypatch.setenv(f"TIPOFF_NBA_{name}_URL", "http://127.0.0.1:9/nothing")
    with receiver() as hook:
        monkeypatch.setenv("TIPOFF_ALERT_CHANNELS", hook.address())
        yield hook


def test_a_pass_that_fails_fails_its_run_and_alerts_the_channels(silent: Receiver) -> None:
    from dagster import DagsterInstance, build_run_status_sensor_context

    from tipoff.orchestration import days

    with DagsterInstance.ephemeral() as instance:
        result = days.day_job().execute_in_process(raise_on_error=False, instance=instance)
        assert not result.success
        (failure,) = result.get_step_failure_events()
        assert "schedule failed" in failure.step_failure_data.error.to_string()
        ingest(_home(), NameSettlement("Al Doe", 1, datetime(2025, 1, 1, tzinfo=UTC)))
        silent.messages.clear()
        context = build_run_status_sensor_context(
            sensor_name="tell_failure",
            dagster_event=result.get_run_failure_event(),
            dagster_instance=instance,
            dagster_run=result.dagster_run,
        ).for_run_failure()
        days.failure_sensor()(context)
    (message,) = silent.messages
    assert message["title"] == "Tipoff: a run failed in Dagster"
    assert message["message"].startswith(f"day ({result.run_id})")


def test_a_tick_starts_a_pass_where_its_kind_of_job_is_due(silent: Receiver) -> None:
    from dagster import RunRequest, SkipReason, build_schedule_context

    from tipoff.orchestration import days

    ticks = {each.name: each for each in days.day_schedules(days.day_job())}
    request = ticks["morning"](build_schedule_context())
    assert isinstance(request, RunRequest)
    assert request.tags["tipoff/due"].endswith("schedule")
    assert isinstance(ticks["pre_tip"](build_schedule_context()), SkipReason)


def test_the_sensor_asks_once_for_the_last_date_whose_games_are_over(home: Home) -> None:
    from dagster import RunRequest, build_sensor_context, define_asset_job

    from tipoff.orchestration.days import finished_games_sensor

    sensor = finished_games_sensor(define_asset_job("pipeline_job"))
    first, again = (sensor(build_sensor_context()) for _ in range(2))
    assert isinstance(first, RunRequest)
    assert isinstance(again, RunRequest)
    assert first.run_key == again.run_key, "Dagster starts one run for each key"


def test_the_check_of_the_whole_home_finds_a_body_that_is_gone(home: Home) -> None:
    from dagster import build_asset_check_context

    from tipoff.orchestration.tables import sound_check

    check = sound_check()
    result = check(build_asset_check_context())
    assert result.passed, result.metadata
    assert result.metadata["payloads"].value > 100
    body = next(home.landing.glob("??/*.gz"))
    aside = body.with_suffix(".aside")
    body.rename(aside)
    try:
        assert not check(build_asset_check_context()).passed
    finally:
        aside.rename(body)

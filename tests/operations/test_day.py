"""A day run by `tipoff day` alone, against services on loopback, one of which may fail."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from conftest import World
from support.day_service import DayService, day_service, few_days, lived_morning, outcomes
from tipoff.app.home import Home
from tipoff.app.settings import Settings
from tipoff.kernel.lock import exclusive
from tipoff.operations.day import run_day
from tipoff.simulation.daily_world import DailyWorld, eastern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tipoff.operations.notifier import DayOutcome


@pytest.fixture
def world() -> DailyWorld:
    return few_days()


@pytest.fixture
def service(
    world: DailyWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DayService]:
    monkeypatch.chdir(tmp_path)
    with day_service(world, tmp_path / "home", monkeypatch) as served:
        yield served


def test_a_day_from_an_empty_home_to_the_results(
    service: DayService, world: DailyWorld, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Cold start, morning with prices that fail, their retry, a pass before tip-off, results."""
    day, morning = world.days[0], lived_morning(tmp_path_factory)
    cold, noon, again = morning.cold, morning.noon, morning.again
    assert cold["exit_code"] == 0, cold
    assert set(outcomes(cold).values()) == {"done"}
    assert f"{day} schedule" in outcomes(cold)
    assert [each["source"] for each in cold["sources"]] == ["nba"], "the others are not due yet"
    assert cold["published"] > 0
    assert morning.idle["stdout"].count("\n") == 1, "nothing is due: one line"

    assert noon["exit_code"] == 1
    assert outcomes(noon) == {f"{day} morning": "incomplete"}
    failed = {each["source"]: bool(each["failure"]) for each in noon["sources"]}
    assert failed == {"nba": False, "injuries": False, "lineups": False, "odds": True}
    assert noon["run"] > cold["run"], "the run happens with what came"
    assert morning.predicted == ["morning"]

    assert outcomes(again) == {f"{day} morning": "done"}
    assert [each["source"] for each in again["sources"]] == ["odds"], "what came is not asked again"

    shutil.copytree(morning.home, service.home)
    service.settings["ODDS_API_URL"] = f"{service.url}/nothing"
    before = service.json_at(eastern(day, 18.5))
    assert outcomes(before) == {f"{day} pre-tip 00:00Z": "incomplete"}
    assert service.predicted(day) == ["before-tip", "morning"]
    closed = service.json_at(eastern(day, 19.1))
    assert outcomes(closed) == {f"{day} pre-tip 00:00Z": "left-incomplete"}
    assert closed["jobs"][0]["problems"][0].startswith("without odds: ")
    del service.settings["ODDS_API_URL"]

    waits = service.json_at(eastern(day, 22.1))
    assert (waits["exit_code"], outcomes(waits)) == (0, {f"{day} post-game": "waiting"})
    results = service.json_at(eastern(day, 26))
    assert outcomes(results) == {f"{day} post-game": "done"}
    rows = World(Home(service.home, threads=1)).query(
        f"SELECT count(*) FROM prediction_grade WHERE record = 'live' AND game_date = DATE '{day}'"
    )
    assert rows[0][0] > 0
    assert service.json_at(eastern(day, 26.1))["jobs"] == []


def test_a_dry_run_touches_nothing(service: DayService, world: DailyWorld) -> None:
    output = service.at(eastern(world.days[0], 9), "--dry-run")
    assert output.exit_code == 0
    assert f"Due: {world.days[0]} schedule: ask nba, run, publish, alert" in output.stdout
    assert not service.home.exists()
    assert not service.replay.request_counts


def test_a_second_pass_says_that_one_is_at_work(service: DayService, world: DailyWorld) -> None:
    with exclusive(service.home / "day.lock"):
        output = service.at(eastern(world.days[0], 9))
    assert (output.exit_code, output.stdout.count("\n")) == (0, 1)
    assert output.stdout.startswith("another `tipoff day` is running: ")
    assert not service.replay.request_counts


def test_while_another_run_writes_the_job_waits(service: DayService, world: DailyWorld) -> None:
    day = world.days[0]
    with exclusive(service.home / "run.lock"):
        output = service.json_at(eastern(day, 9))
    assert (output["exit_code"], set(outcomes(output).values())) == (0, {"waiting"})
    assert "a run is in progress" in output["problems"][0]
    assert not service.replay.request_counts


def test_when_every_service_is_down_the_day_fails_and_says_so(
    service: DayService, world: DailyWorld
) -> None:
    for name in ("NBA_STATS_URL", "NBA_LIVE_URL", "NBA_STATIC_URL"):
        service.settings[name] = f"{service.url}/nothing"
    output = service.at(eastern(world.days[0], 9))
    assert output.exit_code == 1
    assert "Asked: nba failed" in output.stdout
    assert "nothing is ingested" in output.stderr
    assert "Traceback" not in output.output


def test_a_simulated_league_of_this_machine_has_its_own_clock(
    demo_copy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No service is requested, and the clock is at the coming slate."""
    monkeypatch.chdir(demo_copy.home.directory.parent)
    service = DayService(demo_copy.home.directory, "http://127.0.0.1:9", None, monkeypatch)  # type: ignore[arg-type]
    service.settings["MARKETS"] = "[]"
    output = service.call("day")
    assert output.exit_code == 0, output.output
    assert "2025-01-15 morning: done" in output.stdout
    assert "Asked" not in output.stdout
    assert "nothing is due" in service.call("day").stdout
    recorder = _Recorder()
    idle = run_day(demo_copy.home, Settings(home=demo_copy.home.directory), recorder)
    assert not idle.did_something
    assert recorder.outcomes == [replace(idle, deliveries=())], "quiet hours end by time alone"


@dataclass
class _Recorder:
    """Keeps what it is to tell."""

    outcomes: list[DayOutcome] = field(default_factory=list)

    def notify(self, home: Home, outcome: DayOutcome) -> tuple[str, ...]:
        """Keep an outcome."""
        self.outcomes.append(outcome)
        return ()

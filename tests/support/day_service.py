"""A home for which `tipoff day` is called at times of a simulated world, with services on HTTP."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from conftest import World
from support.receiver import receiver
from support.shared_worlds import shared_directory
from tipoff.app.home import Home
from tipoff.cli import app
from tipoff.kernel import clock
from tipoff.simulation.daily_world import DailyWorld, daily_world, eastern
from tipoff.simulation.league import DemoLeague
from tipoff.simulation.service import Archive, Faults, Replay, serving

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from typer.testing import Result

    from support.receiver import Receiver


@dataclass
class DayService:
    """A home and its services, with a common clock that tests set."""

    home: Path
    url: str
    replay: Replay
    patch: pytest.MonkeyPatch
    settings: dict[str, str] = field(default_factory=dict)
    """Additional settings: environment variables without their prefix."""

    def at(self, now: datetime, *arguments: str) -> Result:
        """Call `tipoff day` at a time."""
        self.move(now)
        return self.call("day", *arguments)

    def move(self, now: datetime) -> None:
        """Set the clock of the home and of the services."""
        self.replay.until = now
        self.patch.setattr(clock, "utc_now", lambda: now)

    def json_at(self, now: datetime, *arguments: str) -> dict[str, Any]:
        """Call `tipoff day --json` at a time, and return its JSON with the exit code."""
        result = self.at(now, "--json", *arguments)
        assert result.stdout, result.stderr
        return {**json.loads(result.stdout), "exit_code": result.exit_code}

    def call(self, *arguments: str) -> Result:
        """Call a command on the home."""
        result = CliRunner().invoke(app, arguments, env=dict(self.environment()))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def predicted(self, day: date) -> list[str]:
        """Return the sorted prediction times of the live predictions of a date."""
        rows = World(Home(self.home, threads=1)).query(
            "SELECT DISTINCT prediction_time FROM live_prediction"
            f" WHERE game_date = DATE '{day}' ORDER BY 1"
        )
        return [time for (time,) in rows]

    def environment(self) -> Mapping[str, str]:
        """Return the settings, as environment variables."""
        settings = {
            "HOME": str(self.home),
            "MARKETS": '["points"]',
            "ODDS_API_KEY": "any",
            "NBA_STATS_URL": f"{self.url}/stats",
            "NBA_LIVE_URL": f"{self.url}/static/json/liveData",
            "NBA_STATIC_URL": f"{self.url}/static/json/staticData",
            "NBA_LINEUPS_URL": f"{self.url}/js/data/leaders",
            "ODDS_API_URL": f"{self.url}/v4",
            "INJURY_REPORT_URL": f"{self.url}/referee/injury",
            "FETCH_REQUESTS_PER_SECOND": "100000",
            "NBA_REQUESTS_PER_SECOND": "100000",
            "FETCH_BACKOFF": "0.001",
            "FETCH_ATTEMPTS": "2",
            "FETCH_TIMEOUT": "60",
            **self.settings,
        }
        return {f"TIPOFF_{name}": value for name, value in settings.items()}


@contextmanager
def day_service(world: DailyWorld, home: Path, patch: pytest.MonkeyPatch) -> Iterator[DayService]:
    """Serve a world to an empty home."""
    replay = Replay(Archive(world.payloads), Faults(), None, world.situations)
    with serving(replay) as url:
        yield DayService(home, url, replay, patch)


@cache
def few_days() -> DailyWorld:
    """Return four days of a season of four teams, the last without prices."""
    return daily_world(DemoLeague(date(2026, 11, 26), seasons=1, teams=4), 4, silent=3)


@dataclass(frozen=True)
class Morning:
    """The results of passes on the first morning of those days, with prices failing at noon.

    The first pass, at nine, has an empty home and no alert channels. Later passes have two
    channels, one of which always answers 404, and a ping URL.
    """

    home: Path
    """A read-only home with the final state."""
    cold: dict[str, Any]
    """The JSON of the first pass, with its exit code."""
    idle: dict[str, Any]
    """Exit code and output of the next pass, in which nothing is due."""
    noon: dict[str, Any]
    """The JSON of the pass at noon, which gets no prices."""
    again: dict[str, Any]
    """The JSON of the pass half an hour later, which gets them."""
    predicted: list[str]
    """The prediction times of live predictions after the pass at noon."""
    pings: list[int]
    """The number of pings after each pass, from the second on."""
    messages: list[dict[str, Any]]
    """The messages to the working channel, in order."""
    listed: str
    """The output of `tipoff alerts list` at the end."""


def lived_morning(factory: pytest.TempPathFactory) -> Morning:
    """Return the first morning of those days, simulated once for all workers."""

    def make(directory: Path) -> None:
        directory.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(directory)
            with (
                receiver() as hook,
                receiver(404) as broken,
                day_service(few_days(), directory / "home", patch) as service,
            ):
                results = _live(service, few_days().days[0], hook, broken)
        (directory / "morning.json").write_text(json.dumps(results))

    directory = shared_directory(factory, "morning", make)
    return Morning(directory / "home", **json.loads((directory / "morning.json").read_text()))


def _live(service: DayService, day: date, hook: Receiver, broken: Receiver) -> dict[str, Any]:
    """Simulate a morning and return the fields of ``Morning`` except its home."""
    cold = service.json_at(eastern(day, 9))
    service.settings |= {
        "ALERT_CHANNELS": f"{hook.address()} {broken.address()}",
        "ALERT_PING_URL": f"http://127.0.0.1:{hook.port}/ping",
    }
    idle, pings = service.at(eastern(day, 9.2)), [hook.pings]
    service.settings["ODDS_API_URL"] = f"{service.url}/nothing"
    noon = service.json_at(eastern(day, 12))
    pings.append(hook.pings)
    predicted = service.predicted(day)
    del service.settings["ODDS_API_URL"]
    again = service.json_at(eastern(day, 12.5))
    pings.append(hook.pings)
    return {
        "cold": cold,
        "idle": {"exit_code": idle.exit_code, "stdout": idle.stdout},
        "noon": noon,
        "again": again,
        "predicted": predicted,
        "pings": pings,
        "messages": hook.messages,
        "listed": service.call("alerts", "list").stdout,
    }


def outcomes(passed: Mapping[str, Any]) -> dict[str, str]:
    """Return the outcome of each job of a pass, by the job's key."""
    return {job["job"]: job["outcome"] for job in passed["jobs"]}

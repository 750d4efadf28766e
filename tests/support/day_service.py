"""A home that `tipoff day` is called for at times of a simulated world's days, over HTTP."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from support.shared_worlds import shared_directory
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


@dataclass
class DayService:
    """One home and the services that it asks; the clock of both is moved by hand."""

    home: Path
    url: str
    replay: Replay
    patch: pytest.MonkeyPatch
    settings: dict[str, str] = field(default_factory=dict)
    """Further environment variables, without their prefix."""

    def at(self, now: datetime, *arguments: str) -> Result:
        """Call `tipoff day` at a time."""
        self.move(now)
        return self.call("day", *arguments)

    def move(self, now: datetime) -> None:
        """Set the clock of the home and of the services."""
        self.replay.until = now
        self.patch.setattr(clock, "utc_now", lambda: now)

    def json_at(self, now: datetime, *arguments: str) -> dict[str, Any]:
        """Call `tipoff day --json` at a time, and return what it printed and its exit code."""
        done = self.at(now, "--json", *arguments)
        assert done.stdout, done.stderr
        return {**json.loads(done.stdout), "exit_code": done.exit_code}

    def call(self, *arguments: str) -> Result:
        """Call a command over the home."""
        done = CliRunner().invoke(app, arguments, env=dict(self.environment()))
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

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
    """Serve a world, for a home that is empty."""
    replay = Replay(Archive(world.payloads), Faults(), None, world.situations)
    with serving(replay) as url:
        yield DayService(home, url, replay, patch)


@cache
def few_days() -> DailyWorld:
    """Return four days of a season of four teams, the last without prices."""
    return daily_world(DemoLeague(date(2026, 11, 26), seasons=1, teams=4), 4, silent=3)


def cold_start(factory: pytest.TempPathFactory) -> Path:
    """Return a directory with a ``home`` after its first pass, at nine on the first of those days.

    What the pass printed as JSON is in ``pass.json``. Nobody writes to the directory.
    """

    def make(directory: Path) -> None:
        directory.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(directory)
            with day_service(few_days(), directory / "home", patch) as service:
                cold = service.json_at(eastern(few_days().days[0], 9))
        (directory / "pass.json").write_text(json.dumps(cold))

    return shared_directory(factory, "cold-start", make)


def outcomes(passed: Mapping[str, Any]) -> dict[str, str]:
    """Return what each job of a pass came to, by its key."""
    return {job["job"]: job["outcome"] for job in passed["jobs"]}

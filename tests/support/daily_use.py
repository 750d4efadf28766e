"""Simulated daily use of Tipoff from the command line, against services on loopback."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from tipoff.cli import app
from tipoff.kernel import clock
from tipoff.simulation.daily_world import DailyWorld, eastern
from tipoff.simulation.service import Archive, Faults, Replay, serving

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    import pytest

MORNING, PRE_TIP, LAST_LOOK, NIGHT = 10.0, 18.65, 18.9, 26.0
"""Hours after midnight, US Eastern; the last look at lineups is just before the first tip-off."""
MAX_TRIES = 8
"""Maximum number of times a command is repeated while it reports missing answers."""
PROMPTED = "what came is kept: the same command asks for the rest"
EXPECTED = "the service lists no event"
"""Part of the message of a day without events, on which repeating is useless."""
KINDS = ("slow", "hanging", "busy", "broken", "reset", "truncated", "html", "stub")


@dataclass
class DailyUse:
    """A user's home, and all notices and failures that commands printed."""

    home: Path
    url: str
    replay: Replay
    season: str
    runs: bool
    """Whether each visit ends with a run of the pipeline."""
    patch: pytest.MonkeyPatch
    notices: list[str] = field(default_factory=list)
    """Each notice or failure with time and command, in order."""
    tries: int = 0
    """Number of commands that were called."""

    def cold_ingest(self, day: date) -> None:
        """Fetch the season up to a day."""
        self._at(eastern(day, MORNING - 1))
        self._until_done("ingest", "nba", "--season", self.season)

    def one_day(self, day: date) -> None:
        """Use Tipoff in the morning, before tip-off and at night."""
        for hours in (MORNING, PRE_TIP):
            self._at(eastern(day, hours))
            self._until_done("ingest", "nba", "--season", self.season)
            self._until_done("ingest", "injuries", "--date", str(day))
            self._until_done("ingest", "lineups")
            self._until_done("ingest", "odds", "--date", str(day))
            self._run()
        self._at(eastern(day, LAST_LOOK))
        self._until_done("ingest", "lineups")
        self._run()
        self._at(eastern(day, NIGHT))
        self._until_done("ingest", "nba", "--season", self.season)
        self._run()

    def lines(self, part: str) -> list[str]:
        """Return the notices and failures that contain a text."""
        return [line for line in self.notices if part in line]

    def _run(self) -> None:
        if self.runs:
            self._until_done("run")

    def _at(self, now: datetime) -> None:
        self.now = now
        self.replay.until = now
        self.patch.setattr(clock, "utc_now", lambda: now)

    def _until_done(self, *arguments: str) -> None:
        """Repeat a command until it has fetched everything, or reports what cannot be fetched."""
        for _ in range(MAX_TRIES):
            self.tries += 1
            result = CliRunner().invoke(app, arguments, env=self._environment())
            if result.exception is not None and not isinstance(result.exception, SystemExit):
                raise result.exception
            self._note(" ".join(arguments), result.stderr)
            if result.exit_code == 0 or EXPECTED in result.stderr:
                return
        raise AssertionError(f"{' '.join(arguments)} at {self.now}: {result.output}")

    def _note(self, command: str, printed: str) -> None:
        for line in filter(None, printed.splitlines()):
            if not line.endswith(PROMPTED):
                self.notices.append(f"{self.now:%Y-%m-%d %H:%M} tipoff {command}: {line}")

    def _environment(self) -> dict[str, str]:
        fast = {"FETCH_REQUESTS_PER_SECOND": "100000", "NBA_REQUESTS_PER_SECOND": "100000"}
        settings = {
            **fast,
            "FETCH_BACKOFF": "0.001",
            "FETCH_TIMEOUT": "4",
            "HOME": str(self.home),
            "MARKETS": '["points"]',
            "ODDS_API_KEY": "any",
            "ODDS_REGIONS": "us,us_dfs",
            "NBA_STATS_URL": f"{self.url}/stats",
            "NBA_LIVE_URL": f"{self.url}/static/json/liveData",
            "NBA_LINEUPS_URL": f"{self.url}/js/data/leaders",
            "ODDS_API_URL": f"{self.url}/v4",
            "INJURY_REPORT_URL": f"{self.url}/referee/injury",
        }
        return {f"TIPOFF_{name}": value for name, value in settings.items()}


def used(
    world: DailyWorld,
    home: Path,
    season: str,
    patch: pytest.MonkeyPatch,
    *,
    faults: float = 0.0,
    runs: bool = False,
) -> DailyUse:
    """Use Tipoff on all days of a world, with faults in a share of the requests."""
    shares = dict.fromkeys(KINDS, faults / len(KINDS))
    replay = Replay(
        Archive(world.payloads), Faults(shares, seed=3, hanging=5.0), None, world.situations
    )
    with serving(replay) as url:
        use = DailyUse(home, url, replay, season, runs, patch)
        use.cold_ingest(world.days[0])
        for day in world.days:
            use.one_day(day)
    return use

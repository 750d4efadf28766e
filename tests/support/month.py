"""An unattended month: services, a home, two alert channels, and an incident of every kind.

`tipoff day` is called whenever it says that a job falls due. Messages to the operator, and events
that cause none, are written to a log for people to read.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from support.children import ENVIRONMENT
from support.day_service import DayService, day_service
from support.receiver import Receiver, receiver
from tipoff.simulation.daily_world import DailyWorld, daily_world, eastern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    import pytest

    from tipoff.simulation.league import DemoLeague

SOON, LATER = timedelta(minutes=5), timedelta(hours=6)
"""Time to the next pass after one that died, and if no job is known to fall due."""
NOWHERE = "/nothing"
LEAGUE_URLS = ("NBA_STATS_URL", "NBA_LIVE_URL", "NBA_STATIC_URL")
KILL_AT = 40
"""The number of file openings after which a pass is killed."""


@dataclass(frozen=True)
class Incident:
    """A fault that begins with a pass and lasts for some passes or days."""

    name: str
    day: int
    """Index of the day, from 0."""
    begins: float
    """Hours after midnight, US Eastern; it begins with the first pass after that."""
    passes: int
    """Minimum number of passes."""
    start: Callable[[Month], None]
    end: Callable[[Month], None] = lambda month: None
    alert: str = ""
    """Text of the alert to the operator; empty if none is expected."""
    days: int = 0
    """Minimum number of days."""


@dataclass
class Month:
    """The services, the home, the channels and the log."""

    service: DayService
    phone: Receiver
    """A channel that always works."""
    hook: Receiver
    """A channel that may answer 404."""
    log: list[str] = field(default_factory=list)
    kills_next: bool = False

    def note(self, now: datetime, what: str) -> None:
        """Add a line to the log and print it at once, as a month takes long."""
        self.log.append(f"{now:%a %Y-%m-%d %H:%M}Z  {what}")
        print(self.log[-1], flush=True)

    def run(self, days: list[date], incidents: list[Incident]) -> None:
        """Simulate the days with their incidents."""
        now, end = eastern(days[0], 9), eastern(days[-1], 33)
        left: dict[str, int] = {}
        while now < end:
            for each in incidents:
                if each.name not in left and now >= eastern(days[each.day], each.begins):
                    left[each.name] = each.passes
                    self.note(now, f"[{each.name}: begins]")
                    each.start(self)
                elif left.get(each.name, 1) <= 0 and self._has_lasted(each, days, now):
                    left[each.name] = sys.maxsize
                    self.note(now, f"[{each.name}: is over]")
                    each.end(self)
            left = {name: passes - 1 for name, passes in left.items()}
            now = max(self._pass(now), now + timedelta(minutes=1))

    def _has_lasted(self, incident: Incident, days: list[date], now: datetime) -> bool:
        """Return whether an incident has lasted for its days."""
        return now >= eastern(days[incident.day], incident.begins + 24 * incident.days)

    def cure(self, now: datetime) -> None:
        """Run the commands that alerts about gaps name, and log their output."""
        self.service.move(now)
        for command in ("heal", "run", "alerts tell"):
            result = self.service.call(*command.split())
            lines = result.stdout.strip().replace("\n", "\n    ")
            self.note(now, f"operator: tipoff {command}: exit {result.exit_code}\n    {lines}")

    def _pass(self, now: datetime) -> datetime:
        """Call `tipoff day`, log its results and alerts, and return the time of the next call."""
        if self.kills_next:
            self.kills_next = False
            code = self._killed(now)
            self.note(now, f"pass killed by signal {-code}" if code < 0 else "pass not killed")
            return now + SOON
        message_count = len(self.phone.messages)
        passed = self.service.json_at(now)
        failed = [job for job in passed["jobs"] if job["outcome"] not in ("done", "empty-ok")]
        for job in failed:
            self.note(now, f"exit {passed['exit_code']}: {job['job']}: {job['outcome']}")
        for message in self.phone.messages[message_count:]:
            body = message["message"].replace("\n", "\n    ")
            self.note(now, f"{message['title']}\n    {body}")
        for line in passed["deliveries"]:
            self.note(now, f"not delivered: {line}")
        following = passed["next_at"]
        return datetime.fromisoformat(following) if following else now + LATER

    def _killed(self, now: datetime) -> int:
        """Call `tipoff day` in a child that kills itself while working; return its exit code."""
        self.service.move(now)
        process = subprocess.run(
            [sys.executable, "-m", "support.day_child", now.isoformat(), str(KILL_AT)],
            env={**ENVIRONMENT, **self.service.environment()},
            capture_output=True,
            check=False,
        )
        return process.returncode

    def entries(self, part: str) -> list[str]:
        """Return the entries of the log that contain a text."""
        return [line for line in self.log if part in line]


def month_world(league: DemoLeague, days: int) -> DailyWorld:
    """Return a world of the days before a league's last, including the events around its trade.

    The last day itself is left out, as its games never end.
    """
    world = daily_world(league, 17, silent=9)
    first = league.through - timedelta(days)
    dates = tuple(first + timedelta(n) for n in range(days))
    return replace(world, days=dates, payloads=tuple(league.served_payloads(days + 1)))


def _away(*names: str) -> Callable[[Month], None]:
    def start(month: Month) -> None:
        for name in names:
            month.service.settings[name] = f"{month.service.url}{NOWHERE}"

    return start


def _back(*names: str) -> Callable[[Month], None]:
    def end(month: Month) -> None:
        for name in names:
            month.service.settings.pop(name)

    return end


def _answering(status: int) -> Callable[[Month], None]:
    def change(month: Month) -> None:
        month.hook.status = status

    return change


def _faulty(*kinds: str) -> Callable[[Month], None]:
    def change(month: Month) -> None:
        month.service.replay.faults.shares = dict.fromkeys(kinds, 1.0)

    return change


def _flush_with(flush: Callable[[int], None]) -> Callable[[Month], None]:
    return lambda month: month.service.patch.setattr(os, "fsync", flush)


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _kill_next(month: Month) -> None:
    month.kills_next = True


MORNING, NIGHT = 11, 21.9
"""Hours, US Eastern, after which the next pass is the morning's, or the one after the games."""
SHORT = [
    Incident(
        "odds host down", 0, MORNING, 2, _away("ODDS_API_URL"), _back("ODDS_API_URL"), "odds: "
    ),
    Incident("run killed", 1, MORNING, 1, _kill_next),
    Incident(
        "webhook 404", 1, MORNING, 3, _answering(404), _answering(200), "json 2: answered 404"
    ),
    Incident(
        "disk full", 2, MORNING, 2, _flush_with(_full), _flush_with(os.fsync), "no space left"
    ),
]
"""Incidents of three days."""
LONG = [
    *SHORT,
    Incident("league's host down", 5, MORNING, 3, _away(*LEAGUE_URLS), _back(*LEAGUE_URLS), "nba:"),
    Incident("answers with other columns", 8, NIGHT, 2, _faulty("renamed"), _faulty(), "nba:"),
    Incident("box scores before correction", 10, NIGHT, 1, _faulty("uncorrected"), _faulty()),
    Incident(
        "injury reports gone for five days",
        18,
        MORNING,
        1,
        _away("INJURY_REPORT_URL"),
        _back("INJURY_REPORT_URL"),
        "STALE injury reports",
        days=5,
    ),
]
"""Incidents of a month.

The world adds a postponed and a moved game, a trade, a scratch, silent odds, a daylight saving
change, and the start of a month, when models are retrained.
"""


@contextmanager
def month(world: DailyWorld, place: Path, patch: pytest.MonkeyPatch) -> Iterator[Month]:
    """Serve a world to an empty home with two channels and a dead man's switch."""
    with receiver() as phone, receiver() as hook, day_service(world, place, patch) as service:
        service.settings |= {
            "ALERT_CHANNELS": f"{phone.address()} {hook.address()}",
            "ALERT_PING_URL": f"http://127.0.0.1:{phone.port}/ping",
            "RETRAIN_MONTHS": "1",
            "ODDS_BUDGET": "1000000",
        }
        yield Month(service, phone, hook)

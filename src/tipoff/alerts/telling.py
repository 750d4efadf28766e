"""Compare what is wrong with what was told, and tell the difference to every channel.

An example. At 11:00 the prices are three dates behind: the incident ``stale player props`` is
entered and told. At 17:30 they still are: nothing is sent. At 23:00 they have come: the incident is
over, which is told once. A channel that answers 404 meanwhile is an incident too, ``channel json
1``, of which the other channels tell.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.alerts.digest import digest
from tipoff.alerts.heartbeat import NAME, ping
from tipoff.alerts.incidents import Incident, Severity, incidents_of, is_unexamined
from tipoff.alerts.records import AlertRecords, Delivery
from tipoff.domain.league_time import EASTERN, eastern_date
from tipoff.domain.quiet_hours import QuietHours
from tipoff.health.freshness import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from pydantic import SecretStr

    from tipoff.alerts.channels import Channel
    from tipoff.app.home import Home
    from tipoff.health.report import Status
    from tipoff.operations.notifier import DayOutcome

INCIDENT, RESOLVED, DIGEST, TEST, PING = "incident", "resolved", "digest", "test", "ping"
CHANNEL = "channel"
"""With what the key of an incident begins that is about a channel."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell."""

    kind: str
    title: str
    body: str


@dataclass(frozen=True)
class Alerts:
    """Tells what a pass of the day came to: the notifier of a home with channels."""

    channels: Sequence[Channel]
    quiet: QuietHours = field(default_factory=QuietHours)
    digest_hour: int = 9
    """US Eastern: the digest goes out with the first pass from then on."""
    heartbeat: SecretStr | None = None

    def notify(self, home: Home, outcome: DayOutcome) -> Sequence[str]:
        """Tell every channel what is new; return one line for each that could not be told."""
        return self.tell(home, outcome.now, outcome)

    def tell(self, home: Home, now: datetime, outcome: DayOutcome | None = None) -> list[str]:
        """Tell what is new in a home, after a pass of the day or at any other time."""
        status = _status(home)
        with closing(home.open_catalog()) as catalog:
            records = AlertRecords(catalog)
            found = incidents_of(status, outcome)
            found += _kept(records, {each.key for each in found}, status, outcome)
            failures: dict[str, str] = {}
            if self._is_digest_due(records, now):
                failures |= self._send(records, self._digest(home, status, now), now)
            failures |= self._tell_incidents(records, found, now)
            if outcome is not None and outcome.is_good and outcome.did_something:
                failures |= self._ping(records, now)
        return [f"{name}: {why}" for name, why in failures.items()]

    def test(self, home: Home, now: datetime) -> dict[str, str]:
        """Send a message to every channel; return what each answered, empty where it came."""
        message = Message(TEST, "Tipoff: a test", "If you read this, this channel works.")
        with closing(home.open_catalog()) as catalog:
            failures = self._send(AlertRecords(catalog), message, now)
        return {channel.name: failures.get(channel.name, "") for channel in self.channels}

    def announce(self, home: Home, title: str, body: str, now: datetime) -> list[str]:
        """Tell of something that went wrong outside a pass, once; return as ``notify`` does.

        It is told in quiet hours too: nobody else will tell of it.
        """
        with closing(home.open_catalog()) as catalog:
            failures = self._send(AlertRecords(catalog), Message(INCIDENT, title, body), now)
        return [f"{name}: {why}" for name, why in failures.items()]

    def _tell_incidents(
        self, records: AlertRecords, found: Collection[Incident], now: datetime
    ) -> dict[str, str]:
        """Enter what is wrong, tell what nobody was told yet, and what is over."""
        last = records.last_deliveries()
        silent = {
            channel.name: "is muted"
            if channel.is_muted
            else (last[channel.name].failure if channel.name in last else "")
            for channel in self.channels
        }
        over = records.enter([*found, *_silent(silent)], now)
        over = [known for known in over if known.was_told]
        failures: dict[str, str] = {}
        if over:
            body = "\n".join(known.incident.sentence for known in over)
            title = f"Tipoff: {counted(len(over), 'problem')} resolved"
            failures |= self._send(records, Message(RESOLVED, title, body), now)
        failures |= self._tell_new(records, now)
        new = {name: why for name, why in failures.items() if why and not silent[name]}
        if new:
            records.enter([*found, *_silent({**silent, **new})], now)
            failures |= self._tell_new(records, now)
        return failures

    def _tell_new(self, records: AlertRecords, now: datetime) -> dict[str, str]:
        """Tell the open incidents of which nobody was told; in quiet hours the critical ones."""
        waiting = [known.incident for known in records.open().values() if not known.was_told]
        if self.quiet.cover(now):
            waiting = [each for each in waiting if each.severity is Severity.CRITICAL]
        if not waiting:
            return {}
        failures = self._send(records, _incident_message(waiting), now)
        if len(failures) < sum(not channel.is_muted for channel in self.channels):
            for each in waiting:
                records.told(each.key, now)
        return failures

    def _send(self, records: AlertRecords, message: Message, now: datetime) -> dict[str, str]:
        """Send a message to every channel that is not muted; return why it failed where it did."""
        failures = {}
        for channel in self.channels:
            if channel.is_muted:
                continue
            failure = channel.send(message.title, message.body)
            records.delivered(Delivery(channel.name, message.kind, now, failure))
            if failure:
                failures[channel.name] = failure
        return failures

    def _is_digest_due(self, records: AlertRecords, now: datetime) -> bool:
        local = now.astimezone(EASTERN)
        if local.hour < self.digest_hour:
            return False
        last = records.last_success(DIGEST)
        return last is None or eastern_date(last) < local.date()

    def _digest(self, home: Home, status: Status | None, now: datetime) -> Message:
        today: date = eastern_date(now)
        title = f"Tipoff: {today:%A} {today}"
        if status is None:
            return Message(DIGEST, title, "nothing is ingested yet")
        with home.reading() as session:
            body = digest(session, today, status.problems, simulated=session.simulated)
        return Message(DIGEST, title, body)

    def _ping(self, records: AlertRecords, now: datetime) -> dict[str, str]:
        """Ask the dead man's switch, once a date."""
        last = records.last_success(PING)
        if self.heartbeat is None or (last and eastern_date(last) == eastern_date(now)):
            return {}
        failure = ping(self.heartbeat)
        records.delivered(Delivery(NAME, PING, now, failure))
        return {NAME: failure} if failure else {}


def _status(home: Home) -> Status | None:
    """Return where the tables stand; None where nothing is ingested."""
    from tipoff.app import inspection
    from tipoff.app.standstill import remembered_status
    from tipoff.kernel.errors import UsageError

    try:
        return remembered_status(home) or inspection.status(home)
    except UsageError:
        return None


def _kept(
    records: AlertRecords,
    seen: Collection[str],
    status: Status | None,
    outcome: DayOutcome | None,
) -> list[Incident]:
    """Return the open incidents of which nothing new is known; ``seen`` are those that were."""
    return [
        known.incident
        for key, known in records.open().items()
        if key not in seen and not key.startswith(CHANNEL) and is_unexamined(key, status, outcome)
    ]


def _silent(failures: dict[str, str]) -> list[Incident]:
    """Return an incident for each channel that is sent nothing, or could not be told."""
    return [
        Incident(f"{CHANNEL} {name}", Severity.WARNING, f"channel {name}: {why}")
        for name, why in failures.items()
        if why
    ]


def _incident_message(waiting: Sequence[Incident]) -> Message:
    title = f"Tipoff: {counted(len(waiting), 'problem')}"
    if any(each.severity is Severity.CRITICAL for each in waiting):
        title += ", critical"
    return Message(INCIDENT, title, "\n".join(each.sentence for each in waiting))

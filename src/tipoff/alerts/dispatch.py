"""Compare the current problems with those already sent, and send the difference to every channel.

For example, at 11:00 the prices are three dates behind: the incident ``stale player props`` is
recorded and sent. At 17:30 nothing has changed: nothing is sent. At 23:00 the prices have come: the
incident is resolved, which is sent once. If a channel answers 404 meanwhile, that is an incident
too, ``channel json 1``, which is sent to the other channels.
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
"""Prefix of the keys of incidents about channels."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message to send."""

    kind: str
    title: str
    body: str


@dataclass(frozen=True)
class Alerts:
    """Sends alerts after each pass of the day: the notifier of a home with channels."""

    channels: Sequence[Channel]
    quiet: QuietHours = field(default_factory=QuietHours)
    digest_hour: int = 9
    """US Eastern: the digest is sent by the first pass of the date at or after this hour."""
    heartbeat: SecretStr | None = None

    def notify(self, home: Home, outcome: DayOutcome) -> Sequence[str]:
        """Send what is new to every channel; return one line for each that failed."""
        return self.tell(home, outcome.now, outcome)

    def tell(self, home: Home, now: datetime, outcome: DayOutcome | None = None) -> list[str]:
        """Send what is new in a home, after a pass of the day or at any other time."""
        status = _status(home)
        with closing(home.open_catalog()) as catalog:
            records = AlertRecords(catalog)
            incidents = incidents_of(status, outcome)
            incidents += _unexamined_incidents(
                records, {each.key for each in incidents}, status, outcome
            )
            failures: dict[str, str] = {}
            if self._is_digest_due(records, now):
                failures |= self._send(records, self._digest(home, status, now), now)
            failures |= self._send_incidents(records, incidents, now)
            if outcome is not None and outcome.is_good and outcome.did_something:
                failures |= self._ping(records, now)
        return [f"{name}: {why}" for name, why in failures.items()]

    def test(self, home: Home, now: datetime) -> dict[str, str]:
        """Send a test message to every channel; return why each failed, empty if it did not."""
        message = Message(TEST, "Tipoff: a test", "If you read this, this channel works.")
        with closing(home.open_catalog()) as catalog:
            failures = self._send(AlertRecords(catalog), message, now)
        return {channel.name: failures.get(channel.name, "") for channel in self.channels}

    def announce(self, home: Home, title: str, body: str, now: datetime) -> list[str]:
        """Send one message about a failure outside a pass; return one line for each failed channel.

        It is sent even in quiet hours, since it is not sent again later.
        """
        with closing(home.open_catalog()) as catalog:
            failures = self._send(AlertRecords(catalog), Message(INCIDENT, title, body), now)
        return [f"{name}: {why}" for name, why in failures.items()]

    def _send_incidents(
        self, records: AlertRecords, incidents: Collection[Incident], now: datetime
    ) -> dict[str, str]:
        """Record the incidents; send those that are new and those that are resolved."""
        last = records.last_deliveries()
        unreachable = {
            channel.name: "is muted"
            if channel.is_muted
            else (last[channel.name].failure if channel.name in last else "")
            for channel in self.channels
        }
        resolved = records.update([*incidents, *_channel_incidents(unreachable)], now)
        resolved = [known for known in resolved if known.was_told]
        failures: dict[str, str] = {}
        if resolved:
            body = "\n".join(known.incident.sentence for known in resolved)
            title = f"Tipoff: {counted(len(resolved), 'problem')} resolved"
            failures |= self._send(records, Message(RESOLVED, title, body), now)
        failures |= self._send_new(records, now)
        new = {name: why for name, why in failures.items() if why and not unreachable[name]}
        if new:
            records.update([*incidents, *_channel_incidents({**unreachable, **new})], now)
            failures |= self._send_new(records, now)
        return failures

    def _send_new(self, records: AlertRecords, now: datetime) -> dict[str, str]:
        """Send the open incidents that are not sent yet; in quiet hours only critical ones."""
        unsent = [known.incident for known in records.open().values() if not known.was_told]
        if self.quiet.cover(now):
            unsent = [each for each in unsent if each.severity is Severity.CRITICAL]
        if not unsent:
            return {}
        failures = self._send(records, _incident_message(unsent), now)
        if len(failures) < sum(not channel.is_muted for channel in self.channels):
            for each in unsent:
                records.mark_sent(each.key, now)
        return failures

    def _send(self, records: AlertRecords, message: Message, now: datetime) -> dict[str, str]:
        """Send a message to every channel that is not muted; return the failures by channel."""
        failures = {}
        for channel in self.channels:
            if channel.is_muted:
                continue
            failure = channel.send(message.title, message.body)
            records.record_delivery(Delivery(channel.name, message.kind, now, failure))
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
        """Request the URL of the dead man's switch, once per date."""
        last = records.last_success(PING)
        if self.heartbeat is None or (last and eastern_date(last) == eastern_date(now)):
            return {}
        failure = ping(self.heartbeat)
        records.record_delivery(Delivery(NAME, PING, now, failure))
        return {NAME: failure} if failure else {}


def _status(home: Home) -> Status | None:
    """Return the status of the tables; None where nothing is ingested."""
    from tipoff.app import inspection
    from tipoff.app.standstill import remembered_status
    from tipoff.kernel.errors import UsageError

    try:
        return remembered_status(home) or inspection.status(home)
    except UsageError:
        return None


def _unexamined_incidents(
    records: AlertRecords,
    seen: Collection[str],
    status: Status | None,
    outcome: DayOutcome | None,
) -> list[Incident]:
    """Return the open incidents that were not checked again.

    ``seen`` holds the keys of the incidents that were found now.
    """
    return [
        known.incident
        for key, known in records.open().items()
        if key not in seen and not key.startswith(CHANNEL) and is_unexamined(key, status, outcome)
    ]


def _channel_incidents(failures: dict[str, str]) -> list[Incident]:
    """Return an incident for each channel that is muted or failed."""
    return [
        Incident(f"{CHANNEL} {name}", Severity.WARNING, f"channel {name}: {why}")
        for name, why in failures.items()
        if why
    ]


def _incident_message(unsent: Sequence[Incident]) -> Message:
    title = f"Tipoff: {counted(len(unsent), 'problem')}"
    if any(each.severity is Severity.CRITICAL for each in unsent):
        title += ", critical"
    return Message(INCIDENT, title, "\n".join(each.sentence for each in unsent))

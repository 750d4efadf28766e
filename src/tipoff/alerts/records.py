"""Incidents and deliveries in the catalog, without any secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.alerts.incidents import Incident, Severity
from tipoff.kernel.catalog.values import as_text, as_timestamp

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from tipoff.kernel.catalog import Catalog

MAX_DELIVERIES = 500


@dataclass(frozen=True, slots=True)
class Delivery:
    """The delivery of one message to one channel."""

    channel: str
    kind: str
    """One of incident, resolved, digest, test and ping."""
    at: datetime
    failure: str
    """Why it could not be delivered; empty if it was."""


@dataclass(frozen=True, slots=True)
class OpenIncident:
    """An incident that is open, and whether it reached anybody."""

    incident: Incident
    opened_at: datetime
    was_told: bool


@dataclass(frozen=True)
class AlertRecords:
    """Open incidents and deliveries in a catalog."""

    catalog: Catalog

    def open(self) -> dict[str, OpenIncident]:
        """Return the incidents that are open, by key."""
        rows = self.catalog.query(
            "SELECT key, severity, sentence, opened_at, told_at FROM incident"
            " WHERE resolved_at IS NULL ORDER BY opened_at, key"
        )
        return {
            key: OpenIncident(
                Incident(key, Severity(severity), sentence),
                as_timestamp(opened),
                told_at is not None,
            )
            for key, severity, sentence, opened, told_at in rows
        }

    def update(self, incidents: Collection[Incident], now: datetime) -> list[OpenIncident]:
        """Store the current incidents; return those that were open and are now resolved."""
        before = self.open()
        keys = {each.key for each in incidents}
        with self.catalog.transaction():
            for each in incidents:
                if each.key in before:
                    self.catalog.query(
                        "UPDATE incident SET sentence = ?, severity = ?"
                        " WHERE key = ? AND resolved_at IS NULL",
                        [each.sentence, each.severity.value, each.key],
                    )
                else:
                    self.catalog.query(
                        "INSERT INTO incident (key, severity, sentence, opened_at)"
                        " VALUES (?, ?, ?, ?)",
                        [each.key, each.severity.value, each.sentence, as_text(now)],
                    )
            resolved = [known for key, known in before.items() if key not in keys]
            for known in resolved:
                self.catalog.query(
                    "UPDATE incident SET resolved_at = ? WHERE key = ? AND resolved_at IS NULL",
                    [as_text(now), known.incident.key],
                )
        return resolved

    def mark_sent(self, key: str, now: datetime) -> None:
        """Record that an alert about an open incident was delivered."""
        self.catalog.query(
            "UPDATE incident SET told_at = ? WHERE key = ? AND resolved_at IS NULL",
            [as_text(now), key],
        )

    def record_delivery(self, delivery: Delivery) -> None:
        """Record a delivery, successful or not; only the newest are kept."""
        self.catalog.query(
            "INSERT INTO delivery (channel, kind, at, failure) VALUES (?, ?, ?, ?)",
            [delivery.channel, delivery.kind, as_text(delivery.at), delivery.failure],
        )
        self.catalog.query(
            "DELETE FROM delivery WHERE delivery <= (SELECT max(delivery) FROM delivery) - ?",
            [MAX_DELIVERIES],
        )

    def last_deliveries(self) -> dict[str, Delivery]:
        """Return the newest delivery to each channel."""
        rows = self.catalog.query(
            "SELECT channel, kind, at, failure FROM delivery WHERE delivery IN"
            " (SELECT max(delivery) FROM delivery GROUP BY channel) ORDER BY channel"
        )
        return {row[0]: Delivery(row[0], row[1], as_timestamp(row[2]), row[3]) for row in rows}

    def last_success(self, kind: str) -> datetime | None:
        """Return when a message of a kind was last delivered; None if none ever was."""
        ((at,),) = self.catalog.query(
            "SELECT max(at) FROM delivery WHERE kind = ? AND failure = ''", [kind]
        )
        return None if at is None else as_timestamp(at)

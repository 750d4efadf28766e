"""The clock of a home's runs, and whether it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.domain.league_time import eastern_today
from tipoff.kernel import clock
from tipoff.kernel.catalog.values import as_timestamp
from tipoff.kernel.gates import Verdict, allow, ask, block

if TYPE_CHECKING:
    from datetime import date, datetime

    from tipoff.kernel.catalog import Catalog
    from tipoff.landing import PayloadStore


def now_of(landing: PayloadStore) -> datetime:
    """Return the time by the clock of a simulated league, or else by this machine's clock."""
    return landing.simulated_until or clock.utc_now()


def today_of(landing: PayloadStore) -> date:
    """Return today's date; for a simulated league, the date for which it was generated."""
    return landing.simulated_for or eastern_today()


def distrusted_clock(landing: PayloadStore, catalog: Catalog, now: datetime) -> str:
    """Return why live predictions are refused at this time; empty if the clock can be trusted."""

    def trusted_clock(at: datetime) -> Verdict:
        return clock_gate(ClockFacts.of(landing, catalog, at))

    return ask(trusted_clock, now).reason


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """The time by a clock, and past events that it must not be behind."""

    now: datetime
    newest_fetch: datetime | None
    """When the newest payload was fetched."""
    last_run_ended: datetime | None
    """When the last run ended; None for a simulated league, whose runs end by another clock."""

    @classmethod
    def of(cls, landing: PayloadStore, catalog: Catalog, now: datetime) -> ClockFacts:
        """Read the events of a home to compare a time with."""
        ((ended,),) = catalog.query("SELECT max(ended_at) FROM run")
        if landing.simulated_until is not None or ended is None:
            return cls(now, landing.newest_fetch, None)
        return cls(now, landing.newest_fetch, as_timestamp(ended))


def clock_gate(facts: ClockFacts) -> Verdict:
    """Block live predictions while the clock is behind a past event."""
    events = (("payload was fetched", facts.newest_fetch), ("run ended", facts.last_run_ended))
    for what, at in events:
        if at is not None and at > facts.now:
            reason = (
                f"the clock says {facts.now:%Y-%m-%d %H:%M} UTC, and a {what} at"
                f" {at:%Y-%m-%d %H:%M}: set the clock; until then nothing is predicted live"
            )
            return block(reason, time_cures=True, now=facts.now, later=at)
    return allow(now=facts.now)

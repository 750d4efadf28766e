"""Tell the time that the runs of a home go by, and whether it can be trusted."""

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
    """Return the time by this machine's clock, or by that of a simulated league."""
    return landing.simulated_until or clock.utc_now()


def today_of(landing: PayloadStore) -> date:
    """Return today; a simulated league's clock stands at the date it was made for."""
    return landing.simulated_for or eastern_today()


def distrusted_clock(landing: PayloadStore, catalog: Catalog, now: datetime) -> str:
    """Return why nothing may be predicted live by this clock; empty if it can be trusted."""

    def trusted_clock(at: datetime) -> Verdict:
        return clock_gate(ClockFacts.of(landing, catalog, at))

    return ask(trusted_clock, now).reason


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What a clock can be compared with."""

    now: datetime
    newest_fetch: datetime | None
    """When the newest payload was fetched."""
    last_run_ended: datetime | None
    """None of a simulated league, whose runs end by another clock."""

    @classmethod
    def of(cls, landing: PayloadStore, catalog: Catalog, now: datetime) -> ClockFacts:
        """Return what a home has to compare a time with."""
        ((ended,),) = catalog.query("SELECT max(ended_at) FROM run")
        if landing.simulated_until is not None or ended is None:
            return cls(now, landing.newest_fetch, None)
        return cls(now, landing.newest_fetch, as_timestamp(ended))


def clock_gate(facts: ClockFacts) -> Verdict:
    """Block what is predicted live while the clock is behind what has happened."""
    known = (("payload was fetched", facts.newest_fetch), ("run ended", facts.last_run_ended))
    for what, at in known:
        if at is not None and at > facts.now:
            reason = (
                f"the clock says {facts.now:%Y-%m-%d %H:%M} UTC, and a {what} at"
                f" {at:%Y-%m-%d %H:%M}: set the clock; until then nothing is predicted live"
            )
            return block(reason, time_cures=True, now=facts.now, later=at)
    return allow(now=facts.now)

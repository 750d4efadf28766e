"""Tell the time that the runs of a home go by, and whether it can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.domain.league_time import eastern_today
from tipoff.kernel.catalog.connection import as_timestamp, utc_now

if TYPE_CHECKING:
    from datetime import date, datetime

    from tipoff.app.home import OpenHome
    from tipoff.landing import PayloadStore


def now_of(landing: PayloadStore) -> datetime:
    """Return the time by this machine's clock, or by that of a simulated league."""
    return landing.simulated_until or utc_now()


def today_of(landing: PayloadStore) -> date:
    """Return today; a simulated league's clock stands at the date it was made for."""
    return landing.simulated_for or eastern_today()


def distrusted_clock(workspace: OpenHome, now: datetime) -> str:
    """Return why nothing may be predicted live by this clock; empty if it can be trusted."""
    landing = workspace.landing
    fetched = landing.newest_fetch
    if fetched is not None and fetched > now:
        return f"the clock says {now:%Y-%m-%d %H:%M} UTC, and a payload was fetched at" + (
            f" {fetched:%Y-%m-%d %H:%M}: set the clock; until then nothing is predicted live"
        )
    ((ended,),) = workspace.catalog.query("SELECT max(ended_at) FROM run")
    if landing.simulated_until is None and ended is not None and as_timestamp(ended) > now:
        return f"the clock says {now:%Y-%m-%d %H:%M} UTC, and a run ended at {ended}: set the" + (
            " clock; until then nothing is predicted live"
        )
    return ""

"""Inspect a home: the status of its tables, the players of a date, and quarantined rows."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from tipoff.analytics.player_pool import KNOWN_COLUMNS, PredictionTime
from tipoff.app.clock import distrusted_clock
from tipoff.health.freshness import LIMITS
from tipoff.health.status import read_status
from tipoff.kernel.catalog import quality
from tipoff.kernel.errors import UsageError
from tipoff.operations.breakers import TABLE, BreakerState, breakers
from tipoff.operations.heal_record import given_up

if TYPE_CHECKING:
    from datetime import date, datetime

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession
    from tipoff.health.report import Status
    from tipoff.kernel.catalog import Catalog


def status(home: Home) -> Status:
    """Return the status of every table.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    with home.reading() as session:
        return status_of(session)


def status_of(session: HomeSession) -> Status:
    """Return the status of every table of a session; dates after today do not count as missing."""
    state, today, catalog = session.state(), session.today, session.workspace.catalog
    until = min(max(state.calendar, default=today), today)
    return read_status(
        session,
        state,
        simulated=session.simulated,
        until=until,
        now=session.now,
        today=today,
        limits=() if session.archive else LIMITS,
        given_up=given_up(catalog),
        kept_back=[
            *_skipped_tables(catalog, session.now),
            *_clock_problem(session, catalog),
        ],
    )


def _skipped_tables(catalog: Catalog, now: datetime) -> list[str]:
    """Return a line for each table that `tipoff day` skips, or is about to try once."""
    return [
        f"{each.name.removeprefix(f'{TABLE} ')}: {each.why_open()}"
        for each in breakers(catalog)
        if each.name.startswith(f"{TABLE} ") and each.state(now) is not BreakerState.CLOSED
    ]


def _clock_problem(session: HomeSession, catalog: Catalog) -> list[str]:
    """Return why the home's clock prevents live predictions; empty if it does not."""
    reason = distrusted_clock(session.landing, catalog, session.now)
    return [reason] if reason else []


def pool(home: Home, day: date, at: PredictionTime) -> list[dict[str, Any]]:
    """Return the player pool of a date by team, with the absences known at a prediction time.

    Raises:
        UsageError: the date has no pool: it has no games, or the pool is not computed yet.
    """
    out, status, reason = KNOWN_COLUMNS[at]
    with home.reading() as session:
        rows = session.arrow(
            "SELECT p.game_id, p.tip_at, if(home, home_team_code, away_team_code) AS team,"
            " if(home, away_team_code, home_team_code) AS opponent, home, player_id, player_name,"
            f" {out} AS out, {status} AS status, {reason} AS reason"
            " FROM player_pool p JOIN schedule USING (game_id)"
            f" WHERE p.game_date = DATE '{day:%Y-%m-%d}'"
            " ORDER BY p.tip_at, game_id, home DESC, out DESC NULLS LAST, player_name"
        )
    if not rows.num_rows:
        raise UsageError(f"no player pool of {day}: `tipoff run {day}` builds it if it has games")
    return list(rows.to_pylist())


def quarantined(home: Home, table: str | None, limit: int) -> list[dict[str, Any]]:
    """Return the quarantined rows, newest first.

    Raises:
        UsageError: there is no such table.
    """
    if table is not None and table not in home.graph.tables:
        near = get_close_matches(table, home.graph.tables, 1)
        hint = f"did you mean {near[0]}?" if near else "`tipoff graph` draws all there are"
        raise UsageError(f"no table {table}: {hint}")
    with home.reading() as session:
        rows = quality.quarantined(session.ledger, session.state().considered())
        return [row for row in rows if table in (None, row["table_name"])][:limit]

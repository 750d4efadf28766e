"""Look into a home: where its tables stand, who may play, and which rows are set aside."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from tipoff.analytics.player_pool import KNOWN, PredictionTime
from tipoff.app.clock import distrusted_clock
from tipoff.health.freshness import LIMITS
from tipoff.health.status import read_status
from tipoff.kernel.catalog import accounts
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
    """Return where every table stands.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    with home.reading() as session:
        return status_of(session)


def status_of(session: HomeSession) -> Status:
    """Return where every table of an open session stands; no date after today is missing yet."""
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
            *_left_alone(catalog, session.now),
            *_distrusted(session, catalog),
        ],
    )


def _left_alone(catalog: Catalog, now: datetime) -> list[str]:
    """Return a line for each table that the unattended day leaves alone, or is about to probe."""
    return [
        f"{each.name.removeprefix(f'{TABLE} ')}: {each.why_open()}"
        for each in breakers(catalog)
        if each.name.startswith(f"{TABLE} ") and each.state(now) is not BreakerState.CLOSED
    ]


def _distrusted(session: HomeSession, catalog: Catalog) -> list[str]:
    """Return why nothing is predicted live by the home's clock, if that is so."""
    why = distrusted_clock(session.landing, catalog, session.now)
    return [why] if why else []


def pool(home: Home, day: date, at: PredictionTime) -> list[dict[str, Any]]:
    """Return who may play on a date, team by team, and who was known to be out at a time.

    Raises:
        UsageError: the date has no pool: no games, or it is not built yet.
    """
    out, status, reason = KNOWN[at]
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
    """Return the rows that are set aside, newest first.

    Raises:
        UsageError: there is no such table.
    """
    if table is not None and table not in home.graph.tables:
        near = get_close_matches(table, home.graph.tables, 1)
        hint = f"did you mean {near[0]}?" if near else "`tipoff graph` draws all there are"
        raise UsageError(f"no table {table}: {hint}")
    with home.reading() as session:
        rows = accounts.quarantined(session.ledger, session.state().considered())
        return [row for row in rows if table in (None, row["table_name"])][:limit]

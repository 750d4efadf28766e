"""Read the status of the pipeline: for every table, its contents and what is missing."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from tipoff.analytics.resolved_name import WAITING
from tipoff.domain.season import Phase, season_on
from tipoff.features.readiness import (
    CURABLE,
    MISSING_UPSTREAM,
    NAME_UNRESOLVED,
    PROCESSING_ERROR,
    STALE_UPSTREAM,
    VALIDATION_ERROR,
)
from tipoff.health.behind import landing_warnings
from tipoff.health.feed_account import feed_account
from tipoff.health.freshness import LIMITS, LastSeen, counted, freshness, next_stale
from tipoff.health.grid import MAX_NAMED
from tipoff.health.holes import Holes, holes
from tipoff.health.price_account import price_account
from tipoff.health.report import CheckStatus, ReasonStatus, Status, TableStatus
from tipoff.kernel.catalog import quality
from tipoff.kernel.catalog.values import as_timestamp
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.errors import ColumnsChanged
from tipoff.kernel.plan.payloads import Difference, pending
from tipoff.kernel.plan.plan import gaps, outdated

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date, datetime

    from tipoff.health.freshness import Limit
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.reading import Rows
    from tipoff.kernel.run.session import Session

T = TypeVar("T")
logger = logging.getLogger(__name__)
RESOLVED = "resolved_name"
FINAL = "SELECT count(*) FROM schedule WHERE is_final"
SEASON = "SELECT max(season) FROM schedule WHERE game_date = DATE '{day}'"
ANSWERED = """
SELECT resource, max(at) FROM (
    SELECT resource, fetched_at AS at FROM payload
    UNION ALL
    SELECT resource, asked_at FROM request WHERE outcome IN ('fetched', 'unchanged')) AS answered
GROUP BY resource
"""
"""By resource, when a service last answered, either with content or with "not modified"."""


def read_status(
    session: Session,
    state: State,
    *,
    simulated: bool,
    until: date,
    now: datetime,
    today: date,
    limits: Sequence[Limit] = LIMITS,
    given_up: Collection[tuple[date, str]] = frozenset(),
    kept_back: Sequence[str] = (),
) -> Status:
    """Return the status of all tables at head.

    Args:
        session: the tables.
        state: the state that a plan is made from.
        simulated: whether the league is simulated.
        until: dates after it do not count as missing.
        now: the time by the home's clock, timezone-aware.
        today: the league's date at that time.
        limits: the limits of the sources' freshness; empty for a home that is not kept up to date.
        given_up: pairs of date and source that are no longer asked for missing rows.
        kept_back: a sentence for each reason why tables are not computed, or nothing is predicted
            live.
    """
    last_seen, days = _last_seen(session.workspace.catalog, state), state.calendar.keys()
    held = {name: contents.days for name, contents in state.contents.items()}
    unreadable = state.unreadable()
    home_holes = Holes()
    if held[state.graph.calendar.name] or not _has_pending(state, state.graph.calendar):
        home_holes = _unless_unreadable(
            lambda: holes(session, held, today, now, given_up), home_holes
        )
    considered = state.considered()
    quarantined = quality.quarantine_counts(session.ledger, considered)
    date_range = DateRange(min(state.calendar, default=until), until)
    missing = gaps(state, date_range)
    return Status(
        simulated=simulated,
        tables=tuple(
            _table(state, name, quarantined.get(name, 0), len(missing.get(name, ())))
            for name in state.graph.tables
        ),
        checks=tuple(CheckStatus(*row) for row in quality.check_results(session.ledger)),
        reasons=tuple(_reasons(session, state, quarantined, missing, date_range)),
        refused_payloads=tuple(sorted({why for each in _refused(state).values() for why in each})),
        games=_games(session, state),
        prices=_unless_unreadable(lambda: price_account(session), {}),
        feeds=_unless_unreadable(lambda: feed_account(session), {}),
        sources=freshness(limits, last_seen, days, now, today, _season(session, days, today)),
        holes=(*unreadable.values(), *kept_back, *home_holes.problems),
        lacking=(
            *landing_warnings(session, state, now),
            *home_holes.warnings,
            *_without_time(quality.quarantined(session.ledger, considered), today),
        ),
        gaps=home_holes.gaps,
        stale_at=next_stale(limits, last_seen, days, now, today),
    )


def _has_pending(state: State, definition: TableDefinition) -> bool:
    """Return whether landed payloads of a table are still to be read."""
    return bool(pending(state, definition) or Difference.of(state, definition).reasons)


def _unless_unreadable(read: Callable[[], T], default: T) -> T:
    """Return the result of a read, or the default if a table's columns have changed.

    The status reports the tables with changed columns elsewhere.
    """
    try:
        return read()
    except ColumnsChanged as error:
        logger.info("left out of the status: %s", error)
        return default


def _last_seen(catalog: Catalog, state: State) -> dict[str, LastSeen]:
    """Return, for every raw table, its last date with games and its source's last answer."""
    answered = dict(catalog.query(ANSWERED))
    return {
        name: LastSeen(
            _last_known(state, name),
            max(
                (
                    as_timestamp(answered[resource])
                    for resource, _ in state.graph.streams[definition.stream].requests
                    if resource in answered
                ),
                default=None,
            ),
        )
        for name, definition in state.graph.tables.items()
        if definition.stream is not None
    }


def _season(rows: Rows, days: Collection[date], today: date) -> str | None:
    """Return the label of the season in progress by the schedule; None if there is none."""
    current = season_on(today, days)
    day = current.next_game or current.last_game
    if day is None or current.phase not in (Phase.IN_SEASON, Phase.BREAK):
        return None
    season: str | None = _unless_unreadable(lambda: rows.query(SEASON.format(day=day))[0][0], None)
    return season


def _last_known(state: State, name: str) -> date | None:
    """Return a table's last date with rows, ignoring dates without games."""
    days = state.contents[name].days
    return next((day for day in reversed(days) if day in state.calendar), None)


def _table(state: State, name: str, quarantined: int, missing: int) -> TableStatus:
    contents = state.contents[name]
    days = contents.days
    entries = [contents.entries[day] for day in days]
    read, unaccounted = payload_rows(state, name)
    return TableStatus(
        table=name,
        rows=sum(entry.rows for entry in entries),
        content_hash=contents.digest,
        first_date=days[0] if days else None,
        last_date=days[-1] if days else None,
        fingerprint=state.fingerprints[name],
        quarantined=quarantined,
        payload_rows=read,
        unaccounted=unaccounted,
        missing_dates=missing,
    )


def payload_rows(state: State, name: str) -> tuple[int | None, int | None]:
    """Return the number of rows in the payloads in effect, and how many are unaccounted for.

    Every row should be in the table, in quarantine, or superseded by another payload's row with the
    same key. Superseded rows are counted when a date is built, so a date that should have been
    rebuilt shows up as unaccounted rows. Both are None for a computed table. The second is also
    None while the table is not built from the payloads in effect now, or after a repair gave up
    the payloads it was built from.
    """
    definition = state.graph.tables[name]
    if definition.stream is None:
        return None, None
    in_effect = state.payloads_in_effect(definition).values()
    read = sum(entry.rows for entry in in_effect)
    set_aside = sum(entry.bad for entry in in_effect)
    entries = state.contents[name].entries.values()
    held = sum(entry.rows + entry.superseded for entry in entries)
    given_up = held and not state.sources.get(name)
    if given_up or Difference.of(state, definition).reasons:
        return read, None
    return read, read - set_aside - held


def _refused(state: State) -> dict[str, list[str]]:
    """Return, for each table, why payloads that would otherwise count are refused.

    Payloads that a newer answer to the same request has replaced are left out.
    """
    considered = state.considered()
    by_table = {}
    for name, entries in sorted(state.payload_entries.items()):
        numbers = considered.get(name, set())
        refused = [e.refused for n, e in entries.items() if n in numbers and e.refused is not None]
        if refused:
            by_table[name] = refused
    return by_table


def _reasons(
    session: Session,
    state: State,
    quarantined: Mapping[str, int],
    missing: Mapping[str, Sequence[date]],
    date_range: DateRange,
) -> list[ReasonStatus]:
    """Return how much of each table is missing or incomplete, by reason."""
    counts = [(*row, "rows") for row in _rows_with_reason(session, state)]
    counts += [(n, VALIDATION_ERROR, count, "rows set aside") for n, count in quarantined.items()]
    none: list[int] = []
    unresolved = _unless_unreadable(lambda: _unresolved(session), none)
    counts += [(RESOLVED, NAME_UNRESOLVED, count, "names") for count in unresolved]
    counts += [(n, PROCESSING_ERROR, len(why), "payloads") for n, why in _refused(state).items()]
    for reason, dates in (
        (MISSING_UPSTREAM, missing),
        (STALE_UPSTREAM, outdated(state, date_range)),
    ):
        counts += [(name, reason, len(days), "dates") for name, days in dates.items()]
    return [ReasonStatus(table, r, CURABLE[r], count, of) for table, r, count, of in counts]


def _unresolved(rows: Rows) -> list[int]:
    """Return the number of names that a person must settle; an empty list if there are none."""
    counts = rows.query(
        f"SELECT count(DISTINCT player_name) FROM {RESOLVED} WHERE outcome IN {WAITING}"
    )
    return [count for (count,) in counts if count]


def _rows_with_reason(session: Session, state: State) -> list[tuple[str, str, int]]:
    """Count rows by table and their ``reason`` column; return table, reason and count."""
    unreadable = state.unreadable()
    queries = [
        f"SELECT '{name}', reason, count(*) FROM {name} WHERE reason IS NOT NULL GROUP BY 2"
        for name, definition in state.graph.tables.items()
        if (column := definition.schema.columns.get("reason"))
        and column.choices == tuple(CURABLE)
        and state.contents[name].days
        and name not in unreadable
    ]
    counts = session.query(" UNION ALL ".join(queries) + " ORDER BY 1, 2") if queries else []
    return [(table, reason, count) for table, reason, count in counts]


def _without_time(quarantined: Sequence[Mapping[str, Any]], today: date) -> list[str]:
    """Return a warning about games from today on without a valid tip-off time."""
    games = sorted(
        (row["day"], json.loads(row["key"])["game_id"], row["value"])
        for row in quarantined
        if row["table_name"] == "schedule" and row["column_name"] == "tip_at"
        if row["day"] is not None and row["day"] >= today
    )
    if not games:
        return []
    named = ", ".join(f"{game} of {day} ({value})" for day, game, value in games[:MAX_NAMED])
    more = f" and {len(games) - MAX_NAMED} more" if len(games) > MAX_NAMED else ""
    return [
        f"schedule: {counted(len(games), 'game')} without a valid tip-off time:"
        f" {named}{more}: nothing is predicted for them until the schedule has one"
    ]


def _games(rows: Rows, state: State) -> dict[str, int]:
    """Return the number of final games, player-games and shots."""
    tables = {"player_games": "player_game_summary", "shots": "shot"}
    held = {n: sum(e.rows for e in state.contents[t].entries.values()) for n, t in tables.items()}
    return _unless_unreadable(lambda: {"games": rows.query(FINAL)[0][0], **held}, held)

"""Where the pipeline stands: every table, what it holds and what is missing."""

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
from tipoff.health.behind import behind
from tipoff.health.feed_account import feed_account
from tipoff.health.freshness import LIMITS, Heard, counted, freshness, next_stale
from tipoff.health.grid import MAX_NAMED
from tipoff.health.holes import Holes, holes
from tipoff.health.price_account import price_account
from tipoff.health.report import CheckStatus, ReasonStatus, Status, TableStatus
from tipoff.kernel.catalog import accounts
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
"""By resource, when a service last answered with something, or with: what you have still holds."""


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
        state: what a plan is made from.
        simulated: whether the league is.
        until: dates after it are not yet missing.
        now: the time by the home's clock, aware.
        today: the league's date at that time.
        limits: of the sources' freshness; none of a home that nobody keeps up.
        given_up: the dates and sources that are not asked any more for what is missing.
        kept_back: why tables are not computed, or nothing is predicted live, a sentence each.
    """
    heard, days = _heard(session.workspace.catalog, state), state.calendar.keys()
    held = {name: contents.days for name, contents in state.contents.items()}
    unreadable = state.unreadable()
    found = Holes()
    if held[state.graph.calendar.name] or not _waits(state, state.graph.calendar):
        found = _unless_unreadable(lambda: holes(session, held, today, now, given_up), found)
    considered = state.considered()
    quarantined = accounts.quarantine_counts(session.ledger, considered)
    asked = DateRange(min(state.calendar, default=until), until)
    missing = gaps(state, asked)
    return Status(
        simulated=simulated,
        tables=tuple(
            _table(state, name, quarantined.get(name, 0), len(missing.get(name, ())))
            for name in state.graph.tables
        ),
        checks=tuple(CheckStatus(*row) for row in accounts.check_results(session.ledger)),
        reasons=tuple(_reasons(session, state, quarantined, missing, asked)),
        refused_payloads=tuple(sorted({why for each in _refused(state).values() for why in each})),
        games=_games(session, state),
        prices=_unless_unreadable(lambda: price_account(session), {}),
        feeds=_unless_unreadable(lambda: feed_account(session), {}),
        sources=freshness(limits, heard, days, now, today, _season(session, days, today)),
        holes=(*unreadable.values(), *kept_back, *found.problems),
        lacking=(
            *behind(session, state, now),
            *found.warnings,
            *_without_time(accounts.quarantined(session.ledger, considered), today),
        ),
        gaps=found.gaps,
        stale_at=next_stale(limits, heard, days, now, today),
    )


def _waits(state: State, definition: TableDefinition) -> bool:
    """Return whether a table is to be read from what is landed: no source need be asked."""
    return bool(pending(state, definition) or Difference.of(state, definition).reasons)


def _unless_unreadable(read: Callable[[], T], without: T) -> T:
    """Return what is read; or a value without it, where a table's columns have changed.

    Which tables those are, the status tells by itself.
    """
    try:
        return read()
    except ColumnsChanged as error:
        logger.info("left out of the status: %s", error)
        return without


def _heard(catalog: Catalog, state: State) -> dict[str, Heard]:
    """Return the last date and the last answer of every raw table's source."""
    answered = dict(catalog.query(ANSWERED))
    return {
        name: Heard(
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
    """Return the season that is under way by the schedule; None where it tells of none."""
    found = season_on(today, days)
    day = found.next_game or found.last_game
    if day is None or found.phase not in (Phase.IN_SEASON, Phase.BREAK):
        return None
    season: str | None = _unless_unreadable(lambda: rows.query(SEASON.format(day=day))[0][0], None)
    return season


def _last_known(state: State, name: str) -> date | None:
    """Return a table's last date with games: a row of a date without any is no news of a game."""
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
    """Return how many rows the payloads that count have, and how many of them are unaccounted for.

    A row is in the table, in quarantine, or superseded by another payload's row of its key; the
    dates counted the last when they were built, so a date that was not built again shows here.
    While other payloads count than the table is built from, or a repair gave up those that it was
    built from, nothing can be said of its rows.
    """
    definition = state.graph.tables[name]
    if definition.stream is None:
        return None, None
    standing = state.standing(definition).values()
    read = sum(entry.rows for entry in standing)
    set_aside = sum(entry.bad for entry in standing)
    entries = state.contents[name].entries.values()
    held = sum(entry.rows + entry.superseded for entry in entries)
    given_up = held and not state.sources.get(name)
    if given_up or Difference.of(state, definition).reasons:
        return read, None
    return read, read - set_aside - held


def _refused(state: State) -> dict[str, list[str]]:
    """Return, for each table, why payloads are refused that would otherwise count.

    One that a newer answer to its request has replaced would not.
    """
    considered = state.considered()
    found = {}
    for name, entries in sorted(state.payload_entries.items()):
        numbers = considered.get(name, set())
        refused = [e.refused for n, e in entries.items() if n in numbers and e.refused is not None]
        if refused:
            found[name] = refused
    return found


def _reasons(
    session: Session,
    state: State,
    quarantined: Mapping[str, int],
    missing: Mapping[str, Sequence[date]],
    asked: DateRange,
) -> list[ReasonStatus]:
    """Return what is missing of each table, each under its own reason."""
    counts = [(*row, "rows") for row in _rows_with_reason(session, state)]
    counts += [(n, VALIDATION_ERROR, count, "rows set aside") for n, count in quarantined.items()]
    none: list[int] = []
    unresolved = _unless_unreadable(lambda: _unresolved(session), none)
    counts += [(RESOLVED, NAME_UNRESOLVED, count, "names") for count in unresolved]
    counts += [(n, PROCESSING_ERROR, len(why), "payloads") for n, why in _refused(state).items()]
    for reason, dates in ((MISSING_UPSTREAM, missing), (STALE_UPSTREAM, outdated(state, asked))):
        counts += [(name, reason, len(days), "dates") for name, days in dates.items()]
    return [ReasonStatus(table, r, CURABLE[r], count, of) for table, r, count, of in counts]


def _unresolved(rows: Rows) -> list[int]:
    """Return how many names wait for a person, if any do."""
    counts = rows.query(
        f"SELECT count(DISTINCT player_name) FROM {RESOLVED} WHERE outcome IN {WAITING}"
    )
    return [count for (count,) in counts if count]


def _rows_with_reason(session: Session, state: State) -> list[tuple[str, str, int]]:
    """Count rows by the reason they state themselves: table, reason and count."""
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
    """Return which games from today on wait for a time of tip-off, or have one that cannot be."""
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
        f"schedule: {counted(len(games), 'game')} without a time of tip-off that can be:"
        f" {named}{more}: nothing is predicted of them until the schedule has one"
    ]


def _games(rows: Rows, state: State) -> dict[str, int]:
    """Return games, player-games and shots: what the whole pipeline counts in."""
    counted = {"player_games": "player_game_summary", "shots": "shot"}
    held = {n: sum(e.rows for e in state.contents[t].entries.values()) for n, t in counted.items()}
    return _unless_unreadable(lambda: {"games": rows.query(FINAL)[0][0], **held}, held)

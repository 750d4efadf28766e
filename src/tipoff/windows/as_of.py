"""As-of joins, the only way in which a feature reads the past: rows strictly before a game's date.

An example. A player played on the 1st, 4th and 9th; the coming games are on the 4th and the 12th.
``in_order`` numbers the rows 0, 1, 2. ``latest`` counts the rows before the date of a coming game
and joins the row whose number is that count less one. The game of the 4th has one earlier row, so
it gets row 0 (the 1st), not its own; the game of the 12th has three and gets row 2 (the 9th).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import (
    cases,
    each_of,
    interval,
    literal,
    narrow,
    row_number,
    union,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ibis.expr.types import Table

YEAR = 365
"""How far back any feature looks, in days: a whole season, or early in one, the season before."""

COMING, ENTERS, LEAVES = range(3)
"""Kinds of events in an owner's history, in the order in which they are processed on one date."""


def latest(coming: Table, history: Table, by: str) -> Table:
    """Join each coming row to the last history row of its owner before its date, if any.

    Args:
        coming: rows with ``game_date`` and ``by``.
        history: rows with ``game_date`` and ``by``, at most one per date and owner.
        by: the column of the owner: ``player_id`` or ``team_id``.

    Returns:
        The columns of ``coming``; those of ``history`` as ``last_NAME``, NULL where the owner has
        no row in the year before; ``last_number``, the row's number in its owner's history, from
        0; ``too_old``, how many of the owner's rows are older than a year.
    """
    counted = _counted(coming, history, by)
    numbered = in_order(history, by)
    past = numbered.rename({f"last_{name}": name for name in numbered.columns})
    last = cases((counted.entered > counted.too_old, counted.entered - 1))
    joined = counted.left_join(past, [counted[by] == past[f"last_{by}"], last == past.last_number])
    return joined.drop("entered")


def _counted(coming: Table, history: Table, by: str) -> Table:
    """Count, for each coming row, its owner's rows before its date and those too old to use.

    A history row enters on its date and becomes too old a year later. Coming rows and both kinds of
    events are sorted by date, a coming row before the events of its date, and counted cumulatively.
    A join on a range of dates would compare each coming row with all rows of its owner.

    Returns:
        The columns of ``coming``, ``entered`` and ``too_old``.
    """
    unknown = {
        name: literal(None, dtype)
        for name, dtype in coming.schema().items()
        if name not in (by, "game_date")
    }
    entering = history.select(by, "game_date")
    leaving = entering.mutate(game_date=days_before(entering.game_date, -YEAR))
    past = [rows.mutate(**unknown).select(*coming.columns) for rows in (entering, leaving)]
    by_kind = zip((COMING, ENTERS, LEAVES), (coming, *past), strict=True)
    events = union(*(rows.mutate(event=literal(kind, "int64")) for kind, rows in by_kind))
    so_far = {"group_by": by, "order_by": ["game_date", "event"], "rows": (None, 0)}
    counted = events.mutate(
        entered=narrow((events.event == ENTERS).sum().over(**so_far)),
        too_old=narrow((events.event == LEAVES).sum().over(**so_far)),
    )
    return counted.filter(counted.event == COMING).drop("event")


def last_games(coming: Table, history: Table, by: str, games: int) -> Table:
    """Join each coming row to each of its owner's last ``games`` history rows before its date.

    Returns:
        The columns of ``history``; ``for_game_id`` and ``for_date`` of the coming row;
        ``games_ago``, 1 for the last game.
    """
    anchor = latest(coming.select("game_id", "game_date", by), history.select("game_date", by), by)
    anchor = anchor.select(
        for_game_id="game_id",
        for_date="game_date",
        for_owner=by,
        last_number="last_number",
        games_ago=each_of(range(1, games + 1)),
    )
    # Join on equal numbers: on a range, engines may compare numbers before they compare owners.
    anchor = anchor.mutate(for_number=anchor.last_number - anchor.games_ago + 1)
    numbered = in_order(history, by)
    joined = anchor.join(
        numbered,
        [
            anchor.for_owner == numbered[by],
            anchor.for_number == numbered.number,
            days_between(numbered.game_date, anchor.for_date) <= YEAR,
        ],
    )
    return joined.drop("for_number")


def last_days(
    coming: Table,
    history: Table,
    by: str,
    days: int,
    *,
    same: str = "",
    extra_columns: Iterable[str] = (),
) -> Table:
    """Join each coming row to its owner's history rows of the ``days`` days before its date.

    Args:
        coming: rows with ``game_id``, ``game_date`` and ``by``.
        history: rows with ``game_date`` and ``by``.
        by: the column of the owner: ``player_id`` or ``team_id``.
        days: number of days to look back.
        same: a further column that must be equal, such as ``opponent_id``.
        extra_columns: columns of the coming row to keep as ``for_NAME``.

    Returns:
        The columns of ``history``; of the coming row ``for_game_id``, ``for_date``,
        ``for_owner`` and ``for_NAME`` for each extra column.
    """
    anchor = coming.select(
        for_game_id="game_id",
        for_date="game_date",
        for_owner=by,
        for_same=same or by,
        **{f"for_{name}": name for name in extra_columns},
    )
    age = days_between(history.game_date, anchor.for_date)
    joined = anchor.join(
        history,
        [
            anchor.for_owner == history[by],
            anchor.for_same == history[same or by],
            age >= 1,
            age <= days,
        ],
    )
    return joined.drop("for_same")


def days_before(day: Any, days: int) -> Any:
    """Return the date a number of days earlier."""
    # Ibis infers a date and would drop a direct cast to one, but engines return a timestamp.
    earlier = day - interval(days)
    return earlier.cast("timestamp").cast("date")


def days_between(earlier: Any, later: Any) -> Any:
    """Return the calendar days from one date to another."""
    return later.delta(earlier, unit="day")


def in_order(history: Table, by: str) -> Table:
    """Return history with ``number``, each row's position among its owner's rows, from 0."""
    return history.mutate(number=row_number().over(group_by=by, order_by="game_date"))

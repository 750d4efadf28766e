"""The one way a feature reads the past: rows strictly before the date of the game.

An example. A player played on the 1st, 4th and 9th; games are coming on the 4th and the 12th.
``in_order`` gives each row its place: 0, 1, 2. ``latest`` counts the rows before the date of a
coming game and joins the row at that place less one: the game of the 4th has one row before it and
finds that of the 1st, not its own; that of the 12th has three and finds the row of the 9th.
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
"""How far back any feature looks, in days: a whole season, and the one before at its start."""

COMING, ENTERS, LEAVES = range(3)
"""Events along an owner's time, in the order in which they count on one date."""


def latest(coming: Table, history: Table, by: str) -> Table:
    """Join each coming row to the last history row of its owner before its date, if any.

    Args:
        coming: rows with ``game_date`` and ``by``.
        history: rows with ``game_date`` and ``by``, at most one per date and owner.
        by: whose history: ``player_id`` or ``team_id``.

    Returns:
        The columns of ``coming``; those of ``history`` as ``last_NAME``, NULL where its owner
        has no such row in the year before; ``last_number``, the row's place in its owner's
        history, from 0; ``too_old``, how many of its owner's rows are older than a year.
    """
    counted = _counted(coming, history, by)
    numbered = in_order(history, by)
    past = numbered.rename({f"last_{name}": name for name in numbered.columns})
    last = cases((counted.entered > counted.too_old, counted.entered - 1))
    found = counted.left_join(past, [counted[by] == past[f"last_{by}"], last == past.last_number])
    return found.drop("entered")


def _counted(coming: Table, history: Table, by: str) -> Table:
    """Count, for each coming row, the rows of its owner before its date, and those too old.

    A history row enters on its date and is too old a year later. All of this is put in one order,
    each coming row before what else is of its date, and counted along it: an engine that joined on
    a range of dates would compare each coming row with all rows of its owner.

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
    kinds = zip((COMING, ENTERS, LEAVES), (coming, *past), strict=True)
    events = union(*(rows.mutate(event=literal(kind, "int64")) for kind, rows in kinds))
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
    # Looked up by equal numbers: engines may compare a range of numbers before they compare owners.
    anchor = anchor.mutate(for_number=anchor.last_number - anchor.games_ago + 1)
    numbered = in_order(history, by)
    found = anchor.join(
        numbered,
        [
            anchor.for_owner == numbered[by],
            anchor.for_number == numbered.number,
            days_between(numbered.game_date, anchor.for_date) <= YEAR,
        ],
    )
    return found.drop("for_number")


def last_days(
    coming: Table,
    history: Table,
    by: str,
    days: int,
    *,
    same: str = "",
    beside: Iterable[str] = (),
) -> Table:
    """Join each coming row to its owner's history rows of the ``days`` days before its date.

    Args:
        coming: rows with ``game_id``, ``game_date`` and ``by``.
        history: rows with ``game_date`` and ``by``.
        by: whose history: ``player_id`` or ``team_id``.
        days: how far back.
        same: a further column that must be equal, such as ``opponent_id``.
        beside: further columns of the coming row.

    Returns:
        The columns of ``history``; of the coming row ``for_game_id``, ``for_date``,
        ``for_owner`` and ``for_NAME`` of each column beside.
    """
    anchor = coming.select(
        for_game_id="game_id",
        for_date="game_date",
        for_owner=by,
        for_same=same or by,
        **{f"for_{name}": name for name in beside},
    )
    age = days_between(history.game_date, anchor.for_date)
    found = anchor.join(
        history,
        [
            anchor.for_owner == history[by],
            anchor.for_same == history[same or by],
            age >= 1,
            age <= days,
        ],
    )
    return found.drop("for_same")


def days_before(day: Any, days: int) -> Any:
    """Return the date some days earlier."""
    earlier = day - interval(days)  # a date to Ibis, which would leave a cast out; engines: a time
    return earlier.cast("timestamp").cast("date")


def days_between(earlier: Any, later: Any) -> Any:
    """Return the calendar days from one date to another."""
    return later.delta(earlier, unit="day")


def in_order(history: Table, by: str) -> Table:
    """Return history with each row's place among its owner's, from 0."""
    return history.mutate(number=row_number().over(group_by=by, order_by="game_date"))

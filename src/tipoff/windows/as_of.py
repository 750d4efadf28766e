"""The one way a feature reads the past: rows strictly before the date of the game.

An example. A player played on the 1st, 4th and 9th; games are coming on the 4th and the 12th.
``in_order`` gives each row its place (0, 1, 2) and the date of the next (4th, 9th, none). Then
``latest`` joins a coming game to the one row with ``row date < game date <= next date``: the game
of the 4th finds the row of the 1st, not its own; that of the 12th finds the row of the 9th, which
has no next date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import each_of, interval, row_number

if TYPE_CHECKING:
    from ibis.expr.types import Table

YEAR = 365
"""How far back any feature looks, in days: a whole season, and the one before at its start."""


def latest(coming: Table, history: Table, by: str, *, within_days: int | None = YEAR) -> Table:
    """Join each coming row to the last history row of its owner before its date, if any.

    Args:
        coming: rows with ``game_date`` and ``by``.
        history: rows with ``game_date`` and ``by``, at most one per date and owner.
        by: whose history: ``player_id`` or ``team_id``.
        within_days: how old the row may be; None for any age.

    Returns:
        The columns of ``coming``; those of ``history`` as ``last_NAME``, NULL where its owner
        has no such row; ``last_number``, the row's place in its owner's history, from 0.
    """
    numbered = in_order(history, by)
    past = numbered.rename({f"last_{name}": name for name in numbered.columns})
    conditions = [
        coming[by] == past[f"last_{by}"],
        coming.game_date > past.last_game_date,
        past.last_next_date.isnull() | (coming.game_date <= past.last_next_date),
    ]
    if within_days is not None:
        conditions.append(days_between(past.last_game_date, coming.game_date) <= within_days)
    return coming.left_join(past, conditions)


def too_old(coming: Table, history: Table, by: str) -> Table:
    """Count, for each coming row, how many of its owner's rows are older than any feature looks.

    Returns:
        ``game_id``, ``by`` and ``too_old``.
    """
    a_year_before = coming.select("game_id", by, game_date=days_before(coming.game_date, YEAR))
    found = latest(a_year_before, history.select("game_date", by), by, within_days=None)
    return found.select("game_id", by, too_old=found.last_number.fill_null(-1) + 1)


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


def last_days(coming: Table, history: Table, by: str, days: int, *, same: str = "") -> Table:
    """Join each coming row to its owner's history rows of the ``days`` days before its date.

    Args:
        coming: rows with ``game_id``, ``game_date`` and ``by``.
        history: rows with ``game_date`` and ``by``.
        by: whose history: ``player_id`` or ``team_id``.
        days: how far back.
        same: a further column that must be equal, such as ``opponent_id``.

    Returns:
        The columns of ``history``; ``for_game_id``, ``for_date`` and ``for_owner`` of the
        coming row.
    """
    anchor = coming.select(
        for_game_id="game_id", for_date="game_date", for_owner=by, for_same=same or by
    )
    age = days_between(history.game_date, anchor.for_date)
    beside = anchor.join(
        history,
        [
            anchor.for_owner == history[by],
            anchor.for_same == history[same or by],
            age >= 1,
            age <= days,
        ],
    )
    return beside.drop("for_same")


def days_before(day: Any, days: int) -> Any:
    """Return the date some days earlier."""
    return (day - interval(days)).cast("date")


def days_between(earlier: Any, later: Any) -> Any:
    """Return the calendar days from one date to another."""
    return later.delta(earlier, unit="day")


def in_order(history: Table, by: str) -> Table:
    """Return history with each row's place among its owner's, and the date of the next."""
    return history.mutate(
        number=row_number().over(group_by=by, order_by="game_date"),
        next_date=history.game_date.lead().over(group_by=by, order_by="game_date"),
    )

"""Rows of many dates, read together and told apart: players once, and markets beside them.

A document of a date has its players, and under each market a row for each of them. The rows of all
dates are put in that order at once: by date, market and player, with a missing row where a player
has none in a market. A date's document is then slices of whole columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.arrays import places
from tipoff.publishing.columns import encoded_slices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, IntArray
    from tipoff.kernel.reading import Rows

MAX_CODE = 1 << 62
FEW_DATES = 31
MAX_GAP_DAYS = 14
"""Dates that lie further apart are read by bounds of their own."""


def dates_of(days: Sequence[date]) -> str:
    """Return an SQL condition on ``game_date``: between the first and the last of nearby dates.

    It holds for dates between them that are not asked for too: two bounds are compared at half the
    cost of a list of dates. ``rows_of`` leaves those out.
    """
    ordered = sorted(days)
    breaks = [n for n, (a, b) in enumerate(pairwise(ordered), 1) if (b - a).days > MAX_GAP_DAYS]
    spans = pairwise([0, *breaks, len(ordered)])
    between = (f"DATE '{ordered[low]}' AND DATE '{ordered[high - 1]}'" for low, high in spans)
    return f"({' OR '.join(f'game_date BETWEEN {span}' for span in between)})"


def read_first(dates: int) -> str:
    """Return how SQL reads a table that it joins: first and whole, if so many dates are few.

    The filters that DuckDB makes of one side of a join for the scan of the other pay off over many
    dates only; over many dates, what is read first takes memory.
    """
    return "MATERIALIZED" if dates <= FEW_DATES else "NOT MATERIALIZED"


def rows_of(rows: Rows, sql: str, days: Sequence[date]) -> pa.Table:
    """Return the rows of some dates.

    Args:
        rows: the tables.
        sql: a query with a column ``game_date`` and the condition ``{dates}``; its common table
            expressions may be ``AS {read}``, see ``read_first``.
        days: the dates.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    found = rows.arrow(sql.format(dates=dates_of(days), read=read_first(len(days))))
    asked = pc.is_in(found["game_date"], value_set=pa.array(days, pa.date32()))
    return found if pc.all(asked, min_count=0).as_py() else found.filter(asked)


def date_bounds(rows: pa.Table, days: Sequence[date]) -> IntArray:
    """Return where the rows of each date begin, and where the last ones end, shape (dates + 1,).

    Args:
        rows: sorted by date, none of another date.
        days: the dates, sorted.
    """
    held = rows["game_date"].to_numpy()
    starts = np.searchsorted(held, np.array(days, held.dtype))
    return np.append(starts, rows.num_rows).astype(np.int64)


def distinct(rows: pa.Table, columns: Sequence[str]) -> tuple[pa.Table, IntArray]:
    """Return each combination of columns once, and which of them every row has, shape (n,)."""
    code = np.zeros(rows.num_rows, np.int64)
    size = 1
    for name in columns:
        words = rows[name].combine_chunks().dictionary_encode("encode")
        size *= max(len(words.dictionary), 1)
        if size > MAX_CODE:
            known, code = np.unique(code, return_inverse=True)
            size = len(known) * len(words.dictionary)
        code = code * len(words.dictionary) + words.indices.to_numpy()
    _, first, own = np.unique(code, return_index=True, return_inverse=True)
    return rows.select(columns).take(first), own.astype(np.int64)


def ranked(order: IntArray) -> IntArray:
    """Return where each of 0, 1, ... stands in an order of all of them, shape (n,)."""
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return place


@dataclass(frozen=True)
class DatedSlates:
    """The players of many dates, and of each market of a date one row per player."""

    days: Sequence[date]
    """The dates, sorted."""
    players: pa.Table
    """Sorted by ``game_date``; a player's number counts from the first of the date."""
    player_bounds: IntArray
    markets: tuple[str, ...]
    """Every market there is on any of the dates, sorted."""
    starts: IntArray
    """Where a market of a date begins among ``rows``, shape (dates, markets); -1: not there."""
    rows: pa.Table
    """Of each date and market a row per player, all of it missing where there is none."""
    held: BoolArray
    """Whether a player has a row in a market, by the place among ``rows``, shape (n,)."""

    @classmethod
    def of(
        cls, days: Sequence[date], players: pa.Table, found: pa.Table, player: IntArray
    ) -> DatedSlates:
        """Put rows in order.

        Args:
            days: the dates, sorted.
            players: sorted by ``game_date``.
            found: rows with a ``market``, in any order; if a player has several in a market, they
                are alike.
            player: the place of each row's player among all players, shape (n,).
        """
        import pyarrow as pa

        bounds = date_bounds(players, days)
        words = found["market"].combine_chunks().dictionary_encode()
        names = sorted(words.dictionary.to_pylist())
        rank = np.array([names.index(name) for name in words.dictionary.to_pylist()], np.int64)
        market = rank[words.indices.to_numpy()] if names else np.zeros(0, np.int64)
        day = np.searchsorted(bounds, player, "right") - 1
        there = np.zeros((len(days), len(names)), bool)
        there[day, market] = True
        sizes = there * np.diff(bounds)[:, None]
        ends = np.cumsum(sizes).reshape(sizes.shape)
        starts = np.where(there, ends - sizes, -1)
        index = np.full(int(sizes.sum()), -1)
        index[starts[day, market] + player - bounds[day]] = np.arange(found.num_rows)
        said = found.drop_columns(["market"]).combine_chunks()
        rows = said.take(pa.array(index, mask=index < 0))
        return cls(days, players, bounds, tuple(names), starts, rows, index >= 0)

    def by_market(self, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield of each date its markets, each with columns as JSON, one row per player."""
        there = self.starts >= 0
        bounds = [*self.starts[there].tolist(), self.rows.num_rows]
        made = iter(encoded_slices(self.rows.select(columns), bounds))
        for own in there:
            yield {self.markets[place]: next(made) for place in np.flatnonzero(own)}

    def of_players(self, columns: Sequence[str]) -> list[dict[str, Any]]:
        """Return of each date what is said of its players, as JSON columns."""
        return encoded_slices(self.players.select(columns), self.player_bounds.tolist())

    def beside(self, rows: pa.Table, keys: Sequence[str]) -> tuple[pa.Table, IntArray]:
        """Return the rows of players who are here in the row's market, by date, with ``player``.

        Args:
            rows: other rows with a ``market``.
            keys: columns that name a player's row in ``players``.

        Returns:
            The rows sorted by player and market, each with the player's number from 0 within the
            date; and where each date's begin and the last end, shape (dates + 1,).
        """
        import pyarrow as pa

        player = places(rows, self.players, keys)
        place = {name: number for number, name in enumerate(self.markets)}
        market = np.array([place.get(name, -1) for name in rows["market"].to_pylist()], np.int64)
        day = np.searchsorted(self.player_bounds, player, "right") - 1
        known = np.flatnonzero((player >= 0) & (market >= 0))
        start = self.starts[day[known], market[known]]
        known, start = known[start >= 0], start[start >= 0]
        within = player[known] - self.player_bounds[day[known]]
        held = self.held[start + within]
        known, within = known[held], within[held]
        order = np.lexsort([market[known], player[known]])
        known, within = known[order], within[order]
        bounds = np.searchsorted(day[known], np.arange(len(self.days) + 1)).astype(np.int64)
        return rows.take(known).append_column("player", pa.array(within)), bounds

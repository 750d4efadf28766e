"""Read rows of many dates in one pass and split them into one document per date.

A date's document lists its players once, and has for each market one row per player. Here the rows
of all dates are put in that order together: by date, market and player, with an empty row where a
player has none in a market. The document of a date then consists of slices of the whole columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.arrays import row_indices
from tipoff.publishing.columns import encoded_slices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, IntArray
    from tipoff.kernel.reading import Rows

MAX_CODE = 1 << 62
MAX_MATERIALIZED_DATES = 31
MAX_GAP_DAYS = 14
"""Maximum gap between dates that share one range condition."""


def dates_of(days: Sequence[date]) -> str:
    """Return an SQL condition on ``game_date`` that covers the dates by ranges of nearby dates.

    The ranges may include other dates, which ``rows_of`` filters out afterwards. Comparing with
    two bounds costs half as much as comparing with a list of dates.
    """
    ordered = sorted(days)
    breaks = [n for n, (a, b) in enumerate(pairwise(ordered), 1) if (b - a).days > MAX_GAP_DAYS]
    spans = pairwise([0, *breaks, len(ordered)])
    between = (f"DATE '{ordered[low]}' AND DATE '{ordered[high - 1]}'" for low, high in spans)
    return f"({' OR '.join(f'game_date BETWEEN {span}' for span in between)})"


def read_first(dates: int) -> str:
    """Return whether SQL should materialize a joined table first, for this number of dates.

    For few dates materializing is faster. For many dates it takes too much memory, and DuckDB's
    join filters, which restrict the scan of one side by the values of the other, pay off.
    """
    return "MATERIALIZED" if dates <= MAX_MATERIALIZED_DATES else "NOT MATERIALIZED"


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

    in_ranges = rows.arrow(sql.format(dates=dates_of(days), read=read_first(len(days))))
    is_wanted = pc.is_in(in_ranges["game_date"], value_set=pa.array(days, pa.date32()))
    return in_ranges if pc.all(is_wanted, min_count=0).as_py() else in_ranges.filter(is_wanted)


def date_bounds(rows: pa.Table, days: Sequence[date]) -> IntArray:
    """Return where the rows of each date begin, and where the last ones end, shape (dates + 1,).

    Args:
        rows: rows of these dates only, sorted by date.
        days: the dates, sorted.
    """
    dates = rows["game_date"].to_numpy()
    starts = np.searchsorted(dates, np.array(days, dates.dtype))
    return np.append(starts, rows.num_rows).astype(np.int64)


def distinct(rows: pa.Table, columns: Sequence[str]) -> tuple[pa.Table, IntArray]:
    """Return the distinct rows of some columns, and each row's index among them, shape (n,)."""
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


def inverse_order(order: IntArray) -> IntArray:
    """Return the inverse of a permutation: the position of each of 0, 1, ... in it, shape (n,)."""
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return place


@dataclass(frozen=True)
class DatedSlates:
    """The players of many dates, with one row per player for each market of a date."""

    days: Sequence[date]
    """The dates, sorted."""
    players: pa.Table
    """All players, sorted by ``game_date``. Documents number the players of a date from 0."""
    player_bounds: IntArray
    """Where the players of each date begin, and where the last ones end, shape (dates + 1,)."""
    markets: tuple[str, ...]
    """The markets of all dates, sorted."""
    starts: IntArray
    """First index in ``rows`` of a date's market, shape (dates, markets); -1 if it has none."""
    rows: pa.Table
    """One row per date, market and player; all values are missing where a player has none."""
    is_filled: BoolArray
    """Whether each of ``rows`` has values, shape (n,)."""

    @classmethod
    def of(
        cls, days: Sequence[date], players: pa.Table, values: pa.Table, player: IntArray
    ) -> DatedSlates:
        """Arrange rows by date, market and player.

        Args:
            days: the dates, sorted.
            players: sorted by ``game_date``.
            values: rows with a ``market``, in any order; if a player has several in a market, they
                are equal.
            player: the index of each row's player in ``players``, shape (n,).
        """
        import pyarrow as pa

        bounds = date_bounds(players, days)
        words = values["market"].combine_chunks().dictionary_encode()
        names = sorted(words.dictionary.to_pylist())
        rank = np.array([names.index(name) for name in words.dictionary.to_pylist()], np.int64)
        market = rank[words.indices.to_numpy()] if names else np.zeros(0, np.int64)
        day = np.searchsorted(bounds, player, "right") - 1
        is_present = np.zeros((len(days), len(names)), bool)
        is_present[day, market] = True
        sizes = is_present * np.diff(bounds)[:, None]
        ends = np.cumsum(sizes).reshape(sizes.shape)
        starts = np.where(is_present, ends - sizes, -1)
        index = np.full(int(sizes.sum()), -1)
        index[starts[day, market] + player - bounds[day]] = np.arange(values.num_rows)
        without_market = values.drop_columns(["market"]).combine_chunks()
        rows = without_market.take(pa.array(index, mask=index < 0))
        return cls(days, players, bounds, tuple(names), starts, rows, index >= 0)

    def by_market(self, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield for each date its markets, each as JSON columns with one row per player."""
        is_present = self.starts >= 0
        bounds = [*self.starts[is_present].tolist(), self.rows.num_rows]
        slices = iter(encoded_slices(self.rows.select(columns), bounds))
        for own in is_present:
            yield {self.markets[place]: next(slices) for place in np.flatnonzero(own)}

    def of_players(self, columns: Sequence[str]) -> list[dict[str, Any]]:
        """Return for each date the given columns of its players, as JSON columns."""
        return encoded_slices(self.players.select(columns), self.player_bounds.tolist())

    def matching(self, rows: pa.Table, keys: Sequence[str]) -> tuple[pa.Table, IntArray]:
        """Return those of other rows whose player has values in the row's market, by date.

        Args:
            rows: other rows with a ``market``.
            keys: columns that identify a player's row in ``players``.

        Returns:
            The rows sorted by player and market, with a column ``player``, the player's number
            within the date from 0; and where the rows of each date begin and the last ones end,
            shape (dates + 1,).
        """
        import pyarrow as pa

        player = row_indices(rows, self.players, keys)
        place = {name: number for number, name in enumerate(self.markets)}
        market = np.array([place.get(name, -1) for name in rows["market"].to_pylist()], np.int64)
        day = np.searchsorted(self.player_bounds, player, "right") - 1
        known = np.flatnonzero((player >= 0) & (market >= 0))
        start = self.starts[day[known], market[known]]
        known, start = known[start >= 0], start[start >= 0]
        within = player[known] - self.player_bounds[day[known]]
        is_filled = self.is_filled[start + within]
        known, within = known[is_filled], within[is_filled]
        order = np.lexsort([market[known], player[known]])
        known, within = known[order], within[order]
        bounds = np.searchsorted(day[known], np.arange(len(self.days) + 1)).astype(np.int64)
        return rows.take(known).append_column("player", pa.array(within)), bounds

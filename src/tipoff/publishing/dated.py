"""Rows of many dates, read together and told apart: players once, and markets beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.publishing.columns import encoded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pyarrow as pa


def dates_of(days: Sequence[date]) -> str:
    """Return the SQL condition that a column is one of the dates."""
    listed = ", ".join(f"DATE '{day}'" for day in days)
    return f"IN ({listed})" if days else "IS NULL"


def by_date(rows: pa.Table, days: Sequence[date]) -> dict[date, pa.Table]:
    """Return the rows of each of the dates, in the order they are in."""
    import pyarrow.compute as pc

    return {day: rows.filter(pc.equal(rows["game_date"], day)).combine_chunks() for day in days}


def players_of(rows: pa.Table, columns: Sequence[str]) -> tuple[pa.Table, pa.Table]:
    """Return the players of rows that are sorted by game and player, and the rows with ``player``.

    ``player`` is the row of the player in the first table, from 0.
    """
    import pyarrow as pa

    first = np.zeros(rows.num_rows, bool)
    for key in ("game_id", "player_id"):
        codes = rows[key].combine_chunks().dictionary_encode().indices.to_numpy()
        first[1:] |= np.diff(codes) != 0
    first[:1] = True
    players = rows.select(columns).filter(pa.array(first))
    return players, rows.append_column("player", pa.array(np.cumsum(first) - 1))


def columns_by_market(
    rows: pa.Table, players: int, columns: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return each market's columns with one row per player, missing where a player has none."""
    import pyarrow.compute as pc

    found = {}
    for market in sorted(rows["market"].unique().to_pylist()):
        own = rows.filter(pc.equal(rows["market"], market))
        found[market] = encoded(beside_players(own, players, columns))
    return found


def beside_players(rows: pa.Table, players: int, columns: Sequence[str]) -> pa.Table:
    """Return rows in the order of the players, one for each; of no row, missing values."""
    import pyarrow as pa

    place = np.full(players, -1)
    place[rows["player"].to_numpy()] = np.arange(rows.num_rows)
    return rows.select(columns).take(pa.array(place, mask=place < 0))

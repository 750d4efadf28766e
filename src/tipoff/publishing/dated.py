"""Rows of many dates, read together and told apart: players once, and markets beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pyarrow as pa


SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")


def dates_of(days: Sequence[date]) -> str:
    """Return an SQL condition on ``game_date``: one of the dates.

    Their range is stated too, by which an engine finds the files and blocks to read.
    """
    listed = ", ".join(f"DATE '{day}'" for day in days)
    span = f"DATE '{min(days)}' AND DATE '{max(days)}'"
    return f"game_date BETWEEN {span} AND game_date IN ({listed})"


def by_date(rows: pa.Table, days: Sequence[date]) -> dict[date, pa.Table]:
    """Return the rows of each of the dates from rows that are sorted by date."""
    held = rows["game_date"].to_numpy()
    first, last = (np.searchsorted(held, np.array(days, held.dtype), side) for side in SIDES)
    return {day: rows.slice(f, n - f) for day, f, n in zip(days, first, last, strict=True)}


def players_of(rows: pa.Table, columns: Sequence[str]) -> tuple[pa.Table, pa.Table]:
    """Return what rows say of players once for each player, and the rows with their ``player``.

    Args:
        rows: in an order in which rows that are equal in ``columns`` follow each other.
        columns: what is said of players, their keys included.

    Returns:
        A table of the columns, and the rows with the number, from 0, of their row in it.
    """
    import pyarrow as pa

    first = np.zeros(rows.num_rows, bool)
    for name in columns:
        codes = rows[name].combine_chunks().dictionary_encode("encode").indices.to_numpy()
        first[1:] |= np.diff(codes) != 0
    first[:1] = True
    players = rows.select(columns).filter(pa.array(first))
    return players, rows.append_column("player", pa.array(np.cumsum(first) - 1))


def by_market(rows: pa.Table, players: int, columns: Sequence[str]) -> dict[str, pa.Table]:
    """Return each market's columns with one row per player, missing where a player has none.

    Where a player has several rows of a market, they must be equal in these columns.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    found, narrow = {}, rows.select(["player", *columns]).combine_chunks()
    for market in sorted(rows["market"].unique().to_pylist()):
        own = pc.indices_nonzero(pc.equal(rows["market"], market)).to_numpy()
        place = np.full(players, -1)
        place[narrow["player"].to_numpy()[own]] = own
        found[market] = narrow.select(columns).take(pa.array(place, mask=place < 0))
    return found

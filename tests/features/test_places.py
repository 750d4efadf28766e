"""Finding the row of a game and player in another table."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from tipoff.features.arrays import row_indices

GAMES = st.sampled_from(["0022400001", "0022400002", "0022400003", None])
PLAYERS = st.sampled_from([1, 2, 2**40, None])
PAIRS = st.lists(st.tuples(GAMES, PLAYERS), max_size=12)


def _table(pairs: list[tuple[str | None, int | None]]) -> pa.Table:
    game, player = (
        (pa.array(list(each)) for each in zip(*pairs, strict=True)) if pairs else ((), ())
    )
    return pa.table(
        {"game_id": pa.array(game, pa.string()), "player_id": pa.array(player, pa.int64())}
    )


@given(rows=PAIRS, other=st.lists(st.tuples(GAMES, PLAYERS), max_size=12, unique=True))
def test_each_row_finds_its_own_and_an_unknown_key_nothing(
    rows: list[tuple[str | None, int | None]], other: list[tuple[str | None, int | None]]
) -> None:
    at = {pair: place for place, pair in enumerate(other) if None not in pair}
    indices = row_indices(_table(rows), _table(other))
    assert indices.tolist() == [at.get(pair, -1) for pair in rows]
    assert indices.dtype == np.int64


def test_a_key_of_more_columns_and_chunks() -> None:
    part = pa.table({"a": ["x", "y"], "b": [1, 2], "c": ["m", "n"]})
    whole = pa.concat_tables([part, part.set_column(0, "a", pa.array(["z", "x"]))])
    wanted = pa.table({"a": ["x", "x", "y"], "b": [2, 1, 2], "c": ["n", "m", "m"]})
    assert row_indices(wanted, whole, ("a", "b", "c")).tolist() == [3, 0, -1]

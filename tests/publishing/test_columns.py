"""Columns of documents: short, and equal to the table's values to four digits."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.publishing.columns import decoded, encoded, encoded_slices, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2025, 1, 15, 12)
words = st.lists(st.none() | st.sampled_from(["over", "under", "x"]) | st.text(max_size=3))
booleans = st.lists(st.none() | st.booleans())
integers = st.lists(st.none() | st.integers(-(10**12), 10**12) | st.integers(0, 2))
numbers = st.lists(st.none() | st.floats(-1e6, 1e6) | st.sampled_from([0.5, 22.5]))


def _column(values: Sequence[Any], dtype: pa.DataType | None = None) -> Any:
    return encoded(pa.table({"c": pa.array(values, dtype)}))["c"]


@pytest.mark.parametrize(
    ("values", "written"),
    [
        (["a", "b", "c"], ["a", "b", "c"]),
        (
            ["a", "b", "a", "b", "a", None],
            {"values": ["a", "b", None], "codes": [0, 1, 0, 1, 0, 2]},
        ),
        (["a"] * 5 + ["b"] * 3, {"values": ["a", "b"], "counts": [5, 3]}),
        ([None] * 4, {"values": [None], "counts": [4]}),
        ([True, False] * 2, {"values": [True, False], "codes": [0, 1, 0, 1]}),
        ([1, 2, 1, 2], [1, 2, 1, 2]),
        ([22.5, None, 3.0], [22.5, None, 3.0]),
        ([12.0, None, 3.0], [12, None, 3]),
        ([NOON] * 4, {"values": [NOON], "counts": [4]}),
        ([], []),
    ],
)
def test_a_column_has_the_form_that_is_short(values: list[Any], written: Any) -> None:
    dtype = None if any(v is not None for v in values) else pa.string()
    assert _column(values, dtype) == written


@pytest.mark.parametrize(
    ("value", "short"),
    [
        (0.123456, 0.1235),
        (1.23456, 1.235),
        (12.3456, 12.35),
        (123.456, 123.5),
        (-123.456, -123.5),
        (123456.7, 123457),
        (0.00012, 0.0001),
        (0.00001, 0),
        (0.0, 0),
    ],
)
def test_fractions_have_four_digits_and_whole_numbers_all_of_theirs(
    value: float, short: float
) -> None:
    assert rounded(np.array([value])).tolist() == [short]
    assert _column([value]) == [short]


@given(words)
def test_words_come_back(values: list[str | None]) -> None:
    assert decoded({"c": _column(values, pa.string())})["c"] == values


@given(booleans)
def test_booleans_come_back(values: list[bool | None]) -> None:
    assert decoded({"c": _column(values, pa.bool_())})["c"] == values


@given(integers)
def test_integers_come_back(values: list[int | None]) -> None:
    assert decoded({"c": _column(values, pa.int64())})["c"] == values


@given(numbers)
def test_numbers_come_back_to_four_digits_through_json(values: list[float | None]) -> None:
    column = orjson.loads(orjson.dumps(_column(values, pa.float64())))
    for read, value in zip(decoded({"c": column})["c"], values, strict=True):
        assert (read is None) == (value is None)
        if value is not None:
            assert read == pytest.approx(value, rel=5.01e-4, abs=5.01e-5)


@given(
    st.lists(st.tuples(st.none() | st.sampled_from(["a", "b"]), st.none() | st.floats(-9, 9))),
    st.lists(st.integers(0, 30), max_size=4),
)
def test_slices_are_encoded_as_tables_of_their_own(
    rows: list[tuple[str | None, float | None]], cuts: list[int]
) -> None:
    words, numbers = ([row[place] for row in rows] for place in (0, 1))
    table = pa.table({"w": pa.array(words, pa.string()), "n": pa.array(numbers, pa.float64())})
    bounds = sorted({0, len(rows), *(min(cut, len(rows)) for cut in cuts)})
    alone = [encoded(table.slice(a, b - a)) for a, b in pairwise(bounds)]
    assert encoded_slices(table, bounds) == alone

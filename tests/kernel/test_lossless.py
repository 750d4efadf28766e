"""Values are converted to a column's type without loss, or refused as another type."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.kernel.declare.arrow import readable, typed_array

if TYPE_CHECKING:
    from tipoff.kernel.declare.schema import DataType

DAY, MOMENT = date(2026, 11, 20), datetime(2026, 11, 20, 19, 30)
SAMPLES: dict[DataType, Any] = {
    "int64": 7,
    "float64": 7.5,
    "string": "7",
    "boolean": True,
    "date": DAY,
    "timestamp": MOMENT,
}


@pytest.mark.parametrize("dtype", SAMPLES)
@pytest.mark.parametrize("other", SAMPLES)
def test_no_type_passes_as_another(dtype: DataType, other: DataType) -> None:
    fits = dtype == other or (dtype, other) == ("float64", "int64")
    assert readable([SAMPLES[other]], dtype) is fits
    assert readable([SAMPLES[dtype], None, SAMPLES[other]], dtype) is fits


@pytest.mark.parametrize("value", [28.93, -10.4, float("nan"), float("inf"), 1e300, 2**63, True])
def test_what_would_lose_something_is_no_integer(value: Any) -> None:
    assert not readable([1, value], "int64")


@pytest.mark.parametrize("value", [5, 0, "2026-11-20", DAY, True])
def test_what_is_no_moment_is_no_timestamp(value: Any) -> None:
    assert not readable([value], "timestamp")


def test_a_moment_with_a_zone_is_kept_in_utc() -> None:
    array = typed_array([MOMENT.replace(tzinfo=UTC)], "timestamp")
    assert array is not None
    assert array.to_pylist() == [MOMENT]


@given(st.lists(st.none() | st.integers(-(2**53), 2**53)))
def test_whole_floats_are_integers(values: list[int | None]) -> None:
    floats = [None if value is None else float(value) for value in values]
    array = typed_array(floats, "int64")
    assert array is not None
    assert array.to_pylist() == values


@given(st.lists(st.none() | st.floats(allow_nan=False) | st.integers(-(2**80), 2**80)))
def test_integers_are_those_values_or_none_is_read(values: list[float | None]) -> None:
    array = typed_array(values, "int64")
    assert array is None or array.to_pylist() == values

"""Roots of rising functions: within the tolerance, and independent of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.models.roots import CLOSE, roots

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray, IntArray

Shapes = st.lists(st.tuples(st.floats(-1.5, 1.5), st.floats(0.05, 20.0)), min_size=1, max_size=8)


def _roots(at: FloatArray, steep: FloatArray) -> FloatArray:
    """Return the roots of curves that rise through zero at ``at``, where that is within [-1, 1]."""

    def curve(x: FloatArray, rows: IntArray) -> FloatArray:
        away = x - at[rows]
        return np.asarray(np.sinh(steep[rows] * away) + away)

    return roots(curve, -1.0, 1.0, len(at))


@given(Shapes)
def test_a_root_is_found_or_the_end_nearer_to_it(shapes: list[tuple[float, float]]) -> None:
    at, steep = (np.array(values) for values in zip(*shapes, strict=True))
    assert _roots(at, steep) == pytest.approx(np.clip(at, -1.0, 1.0), abs=CLOSE)


@given(Shapes)
def test_a_root_is_the_same_to_the_last_bit_whatever_is_beside_it(
    shapes: list[tuple[float, float]],
) -> None:
    at, steep = (np.array(values) for values in zip(*shapes, strict=True))
    alone = [_roots(at[i : i + 1], steep[i : i + 1])[0] for i in range(len(at))]
    assert _roots(at, steep).tolist() == alone


def test_of_an_unknown_function_no_root_is_known_and_the_others_are() -> None:
    results = _roots(np.array([0.25, np.nan, -0.5]), np.ones(3))
    assert results == pytest.approx([0.25, np.nan, -0.5], nan_ok=True, abs=CLOSE)
    assert roots(lambda x, _: x, -1.0, 1.0, 0).tolist() == []

"""Tables as compact JSON columns, in which repeated values are written once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray

    Places = slice | list[int]

SIGNIFICANT_DIGITS = 4
MAX_DECIMALS = 4
MIN_RUN = 4
"""Minimum average length of runs from which run-length encoding is used."""
MAX_INTEGER = float(1 << 53)
"""Largest whole number that is exact in every JSON reader."""


def encoded(rows: pa.Table) -> dict[str, Any]:
    """Return a table as JSON columns, each in the shortest of three forms.

    - ``[v0, v1, ...]``: one value per row.
    - ``{"values": [...], "counts": [...]}``: ``values[j]`` is repeated in ``counts[j]`` rows.
    - ``{"values": [...], "codes": [...]}``: row ``i`` has ``values[codes[i]]``.

    Missing values are ``null``. Fractions have four significant digits and at most four decimals;
    whole numbers are written without a decimal point. ``decoded`` reverses the encoding.
    """
    return encoded_slices(rows, [0, rows.num_rows])[0]


def encoded_slices(rows: pa.Table, bounds: Sequence[int]) -> list[dict[str, Any]]:
    """Return ``encoded`` of each slice of a table between consecutive bounds.

    Values are converted once for all slices, by whole columns.
    """
    spans = list(pairwise(bounds))
    if not spans:
        return []
    columns = [_slices(rows[name].combine_chunks(), spans) for name in rows.column_names]
    return [dict(zip(rows.column_names, each, strict=True)) for each in zip(*columns, strict=True)]


def decoded(columns: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return columns written by ``encoded`` as lists with one value per row."""
    return {name: _decoded(column) for name, column in columns.items()}


def rounded(values: FloatArray) -> FloatArray:
    """Return numbers with four significant digits and at most four decimals; NaN stays NaN."""
    with np.errstate(divide="ignore"):
        magnitude = np.floor(np.log10(np.abs(values)))
    places = np.clip(SIGNIFICANT_DIGITS - 1 - magnitude, 0, MAX_DECIMALS)
    scale = 10.0**places
    return np.asarray(np.round(values * scale) / scale)


class _Column(Protocol):
    """A whole column, from which slices are written."""

    def differs(self) -> BoolArray:
        """Return for each row but the first whether it differs from the one before it."""
        ...

    def listed(self, first: int, last: int) -> Any:
        """Return the rows ``first`` to ``last`` (excluded) in the shorter form without runs."""
        ...

    def values(self, places: Places, first: int, last: int) -> list[Any]:
        """Return the values of some rows within the slice ``first`` to ``last`` (excluded).

        A fraction column is written as integers if the slice has only whole numbers."""
        ...


@dataclass(frozen=True)
class _Numbers:
    """A column of integers or rounded fractions."""

    numbers: npt.NDArray[Any]
    missing: BoolArray
    fractions: npt.NDArray[np.int64] | None
    """Number of non-integers before each row, shape (n + 1,); None for integer columns."""

    @classmethod
    def of_integers(cls, column: pa.Array) -> _Numbers:
        import pyarrow.compute as pc

        numbers = pc.fill_null(column, 0).to_numpy(zero_copy_only=False)
        return cls(numbers, _missing(column), None)

    @classmethod
    def of_fractions(cls, column: pa.Array) -> _Numbers:
        numbers = rounded(np.asarray(column.to_numpy(zero_copy_only=False), np.float64))
        missing = np.isnan(numbers)
        numbers = np.where(missing, 0.0, numbers)
        is_fraction = (numbers != np.round(numbers)) | (np.abs(numbers) > MAX_INTEGER)
        return cls(numbers, missing, np.concatenate([[0], np.cumsum(is_fraction)]))

    def differs(self) -> BoolArray:
        changed = self.numbers[1:] != self.numbers[:-1]
        return np.asarray(changed | (self.missing[1:] != self.missing[:-1]))

    def listed(self, first: int, last: int) -> Any:
        return self.values(slice(first, last), first, last)

    def values(self, places: Places, first: int, last: int) -> list[Any]:
        numbers, missing = self.numbers[places], self.missing[places]
        if self.fractions is not None and self.fractions[last] == self.fractions[first]:
            numbers = numbers.astype(np.int64)
        values: list[Any] = numbers.tolist()
        for place in np.flatnonzero(missing).tolist():
            values[place] = None
        return values


@dataclass(frozen=True)
class _Words:
    """A column of other values than numbers: the distinct values, and a code for each row."""

    codes: npt.NDArray[np.int64]
    distinct: list[Any]

    @classmethod
    def of(cls, column: pa.Array) -> _Words:
        words = column.dictionary_encode("encode")
        return cls(words.indices.to_numpy().astype(np.int64), words.dictionary.to_pylist())

    def differs(self) -> BoolArray:
        return np.asarray(self.codes[1:] != self.codes[:-1])

    def listed(self, first: int, last: int) -> Any:
        codes = self.codes[first:last].tolist()
        own = {code: place for place, code in enumerate(dict.fromkeys(codes))}
        if 0 < len(own) * 2 <= len(codes):
            values = [self.distinct[code] for code in own]
            return {"values": values, "codes": [own[code] for code in codes]}
        return [self.distinct[code] for code in codes]

    def values(self, places: Places, first: int, last: int) -> list[Any]:
        return [self.distinct[code] for code in self.codes[places].tolist()]


def _slices(column: pa.Array, spans: Sequence[tuple[int, int]]) -> Iterator[Any]:
    import pyarrow as pa

    if pa.types.is_nested(column.type):
        return (column.slice(first, last - first).to_pylist() for first, last in spans)
    if pa.types.is_floating(column.type):
        return _in_shortest_form(_Numbers.of_fractions(column), spans)
    if pa.types.is_integer(column.type):
        return _in_shortest_form(_Numbers.of_integers(column), spans)
    return _in_shortest_form(_Words.of(column), spans)


def _in_shortest_form(column: _Column, spans: Sequence[tuple[int, int]]) -> Iterator[Any]:
    starts = np.flatnonzero(column.differs()) + 1
    firsts, lasts = (np.array(each, np.int64) for each in zip(*spans, strict=True))
    lows, highs = np.searchsorted(starts, firsts, "right"), np.searchsorted(starts, lasts)
    inner = starts.tolist()
    for (first, last), low, high in zip(spans, lows.tolist(), highs.tolist(), strict=True):
        if first < last and (high - low + 1) * MIN_RUN <= last - first:
            places = [first, *inner[low:high]]
            counts = [end - start for start, end in pairwise([*places, last])]
            yield {"values": column.values(places, first, last), "counts": counts}
        else:
            yield column.listed(first, last)


def _missing(column: pa.Array) -> BoolArray:
    return np.asarray(column.is_null().to_numpy(zero_copy_only=False))


def _decoded(column: Any) -> list[Any]:
    if isinstance(column, list):
        return column
    values = column["values"]
    if "codes" in column:
        return [values[code] for code in column["codes"]]
    return list(chain.from_iterable(map(repeat, values, column["counts"])))

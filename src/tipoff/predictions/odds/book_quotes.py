"""Quotes of many books on many props: best price, common line, consensus and closing value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from tipoff.predictions.odds.conversions import american_to_decimal, expected_value
from tipoff.predictions.odds.no_vig import no_vig_power

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray, IntArray
    from tipoff.predictions.odds.no_vig import NoVig

Side = Literal["over", "under"]
NO_ROW = -1


@dataclass(frozen=True)
class Consensus:
    """The books' consensus on each prop, arrays of shape (props,)."""

    line: FloatArray
    """The line; NaN where no book quotes it on both sides."""
    p_over: FloatArray
    """The books' median no-vig probability of over, given no push."""
    books: IntArray
    """The number of books in the median."""


@dataclass(frozen=True)
class Quotes:
    """Quotes, one row per prop, book and line, alternate lines included.

    Args:
        prop: the index of the quoted prop, 0 to ``props - 1``, shape (n,).
        line: shape (n,).
        over: American odds, shape (n,), NaN where not quoted.
        under: American odds, shape (n,), NaN where not quoted.
        props: the number of props, quoted or not.

    Raises:
        ValueError: the arrays differ in length, or a prop is out of range.
    """

    prop: IntArray
    line: FloatArray
    over: FloatArray
    under: FloatArray
    props: int

    def __post_init__(self) -> None:
        if len({len(v) for v in (self.prop, self.line, self.over, self.under)}) != 1:
            raise ValueError("prop, line, over and under must be of one length")
        if len(self.prop) and not 0 <= self.prop.min() <= self.prop.max() < self.props:
            raise ValueError(f"prop must be from 0 to {self.props - 1}")

    def best(self, side: Side, line: FloatArray) -> IntArray:
        """Return the row with the best price for a side at each prop's line, shape (props,).

        The first row wins among equal prices; -1 where no book quotes that side of that line.

        Args:
            side: over or under.
            line: shape (props,), NaN for none.
        """
        pays = american_to_decimal(self.over if side == "over" else self.under)
        rows = np.flatnonzero((self.line == line[self.prop]) & ~np.isnan(pays))
        best_rows = np.full(self.props, NO_ROW, np.int64)
        worst_first = rows[np.lexsort((-rows, pays[rows]))]
        best_rows[self.prop[worst_first]] = worst_first  # the last assignment to a prop wins
        return best_rows

    def common_line(self) -> FloatArray:
        """Return the line that most rows quote on both sides, shape (props,); NaN without one.

        Ties go to the line with the most even sides, the main line among alternates, then to the
        lower line.
        """
        over, _ = no_vig_power(*self._decimals())
        two_sided = np.flatnonzero(~np.isnan(over))
        prop_lines, place, repeats = np.unique(
            np.column_stack([self.prop[two_sided], self.line[two_sided]]),
            axis=0,
            return_inverse=True,
            return_counts=True,
        )
        unevenness = (
            np.bincount(place.ravel(), np.abs(over[two_sided] - 0.5), len(prop_lines)) / repeats
        )
        order = np.lexsort((-prop_lines[:, 1], -unevenness, repeats))
        lines = np.full(self.props, np.nan)
        lines[prop_lines[order, 0].astype(np.int64)] = prop_lines[order, 1]
        return lines

    def consensus(self, line: FloatArray | None = None, no_vig: NoVig = no_vig_power) -> Consensus:
        """Return the median over books of the no-vig probability.

        Args:
            line: the line of each prop, shape (props,); by default its common line.
            no_vig: the method that removes the margin.
        """
        lines = self.common_line() if line is None else line
        over, _ = no_vig(*self._decimals())
        rows = np.flatnonzero((self.line == lines[self.prop]) & ~np.isnan(over))
        rows = rows[np.lexsort((over[rows], self.prop[rows]))]
        books = np.bincount(self.prop[rows], minlength=self.props)
        first = np.concatenate([[0], np.cumsum(books)[:-1]])
        has_book = books > 0
        middle = [(first + (books - 1) // 2)[has_book], (first + books // 2)[has_book]]
        p_over = np.full(self.props, np.nan)
        p_over[has_book] = over[rows[np.array(middle, np.int64)]].mean(axis=0)
        return Consensus(np.where(has_book, lines, np.nan), p_over, books)

    def _decimals(self) -> tuple[FloatArray, FloatArray]:
        return american_to_decimal(self.over), american_to_decimal(self.under)


@dataclass(frozen=True)
class AgainstClose:
    """The value of bets measured against the closing line and price, arrays of shape (n,)."""

    gain: FloatArray
    """Expected gain per unit, given no push, at the no-vig closing probability; NaN at another
    line."""
    points: FloatArray
    """How much easier the line taken is than the closing line, in the market's unit."""


def closing_line_value(taken: npt.ArrayLike, closing: npt.ArrayLike) -> FloatArray:
    """Return the relative gain of the price taken over the closing price of the same side and line.

    Both include the book's margin, so taking the closing price itself gains 0: 2.10 taken against
    2.00 at the close is 0.05.

    Args:
        taken: decimal odds, shape (n,).
        closing: decimal odds, shape (n,), NaN where unknown.
    """
    return np.asarray(taken, np.float64) / np.asarray(closing, np.float64) - 1


def against_close(
    side: npt.ArrayLike,
    line: npt.ArrayLike,
    decimal: npt.ArrayLike,
    closing_line: npt.ArrayLike,
    closing_p_over: npt.ArrayLike,
) -> AgainstClose:
    """Compare bets with the no-vig close; positive values are good for both measures.

    A price can only be compared at the same line. An over taken at 22.5 that closes at 23.5 has
    gained a point of line, an under has lost one.

    Args:
        side: "over" or "under" of each bet, shape (n,).
        line: the line taken, shape (n,).
        decimal: decimal odds taken, shape (n,).
        closing_line: shape (n,), NaN where unknown.
        closing_p_over: no-vig probability of over at the closing line, given no push.

    Raises:
        ValueError: a side is neither over nor under, or a price pays no more than its stake.
    """
    sides = np.asarray(side)
    if not np.all(np.isin(sides, ("over", "under"))):
        raise ValueError("side must be over or under")
    over = sides == "over"
    line_move = np.asarray(closing_line, np.float64) - np.asarray(line, np.float64)
    p_over = np.asarray(closing_p_over, np.float64)
    p_win = np.where(over, p_over, 1 - p_over)
    value = expected_value(p_win, 1 - p_win, decimal)
    return AgainstClose(
        np.where(line_move == 0, value, np.nan), np.where(over, line_move, -line_move)
    )

"""Prices of many books on many props: the best of them, what they agree on, how the close moved."""

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
NONE = -1


@dataclass(frozen=True)
class Consensus:
    """What the books together say of each prop, arrays of shape (props,)."""

    line: FloatArray
    """NaN where no book quotes the line on both sides."""
    p_over: FloatArray
    """Median over the books of the probability of over without margin, pushes aside."""
    books: IntArray
    """How many books it is the median of."""


@dataclass(frozen=True)
class Quotes:
    """One row for each prop, book and line; a book's alternate lines are rows like any other.

    Args:
        prop: which prop a row quotes, 0 to ``props - 1``, shape (n,).
        line: shape (n,).
        over: American odds, shape (n,), NaN where not quoted.
        under: American odds, shape (n,), NaN where not quoted.
        props: how many props there are, quoted or not.

    Raises:
        ValueError: the arrays differ in length, or a prop is not among the props.
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
        """Return the row that pays most for a side at each prop's line, shape (props,).

        Of equal prices the first row; -1 where no book quotes that side of that line.

        Args:
            side: over or under.
            line: shape (props,), NaN for none.
        """
        pays = american_to_decimal(self.over if side == "over" else self.under)
        rows = np.flatnonzero((self.line == line[self.prop]) & ~np.isnan(pays))
        found = np.full(self.props, NONE, np.int64)
        worst_first = rows[np.lexsort((-rows, pays[rows]))]
        found[self.prop[worst_first]] = worst_first  # of repeated places the last one stays
        return found

    def common_line(self) -> FloatArray:
        """Return the line that most rows quote on both sides, shape (props,); NaN where none is.

        Of lines quoted as often, the one whose sides are the nearest to even: the main line among
        alternates; then the lower.
        """
        over, _ = no_vig_power(*self._decimals())
        both = np.flatnonzero(~np.isnan(over))
        pairs, place, often = np.unique(
            np.column_stack([self.prop[both], self.line[both]]),
            axis=0,
            return_inverse=True,
            return_counts=True,
        )
        uneven = np.bincount(place.ravel(), np.abs(over[both] - 0.5), len(pairs)) / often
        order = np.lexsort((-pairs[:, 1], -uneven, often))
        found = np.full(self.props, np.nan)
        found[pairs[order, 0].astype(np.int64)] = pairs[order, 1]
        return found

    def consensus(self, line: FloatArray | None = None, no_vig: NoVig = no_vig_power) -> Consensus:
        """Return the median over books of the probability without margin.

        Args:
            line: of each prop, shape (props,); its common line if not given.
            no_vig: how the margin is removed.
        """
        at = self.common_line() if line is None else line
        over, _ = no_vig(*self._decimals())
        rows = np.flatnonzero((self.line == at[self.prop]) & ~np.isnan(over))
        rows = rows[np.lexsort((over[rows], self.prop[rows]))]
        books = np.bincount(self.prop[rows], minlength=self.props)
        first = np.concatenate([[0], np.cumsum(books)[:-1]])
        some = books > 0
        middle = [(first + (books - 1) // 2)[some], (first + books // 2)[some]]
        p_over = np.full(self.props, np.nan)
        p_over[some] = over[rows[np.array(middle, np.int64)]].mean(axis=0)
        return Consensus(np.where(some, at, np.nan), p_over, books)

    def _decimals(self) -> tuple[FloatArray, FloatArray]:
        return american_to_decimal(self.over), american_to_decimal(self.under)


@dataclass(frozen=True)
class AgainstClose:
    """How bets fared if the market's last word before tip-off is right, arrays of shape (n,)."""

    gain: FloatArray
    """Expected gain per unit decided if the close without margin is right; NaN at another line."""
    points: FloatArray
    """How much easier the line taken is than the closing line, in the market's unit."""


def closing_line_value(taken: npt.ArrayLike, closing: npt.ArrayLike) -> FloatArray:
    """Return how much more the price taken pays than the closing price of the same side and line.

    Both hold the book's margin, so the closing price itself has none to gain: 2.10 taken against
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
    """Compare bets with the close without its margin. Positive is good on both counts.

    A price can only be compared at the same line. An over taken at 22.5 that closes at 23.5 has
    gained a point of line, an under has lost one.

    Args:
        side: "over" or "under" of each bet, shape (n,).
        line: taken, shape (n,).
        decimal: decimal odds taken, shape (n,).
        closing_line: shape (n,), NaN where unknown.
        closing_p_over: probability of over without margin, pushes aside, at the closing line.

    Raises:
        ValueError: a side is neither over nor under, or a price pays no more than its stake.
    """
    sides = np.asarray(side)
    if not np.all(np.isin(sides, ("over", "under"))):
        raise ValueError("side must be over or under")
    over = sides == "over"
    moved = np.asarray(closing_line, np.float64) - np.asarray(line, np.float64)
    p_over = np.asarray(closing_p_over, np.float64)
    p_win = np.where(over, p_over, 1 - p_over)
    value = expected_value(p_win, 1 - p_win, decimal)
    return AgainstClose(np.where(moved == 0, value, np.nan), np.where(over, moved, -moved))

"""A log-linear start for boosted counts: a Poisson regression on features and their logs.

Trees of a small learning rate spend hundreds of rounds on what is nearly a product: minutes times a
rate, moved a little by the opponent. A regression of the log of the mean finds that at once, and
the trees that follow learn what is left of it.

Each feature is a term as it is, and if it is never negative and reaches above 1, so is its log,
``log(value + 0.2 mean)``. Terms are centred, scaled by their standard deviation and held between
``LOWEST`` and ``HIGHEST``, so that no outlier runs away; a missing value counts as the mean, and
beside it stands a term that says whether it is missing. Logs named ``bent`` also have their square.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from tipoff.features.arrays import FloatArray

    Matrix = npt.NDArray[np.float32]

VALUE, LOG, SQUARE, MISSING = "value", "log", "square", "missing"
LOWEST, HIGHEST = -4.0, 3.5
"""In standard deviations from the mean."""
OFFSET = 0.2
"""What is added before a log is taken, by the mean of the feature."""
MIN_MISSING = 0.01
"""A feature that is missing less often has no term that says so."""
RIDGE, MISSING_RIDGE = 80.0, 5.0
"""How firmly weights are held to 0: as by so many rows with a mean count. Those of terms that say
what is missing are nearly free, so that the rows without something keep their total; not quite, as
two features that are missing in all but a few of the same rows would get huge opposite weights."""
STEPS, HALVINGS = 12, 6
CURVED, EVERY = 3, 4
"""So many steps find the curvature anew, in one of so many rows; the gradient is of all rows."""
SETTLED = 1e-6
"""A loss per row that is no gain any more."""
MAX_LOG_MEAN = 6.0


@dataclass(frozen=True)
class Term:
    """One column of the regression, made of one feature."""

    place: int
    """Of the feature among those of the model."""
    kind: str
    center: float = 0.0
    scale: float = 1.0
    offset: float = 0.0

    def of(self, rows: Matrix) -> Matrix:
        """Return the term's values of rows of features, shape (n,), without NaN."""
        value = rows[:, self.place]
        unknown = np.isnan(value)
        if self.kind == MISSING:
            return unknown.astype(np.float32)
        if self.kind != VALUE:
            value = np.log(np.maximum(value, 0) + np.float32(self.offset))
        scaled = (value - np.float32(self.center)) * np.float32(1 / self.scale)
        held = np.clip(scaled, LOWEST, HIGHEST)
        held[unknown] = 0.0
        return np.asarray(held * held if self.kind == SQUARE else held, np.float32)


@dataclass(frozen=True)
class LogLinear:
    """A fitted regression: the log of the expected count is a level and weighted terms."""

    level: float
    terms: tuple[Term, ...]
    weights: tuple[float, ...]

    def linear(self, rows: Matrix) -> FloatArray:
        """Return the log of the expected counts, shape (n,).

        Terms are added one after the other: a matrix product rounds by how many rows it has.
        """
        total = np.full(len(rows), self.level)
        for term, weight in zip(self.terms, self.weights, strict=True):
            total += weight * term.of(rows)
        return np.asarray(np.clip(total, -MAX_LOG_MEAN, MAX_LOG_MEAN))

    def to_json(self) -> str:
        """Return the regression as text."""
        listed = [[t.place, t.kind, t.center, t.scale, t.offset] for t in self.terms]
        return json.dumps({"level": self.level, "terms": listed, "weights": self.weights})

    @classmethod
    def from_json(cls, text: str) -> LogLinear:
        """Return the regression that ``to_json`` wrote."""
        read = json.loads(text)
        return cls(read["level"], tuple(Term(*t) for t in read["terms"]), tuple(read["weights"]))


def fit_log_linear(rows: Matrix, counts: FloatArray, bent: Sequence[int] = ()) -> LogLinear:
    """Fit a regression by penalised maximum likelihood, with Newton's steps.

    Args:
        rows: features side by side, shape (n, features), NaN where missing.
        counts: what happened, shape (n,).
        bent: the places of features whose logs have a square too.
    """
    terms = tuple(_terms(rows, bent))
    columns = np.empty((len(terms) + 1, len(rows)), np.float32)
    columns[0] = 1.0
    for column, term in zip(columns[1:], terms, strict=True):
        column[:] = term.of(rows)
    ridges = [0.0, *(MISSING_RIDGE if term.kind == MISSING else RIDGE for term in terms)]
    ridge = np.array(ridges) * float(counts.mean())
    fit = _Likelihood(columns, counts.astype(np.float32), ridge)
    weights = np.round(fit.settled(), 7).tolist()
    return LogLinear(weights[0], terms, tuple(weights[1:]))


def _terms(rows: Matrix, bent: Sequence[int]) -> Iterator[Term]:
    """Yield the terms of each feature that is not the same in all rows.

    Of features that are missing in the same rows, one has the term that says so.
    """
    told = set[bytes]()
    for place in range(rows.shape[1]):
        missing = np.isnan(rows[:, place])
        known = rows[~missing, place].astype(np.float64)
        if not len(known) or known.std() < SETTLED:
            continue
        yield Term(place, VALUE, _told(known.mean()), _told(known.std()))
        if known.min() >= 0 and known.max() > 1:
            yield from _logs(place, known, bent=place in bent)
        pattern = np.packbits(missing).tobytes()
        if missing.mean() >= MIN_MISSING and pattern not in told:
            told.add(pattern)
            yield Term(place, MISSING)


def _logs(place: int, known: FloatArray, *, bent: bool) -> Iterator[Term]:
    offset = _told(OFFSET * known.mean())
    log = np.log(known + offset)
    for kind in (LOG, SQUARE) if bent else (LOG,):
        yield Term(place, kind, _told(log.mean()), _told(log.std()), offset)


def _told(value: Any) -> float:
    """Return a number in the few digits that it is written with."""
    return float(f"{value:.7g}")


@dataclass(frozen=True)
class _Likelihood:
    """A Poisson likelihood with a ridge.

    Args:
        columns: shape (terms, n): a term's values lie side by side.
        counts: shape (n,).
        ridge: of each weight, shape (terms,).
    """

    columns: Matrix
    counts: Matrix
    ridge: FloatArray

    def settled(self) -> FloatArray:
        """Return the weights at which the loss is least, by Newton's steps."""
        weights = np.zeros(len(self.columns))
        weights[0] = np.log(max(float(self.counts.mean()), SETTLED))
        loss, mean = self._at(weights)
        for place in range(STEPS):
            if place < CURVED:
                inverse = np.linalg.inv(self._curvature(mean))
            gradient = self.columns @ (mean - self.counts) + self.ridge * weights
            weights, tried, mean = self._descended(weights, loss, mean, -inverse @ gradient)
            if loss - tried <= SETTLED * len(mean):
                break
            loss = tried
        return weights

    def _descended(
        self, weights: FloatArray, loss: float, mean: Matrix, step: FloatArray
    ) -> tuple[FloatArray, float, Matrix]:
        """Return weights, loss and means after the longest part of a step that lowers the loss."""
        for halved in range(HALVINGS):
            there = weights + step / 2**halved
            tried, means = self._at(there)
            if tried < loss:
                return there, tried, means
        return weights, loss, mean

    @cached_property
    def _some(self) -> Matrix:
        return np.ascontiguousarray(self.columns[:, ::EVERY])

    def _at(self, weights: FloatArray) -> tuple[float, Matrix]:
        """Return the loss and each row's mean, shape (n,)."""
        log_mean = weights.astype(np.float32) @ self.columns
        mean = np.exp(np.clip(log_mean, -MAX_LOG_MEAN, MAX_LOG_MEAN))
        loss = float(np.sum(mean - self.counts * log_mean, dtype=np.float64))
        return loss + float(self.ridge @ weights**2) / 2, mean

    def _curvature(self, mean: Matrix) -> FloatArray:
        """Return the loss's second derivatives, as some of the rows have them."""
        weighted = self._some * np.sqrt(mean[::EVERY])
        share = len(mean) / weighted.shape[1]
        curvature = (weighted @ weighted.T).astype(np.float64) * share
        curvature[np.diag_indices_from(curvature)] += self.ridge + SETTLED * len(mean)
        return np.asarray(curvature)

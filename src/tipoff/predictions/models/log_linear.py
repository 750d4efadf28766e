"""A log-linear start for boosted counts: a Poisson regression on features and their logs.

Trees with a small learning rate need hundreds of rounds to approximate what is nearly a product:
minutes times a rate, adjusted a little for the opponent. A regression of the log of the mean fits
that product at once, and the trees that follow fit its residuals.

Each feature is a term. If it is never negative and reaches above 1, its log is a term too,
``log(value + 0.2 mean)``. Terms are centred, scaled by their standard deviation and clipped to
``MIN_SCALED`` and ``MAX_SCALED``, which bounds outliers. A missing value counts as the mean, and a
further term flags it as missing. The logs named in ``squared_logs`` also enter as their square.
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
MIN_SCALED, MAX_SCALED = -4.0, 3.5
"""Limits of scaled terms, in standard deviations from the mean."""
OFFSET = 0.2
"""The offset added before a log is taken, as a share of the feature's mean."""
MIN_MISSING = 0.01
"""Minimum share of missing values for a feature to have a ``MISSING`` term."""
RIDGE, MISSING_RIDGE = 80.0, 5.0
"""The strength with which weights are held near 0, in equivalent rows with a mean count.
``MISSING`` terms are nearly free, so that predictions of rows that lack a feature keep their total;
not quite, since two features missing in nearly the same rows would get huge opposite weights."""
STEPS, HALVINGS = 12, 6
CURVATURE_STEPS, CURVATURE_STRIDE = 3, 4
"""The first steps recompute the curvature, on every fourth row; the gradient uses all rows."""
TOLERANCE = 1e-6
"""The gain in loss per row below which fitting stops; also the smallest spread and mean."""
MAX_LOG_MEAN = 6.0


@dataclass(frozen=True)
class Term:
    """One column of the regression, derived from one feature."""

    place: int
    """The index of the feature among the model's features."""
    kind: str
    center: float = 0.0
    scale: float = 1.0
    offset: float = 0.0

    def of(self, rows: Matrix) -> Matrix:
        """Return the term's values for rows of features, shape (n,), without NaN."""
        value = rows[:, self.place]
        unknown = np.isnan(value)
        if self.kind == MISSING:
            return unknown.astype(np.float32)
        if self.kind != VALUE:
            value = np.log(np.maximum(value, 0) + np.float32(self.offset))
        scaled = (value - np.float32(self.center)) * np.float32(1 / self.scale)
        clipped = np.clip(scaled, MIN_SCALED, MAX_SCALED)
        clipped[unknown] = 0.0
        return np.asarray(clipped * clipped if self.kind == SQUARE else clipped, np.float32)


@dataclass(frozen=True)
class LogLinear:
    """A fitted regression: the log of the expected count is a level plus weighted terms."""

    level: float
    terms: tuple[Term, ...]
    weights: tuple[float, ...]

    def linear(self, rows: Matrix) -> FloatArray:
        """Return the log of the expected counts, shape (n,).

        Terms are added one by one: a matrix product rounds differently with the number of rows.
        """
        total = np.full(len(rows), self.level)
        for term, weight in zip(self.terms, self.weights, strict=True):
            total += weight * term.of(rows)
        return np.asarray(np.clip(total, -MAX_LOG_MEAN, MAX_LOG_MEAN))

    def to_json(self) -> str:
        """Return the regression as text."""
        term_values = [[t.place, t.kind, t.center, t.scale, t.offset] for t in self.terms]
        return json.dumps({"level": self.level, "terms": term_values, "weights": self.weights})

    @classmethod
    def from_json(cls, text: str) -> LogLinear:
        """Return the regression that ``to_json`` wrote."""
        values = json.loads(text)
        return cls(
            values["level"], tuple(Term(*t) for t in values["terms"]), tuple(values["weights"])
        )


def fit_log_linear(rows: Matrix, counts: FloatArray, squared_logs: Sequence[int] = ()) -> LogLinear:
    """Fit a regression by penalised maximum likelihood, with Newton's method.

    Args:
        rows: feature matrix, shape (n, features), NaN where missing.
        counts: actual counts, shape (n,).
        squared_logs: the indices of features whose logs also enter squared.
    """
    terms = tuple(_terms(rows, squared_logs))
    columns = np.empty((len(terms) + 1, len(rows)), np.float32)
    columns[0] = 1.0
    for column, term in zip(columns[1:], terms, strict=True):
        column[:] = term.of(rows)
    ridges = [0.0, *(MISSING_RIDGE if term.kind == MISSING else RIDGE for term in terms)]
    ridge = np.array(ridges) * float(counts.mean())
    fit = _Likelihood(columns, counts.astype(np.float32), ridge)
    weights = np.round(fit.fitted_weights(), 7).tolist()
    return LogLinear(weights[0], terms, tuple(weights[1:]))


def _terms(rows: Matrix, squared_logs: Sequence[int]) -> Iterator[Term]:
    """Yield the terms of each feature that is not constant.

    Features that are missing in the same rows share one ``MISSING`` term.
    """
    seen_patterns = set[bytes]()
    for place in range(rows.shape[1]):
        missing = np.isnan(rows[:, place])
        known = rows[~missing, place].astype(np.float64)
        if not len(known) or known.std() < TOLERANCE:
            continue
        yield Term(place, VALUE, _rounded(known.mean()), _rounded(known.std()))
        if known.min() >= 0 and known.max() > 1:
            yield from _logs(place, known, squared=place in squared_logs)
        pattern = np.packbits(missing).tobytes()
        if missing.mean() >= MIN_MISSING and pattern not in seen_patterns:
            seen_patterns.add(pattern)
            yield Term(place, MISSING)


def _logs(place: int, known: FloatArray, *, squared: bool) -> Iterator[Term]:
    offset = _rounded(OFFSET * known.mean())
    log = np.log(known + offset)
    for kind in (LOG, SQUARE) if squared else (LOG,):
        yield Term(place, kind, _rounded(log.mean()), _rounded(log.std()), offset)


def _rounded(value: Any) -> float:
    """Return a number rounded to the digits that are stored."""
    return float(f"{value:.7g}")


@dataclass(frozen=True)
class _Likelihood:
    """A Poisson likelihood with a ridge.

    Args:
        columns: shape (terms, n), so that a term's values are contiguous.
        counts: shape (n,).
        ridge: the ridge of each weight, shape (terms,).
    """

    columns: Matrix
    counts: Matrix
    ridge: FloatArray

    def fitted_weights(self) -> FloatArray:
        """Return the weights that minimise the loss, by Newton's method."""
        weights = np.zeros(len(self.columns))
        weights[0] = np.log(max(float(self.counts.mean()), TOLERANCE))
        loss, mean = self._loss_and_means(weights)
        for place in range(STEPS):
            if place < CURVATURE_STEPS:
                inverse = np.linalg.inv(self._curvature(mean))
            gradient = self.columns @ (mean - self.counts) + self.ridge * weights
            weights, new_loss, mean = self._line_search(weights, loss, mean, -inverse @ gradient)
            if loss - new_loss <= TOLERANCE * len(mean):
                break
            loss = new_loss
        return weights

    def _line_search(
        self, weights: FloatArray, loss: float, mean: Matrix, step: FloatArray
    ) -> tuple[FloatArray, float, Matrix]:
        """Halve the step until the loss falls; return the new weights, loss and means."""
        for halvings in range(HALVINGS):
            candidate = weights + step / 2**halvings
            candidate_loss, candidate_mean = self._loss_and_means(candidate)
            if candidate_loss < loss:
                return candidate, candidate_loss, candidate_mean
        return weights, loss, mean

    @cached_property
    def _sampled_columns(self) -> Matrix:
        return np.ascontiguousarray(self.columns[:, ::CURVATURE_STRIDE])

    def _loss_and_means(self, weights: FloatArray) -> tuple[float, Matrix]:
        """Return the loss and each row's mean, shape (n,)."""
        log_mean = weights.astype(np.float32) @ self.columns
        mean = np.exp(np.clip(log_mean, -MAX_LOG_MEAN, MAX_LOG_MEAN))
        loss = float(np.sum(mean - self.counts * log_mean, dtype=np.float64))
        return loss + float(self.ridge @ weights**2) / 2, mean

    def _curvature(self, mean: Matrix) -> FloatArray:
        """Return the loss's second derivatives, estimated from every fourth row."""
        weighted = self._sampled_columns * np.sqrt(mean[::CURVATURE_STRIDE])
        share = len(mean) / weighted.shape[1]
        curvature = (weighted @ weighted.T).astype(np.float64) * share
        curvature[np.diag_indices_from(curvature)] += self.ridge + TOLERANCE * len(mean)
        return np.asarray(curvature)

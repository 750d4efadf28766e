"""The breakout classifier: will a player who averages 8 to 16 points score 1.5 times as much?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from tipoff.domain.markets import POINTS
from tipoff.features.feature_sets import V2_39
from tipoff.features.market_sets import FEATURES_BY_MARKET
from tipoff.features.player_trends import BREAKOUT_FACTOR
from tipoff.kernel.fingerprints import digest
from tipoff.predictions.evaluation.calibration import calibration_error
from tipoff.predictions.evaluation.intervals import (
    Estimate,
    bootstrap_mean,
    drawn_sums,
    resampled,
)
from tipoff.predictions.evaluation.scores import log_loss
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.gradient_boosting import (
    SEED,
    BoostedMean,
    Boosting,
    library_version,
    matrix,
)
from tipoff.predictions.models.groups import FINAL_GROUP
from tipoff.predictions.models.systems import LIGHTGBM, columns_of
from tipoff.predictions.training.booster_jobs import BoosterJob

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pyarrow as pa

    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.training.training_rows import TrainingRows

MARKET = "player_breakout"
POPULATION = "8 to 16 points a game, who played"
MIN_POINTS, MAX_POINTS = 8.0, 16.0
MIN_GAMES = 10
MIN_ROWS = 1_000
FROM_LINEUPS = ("usage_spike_score", "injury_risk")
"""Features that depend on news. The model must work on days without news, so they are left out."""
HYPERPARAMETERS = Boosting(90, {"objective": "binary", "learning_rate": 0.05, "num_leaves": 8})
FEATURES = tuple(
    dict.fromkeys(
        name
        for name in (
            *FEATURES_BY_MARKET["points"],
            *V2_39.columns.values(),
        )
        if "line" not in name and name not in FROM_LINEUPS
    )
)


@dataclass(frozen=True)
class BreakoutModel:
    """A booster for the probability of a breakout, in LightGBM's text format."""

    artifact: str
    features: tuple[str, ...]

    def probability(self, rows: pa.Table) -> FloatArray:
        """Return P(at least 1.5 times the season's mean points), shape (n,).

        Raises:
            MissingFeature: the rows lack a feature; the message names it.
        """
        model = BoostedMean(self.artifact, self.features)
        raw = model.linear(columns_of(rows, self.features))
        return np.asarray(1 / (1 + np.exp(-raw)))


def eligible(rows: pa.Table) -> npt.NDArray[np.bool_]:
    """Return which rows' players the classifier applies to, shape (n,)."""
    known = columns_of(rows, ("points_avg_season", "games_season"))
    mean = known["points_avg_season"]
    return np.asarray(
        (mean >= MIN_POINTS) & (mean <= MAX_POINTS) & (known["games_season"] >= MIN_GAMES)
    )


def broke_out(points: FloatArray, mean: FloatArray) -> FloatArray:
    """Return 1 where points reach 1.5 times the mean of the season so far, else 0."""
    return np.asarray((points >= BREAKOUT_FACTOR * mean).astype(np.float64))


@dataclass(frozen=True)
class Training:
    """The rows of one month's training, split into fitted and held-out games."""

    rows: TrainingRows
    fitted: TrainingRows
    held_out: TrainingRows

    @classmethod
    def of(cls, rows: TrainingRows) -> Training | None:
        """Return the training for the given rows; None if too few are eligible."""
        fitted, held_out = (
            part.where(eligible(part.rows)) for part in (rows.fitted, rows.held_out)
        )
        enough = fitted.rows.num_rows + held_out.rows.num_rows >= MIN_ROWS
        return cls(rows, fitted, held_out) if enough else None

    def job(self) -> BoosterJob:
        """Return the booster to train."""
        features = matrix(self.fitted.features(FEATURES), FEATURES)
        parameters, rounds = HYPERPARAMETERS.parameters, HYPERPARAMETERS.rounds
        outcome = _outcome(self.fitted)
        return BoosterJob("player_breakout", features, FEATURES, outcome, parameters, rounds)

    def with_contract(self, artifact: str) -> tuple[Contract, str]:
        """Return the contract, with the metrics on the held-out games, and the artifact itself."""
        rows = self.held_out.rows
        predicted = BreakoutModel(artifact, FEATURES).probability(rows)
        dates = np.array(rows["game_date"].cast("int32").to_pylist())
        outcome, base_rate = _outcome(self.held_out), float(_outcome(self.fitted).mean())
        metrics = holdout_metrics(predicted, outcome, base_rate, dates)
        contract = Contract(
            system=LIGHTGBM,
            market=MARKET,
            serves=FINAL_GROUP,
            features=FEATURES,
            trained_from=self.rows.window[0],
            trained_to=self.rows.window[1],
            rows=self.fitted.rows.num_rows + rows.num_rows,
            code=digest(Training),
            seed=SEED,
            library=library_version(),
            parameters=HYPERPARAMETERS.parameters,
            head={},
            metrics=metrics,
        )
        return contract, artifact


def _outcome(rows: TrainingRows) -> FloatArray:
    return broke_out(rows.counts(POINTS), rows.features(["points_avg_season"])["points_avg_season"])


def holdout_metrics(
    predicted: FloatArray, outcome: FloatArray, base_rate: float, slate: Any
) -> Mapping[str, float]:
    """Return holdout metrics: AUC and log loss less the base rate's, with intervals."""
    area = auc(predicted, outcome, slate)
    gain = loss_less_base_rate(predicted, outcome, base_rate, slate)
    metrics = {
        "base_rate": base_rate,
        "auc": area.value,
        "auc_low": area.low,
        "auc_high": area.high,
        "gain": gain.value,
        "gain_low": gain.low,
        "gain_high": gain.high,
    }
    return {"held_out_rows": len(outcome)} | {n: round(v, 5) for n, v in metrics.items()}


def beats_its_base_rate(metrics: Mapping[str, float]) -> bool:
    """Return whether the model may be shown: significantly better than the base rate on holdout."""
    return metrics["gain_high"] < 0


def loss_less_base_rate(
    predicted: FloatArray, outcome: FloatArray, base_rate: float, slate: Any
) -> Estimate:
    """Return the log loss less that of predicting the base rate, with its interval over slates."""
    gap = log_loss(predicted, outcome) - log_loss(np.full(len(outcome), base_rate), outcome)
    _, place = np.unique(slate, return_inverse=True)
    sums, counts = np.bincount(place, gap), np.bincount(place)
    return bootstrap_mean(sums.astype(np.float64), counts.astype(np.float64))


def score_estimates(
    predicted: FloatArray, base_rate: FloatArray, outcome: FloatArray, slate: Any
) -> Iterable[tuple[str, str, Estimate]]:
    """Yield system, metric and estimate of the predictions, and of predicting the base rate."""
    yield LIGHTGBM, "auc", auc(predicted, outcome, slate)
    yield LIGHTGBM, "ece", calibration_error(predicted, outcome, slate)
    _, place = np.unique(slate, return_inverse=True)
    counts = np.bincount(place).astype(np.float64)
    for system, probability in ((LIGHTGBM, predicted), ("base rate", base_rate)):
        for metric, loss in (
            ("log_loss", log_loss(probability, outcome)),
            ("brier", (probability - outcome) ** 2),
        ):
            sums = np.bincount(place, loss).astype(np.float64)
            yield system, metric, bootstrap_mean(sums, counts)


def auc(predicted: FloatArray, outcome: FloatArray, slate: Any) -> Estimate:
    """Return the area under the ROC curve with its interval.

    The AUC is the probability that a row that broke out was predicted above one that did not (the
    Mann-Whitney statistic, ties count half). The interval resamples whole slates. Pairs are counted
    once per pair of slates: a draw with one slate twice and another three times has their pairs six
    times.
    """
    _, place = np.unique(slate, return_inverse=True)
    groups = int(place.max()) + 1
    won = _pairs_won(predicted, outcome == 1, place, groups)
    happened, not_happened = (np.bincount(place, part, groups) for part in (outcome, 1 - outcome))
    pairs = np.outer(happened, not_happened).astype(np.float64)
    value = _share(won.sum(), pairs.sum())
    weights = resampled(groups)
    won_drawn, drawn = (np.sum(drawn_sums(each) * weights, axis=1) for each in (won, pairs))
    aucs = won_drawn[drawn > 0] / drawn[drawn > 0]  # a draw may lack breakouts, or the opposite
    low, high = np.quantile(aucs, [0.025, 0.975]) if len(aucs) else (value, value)
    return Estimate(value, float(low), float(high), len(predicted))


def _pairs_won(predicted: FloatArray, happened: Any, place: Any, groups: int) -> FloatArray:
    """Return the number of pairs in which the row that broke out was predicted higher.

    Shape (groups, groups), by the slate of the row that broke out and the slate of the other row.
    """
    predicted_happened, slate = predicted[happened], place[happened]
    won = np.empty((groups, groups))
    for group in range(groups):
        others = np.sort(predicted[~happened & (place == group)])
        below, through = (
            np.searchsorted(others, predicted_happened, side) for side in ("left", "right")
        )
        won[:, group] = np.bincount(slate, (below + through) / 2, groups)
    return won


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")

"""What each system predicts for each player, market and prediction time: its distribution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import chosen, equal, is_on, numbers, widened
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Column, Schema, day, instant, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.distributions.dispersion import DispersionFit
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.distributions.mixture_head import USUAL_HEAD, MixtureHead
from tipoff.predictions.expected_counts import expected_count
from tipoff.predictions.mean_prediction import KEYS
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.groups import EARLY_GROUP, FINAL_GROUP
from tipoff.predictions.models.systems import (
    CATBOOST,
    LIGHTGBM,
    PLAYED_OUT,
    PREDICTED,
    SYSTEMS,
    columns_of,
    formulas,
)
from tipoff.predictions.player_projection import AT_ONCE
from tipoff.predictions.slate_games import richest_rows, tips_of
from tipoff.predictions.spread_terms import SPREAD_TERMS, covariates
from tipoff.predictions.training.training import MIN_MEAN, stored_columns
from tipoff.predictions.training.training_rows import volatility

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

LIVE, REPLAYED = "live", "replayed"
IDENTITY: dict[str, Column] = {
    "game_id": text(key=True, meaning="the game"),
    "game_date": day(partition=True, meaning="date of the game, US Eastern"),
    "player_id": integer(key=True, meaning="the player"),
    "market": text(key=True, meaning="what is predicted, such as player_points"),
    "prediction_time": text(
        key=True,
        choices=tuple(PredictionTime),
        meaning="the prediction time: the morning, or just before tip-off",
    ),
}
INFORMATION: dict[str, Column] = {
    "information": text(
        key=True,
        choices=tuple(InformationSet),
        meaning="what was known of lineups and absences; the models were trained on the same",
    ),
}
RECORD: dict[str, Column] = {
    "game_date": replace(IDENTITY["game_date"], key=True),
    "record": text(
        key=True,
        choices=(LIVE, REPLAYED),
        meaning="made before tip-off by the clock, or rebuilt as of before it",
    ),
}
DISTRIBUTION: dict[str, Column] = {
    "mean": number(minimum=0, maximum=200, meaning="of the count"),
    "dispersion": number(minimum=1, unit="variance per mean", meaning="of a usual night"),
    "zero_share": number(
        minimum=0, maximum=1, unit="share", meaning="probability of a zero beyond the count's own"
    ),
    "low_share": number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share",
        meaning="probability of a short night; NULL: there is one component",
    ),
    "low_ratio": number(
        nullable=True, minimum=0, maximum=1, meaning="mean of a short night by a usual one's"
    ),
    "low_dispersion": number(nullable=True, minimum=1, unit="variance per mean"),
}


class SystemPrediction(Schema, columns={**IDENTITY, **INFORMATION, **DISTRIBUTION}):
    """One system's distribution of one player's count in one market of one game."""

    system = text(key=True, choices=SYSTEMS, meaning="what predicted it")
    as_of = instant(
        unit="UTC",
        meaning="what was known at this time is all that was used; in the morning besides spread"
        " and total, and by the blend besides the prices, of which the last before tip-off count",
    )
    trained_for = day(meaning="the first date that its model serves")


KEPT = ("game_id", "game_date", "player_id", "prediction_time", "information", "trained_for")
"""What the table has of the rows that are predicted, besides their tip-off less some hours."""


@dataclass(frozen=True)
class SystemOutcome:
    """What one system predicts for some rows, of which there is ``KEPT`` and ``tip_at``."""

    market: str
    system: str
    rows: Frame
    outcome: CountMixture


@table(
    schema=SystemPrediction,
    reads={"trained_model": through(SERVED_DAYS), "distribution_head": through(SERVED_DAYS)},
    columns={"ml_feature_store": [*KEYS, "tip_at", *stored_columns(PREDICTED)]},
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def system_prediction(
    mean_prediction: Frame,
    ml_feature_store: Frame,
    trained_model: Frame,
    distribution_head: Frame,
) -> Frame:
    """Put a spread on every expected count, and predict by the formulas too.

    LightGBM predicts by every information set that the expected counts are of; formulas, which
    read no lineup, by the richest set of each game and prediction time.
    """
    import pyarrow as pa

    made = [frame(SystemPrediction, {n: [] for n in SystemPrediction.columns})]
    rows, heads = _with_store(mean_prediction, ml_feature_store), Heads.of(distribution_head)
    for trained_for in sorted({*rows["trained_for"].to_pylist()}):
        month = chosen(rows, equal(rows, "trained_for", trained_for))
        made += [_frame(each) for each in _boosted(month, heads)]
        made += [_frame(each) for each in _by_formulas(month, trained_model, trained_for)]
    return pa.concat_tables(made)


def _with_store(mean_prediction: Frame, ml_feature_store: Frame) -> Frame:
    """Return the expected counts with the store's columns, in order."""
    order = ("game_date", *KEYS, "prediction_time", "information")
    rows = widened(mean_prediction, ml_feature_store)
    return rows.sort_by([(n, "ascending") for n in order])


@dataclass(frozen=True)
class Heads:
    """The heads of every market and group of information sets, by the date they serve from."""

    heads: dict[tuple[str, str], dict[date, MixtureHead]]

    @classmethod
    def of(cls, distribution_head: Frame) -> Heads:
        """Read the heads."""
        found: dict[tuple[str, str], dict[date, MixtureHead]] = {}
        for row in distribution_head.to_pylist():
            of_slot = found.setdefault((row["market"], row["serves"]), {})
            of_slot[row["trained_for"]] = MixtureHead.from_json(row["parameters"])
        return cls(found)

    def distributions(
        self, rows: Frame, market: str, mean: FloatArray
    ) -> Iterator[tuple[Frame, CountMixture]]:
        """Yield the rows of each head with the distributions around their means.

        A date has the newest head of its market and information set, or the usual one before any.
        """
        read = covariates(mean, {n: numbers(rows, n) for n in SPREAD_TERMS})
        final = equal(rows, "information", FINAL_GROUP)
        days = rows["game_date"].unique().to_pylist()
        shown = rows.select([*KEPT, "tip_at"])
        for group, of_group in ((FINAL_GROUP, final), (EARLY_GROUP, ~final)):
            fitted = self.heads.get((market, group), {})
            served = served_dates(days, fitted)
            late = {day for of_head in served.values() for day in of_head}
            early = [day for day in days if day not in late]
            for trained_for, month in [(None, early), *served.items()]:
                head = USUAL_HEAD if trained_for is None else fitted[trained_for]
                keep = ~np.isnan(mean) & of_group & is_on(rows, month)
                if keep.any():
                    yield chosen(shown, keep), head.distribution(mean[keep], read[:, keep])


def _boosted(rows: Frame, heads: Heads) -> Iterator[SystemOutcome]:
    for market in PREDICTED:
        mean = expected_count(rows, market)
        for of_head, outcome in heads.distributions(rows, market.key, mean):
            yield SystemOutcome(market.key, LIGHTGBM, of_head, outcome)
    for name in PLAYED_OUT:
        mean = numbers(rows, f"{CATBOOST}_{name}")
        for of_head, outcome in heads.distributions(rows, KEY_OF[name], mean):
            yield SystemOutcome(KEY_OF[name], CATBOOST, of_head, outcome)


KEY_OF = {market.name: market.key for market in MARKETS.values()}


def _by_formulas(rows: Frame, trained_model: Frame, trained_for: date) -> Iterator[SystemOutcome]:
    """Yield what the formulas predict, with the spread that they had in the month's training."""
    richest = richest_rows(rows)
    unsteady, shown = volatility(richest), richest.select([*KEPT, "tip_at"])
    of_formula = {name for market in PREDICTED for name in formulas(market)}
    for row in trained_model.to_pylist():
        if row["trained_for"] != trained_for or row["system"] not in of_formula:
            continue
        market = next(m for m in PREDICTED if m.key == row["market"])
        formula = formulas(market)[row["system"]]
        mean = np.maximum(formula.mean(columns_of(richest, formula.features)), MIN_MEAN)
        known = ~np.isnan(mean)
        head = DispersionFit.from_dict(Contract.from_json(row["contract"]).head)
        outcome = CountMixture.single(head.distribution(mean[known], unsteady[known]))
        yield SystemOutcome(row["market"], row["system"], chosen(shown, known), outcome)


def _frame(each: SystemOutcome) -> Frame:
    import pyarrow as pa

    rows, outcome = each.rows, each.outcome
    same: dict[str, Any] = {"market": each.market, "system": each.system}
    earlier = np.zeros(rows.num_rows, "timedelta64[us]")
    for time in PredictionTime:
        earlier[equal(rows, "prediction_time", str(time))] = np.timedelta64(time.before)
    return frame(
        SystemPrediction,
        {
            **{n: rows[n] for n in KEPT},
            **{n: pa.repeat(value, rows.num_rows) for n, value in same.items()},
            "as_of": tips_of(rows) - earlier,
            **parameters_of(outcome),
        },
    )


def parameters_of(outcome: CountMixture) -> dict[str, FloatArray]:
    """Return the columns that a table keeps of distributions, shape (n,) each."""
    single = outcome.low_share == 0
    return {
        "mean": outcome.mean,
        "dispersion": outcome.dispersion,
        "zero_share": outcome.zero_share,
        **{
            name: np.where(single, np.nan, values)
            for name, values in (
                ("low_share", outcome.low_share),
                ("low_ratio", outcome.low_ratio),
                ("low_dispersion", outcome.low_dispersion),
            )
        },
    }


def distribution_of(rows: Frame, prefix: str = "") -> CountMixture:
    """Return the distributions that a table's rows keep, shape (n,)."""
    mean, dispersion, zero, low, ratio, low_dispersion = (
        numbers(rows, prefix + name) for name in DISTRIBUTION
    )
    single = np.isnan(low)
    return CountMixture.around(
        mean,
        dispersion,
        zero,
        np.where(single, 0.0, low),
        np.where(single, 1.0, ratio),
        np.where(single, dispersion, low_dispersion),
    )

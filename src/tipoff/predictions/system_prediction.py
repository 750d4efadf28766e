"""Predict each player's count in each market as a distribution, by every single system."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import equal, is_on, joined_rows, numbers, rows_where
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
    MAJOR_MARKETS,
    PREDICTED,
    SYSTEMS,
    columns_of,
    formulas,
)
from tipoff.predictions.player_projection import DATES_IN_MEMORY
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
    "market": text(key=True, meaning="the market that is predicted, such as player_points"),
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
        meaning="live: made before tip-off; replayed: computed later as of before tip-off",
    ),
}
DISTRIBUTION: dict[str, Column] = {
    "mean": number(minimum=0, maximum=200, meaning="mean of the count"),
    "dispersion": number(
        minimum=1, unit="variance per mean", meaning="variance over mean on a usual game"
    ),
    "zero_share": number(
        minimum=0, maximum=1, unit="share", meaning="probability of an extra zero"
    ),
    "low_share": number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share",
        meaning="probability of a short game; NULL: one component only",
    ),
    "low_ratio": number(
        nullable=True, minimum=0, maximum=1, meaning="mean of a short game over a usual one's"
    ),
    "low_dispersion": number(nullable=True, minimum=1, unit="variance per mean"),
}


class SystemPrediction(Schema, columns={**IDENTITY, **INFORMATION, **DISTRIBUTION}):
    """One system's distribution of one player's count in one market of one game."""

    system = text(key=True, choices=SYSTEMS, meaning="the system that predicted it")
    as_of = instant(
        unit="UTC",
        meaning="only data known at this time was used, except for spread and total in the morning,"
        " and for the blend's prices, which are the last before tip-off",
    )
    trained_for = day(meaning="the first date that its model serves")


SLOT_COLUMNS = (
    "game_id",
    "game_date",
    "player_id",
    "prediction_time",
    "information",
    "trained_for",
)
"""The columns that the table takes from the predicted rows; ``as_of`` follows from the tip-off."""


@dataclass(frozen=True)
class SystemOutcome:
    """One system's distributions for rows with ``SLOT_COLUMNS`` and ``tip_at``."""

    market: str
    system: str
    rows: Frame
    outcome: CountMixture


@table(
    schema=SystemPrediction,
    reads={"trained_model": through(SERVED_DAYS), "distribution_head": through(SERVED_DAYS)},
    columns={"ml_feature_store": [*KEYS, "tip_at", *stored_columns(PREDICTED)]},
    may_be_empty="at first",
    dates_at_once=DATES_IN_MEMORY,
)
def system_prediction(
    mean_prediction: Frame,
    ml_feature_store: Frame,
    trained_model: Frame,
    distribution_head: Frame,
) -> Frame:
    """Turn every expected count into a distribution, and add the formulas' predictions.

    Boosters predict under every information set that has expected counts. Formulas do not depend on
    lineups and predict only the richest set of each game and prediction time.
    """
    import pyarrow as pa

    tables = [frame(SystemPrediction, {n: [] for n in SystemPrediction.columns})]
    rows, heads = _with_store(mean_prediction, ml_feature_store), Heads.of(distribution_head)
    for trained_for in sorted({*rows["trained_for"].to_pylist()}):
        month = rows_where(rows, equal(rows, "trained_for", trained_for))
        tables += [_frame(each) for each in _booster_outcomes(month, heads)]
        tables += [_frame(each) for each in _formula_outcomes(month, trained_model, trained_for)]
    return pa.concat_tables(tables)


def _with_store(mean_prediction: Frame, ml_feature_store: Frame) -> Frame:
    """Return the expected counts joined with the feature store, sorted."""
    order = ("game_date", *KEYS, "prediction_time", "information")
    rows = joined_rows(mean_prediction, ml_feature_store)
    return rows.sort_by([(n, "ascending") for n in order])


@dataclass(frozen=True)
class Heads:
    """The heads by (market, group of information sets), then by the first date they serve."""

    heads: dict[tuple[str, str], dict[date, MixtureHead]]

    @classmethod
    def of(cls, distribution_head: Frame) -> Heads:
        """Read the heads from their table."""
        heads: dict[tuple[str, str], dict[date, MixtureHead]] = {}
        for row in distribution_head.to_pylist():
            heads_by_date = heads.setdefault((row["market"], row["serves"]), {})
            heads_by_date[row["trained_for"]] = MixtureHead.from_json(row["parameters"])
        return cls(heads)

    def distributions(
        self, rows: Frame, market: str, mean: FloatArray
    ) -> Iterator[tuple[Frame, CountMixture]]:
        """Yield the rows of each head with their distributions.

        A date uses the newest head of its market and group; before the first, the usual head.
        """
        head_covariates = covariates(mean, {n: numbers(rows, n) for n in SPREAD_TERMS})
        final = equal(rows, "information", FINAL_GROUP)
        days = rows["game_date"].unique().to_pylist()
        slots = rows.select([*SLOT_COLUMNS, "tip_at"])
        for group, of_group in ((FINAL_GROUP, final), (EARLY_GROUP, ~final)):
            fitted = self.heads.get((market, group), {})
            served = served_dates(days, fitted)
            late = {day for of_head in served.values() for day in of_head}
            dates_before = [day for day in days if day not in late]
            for trained_for, month in [(None, dates_before), *served.items()]:
                head = USUAL_HEAD if trained_for is None else fitted[trained_for]
                is_served = ~np.isnan(mean) & of_group & is_on(rows, month)
                if is_served.any():
                    yield (
                        rows_where(slots, is_served),
                        head.distribution(mean[is_served], head_covariates[:, is_served]),
                    )


def _booster_outcomes(rows: Frame, heads: Heads) -> Iterator[SystemOutcome]:
    for market in PREDICTED:
        mean = expected_count(rows, market)
        for of_head, outcome in heads.distributions(rows, market.key, mean):
            yield SystemOutcome(market.key, LIGHTGBM, of_head, outcome)
    for name in MAJOR_MARKETS:
        mean = numbers(rows, f"{CATBOOST}_{name}")
        for of_head, outcome in heads.distributions(rows, KEY_OF[name], mean):
            yield SystemOutcome(KEY_OF[name], CATBOOST, of_head, outcome)


KEY_OF = {market.name: market.key for market in MARKETS.values()}


def _formula_outcomes(
    rows: Frame, trained_model: Frame, trained_for: date
) -> Iterator[SystemOutcome]:
    """Yield the formulas' predictions, with the spread from the month's training."""
    richest = richest_rows(rows)
    minutes_volatility, slots = volatility(richest), richest.select([*SLOT_COLUMNS, "tip_at"])
    of_formula = {name for market in PREDICTED for name in formulas(market)}
    for row in trained_model.to_pylist():
        if row["trained_for"] != trained_for or row["system"] not in of_formula:
            continue
        market = next(m for m in PREDICTED if m.key == row["market"])
        formula = formulas(market)[row["system"]]
        mean = np.maximum(formula.mean(columns_of(richest, formula.features)), MIN_MEAN)
        is_predicted = ~np.isnan(mean)
        spread = DispersionFit.from_dict(Contract.from_json(row["contract"]).head)
        outcome = CountMixture.single(
            spread.distribution(mean[is_predicted], minutes_volatility[is_predicted])
        )
        yield SystemOutcome(row["market"], row["system"], rows_where(slots, is_predicted), outcome)


def _frame(prediction: SystemOutcome) -> Frame:
    import pyarrow as pa

    rows, outcome = prediction.rows, prediction.outcome
    constants: dict[str, Any] = {"market": prediction.market, "system": prediction.system}
    lead_time = np.zeros(rows.num_rows, "timedelta64[us]")
    for time in PredictionTime:
        lead_time[equal(rows, "prediction_time", str(time))] = np.timedelta64(time.before)
    return frame(
        SystemPrediction,
        {
            **{n: rows[n] for n in SLOT_COLUMNS},
            **{n: pa.repeat(value, rows.num_rows) for n, value in constants.items()},
            "as_of": tips_of(rows) - lead_time,
            **parameters_of(outcome),
        },
    )


def parameters_of(outcome: CountMixture) -> dict[str, FloatArray]:
    """Return the columns that store distributions in a table, shape (n,) each."""
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
    """Return the distributions stored in a table's rows, shape (n,)."""
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

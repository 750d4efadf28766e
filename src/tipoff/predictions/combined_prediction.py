"""Combine the systems' predictions into the ensemble, and blend it with the market."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import MARKETS
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import equal, on_dates, rows_where
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.table import table
from tipoff.predictions.blend_model import BLENDED, standing_offers
from tipoff.predictions.combined_slate import ENSEMBLE_MEMBERS, Slate
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.blending import Blend
from tipoff.predictions.models.systems import BLEND, ENSEMBLE, LIGHTGBM, MAJOR_MARKETS, formulas
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.slate_games import is_final
from tipoff.predictions.system_prediction import SystemPrediction, parameters_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipoff.domain.markets import Market
    from tipoff.features.arrays import BoolArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture

UNFITTED_BLEND = Blend({LIGHTGBM: 1.0}, None, 0, 0)
"""The blend used without predictions in the year before: LightGBM alone."""


def has_ensemble(market: Market) -> bool:
    """Return whether a market has systems besides LightGBM for an ensemble.

    The answer depends on the market alone, not on the systems that predict on a date. Otherwise a
    player's ensemble would depend on the players computed in the same call.
    """
    return market.name in MAJOR_MARKETS or any(
        name in ENSEMBLE_MEMBERS for name in formulas(market)
    )


@table(
    schema=SystemPrediction,
    reads={"blend_model": through(SERVED_DAYS)},
    columns={"schedule": ["game_id", "is_final"]},
    may_be_empty="at first",
    dates_at_once=DATES_IN_MEMORY,
)
def combined_prediction(
    system_prediction: Frame,
    blend_model: Frame,
    reference_line: Frame,
    player_prop_offer: Frame,
    schedule: Frame,
) -> Frame:
    """Combine the systems in the ensemble and, where there is a line, blend it with the market.

    Morning predictions of games with a result have neither, since the lines of that time are
    unknown.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    tables = [frame(SystemPrediction, {n: [] for n in SystemPrediction.columns})]
    combined = rows_where(system_prediction, _is_combined(system_prediction, schedule))
    for market in sorted({*combined["market"].unique().to_pylist()} & {*MARKETS}):
        of_market = combined.filter(pc.equal(combined["market"], market))
        lines = reference_line.filter(pc.equal(reference_line["market"], market))
        offers = standing_offers(player_prop_offer, market)
        for blend, rows in _by_weights(of_market, blend_model, market):
            slate = Slate.of(rows, lines, offers)
            tables += [
                _frame(slate.rows, outcome, market, system)
                for system, outcome in _combinations(slate, MARKETS[market], blend)
            ]
    return pa.concat_tables(tables)


def _is_combined(system_prediction: Frame, schedule: Frame) -> BoolArray:
    """Return which predictions are combined: those before tip-off, and all of upcoming games."""
    import pyarrow.compute as pc

    before_tip = pc.equal(system_prediction["prediction_time"], PredictionTime.BEFORE_TIP.value)
    return np.asarray(before_tip.to_numpy(), dtype=bool) | ~is_final(system_prediction, schedule)


def blends_of(blend_model: Frame, market: str) -> dict[tuple[date, str], Blend]:
    """Return a market's blends by (date they were fitted for, information set)."""
    return {
        (row["trained_for"], row["information"]): Blend.from_json(row["weights"])
        for row in blend_model.to_pylist()
        if row["market"] == market
    }


def blend_for(information: str) -> str:
    """Return the set whose weights apply: before ``inactives-known``, those of expected lineups."""
    fitted_sets = [str(each) for each in BLENDED]
    return information if information in fitted_sets else fitted_sets[0]


def _by_weights(rows: Frame, blend_model: Frame, market: str) -> Iterator[tuple[Blend, Frame]]:
    """Yield each blend with the rows that it applies to."""
    weights = blends_of(blend_model, market)
    days = rows["game_date"].unique().to_pylist()
    served = served_dates(days, {day for day, _ in weights})
    served_days = {day for of_blend in served.values() for day in of_blend}
    unserved_days = [day for day in days if day not in served_days]
    for trained_for, month in [(None, unserved_days), *served.items()]:
        month_rows = on_dates(rows, month)
        sets = month_rows["information"].unique().to_pylist()
        for information in sorted({blend_for(each) for each in sets}):
            blend = (
                weights.get((trained_for, information), UNFITTED_BLEND)
                if trained_for
                else UNFITTED_BLEND
            )
            served_sets = [each for each in sets if blend_for(each) == information]
            is_served = np.any(
                [equal(month_rows, "information", each) for each in served_sets], axis=0
            )
            yield blend, rows_where(month_rows, is_served)


def _combinations(slate: Slate, market: Market, blend: Blend) -> Iterator[tuple[str, CountMixture]]:
    if has_ensemble(market):
        yield ENSEMBLE, slate.ensemble(blend)
    if blend.weights is not None:
        yield BLEND, slate.blended(blend)


def _frame(rows: Frame, outcome: CountMixture, market: str, system: str) -> Frame:
    import pyarrow as pa

    is_predicted = ~np.isnan(outcome.mean)
    predicted_rows = rows_where(rows, is_predicted)
    constants = {"market": market, "system": system}
    columns = {
        **{
            n: predicted_rows[n]
            for n in ("game_id", "game_date", "player_id", "prediction_time", "information")
        },
        **{n: pa.repeat(value, predicted_rows.num_rows) for n, value in constants.items()},
        "as_of": predicted_rows["as_of_max"],
        "trained_for": predicted_rows["trained_for_max"],
        **parameters_of(outcome[is_predicted]),
    }
    return frame(SystemPrediction, columns)

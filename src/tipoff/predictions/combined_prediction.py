"""What the systems together predict: their ensemble, and its blend with the market."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import MARKETS
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import chosen, equal, on_dates
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.table import table
from tipoff.predictions.blend_model import BLENDED, standing
from tipoff.predictions.combined_slate import ENSEMBLE_OF, Slate
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.blending import Blend
from tipoff.predictions.models.systems import BLEND, ENSEMBLE, LIGHTGBM, PLAYED_OUT, formulas
from tipoff.predictions.player_projection import AT_ONCE
from tipoff.predictions.slate_games import is_final
from tipoff.predictions.system_prediction import SystemPrediction, parameters_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipoff.domain.markets import Market
    from tipoff.features.arrays import BoolArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture

UNTRIED = Blend({LIGHTGBM: 1.0}, None, 0, 0)
"""Where nothing was predicted in the year before."""


def has_ensemble(market: Market) -> bool:
    """Return whether a market has systems besides LightGBM that the ensemble weighs.

    This is a matter of the market, not of who predicts anything on a date: else a player would be
    given an ensemble or not by who else is computed with that player.
    """
    return market.name in PLAYED_OUT or any(name in ENSEMBLE_OF for name in formulas(market))


@table(
    schema=SystemPrediction,
    reads={"blend_model": through(SERVED_DAYS)},
    columns={"schedule": ["game_id", "is_final"]},
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def combined_prediction(
    system_prediction: Frame,
    blend_model: Frame,
    reference_line: Frame,
    player_prop_offer: Frame,
    schedule: Frame,
) -> Frame:
    """Weigh the systems together and, where there is a line, move them towards the market.

    The morning of a game that has a result has neither, since lines as they stood then are not
    known.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    made = [frame(SystemPrediction, {n: [] for n in SystemPrediction.columns})]
    served = chosen(system_prediction, _served(system_prediction, schedule))
    for market in sorted({*served["market"].unique().to_pylist()} & {*MARKETS}):
        of_market = served.filter(pc.equal(served["market"], market))
        lines = reference_line.filter(pc.equal(reference_line["market"], market))
        offers = standing(player_prop_offer, market)
        for blend, rows in _by_weights(of_market, blend_model, market):
            slate = Slate.of(rows, lines, offers)
            made += [
                _frame(slate.rows, outcome, market, system)
                for system, outcome in _together(slate, MARKETS[market], blend)
            ]
    return pa.concat_tables(made)


def _served(system_prediction: Frame, schedule: Frame) -> BoolArray:
    """Return which predictions are combined: those before tip-off, and all of games to come."""
    import pyarrow.compute as pc

    before_tip = pc.equal(system_prediction["prediction_time"], PredictionTime.BEFORE_TIP.value)
    return np.asarray(before_tip.to_numpy(), dtype=bool) | ~is_final(system_prediction, schedule)


def blends_of(blend_model: Frame, market: str) -> dict[tuple[date, str], Blend]:
    """Return the weights of a market by the date they were fitted for and the information set."""
    return {
        (row["trained_for"], row["information"]): Blend.from_json(row["weights"])
        for row in blend_model.to_pylist()
        if row["market"] == market
    }


def blend_for(information: str) -> str:
    """Return the information set whose weights are used: before lineups those of expected ones."""
    known = [str(each) for each in BLENDED]
    return information if information in known else known[0]


def _by_weights(rows: Frame, blend_model: Frame, market: str) -> Iterator[tuple[Blend, Frame]]:
    """Yield the rows of each date's weights and information set."""
    weights = blends_of(blend_model, market)
    days = rows["game_date"].unique().to_pylist()
    served = served_dates(days, {day for day, _ in weights})
    late = {day for of_blend in served.values() for day in of_blend}
    early = [day for day in days if day not in late]
    for trained_for, month in [(None, early), *served.items()]:
        of_month = on_dates(rows, month)
        shown = of_month["information"].unique().to_pylist()
        for information in sorted({blend_for(each) for each in shown}):
            blend = weights.get((trained_for, information), UNTRIED) if trained_for else UNTRIED
            alike = [each for each in shown if blend_for(each) == information]
            uses = np.any([equal(of_month, "information", each) for each in alike], axis=0)
            yield blend, chosen(of_month, uses)


def _together(slate: Slate, market: Market, blend: Blend) -> Iterator[tuple[str, CountMixture]]:
    if has_ensemble(market):
        yield ENSEMBLE, slate.ensemble(blend)
    if blend.weights is not None:
        yield BLEND, slate.blended(blend)


def _frame(rows: Frame, outcome: CountMixture, market: str, system: str) -> Frame:
    import pyarrow as pa

    known = ~np.isnan(outcome.mean)
    kept = chosen(rows, known)
    same = {"market": market, "system": system}
    columns = {
        **{
            n: kept[n]
            for n in ("game_id", "game_date", "player_id", "prediction_time", "information")
        },
        **{n: pa.repeat(value, kept.num_rows) for n, value in same.items()},
        "as_of": kept["as_of_max"],
        "trained_for": kept["trained_for_max"],
        **parameters_of(outcome[known]),
    }
    return frame(SystemPrediction, columns)

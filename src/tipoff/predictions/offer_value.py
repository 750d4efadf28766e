"""The value of every book's offer under the blend: the possible bets before each tip-off.

Each offer is valued by its own blend, in which the market is the consensus of the *other* feeds: a
wrong price is no evidence for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.suspect_prices import SUSPICIONS
from tipoff.features.arrays import numbers, on_dates, rows_where
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Schema, boolean, instant, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.combined_prediction import blend_for, blends_of
from tipoff.predictions.market_view import believable, market_at
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.blending import AtLine, p_over_no_push, with_p_over
from tipoff.predictions.models.systems import ENSEMBLE, LIGHTGBM
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.slate_games import is_quoted_in_time
from tipoff.predictions.system_prediction import (
    DISTRIBUTION,
    IDENTITY,
    INFORMATION,
    distribution_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture
    from tipoff.predictions.models.blending import Blend

KEYS = ["game_id", "player_id", "market"]
SLOT = [*KEYS, "prediction_time", "information"]
QUOTE_COLUMNS = (
    "bookmaker",
    "line",
    "over_price",
    "under_price",
    "is_alternate",
    "captured_at",
    "suspect",
)


ODD_MARGIN = "margin not between 3 and 12 %"
FAR_FROM_MODEL = "far from what the model says"
SUSPECT_REASONS = (*SUSPICIONS, ODD_MARGIN, FAR_FROM_MODEL)


class OfferValue(Schema, columns={**IDENTITY, **INFORMATION}):
    """One line of one player at one book, and the value of either side."""

    bookmaker = text(key=True, meaning="the book")
    line = number(key=True, minimum=0.5, maximum=100, meaning="the number to go over or under")
    is_alternate = boolean(meaning="whether it is not the book's main line")
    captured_at = instant(
        nullable=True, unit="UTC", meaning="capture time of the prices, before tip-off"
    )
    suspect = text(
        nullable=True,
        choices=SUSPECT_REASONS,
        meaning="why the prices cannot be right, so that they are never bet on; NULL: not suspect",
    )
    p_market = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="no-vig probability of over: the other feeds' consensus, else the offer's own",
    )
    over_price = number(nullable=True, unit="American odds", meaning="NULL: not quoted")
    under_price = number(nullable=True, unit="American odds", meaning="NULL: not quoted")
    p_over = number(minimum=0, maximum=1, unit="probability")
    p_push = number(minimum=0, maximum=1, unit="probability")
    p_under = number(minimum=0, maximum=1, unit="probability")
    over_expected_value = number(
        nullable=True, unit="per unit staked", meaning="expected value of the over at its price"
    )
    under_expected_value = number(
        nullable=True, unit="per unit staked", meaning="expected value of the under at its price"
    )
    over_kelly_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of bankroll",
        meaning="full Kelly stake; 0: no bet",
    )
    under_kelly_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of bankroll",
        meaning="full Kelly stake; 0: no bet",
    )


@table(
    schema=OfferValue,
    reads={"blend_model": through(SERVED_DAYS)},
    columns={"schedule": ["game_id", "is_final"]},
    may_be_empty=True,
    dates_at_once=DATES_IN_MEMORY,
)
def offer_value(
    system_prediction: Frame,
    combined_prediction: Frame,
    blend_model: Frame,
    player_prop_offer: Frame,
    schedule: Frame,
) -> Frame:
    """Value every standing offer on a predicted player, alternates included.

    Each prediction values the offers known at its time, each against the others.
    """
    import pyarrow as pa

    tables = [frame(OfferValue, {n: [] for n in OfferValue.columns})]
    offers = player_prop_offer.filter(player_prop_offer["stands"]).select([*KEYS, *QUOTE_COLUMNS])
    rows = _model_rows(system_prediction, combined_prediction).join(offers, KEYS, join_type="inner")
    rows = rows_where(rows, is_quoted_in_time(rows, schedule))
    order = [(n, "ascending") for n in ("game_date", *SLOT, "bookmaker", "line")]
    for market, market_rows in _groups(rows.sort_by(order), "market"):
        for blend, part in _by_weights(market_rows, blend_model, market):
            tables.append(_valued(part, blend))
    return pa.concat_tables(tables)


def _model_rows(system_prediction: Frame, combined_prediction: Frame) -> Frame:
    """Return the ensemble's row of each slot, and LightGBM's where there is no ensemble."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = ["game_date", *SLOT, "as_of", *DISTRIBUTION]
    ensemble = combined_prediction.filter(pc.equal(combined_prediction["system"], ENSEMBLE))
    lightgbm = system_prediction.filter(pc.equal(system_prediction["system"], LIGHTGBM))
    without_ensemble = lightgbm.join(ensemble.select(SLOT), SLOT, join_type="left anti")
    return pa.concat_tables([ensemble.select(names), without_ensemble.select(names)])


def _groups(rows: Frame, name: str) -> Iterator[tuple[str, Frame]]:
    import pyarrow.compute as pc

    for value in sorted(rows[name].unique().to_pylist()):
        yield value, rows.filter(pc.equal(rows[name], value))


def _by_weights(rows: Frame, blend_model: Frame, market: str) -> Iterator[tuple[Blend, Frame]]:
    """Yield the rows of each blend that has weights at the line; others cannot be valued."""
    weights = blends_of(blend_model, market)
    days = rows["game_date"].unique().to_pylist()
    for trained_for, month in served_dates(days, {day for day, _ in weights}).items():
        for information, part in _groups(on_dates(rows, month), "information"):
            blend = weights.get((trained_for, blend_for(information)))
            if blend is not None and blend.weights is not None:
                yield blend, part


def _valued(rows: Frame, blend: Blend) -> Frame:
    outcome, line = distribution_of(rows), numbers(rows, "line")
    slots = zip(
        *(rows[n].to_pylist() for n in ("game_id", "player_id", "prediction_time")), strict=True
    )
    prop_number = np.unique([str(slot) for slot in slots], return_inverse=True)[1].astype(np.int64)
    market, two_sided = market_at(rows, prop_number, outcome)
    model = p_over_no_push(outcome, line)
    at_line = AtLine(market, two_sided, model, rows["bookmaker"].to_pylist())
    is_known = ~np.isnan(market) & ~np.isnan(model)
    blended = with_p_over(outcome[is_known], line[is_known], blend.p_over(at_line)[is_known])
    known_rows = rows_where(rows, is_known)
    return frame(
        OfferValue,
        {
            **{n: known_rows[n] for n in OfferValue.columns if n in known_rows.column_names},
            **_values_of_sides(blended, line[is_known], known_rows),
            "p_market": market[is_known],
            "suspect": _suspect_reasons(known_rows, at_line.is_trainable[is_known]),
        },
    )


def _suspect_reasons(rows: Frame, is_near_model: BoolArray) -> list[str | None]:
    """Return the reason why each offer's prices cannot be right; None if not suspect."""
    over, under = numbers(rows, "over_price"), numbers(rows, "under_price")
    has_odd_margin = ~believable(over, under) & ~np.isnan(over + under)
    feed_reasons = rows["suspect"].to_pylist()
    return [
        reason or (ODD_MARGIN if is_odd else None) or (None if is_near else FAR_FROM_MODEL)
        for reason, is_odd, is_near in zip(feed_reasons, has_odd_margin, is_near_model, strict=True)
    ]


def _values_of_sides(outcome: CountMixture, line: FloatArray, rows: Frame) -> dict[str, FloatArray]:
    """Return the probabilities and each side's value, arrays of shape (n,)."""
    over, under = numbers(rows, "over_price"), numbers(rows, "under_price")
    return {
        "p_over": outcome.p_over(line),
        "p_push": outcome.p_push(line),
        "p_under": outcome.p_under(line),
        "over_expected_value": outcome.expected_value(line, "over", over),
        "under_expected_value": outcome.expected_value(line, "under", under),
        "over_kelly_share": outcome.kelly(line, "over", over),
        "under_kelly_share": outcome.kelly(line, "under", under),
    }

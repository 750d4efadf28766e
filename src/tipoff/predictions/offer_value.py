"""What every book's offer is worth by the blend: the bets there are before each tip-off.

Each offer is valued by a blend of its own, in which the market is the consensus of the *other*
feeds: a book's own wrong price is no evidence that it is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.suspect_prices import SUSPICIONS
from tipoff.features.arrays import chosen, numbers, on_dates
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Schema, boolean, instant, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.combined_prediction import blend_for, blends_of
from tipoff.predictions.market_view import believable, market_at
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.blending import AtLine, decided, moved_to
from tipoff.predictions.models.systems import ENSEMBLE, LIGHTGBM
from tipoff.predictions.player_projection import AT_ONCE
from tipoff.predictions.slate_games import quoted_by_then
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
QUOTED = (
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
WHY_SUSPECT = (*SUSPICIONS, ODD_MARGIN, FAR_FROM_MODEL)


class OfferValue(Schema, columns={**IDENTITY, **INFORMATION}):
    """One line of one player at one book, and what either side of it is worth."""

    bookmaker = text(key=True, meaning="the book")
    line = number(key=True, minimum=0.5, maximum=100, meaning="the number to go over or under")
    is_alternate = boolean(meaning="not the book's main line")
    captured_at = instant(nullable=True, unit="UTC", meaning="of the prices, before tip-off")
    suspect = text(
        nullable=True,
        choices=WHY_SUSPECT,
        meaning="why the prices cannot be right: never bet on; NULL: nothing speaks against them",
    )
    p_market = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="of over, by the other feeds' consensus, or the offer's own prices without margin",
    )
    over_price = number(nullable=True, unit="American odds", meaning="NULL: not quoted")
    under_price = number(nullable=True, unit="American odds", meaning="NULL: not quoted")
    p_over = number(minimum=0, maximum=1, unit="probability")
    p_push = number(minimum=0, maximum=1, unit="probability")
    p_under = number(minimum=0, maximum=1, unit="probability")
    over_expected_value = number(nullable=True, unit="per unit staked", meaning="at its price")
    under_expected_value = number(nullable=True, unit="per unit staked", meaning="at its price")
    over_kelly_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of bankroll",
        meaning="that grows it fastest; 0: no bet",
    )
    under_kelly_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of bankroll",
        meaning="that grows it fastest; 0: no bet",
    )


@table(
    schema=OfferValue,
    reads={"blend_model": through(SERVED_DAYS)},
    columns={"schedule": ["game_id", "is_final"]},
    may_be_empty=True,
    dates_at_once=AT_ONCE,
)
def offer_value(
    system_prediction: Frame,
    combined_prediction: Frame,
    blend_model: Frame,
    player_prop_offer: Frame,
    schedule: Frame,
) -> Frame:
    """Value every standing offer on a player who is predicted before tip-off, alternates too.

    A prediction values the offers that were known at its time, each against the others of them.
    """
    import pyarrow as pa

    made = [frame(OfferValue, {n: [] for n in OfferValue.columns})]
    offers = player_prop_offer.filter(player_prop_offer["stands"]).select([*KEYS, *QUOTED])
    rows = _champions(system_prediction, combined_prediction).join(offers, KEYS, join_type="inner")
    rows = chosen(rows, quoted_by_then(rows, schedule))
    order = [(n, "ascending") for n in ("game_date", *SLOT, "bookmaker", "line")]
    for market, of_market in _by(rows.sort_by(order), "market"):
        for blend, part in _by_weights(of_market, blend_model, market):
            made.append(_valued(part, blend))
    return pa.concat_tables(made)


def _champions(system_prediction: Frame, combined_prediction: Frame) -> Frame:
    """Return the ensemble's row of each slot, and LightGBM's where there is no ensemble."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = ["game_date", *SLOT, "as_of", *DISTRIBUTION]
    ensemble = combined_prediction.filter(pc.equal(combined_prediction["system"], ENSEMBLE))
    single = system_prediction.filter(pc.equal(system_prediction["system"], LIGHTGBM))
    alone = single.join(ensemble.select(SLOT), SLOT, join_type="left anti")
    return pa.concat_tables([ensemble.select(names), alone.select(names)])


def _by(rows: Frame, name: str) -> Iterator[tuple[str, Frame]]:
    import pyarrow.compute as pc

    for value in sorted(rows[name].unique().to_pylist()):
        yield value, rows.filter(pc.equal(rows[name], value))


def _by_weights(rows: Frame, blend_model: Frame, market: str) -> Iterator[tuple[Blend, Frame]]:
    """Yield the rows of each blend with weights at the line; of others no value is known."""
    weights = blends_of(blend_model, market)
    days = rows["game_date"].unique().to_pylist()
    for trained_for, month in served_dates(days, {day for day, _ in weights}).items():
        for information, part in _by(on_dates(rows, month), "information"):
            blend = weights.get((trained_for, blend_for(information)))
            if blend is not None and blend.weights is not None:
                yield blend, part


def _valued(rows: Frame, blend: Blend) -> Frame:
    outcome, line = distribution_of(rows), numbers(rows, "line")
    slots = zip(
        *(rows[n].to_pylist() for n in ("game_id", "player_id", "prediction_time")), strict=True
    )
    prop = np.unique([str(slot) for slot in slots], return_inverse=True)[1].astype(np.int64)
    market, two_sided = market_at(rows, prop, outcome)
    model = decided(outcome, line)
    at_line = AtLine(market, two_sided, model, rows["bookmaker"].to_pylist())
    known = ~np.isnan(market) & ~np.isnan(model)
    moved = moved_to(outcome[known], line[known], blend.p_over(at_line)[known])
    kept = chosen(rows, known)
    return frame(
        OfferValue,
        {
            **{n: kept[n] for n in OfferValue.columns if n in kept.column_names},
            **_worth(moved, line[known], kept),
            "p_market": market[known],
            "suspect": _suspicion(kept, at_line.teaches[known]),
        },
    )


def _suspicion(rows: Frame, near: BoolArray) -> list[str | None]:
    """Return why each offer's prices cannot be right, None where nothing speaks against them."""
    over, under = numbers(rows, "over_price"), numbers(rows, "under_price")
    odd = ~believable(over, under) & ~np.isnan(over + under)
    own = rows["suspect"].to_pylist()
    return [
        why or (ODD_MARGIN if wrong else None) or (None if close else FAR_FROM_MODEL)
        for why, wrong, close in zip(own, odd, near, strict=True)
    ]


def _worth(outcome: CountMixture, line: FloatArray, rows: Frame) -> dict[str, FloatArray]:
    """Return probabilities, and what each side is worth, arrays of shape (n,)."""
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

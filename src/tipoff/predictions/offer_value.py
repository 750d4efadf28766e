"""What every book's offer is worth by the blend: the bets there are before each tip-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.suspect_prices import SUSPICIONS
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import Schema, boolean, instant, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.models.systems import BLEND
from tipoff.predictions.system_prediction import AT_ONCE, IDENTITY, distribution_of

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.distribution import NegativeBinomial1
    from tipoff.predictions.models.systems import FloatArray

KEYS = ["game_id", "player_id", "market"]
QUOTED = (
    "bookmaker",
    "line",
    "over_price",
    "under_price",
    "is_alternate",
    "captured_at",
    "suspect",
)


class OfferValue(Schema, columns=IDENTITY):
    """One line of one player at one book, and what either side of it is worth."""

    bookmaker = text(key=True, meaning="the book")
    line = number(key=True, minimum=0.5, maximum=100, meaning="the number to go over or under")
    is_alternate = boolean(meaning="not the book's main line")
    captured_at = instant(nullable=True, unit="UTC", meaning="of the prices, before tip-off")
    suspect = text(
        nullable=True,
        choices=SUSPICIONS,
        meaning="why the prices cannot be right: never bet on; NULL: nothing speaks against them",
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


@table(schema=OfferValue, may_be_empty=True, dates_at_once=AT_ONCE)
def offer_value(combined_prediction: Frame, player_prop_offer: Frame) -> Frame:
    """Value every standing offer on a player whom the blend predicts, alternates included."""
    import pyarrow.compute as pc

    blended = combined_prediction.filter(pc.equal(combined_prediction["system"], BLEND))
    offers = player_prop_offer.filter(player_prop_offer["stands"]).select([*KEYS, *QUOTED])
    rows = blended.join(offers, KEYS, join_type="inner")
    line, over, under = (
        np.asarray(rows[n].cast("float64").to_numpy())
        for n in ("line", "over_price", "under_price")
    )
    kept = {n: rows[n] for n in OfferValue.columns if n in rows.column_names}
    return frame(OfferValue, {**kept, **_worth(distribution_of(rows), line, over, under)})


def _worth(
    outcome: NegativeBinomial1, line: FloatArray, over: FloatArray, under: FloatArray
) -> dict[str, FloatArray]:
    """Probabilities, and what each side is worth, arrays of shape (n,)."""
    return {
        "p_over": outcome.p_over(line),
        "p_push": outcome.p_push(line),
        "p_under": outcome.p_under(line),
        "over_expected_value": outcome.expected_value(line, "over", over),
        "under_expected_value": outcome.expected_value(line, "under", under),
        "over_kelly_share": outcome.kelly(line, "over", over),
        "under_kelly_share": outcome.kelly(line, "under", under),
    }

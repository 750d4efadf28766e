"""What is published of each player and market: the model alone, the blend, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Column, Schema, boolean, day, instant, integer, number, text
from tipoff.kernel.table import table, through
from tipoff.predictions.champions import champions
from tipoff.predictions.odds import fair_american
from tipoff.predictions.recommendation import RECOMMENDATIONS, recommend
from tipoff.predictions.system_prediction import (
    AT_ONCE,
    DISTRIBUTION,
    IDENTITY,
    LIVE,
    distribution_of,
)
from tipoff.predictions.systems import BLEND, SYSTEMS, FloatArray
from tipoff.raw.settled_name import FOR_GOOD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.annotations import Frame
    from tipoff.predictions.distribution import NegativeBinomial1

COVERAGE = 0.90
SLOT = ["game_id", "player_id", "market", "moment", "record"]
NAMED = ["game_id", "player_id", "player_name", "team_id", "opponent_id", "season", "home"]
"""Who he is, and whom he plays."""
OF_BLEND: dict[str, Column] = {
    "blend_mean": number(nullable=True, minimum=0, maximum=200,
                         meaning="of the blend with the market; NULL without a line"),
    "blend_median": number(nullable=True, minimum=0, maximum=200),
    "blend_p_over": number(nullable=True, minimum=0, maximum=1, unit="probability",
                           meaning="of over the reference line, by the blend"),
    "blend_p_under": number(nullable=True, minimum=0, maximum=1, unit="probability"),
}  # fmt: skip


class PlayerPrediction(Schema, columns={**IDENTITY, **DISTRIBUTION, **OF_BLEND}):
    """The champion's distribution of one player's count, and what follows at the line."""

    system = text(choices=SYSTEMS, meaning="the market's champion, which has not seen the line")
    as_of = instant(unit="UTC", meaning="what was known at this moment is all that was used,"
                    " besides the line, which is the last before tip-off")  # fmt: skip
    created_at = instant(provenance=True, unit="UTC", meaning="when it was computed")
    trained_for = day(meaning="the model's month")
    player_name = text(meaning="his name, for display")
    team_id = integer(meaning="his team")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    home = boolean(meaning="whether he plays at home")
    median = number(minimum=0, maximum=200)
    low = number(minimum=0, maximum=200, meaning="lower end of the central 90 % interval")
    high = number(minimum=0, maximum=300, meaning="upper end of the central 90 % interval")
    bookmaker = text(nullable=True, meaning="whose line is the reference")
    line = number(nullable=True, minimum=0.5, meaning="reference line; NULL: NO_LINE")
    over_price = number(nullable=True, unit="American odds")
    under_price = number(nullable=True, unit="American odds")
    p_over = number(nullable=True, minimum=0, maximum=1, unit="probability",
                    meaning="of the model alone")  # fmt: skip
    p_push = number(nullable=True, minimum=0, maximum=1, unit="probability")
    p_under = number(nullable=True, minimum=0, maximum=1, unit="probability")
    fair_over = number(nullable=True, unit="American odds", meaning="without margin, pushes aside")
    bet_bookmaker = text(nullable=True, meaning="the book whose main line is worth most")
    bet_line = number(nullable=True, minimum=0.5, meaning="its line")
    bet_side = text(nullable=True, choices=("over", "under"), meaning="the better side there")
    bet_price = number(nullable=True, unit="American odds", meaning="of that side")
    expected_value = number(nullable=True, unit="per unit staked",
                            meaning="of that bet, by the blend")  # fmt: skip
    kelly_share = number(nullable=True, minimum=0, maximum=1, unit="share of bankroll",
                         meaning="that grows it fastest; 0: no bet")  # fmt: skip
    stake_share = number(nullable=True, minimum=0, maximum=0.02, unit="share of bankroll",
                         meaning="suggested: a quarter of that, at most 2 %; 0: PASS")  # fmt: skip
    recommendation = text(choices=RECOMMENDATIONS, meaning="OVER, UNDER, PASS or NO_LINE")


@table(
    schema=PlayerPrediction,
    reads={"promotion": through(FOR_GOOD)},
    columns={"ml_feature_store": NAMED},
    append_only=True,
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def player_prediction(
    system_prediction: Frame,
    combined_prediction: Frame,
    reference_line: Frame,
    offer_value: Frame,
    ml_feature_store: Frame,
    promotion: Frame,
) -> Frame:
    """One row a player, market and moment; the recommendation is the blend's, never a raw edge."""
    import pyarrow as pa
    import pyarrow.compute as pc

    said = pa.concat_tables([system_prediction, combined_prediction])
    rows = _chosen(said, champions(said, promotion))
    rows = rows.join(ml_feature_store, ["game_id", "player_id"], join_type="inner")
    lines = reference_line.select(
        ["game_id", "player_id", "market", "bookmaker", "line", "over_price", "under_price",
         "captured_at"]
    )  # fmt: skip
    rows = rows.join(lines, ["game_id", "player_id", "market"], join_type="left outer")
    blended = said.filter(pc.equal(said["system"], BLEND)).select([*SLOT, *DISTRIBUTION])
    blended = blended.rename_columns([*SLOT, *(f"blend_{n}" for n in DISTRIBUTION)])
    rows = rows.join(blended, SLOT, join_type="left outer")
    rows = rows.join(recommend(offer_value), SLOT, join_type="left outer")
    return _frame(rows.sort_by([(n, "ascending") for n in ("game_date", *SLOT)]))


def _chosen(said: Frame, champion: Mapping[tuple[Any, str], tuple[str, ...]]) -> Frame:
    """Of each slot the row of the first system in its market's order that says something."""
    import pyarrow as pa
    import pyarrow.compute as pc

    named = ["game_date", "market", "system"]
    candidates = pa.Table.from_pylist(
        [
            dict(zip((*named, "place"), (*slot, system, place), strict=True))
            for slot, order in champion.items()
            for place, system in enumerate(order)
        ],
        pa.schema([*(said.schema.field(name) for name in named), ("place", pa.int64())]),
    )
    ranked = said.join(candidates, named, join_type="inner")
    best = ranked.group_by(SLOT).aggregate([("place", "min")])
    chosen = ranked.join(best, SLOT, join_type="inner")
    return chosen.filter(pc.equal(chosen["place"], chosen["place_min"]))


def _frame(rows: Frame) -> Frame:
    outcome = distribution_of(rows)
    line = _numbers(rows, "line")
    line = np.where(_quoted(rows), line, np.nan)
    low, high = outcome.interval(COVERAGE)
    p_over, p_under = outcome.p_over(line), outcome.p_under(line)
    advice = rows["recommendation"].fill_null("PASS").to_numpy(zero_copy_only=False)
    said = {
        "median": outcome.median(),
        "low": low,
        "high": high,
        "line": line,
        "p_over": p_over,
        "p_push": outcome.p_push(line),
        "p_under": p_under,
        "fair_over": fair_american(p_over, p_under),
        "recommendation": np.where(np.isnan(line), "NO_LINE", advice),
        **_blended(rows, line),
    }
    kept = {n: rows[n] for n in PlayerPrediction.columns if n in rows.column_names}
    return frame(PlayerPrediction, {**kept, **said})


def _quoted(rows: Frame) -> Any:
    """Whether a row's line counts: any there is; in a morning replayed, one quoted by then."""
    import pyarrow.compute as pc

    before_tip = pc.equal(rows["moment"], PredictionTime.BEFORE_TIP.value)
    live = pc.equal(rows["record"], LIVE)
    by_then = pc.less_equal(rows["captured_at"], rows["as_of"]).fill_null(False)
    return pc.or_(pc.or_(before_tip, live), by_then).to_numpy()


def _blended(rows: Frame, line: FloatArray) -> dict[str, FloatArray]:
    blend = _blend_of(rows)
    return {
        "blend_mean": blend.mean,
        "blend_median": blend.median(),
        "blend_p_over": blend.p_over(line),
        "blend_p_under": blend.p_under(line),
    }


def _blend_of(rows: Frame) -> NegativeBinomial1:
    names = list(DISTRIBUTION)
    return distribution_of(rows.select([f"blend_{n}" for n in names]).rename_columns(names))


def _numbers(rows: Frame, name: str) -> FloatArray:
    return np.asarray(rows[name].cast("float64").to_numpy())

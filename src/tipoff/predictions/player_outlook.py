"""What would be published of each player and market: the champion, the blend, and what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import (
    Column,
    Schema,
    boolean,
    day,
    instant,
    integer,
    number,
    text,
)
from tipoff.kernel.declare.table import table
from tipoff.predictions.champions import champions
from tipoff.predictions.checks import lines_are_like_before, picks_are_on_both_sides
from tipoff.predictions.models.systems import BLEND, SYSTEMS
from tipoff.predictions.odds.conversions import fair_american
from tipoff.predictions.player_projection import AT_ONCE
from tipoff.predictions.recommendation import RECOMMENDATIONS, SLOT, recommend
from tipoff.predictions.slate_games import quoted_by_then, richest_rows
from tipoff.predictions.system_prediction import (
    DISTRIBUTION,
    IDENTITY,
    INFORMATION,
    distribution_of,
)
from tipoff.raw.settled_name import FOR_GOOD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture

COVERAGE = 0.90
OF_LINE = (
    "bookmaker",
    "over_price",
    "under_price",
    "captured_at",
    "bet_bookmaker",
    "bet_line",
    "bet_side",
    "bet_price",
    "expected_value",
    "kelly_share",
    "stake_share",
)
"""The columns that say nothing where no line was known: neither a quote nor a bet."""
SLOT_OF_PLAYER = ["game_id", "player_id", "prediction_time", "information"]
NAMED = ["game_id", "player_id", "player_name", "team_id", "opponent_id", "season", "home"]
"""Who the player is, and the opponent."""
OF_BLEND: dict[str, Column] = {
    "blend_mean": number(
        nullable=True,
        minimum=0,
        maximum=200,
        meaning="of the blend with the market; NULL without a line",
    ),
    "blend_median": number(nullable=True, minimum=0, maximum=200),
    "blend_p_over": number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="of over the reference line, by the blend",
    ),
    "blend_p_under": number(nullable=True, minimum=0, maximum=1, unit="probability"),
}


OF_LINEUPS: dict[str, Column] = {
    "information": replace(INFORMATION["information"], key=False),
    "p_plays": number(
        nullable=True, minimum=0, maximum=1, unit="probability", meaning="to play at all"
    ),
}
"""What was known of lineups: all else is said of a player who plays."""


class PlayerOutlook(Schema, columns={**IDENTITY, **OF_LINEUPS, **DISTRIBUTION, **OF_BLEND}):
    """The champion's distribution of one player's count, and what follows at the line."""

    system = text(choices=SYSTEMS, meaning="the market's champion, which has not seen the line")
    as_of = instant(
        unit="UTC",
        meaning="what was known at this time is all that was used, besides the line, which is the"
        " last before tip-off, and in the morning spread and total, of half an hour before it",
    )
    trained_for = day(meaning="the first date that its model serves")
    player_name = text(meaning="the player's name, for display")
    team_id = integer(meaning="the player's team")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    home = boolean(meaning="whether that team plays at home")
    median = number(minimum=0, maximum=200)
    low = number(minimum=0, maximum=200, meaning="lower end of the central 90 % interval")
    high = number(minimum=0, maximum=300, meaning="upper end of the central 90 % interval")
    bookmaker = text(nullable=True, meaning="whose line is the reference")
    line = number(nullable=True, minimum=0.5, meaning="reference line; NULL: NO_LINE")
    over_price = number(nullable=True, unit="American odds")
    under_price = number(nullable=True, unit="American odds")
    captured_at = instant(nullable=True, unit="UTC", meaning="of the line; NULL: not known")
    p_over = number(
        nullable=True, minimum=0, maximum=1, unit="probability", meaning="of the model alone"
    )
    p_push = number(nullable=True, minimum=0, maximum=1, unit="probability")
    p_under = number(nullable=True, minimum=0, maximum=1, unit="probability")
    fair_over = number(nullable=True, unit="American odds", meaning="without margin, pushes aside")
    bet_bookmaker = text(nullable=True, meaning="the book whose price is the bet")
    bet_line = number(
        nullable=True, minimum=0.5, meaning="the line that is bet on, a main line at some book"
    )
    bet_side = text(nullable=True, choices=("over", "under"), meaning="the better side there")
    bet_price = number(
        nullable=True, unit="American odds", meaning="of that side: the best on offer at the line"
    )
    expected_value = number(
        nullable=True, unit="per unit staked", meaning="of that bet, by the blend"
    )
    kelly_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of bankroll",
        meaning="that grows it fastest; 0: no bet",
    )
    stake_share = number(
        nullable=True,
        minimum=0,
        maximum=0.02,
        unit="share of bankroll",
        meaning="suggested: a quarter of that, at most 2 %; 0: PASS",
    )
    recommendation = text(choices=RECOMMENDATIONS, meaning="OVER, UNDER, PASS or NO_LINE")


@table(
    schema=PlayerOutlook,
    reads={"promotion": through(FOR_GOOD)},
    columns={
        "ml_feature_store": NAMED,
        "mean_prediction": [*SLOT_OF_PLAYER, "p_plays"],
        "schedule": ["game_id", "is_final"],
    },
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
    warnings=[picks_are_on_both_sides, lines_are_like_before],
)
def player_outlook(
    system_prediction: Frame,
    combined_prediction: Frame,
    reference_line: Frame,
    offer_value: Frame,
    mean_prediction: Frame,
    ml_feature_store: Frame,
    promotion: Frame,
    schedule: Frame,
) -> Frame:
    """Choose the champion of each player, market and prediction time, and derive what follows.

    The recommendation is the blend's, never a raw difference of points. A line counts that was
    quoted by the prediction time (``quoted_by_then``); without one a row is NO_LINE and names
    neither a price nor a bet.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    predictions = richest_rows(pa.concat_tables([system_prediction, combined_prediction]))
    rows = champion_rows(predictions, champions(predictions, promotion))
    rows = rows.join(mean_prediction, SLOT_OF_PLAYER, join_type="left outer")
    rows = rows.join(ml_feature_store, ["game_id", "player_id"], join_type="inner")
    lines = reference_line.select(
        [
            "game_id",
            "player_id",
            "market",
            "bookmaker",
            "line",
            "over_price",
            "under_price",
            "captured_at",
        ]
    )
    rows = rows.join(lines, ["game_id", "player_id", "market"], join_type="left outer")
    blended = predictions.filter(pc.equal(predictions["system"], BLEND))
    blended = blended.select([*SLOT, *DISTRIBUTION])
    blended = blended.rename_columns([*SLOT, *(f"blend_{n}" for n in DISTRIBUTION)])
    rows = rows.join(blended, SLOT, join_type="left outer")
    rows = rows.join(recommend(offer_value), SLOT, join_type="left outer")
    rows = rows.sort_by([(n, "ascending") for n in ("game_date", *SLOT)])
    return _frame(rows, quoted_by_then(rows, schedule))


def champion_rows(predictions: Frame, champion: Mapping[tuple[Any, str], tuple[str, ...]]) -> Frame:
    """Return of each slot the row of the first system in its market's order that has one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    named = ["game_date", "market", "system"]
    candidates = pa.Table.from_pylist(
        [
            dict(zip((*named, "place"), (*slot, system, place), strict=True))
            for slot, order in champion.items()
            for place, system in enumerate(order)
        ],
        pa.schema([*(predictions.schema.field(name) for name in named), ("place", pa.int64())]),
    )
    ranked = predictions.join(candidates, named, join_type="inner")
    best = ranked.group_by(SLOT).aggregate([("place", "min")])
    chosen = ranked.join(best, SLOT, join_type="inner")
    return chosen.filter(pc.equal(chosen["place"], chosen["place_min"]))


def _frame(rows: Frame, counts: BoolArray) -> Frame:
    import pyarrow as pa
    import pyarrow.compute as pc

    outcome = distribution_of(rows)
    line = np.where(counts, _numbers(rows, "line"), np.nan)
    low, high = outcome.interval(COVERAGE)
    p_over, p_under = outcome.sides(line)
    advice = rows["recommendation"].fill_null("PASS").to_numpy(zero_copy_only=False)
    derived = {
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
    kept = {n: rows[n] for n in PlayerOutlook.columns if n in rows.column_names}
    kept |= {n: pc.if_else(pa.array(~np.isnan(line)), rows[n], None) for n in OF_LINE}
    return frame(PlayerOutlook, {**kept, **derived})


def _blended(rows: Frame, line: FloatArray) -> dict[str, FloatArray]:
    blend = _blend_of(rows)
    return {
        "blend_mean": blend.mean,
        "blend_median": blend.median(),
        "blend_p_over": blend.p_over(line),
        "blend_p_under": blend.p_under(line),
    }


def _blend_of(rows: Frame) -> CountMixture:
    names = list(DISTRIBUTION)
    return distribution_of(rows.select([f"blend_{n}" for n in names]).rename_columns(names))


def _numbers(rows: Frame, name: str) -> FloatArray:
    return np.asarray(rows[name].cast("float64").to_numpy())

"""Build what is published for each player and market: champion, blend and recommendation."""

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
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.recommendation import RECOMMENDATIONS, SLOT, recommend
from tipoff.predictions.slate_games import is_quoted_in_time, richest_rows
from tipoff.predictions.system_prediction import (
    DISTRIBUTION,
    IDENTITY,
    INFORMATION,
    distribution_of,
)
from tipoff.raw.settled_name import UNLIMITED_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture

COVERAGE = 0.90
LINE_COLUMNS = (
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
"""The quote and bet columns, which are NULL where no line was known."""
PLAYER_SLOT = ["game_id", "player_id", "prediction_time", "information"]
PLAYER_COLUMNS = ["game_id", "player_id", "player_name", "team_id", "opponent_id", "season", "home"]
"""Columns that identify the player, team, opponent and season."""
BLEND_COLUMNS: dict[str, Column] = {
    "blend_mean": number(
        nullable=True,
        minimum=0,
        maximum=200,
        meaning="mean of the blend with the market; NULL without a line",
    ),
    "blend_median": number(nullable=True, minimum=0, maximum=200),
    "blend_p_over": number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="probability of over the reference line, by the blend",
    ),
    "blend_p_under": number(nullable=True, minimum=0, maximum=1, unit="probability"),
}


LINEUP_COLUMNS: dict[str, Column] = {
    "information": replace(INFORMATION["information"], key=False),
    "p_plays": number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="probability to play at all",
    ),
}
"""What was known of lineups, and the probability to play; all other columns assume playing."""


class PlayerOutlook(
    Schema, columns={**IDENTITY, **LINEUP_COLUMNS, **DISTRIBUTION, **BLEND_COLUMNS}
):
    """The champion's distribution of a player's count, with probabilities and bet at the line."""

    system = text(choices=SYSTEMS, meaning="the market's champion, which has not seen the line")
    as_of = instant(
        unit="UTC",
        meaning="only data known at this time was used, except for the line (the last before"
        " tip-off) and, in the morning, spread and total (of half an hour before tip-off)",
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
    bookmaker = text(nullable=True, meaning="the book of the reference line")
    line = number(nullable=True, minimum=0.5, meaning="reference line; NULL: NO_LINE")
    over_price = number(nullable=True, unit="American odds")
    under_price = number(nullable=True, unit="American odds")
    captured_at = instant(
        nullable=True, unit="UTC", meaning="capture time of the line; NULL: unknown"
    )
    p_over = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="probability of over, by the champion alone",
    )
    p_push = number(nullable=True, minimum=0, maximum=1, unit="probability")
    p_under = number(nullable=True, minimum=0, maximum=1, unit="probability")
    fair_over = number(
        nullable=True, unit="American odds", meaning="fair odds of the over, given no push"
    )
    bet_bookmaker = text(nullable=True, meaning="the book of the bet")
    bet_line = number(
        nullable=True, minimum=0.5, meaning="the line of the bet, a main line at some book"
    )
    bet_side = text(nullable=True, choices=("over", "under"), meaning="the side of the bet")
    bet_price = number(
        nullable=True,
        unit="American odds",
        meaning="price of the bet: the best on offer for that line and side",
    )
    expected_value = number(
        nullable=True, unit="per unit staked", meaning="expected value of the bet, by the blend"
    )
    kelly_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of bankroll",
        meaning="full Kelly stake of the bet; 0: no bet",
    )
    stake_share = number(
        nullable=True,
        minimum=0,
        maximum=0.02,
        unit="share of bankroll",
        meaning="suggested stake: a quarter of Kelly, at most 2 %; 0: PASS",
    )
    recommendation = text(choices=RECOMMENDATIONS, meaning="OVER, UNDER, PASS or NO_LINE")


@table(
    schema=PlayerOutlook,
    reads={"promotion": through(UNLIMITED_DAYS)},
    columns={
        "ml_feature_store": PLAYER_COLUMNS,
        "mean_prediction": [*PLAYER_SLOT, "p_plays"],
        "schedule": ["game_id", "is_final"],
    },
    may_be_empty="at first",
    dates_at_once=DATES_IN_MEMORY,
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
    """Choose the champion per player, market and prediction time, and derive the published row.

    The recommendation is based on the blend, never on a raw difference of points. Only lines quoted
    by the prediction time count (``is_quoted_in_time``); a row without one is NO_LINE and has no
    price or bet.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    predictions = richest_rows(pa.concat_tables([system_prediction, combined_prediction]))
    rows = champion_rows(predictions, champions(predictions, promotion))
    rows = rows.join(mean_prediction, PLAYER_SLOT, join_type="left outer")
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
    return _frame(rows, is_quoted_in_time(rows, schedule))


def champion_rows(predictions: Frame, champion: Mapping[tuple[Any, str], tuple[str, ...]]) -> Frame:
    """Return each slot's row of the first system, in its market's order, that predicts the slot."""
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = ["game_date", "market", "system"]
    candidates = pa.Table.from_pylist(
        [
            dict(zip((*keys, "place"), (*slot, system, place), strict=True))
            for slot, order in champion.items()
            for place, system in enumerate(order)
        ],
        pa.schema([*(predictions.schema.field(name) for name in keys), ("place", pa.int64())]),
    )
    ranked = predictions.join(candidates, keys, join_type="inner")
    best = ranked.group_by(SLOT).aggregate([("place", "min")])
    chosen = ranked.join(best, SLOT, join_type="inner")
    return chosen.filter(pc.equal(chosen["place"], chosen["place_min"]))


def _frame(rows: Frame, has_known_line: BoolArray) -> Frame:
    import pyarrow as pa
    import pyarrow.compute as pc

    outcome = distribution_of(rows)
    line = np.where(has_known_line, _numbers(rows, "line"), np.nan)
    low, high = outcome.interval(COVERAGE)
    p_over, p_under = outcome.sides(line)
    recommendation = rows["recommendation"].fill_null("PASS").to_numpy(zero_copy_only=False)
    derived = {
        "median": outcome.median(),
        "low": low,
        "high": high,
        "line": line,
        "p_over": p_over,
        "p_push": outcome.p_push(line),
        "p_under": p_under,
        "fair_over": fair_american(p_over, p_under),
        "recommendation": np.where(np.isnan(line), "NO_LINE", recommendation),
        **_blended(rows, line),
    }
    columns = {n: rows[n] for n in PlayerOutlook.columns if n in rows.column_names}
    columns |= {n: pc.if_else(pa.array(~np.isnan(line)), rows[n], None) for n in LINE_COLUMNS}
    return frame(PlayerOutlook, {**columns, **derived})


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

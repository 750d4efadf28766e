"""The features that each market's boosters read: store, lineup situation and recent residuals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.market_sets import FEATURES_BY_MARKET
from tipoff.features.situation import SITUATION
from tipoff.predictions.player_residuals import COUNT_COLUMNS, HALF_LIVES

if TYPE_CHECKING:
    from tipoff.domain.markets import Market

MINUTES_COLUMNS = (
    "expected_minutes",
    "minutes_if_plays",
    "p_plays",
    "projected_minutes",
    "team_expected_minutes",
    "minutes_share",
    "minutes_step",
    "projected_team_points",
    "team_total_ratio",
)
MARKET_COLUMNS = {
    "points": (
        "projected_points",
        "projected_points_at_total",
        "points_share",
        "possessions_used_share",
        "opponent_projected_points",
        "opponent_projected_personal_fouls",
    ),
    "rebounds": (
        "projected_rebounds",
        "rebounds_share",
        "rebounds_around",
        "opponent_projected_rebounds",
    ),
    "assists": (
        "projected_assists",
        "assists_share",
        "assists_around",
        "possessions_used_share",
    ),
    "threes": ("projected_threes", "threes_attempted_share", "projected_points"),
    "steals": ("projected_steals",),
    "blocks": ("projected_blocks",),
}
"""Market -> columns of the projection that its boosters read besides minutes."""
MINUTES_RESIDUALS = (
    "minutes_residual_4",
    "minutes_residual_12",
    "minutes_residual_35",
    "minutes_variance_residual_12",
)


def stored_features(market: Market) -> tuple[str, ...]:
    """Return the columns of the feature store that a market's boosters read."""
    return FEATURES_BY_MARKET[market.name]


def projected_features(market: Market) -> tuple[str, ...]:
    """Return the columns of ``player_projection`` that a market's boosters read."""
    return (*SITUATION, *MINUTES_COLUMNS, *MARKET_COLUMNS[market.name])


def residual_features(market: Market) -> tuple[str, ...]:
    """Return the columns of ``player_residuals`` that a market's boosters read."""
    if market.name not in COUNT_COLUMNS:
        return MINUTES_RESIDUALS
    errors = (market.name, f"{market.name}_given_minutes")
    own = (f"{error}_residual_{n}" for error in errors for n in HALF_LIVES[error])
    return (*MINUTES_RESIDUALS, *own)


def features_of_market(market: Market) -> tuple[str, ...]:
    """Return all features that a market's boosters read, in order."""
    return (*stored_features(market), *projected_features(market), *residual_features(market))

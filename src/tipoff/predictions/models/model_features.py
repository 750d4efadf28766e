"""What the boosters of each market read: the store, what the lineup means, and errors of late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.market_sets import FOR_MARKETS
from tipoff.features.situation import SITUATION
from tipoff.predictions.player_residuals import COUNTED, KEPT

if TYPE_CHECKING:
    from tipoff.domain.markets import Market

OF_MINUTES = (
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
OF_MARKET = {
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
"""What is read of the projection besides minutes, by market."""
MINUTES_ERRORS = (
    "minutes_residual_4",
    "minutes_residual_12",
    "minutes_residual_35",
    "minutes_variance_residual_12",
)


def stored_features(market: Market) -> tuple[str, ...]:
    """Return what a market's boosters read of the feature store."""
    return FOR_MARKETS[market.name]


def projected_features(market: Market) -> tuple[str, ...]:
    """Return what a market's boosters read of ``player_projection``."""
    return (*SITUATION, *OF_MINUTES, *OF_MARKET[market.name])


def residual_features(market: Market) -> tuple[str, ...]:
    """Return what a market's boosters read of ``player_residuals``."""
    if market.name not in COUNTED:
        return MINUTES_ERRORS
    errors = (market.name, f"{market.name}_given_minutes")
    own = (f"{error}_residual_{n}" for error in errors for n in KEPT[error])
    return (*MINUTES_ERRORS, *own)


def features_of_market(market: Market) -> tuple[str, ...]:
    """Return all that a market's boosters read, in order."""
    return (*stored_features(market), *projected_features(market), *residual_features(market))

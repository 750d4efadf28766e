"""The features of the store that the boosted models of each market read.

They were selected once, by their gain on seasons up to 2022-23. Each market reads the form and the
rates of its own count; all markets share the features of minutes, load and pace. None of these
features depends on lineups or absences: those that do (``situation`` and ``projection``) are
computed separately for the information set that a row is trained or served with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.domain.markets import SINGLES
from tipoff.features.registry import FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterable

FORM = (
    *(f"minutes_avg_{w}" for w in ("last_3", "last_5", "last_10", "last_20", "season", "recent")),
    "minutes_std_last_10",
    *(f"usage_rate_avg_{w}" for w in ("last_3", "last_10", "last_20", "season", "recent")),
    *(
        f"field_goals_attempted_avg_{w}"
        for w in ("last_5", "last_10", "last_20", "season", "recent")
    ),
    "starts_avg_last_10",
    "starts_avg_season",
    "points_per_minute",
    "minutes_change",
    "recent_trend",
    "games_season",
)
SITUATION = (
    "home",
    "days_rest",
    "opponent_days_rest",
    "days_since_played",
    "games_last_7_days",
    "minutes_last_7_days",
    "minutes_last_14_days",
    "games_since_long_absence",
    "dnp_rate",
    "spread",
    "total",
    "implied_team_total",
    "team_pace_avg_last_10",
    "opponent_pace_avg_last_10",
    "opponent_strength_score",
)
SCORING = (
    *(f"field_goals_made_avg_{w}" for w in ("last_10", "last_20", "season", "recent")),
    *(f"free_throws_made_avg_{w}" for w in ("last_10", "last_20", "season", "recent")),
    "free_throws_attempted_avg_last_10",
    "zone_attempts_last_10",
    "zone_attempts_last_20",
    "points_std_season",
    "threes_attempted_avg_season",
    "shot_zone_mismatch_score",
)
SHARES = ("paint_share_last_20", "above_break_three_share_last_20", "mid_range_share_last_20")
MINUTES_FORM = (
    "start_share",
    "play_share",
    "appear_share",
    "starter_minutes_fast",
    "starter_minutes_slow",
    "bench_minutes_fast",
    "bench_minutes_slow",
    "decayed_minutes",
)
OWN_FEATURES = {
    "points": (
        *SCORING,
        "rate_points",
        "recent_rate_points",
        "rate_possessions_used",
        "expected_points",
        "expected_points_last_3",
        "expected_points_last_8",
        "expected_points_last_25",
        "shooting_luck_last_8",
    ),
    "rebounds": (
        *SHARES,
        "blocks_avg_season",
        "threes_attempted_avg_season",
        "rate_rebounds",
        "recent_rate_rebounds",
        "rate_offensive_rebounds",
    ),
    "assists": (
        "turnovers_avg_season",
        "team_points_avg_last_10",
        *SHARES,
        "rate_assists",
        "recent_rate_assists",
        "rate_possessions_used",
    ),
    "threes": (
        *(
            f"threes_attempted_avg_{w}"
            for w in ("last_5", "last_10", "last_20", "season", "recent")
        ),
        "above_break_three_share_last_20",
        "corner_three_share_last_20",
        "opponent_above_break_three_weakness",
        "opponent_corner_three_weakness",
        "rate_threes_made",
        "rate_threes_attempted",
        "recent_rate_threes_attempted",
        "expected_threes",
        "expected_threes_last_8",
        "expected_threes_last_25",
        "three_share_made",
    ),
    "steals": ("opponent_turnovers_forced_avg_last_10", "turnovers_avg_season", "rate_steals"),
    "blocks": (*SHARES, "rebounds_avg_season", "opponent_paint_weakness", "rate_blocks"),
    "minutes": ("points_avg_last_10", "points_avg_season", "rate_personal_fouls"),
}


def _own_form(market: str) -> Iterable[str]:
    """Yield the form of the market's own count and what the opponent allows of it."""
    windows = ("last_3", "last_5", "last_10", "last_20", "season", "recent", "similar")
    means = (f"{market}_avg_{window}" for window in windows)
    yield from (name for name in means if name in FEATURES)  # rare counts have fewer windows
    yield f"{market}_std_last_10"
    yield from (f"opponent_{m.allowed}_avg_last_10" for m in SINGLES if m.name == market)


FEATURES_BY_MARKET: dict[str, tuple[str, ...]] = {
    market: tuple(dict.fromkeys((*FORM, *_own_form(market), *own, *SITUATION, *MINUTES_FORM)))
    for market, own in OWN_FEATURES.items()
}
"""The features of each market, in order."""

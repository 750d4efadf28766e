"""Which features the boosted models of each market read, before tip-off and in the morning.

Chosen once by what they gain on seasons up to 2022-23. A market reads the form of its own count;
what all counts follow from, which is minutes, role, load, pace and who is out, all read alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.player_pool import PredictionTime
from tipoff.analytics.teammates import TEAMMATES
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
LINEUP = (
    "starting",
    "starting_minutes_avg_last_10",
    "off_bench_minutes_avg_last_10",
    "role_minutes",
    "minutes_rank",
    "teammates_available_points",
    "teammates_starting_minutes",
    "usual_starters_missing_minutes",
    "usage_spike_score",
)
"""Known once lineups and inactive lists are."""
NEWS = tuple(n for n in TEAMMATES if not n.startswith("morning_"))
MORNING_NEWS = tuple(n for n in TEAMMATES if n.startswith("morning_"))
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
OF_MARKET = {
    "points": SCORING,
    "rebounds": (*SHARES, "blocks_avg_season", "threes_attempted_avg_season"),
    "assists": ("turnovers_avg_season", "team_points_avg_last_10", *SHARES),
    "threes": (
        *(
            f"threes_attempted_avg_{w}"
            for w in ("last_5", "last_10", "last_20", "season", "recent")
        ),
        "above_break_three_share_last_20",
        "corner_three_share_last_20",
        "opponent_above_break_three_weakness",
        "opponent_corner_three_weakness",
    ),
    "steals": ("opponent_turnovers_forced_avg_last_10", "turnovers_avg_season"),
    "blocks": (*SHARES, "rebounds_avg_season", "opponent_paint_weakness"),
    "minutes": ("points_avg_last_10", "points_avg_season"),
}
OF_POINTS_LINEUP = ("role_points", "starting_points_avg_last_10", "off_bench_points_avg_last_10")


def _own(market: str) -> Iterable[str]:
    """Yield the form of the count itself, and what the opponent allows of it."""
    windows = ("last_3", "last_5", "last_10", "last_20", "season", "recent", "similar")
    means = (f"{market}_avg_{window}" for window in windows)
    yield from (name for name in means if name in FEATURES)  # what is rare has fewer windows
    yield f"{market}_std_last_10"
    yield from (f"opponent_{m.allowed}_avg_last_10" for m in SINGLES if m.name == market)


def _features(market: str, prediction_time: PredictionTime) -> tuple[str, ...]:
    before_tip = prediction_time is PredictionTime.BEFORE_TIP
    news: tuple[str, ...] = (*LINEUP, *NEWS) if before_tip else MORNING_NEWS
    if before_tip and market == "points":
        news = (*news, *OF_POINTS_LINEUP)
    wanted = (*FORM, *_own(market), *OF_MARKET[market], *SITUATION, *news)
    return tuple(dict.fromkeys(wanted))


def set_name(market: str, prediction_time: PredictionTime) -> str:
    """Return the name of a market's set at a prediction time, such as ``points_before_tip``."""
    return f"{market}_{prediction_time.replace('-', '_')}"


FOR_MARKETS: dict[str, tuple[str, ...]] = {
    set_name(market, prediction_time): _features(market, prediction_time)
    for market in OF_MARKET
    for prediction_time in PredictionTime
}
"""The features of each set, in order."""

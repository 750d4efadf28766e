"""Project expected counts: each player's rates times the expected minutes.

Expected minutes are first scaled towards the team's 240, but only part of the way: with 252
expected minutes in a team, each player's are multiplied by ``(240 / 252) ** 0.7 = 0.966`` and not
by 0.952, since part of the excess belongs to players who will not play.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes, numbers
from tipoff.features.situation import TEAM_MINUTES

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray

MAX_MINUTES, MAX_SCALED_MINUTES = 42.0, 43.0
"""Upper limits of a player's minutes, before and after scaling."""
MIN_PLAYS = 0.05
"""Lower limit of the probability to play by which expected minutes are divided."""
MIN_SCALE, MAX_SCALE, SCALE_EXPONENT = 0.8, 1.3, 0.7
SHARES = ("possessions_used", "points", "rebounds", "assists", "threes_attempted")
TEAMMATE_COUNTS = ("rebounds", "assists")
"""Counts whose rate per 36 minutes of teammates is a feature."""
OPPONENT_COUNTS = ("rebounds", "points", "personal_fouls")
PROJECTION = {
    "expected_minutes": "expected minutes, 0 for a game sat out included",
    "minutes_if_plays": "expected minutes if the player plays",
    "p_plays": "probability that the player plays",
    "projected_minutes": "minutes if the player plays, scaled towards the team's 240",
    "team_expected_minutes": "sum of the team's expected minutes",
    "minutes_share": "share of the team's expected minutes",
    "minutes_step": "minutes if the player plays less usual minutes in today's role",
    "projected_team_points": "sum of the team's expected points",
    "team_total_ratio": "the team's implied total divided by its projected points",
    **{
        f"projected_{n}": f"{n} in the projected minutes"
        for n in ("points", "rebounds", "assists", "threes", "steals", "blocks")
    },
    "projected_points_at_total": "projected points, scaled to the team's implied total",
    **{f"{n}_share": f"share of the team's expected {n.replace('_', ' ')}" for n in SHARES},
    **{f"{n}_around": f"{n} of teammates per 36 minutes" for n in TEAMMATE_COUNTS},
    **{
        f"opponent_projected_{n}": f"expected {n.replace('_', ' ')} of the opponent"
        for n in OPPONENT_COUNTS
    },
}
"""Meaning of each feature that ``projection`` returns, in order."""
MIN_LINE_RATIO, MAX_LINE_RATIO = 0.8, 1.25
"""Limits of the factor by which points are scaled to the implied total."""


def projection(
    pool: pa.Table, out: BoolArray, expected: FloatArray, plays: FloatArray
) -> dict[str, FloatArray]:
    """Return the projections of each row of the pool, by name, arrays of shape (n,).

    Args:
        pool: whole games, with the columns of ``player_rates`` and ``implied_team_total``.
        out: whether a player is known to be out, shape (n,); minutes and counts are then 0.
        expected: expected minutes, in which a game sat out counts as 0, shape (n,).
        plays: probability that the player plays, shape (n,).
    """
    team, game = codes(pool, ("game_id", "team_id")), codes(pool, ("game_id",))
    minutes = np.where(out, 0.0, expected)
    if_plays = np.minimum(minutes / np.maximum(plays, MIN_PLAYS), MAX_MINUTES)
    total = np.bincount(team, minutes)[team]
    scale = np.clip(TEAM_MINUTES / np.maximum(total, 1.0), MIN_SCALE, MAX_SCALE)
    scaled = np.minimum(if_plays * scale**SCALE_EXPONENT, MAX_SCALED_MINUTES)
    rates = projected_rates(pool)
    counts = {f"projected_{n}": rate * scaled for n, rate in rates.items()}
    team_points = np.bincount(team, minutes * rates["points"])[team]
    total_ratio = numbers(pool, "implied_team_total") / np.maximum(team_points, 1.0)
    factor = np.clip(np.nan_to_num(total_ratio, nan=1.0), MIN_LINE_RATIO, MAX_LINE_RATIO)
    return {
        "expected_minutes": minutes,
        "minutes_if_plays": if_plays,
        "p_plays": np.where(out, 0.0, plays),
        "projected_minutes": scaled,
        "team_expected_minutes": total,
        "minutes_share": minutes / np.maximum(total, 1.0),
        "minutes_step": if_plays - numbers(pool, "role_minutes_slow"),
        "projected_team_points": team_points,
        "team_total_ratio": total_ratio,
        **counts,
        "projected_points_at_total": counts["projected_points"] * factor,
        **_of_team(pool, team, game, minutes),
    }


def projected_rates(pool: pa.Table) -> dict[str, FloatArray]:
    """Return the rates per minute for the projections, by market."""
    rate = {n: numbers(pool, f"rate_{n}") for n in ("points", "rebounds", "assists")}
    recent = {n: numbers(pool, f"recent_rate_{n}") for n in rate}
    per_36 = {
        "points": 0.25 * rate["points"]
        + 0.6 * numbers(pool, "expected_points")
        + 0.15 * recent["points"],
        "rebounds": 0.8 * rate["rebounds"] + 0.2 * recent["rebounds"],
        "assists": 0.8 * rate["assists"] + 0.2 * recent["assists"],
        "threes": numbers(pool, "expected_threes"),
        "steals": numbers(pool, "rate_steals"),
        "blocks": numbers(pool, "rate_blocks"),
    }
    return {name: values / 36 for name, values in per_36.items()}


def _of_team(
    pool: pa.Table, team: IntArray, game: IntArray, minutes: FloatArray
) -> dict[str, FloatArray]:
    """Return shares of the team's expected counts, teammates' rates and the opponent's counts."""
    names = dict.fromkeys((*SHARES, *OPPONENT_COUNTS))
    own = {n: minutes * numbers(pool, f"rate_{n}") / 36 for n in names}
    team_sums = {n: np.asarray(np.bincount(team, v)[team], np.float64) for n, v in own.items()}
    team_minutes = np.bincount(team, minutes)[team]
    teammate_rates = {
        f"{n}_around": 36 * (team_sums[n] - own[n]) / np.maximum(team_minutes - minutes, 1.0)
        for n in TEAMMATE_COUNTS
    }
    game_sums = {
        n: np.asarray(np.bincount(game, own[n])[game], np.float64) for n in OPPONENT_COUNTS
    }
    return {
        **{f"{n}_share": own[n] / np.maximum(team_sums[n], 1e-6) for n in SHARES},
        **teammate_rates,
        **{f"opponent_projected_{n}": game_sums[n] - team_sums[n] for n in OPPONENT_COUNTS},
    }

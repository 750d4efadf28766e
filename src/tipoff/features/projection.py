"""From expected minutes to expected counts: each player's rates times the minutes of today.

Expected minutes are first brought to the team's 240. Not all the way: with 252 expected minutes in
a team, each player's are multiplied by ``(240 / 252) ** 0.7 = 0.966`` and not by 0.952, since part
of the excess is in the sum of what is expected of players who will not play.
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
MIN_PLAYS = 0.05
MIN_SCALE, MAX_SCALE, SCALED = 0.8, 1.3, 0.7
SHARES = ("possessions_used", "points", "rebounds", "assists", "threes_attempted")
AROUND = ("rebounds", "assists")
"""What teammates do per 36 minutes, besides a player's share of it."""
OPPOSING = ("rebounds", "points", "personal_fouls")
PROJECTION = {
    "expected_minutes": "games sat out counted as 0",
    "minutes_if_plays": "expected minutes given that the player plays",
    "p_plays": "probability to play",
    "projected_minutes": "minutes if the player plays, brought to the team's 240",
    "team_expected_minutes": "expected minutes of the team, added up",
    "minutes_share": "of the team's expected minutes",
    "minutes_step": "minutes if the player plays, less those in today's role",
    "projected_team_points": "expected points of the team, added up",
    "team_total_ratio": "the team's implied total by its projected points",
    **{
        f"projected_{n}": f"{n} in the projected minutes"
        for n in ("points", "rebounds", "assists", "threes", "steals", "blocks")
    },
    "projected_points_at_total": "points moved towards the team's implied total",
    **{f"{n}_share": f"of the team's expected {n.replace('_', ' ')}" for n in SHARES},
    **{f"{n}_around": f"{n} of teammates per 36 minutes" for n in AROUND},
    **{
        f"opponent_projected_{n}": f"expected {n.replace('_', ' ')} of the opponent"
        for n in OPPOSING
    },
}
"""What ``projection`` returns, in order, and what it means."""
MIN_LINE_RATIO, MAX_LINE_RATIO = 0.8, 1.25


def projection(
    pool: pa.Table, out: BoolArray, expected: FloatArray, plays: FloatArray
) -> dict[str, FloatArray]:
    """Return what is expected of each row of the pool, by name, arrays of shape (n,).

    Args:
        pool: whole games, with the columns of ``player_rates`` and ``implied_team_total``.
        out: who is known to be out, shape (n,); nothing is expected of them.
        expected: minutes, 0 for a game that a player sits out counted in, shape (n,).
        plays: probability to play, shape (n,).
    """
    team, game = codes(pool, ("game_id", "team_id")), codes(pool, ("game_id",))
    minutes = np.where(out, 0.0, expected)
    if_plays = np.minimum(minutes / np.maximum(plays, MIN_PLAYS), MAX_MINUTES)
    total = np.bincount(team, minutes)[team]
    scale = np.clip(TEAM_MINUTES / np.maximum(total, 1.0), MIN_SCALE, MAX_SCALE)
    scaled = np.minimum(if_plays * scale**SCALED, MAX_SCALED_MINUTES)
    rates = projected_rates(pool)
    counts = {f"projected_{n}": rate * scaled for n, rate in rates.items()}
    team_points = np.bincount(team, minutes * rates["points"])[team]
    against_line = numbers(pool, "implied_team_total") / np.maximum(team_points, 1.0)
    moved = np.clip(np.nan_to_num(against_line, nan=1.0), MIN_LINE_RATIO, MAX_LINE_RATIO)
    return {
        "expected_minutes": minutes,
        "minutes_if_plays": if_plays,
        "p_plays": np.where(out, 0.0, plays),
        "projected_minutes": scaled,
        "team_expected_minutes": total,
        "minutes_share": minutes / np.maximum(total, 1.0),
        "minutes_step": if_plays - numbers(pool, "role_minutes_slow"),
        "projected_team_points": team_points,
        "team_total_ratio": against_line,
        **counts,
        "projected_points_at_total": counts["projected_points"] * moved,
        **_of_team(pool, team, game, minutes),
    }


def projected_rates(pool: pa.Table) -> dict[str, FloatArray]:
    """Return the rate per minute that each count is projected with, by market."""
    rate = {n: numbers(pool, f"rate_{n}") for n in ("points", "rebounds", "assists")}
    recent = {n: numbers(pool, f"recent_rate_{n}") for n in rate}
    found = {
        "points": 0.25 * rate["points"]
        + 0.6 * numbers(pool, "expected_points")
        + 0.15 * recent["points"],
        "rebounds": 0.8 * rate["rebounds"] + 0.2 * recent["rebounds"],
        "assists": 0.8 * rate["assists"] + 0.2 * recent["assists"],
        "threes": numbers(pool, "expected_threes"),
        "steals": numbers(pool, "rate_steals"),
        "blocks": numbers(pool, "rate_blocks"),
    }
    return {name: values / 36 for name, values in found.items()}


def _of_team(
    pool: pa.Table, team: IntArray, game: IntArray, minutes: FloatArray
) -> dict[str, FloatArray]:
    """Return a player's share of what the team is expected to do, and what the opponent is."""
    names = dict.fromkeys((*SHARES, *OPPOSING))
    own = {n: minutes * numbers(pool, f"rate_{n}") / 36 for n in names}
    summed = {n: np.asarray(np.bincount(team, v)[team], np.float64) for n, v in own.items()}
    played = np.bincount(team, minutes)[team]
    around = {
        f"{n}_around": 36 * (summed[n] - own[n]) / np.maximum(played - minutes, 1.0) for n in AROUND
    }
    both = {n: np.asarray(np.bincount(game, own[n])[game], np.float64) for n in OPPOSING}
    return {
        **{f"{n}_share": own[n] / np.maximum(summed[n], 1e-6) for n in SHARES},
        **around,
        **{f"opponent_projected_{n}": both[n] - summed[n] for n in OPPOSING},
    }

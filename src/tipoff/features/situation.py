"""What the known lineups mean for each player: role, minutes, and whose minutes are to be had.

All of it is of the players who are not known to be out. Sums over a team are made in the order of
its players, so that a row is the same whatever games are computed with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes, numbers

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.features.known_lineups import Known

TEAM_MINUTES = 240.0
MIN_SCALE, MAX_SCALE = 0.75, 1.6
ROTATION_MINUTES = 14.0
SITUATION = {
    "starting": "1 in the known lineup, 0 not; NULL without a lineup",
    "starters_known": "0 without a lineup, 1 expected, 2 confirmed",
    "absences_known": "0 nobody known to be out, 1 by the injury report, 2 by the inactive list",
    "role_minutes_fast": "minutes in today's role, half-life 4 games",
    "role_minutes_slow": "minutes in today's role, half-life 15 games",
    "plays_prior": "share of such games in which the player played",
    "minutes_prior": "minutes in today's role, scaled to the team's 240",
    "team_minutes_prior": "role minutes of the team's available players, added up",
    "available_players": "players of the team not known to be out",
    "available_rotation": "of those, with more than 14 expected minutes",
    "starters_minutes": "role minutes of the known starters, added up",
    "minutes_place": "available teammates expected to play more",
    "possessions_share": "of the possessions that the available players use",
    "expected_points_prior": "points without luck in the scaled role minutes",
    "newly_out_minutes": "minutes of teammates out who played in the last 12 days",
    "newly_out_points": "points of the same",
    "newly_out_possessions": "possessions used by the same",
    "back_minutes": "minutes of teammates who are back after 12 days and more",
}
"""What ``situation`` returns, in order, and what it means."""
NEWLY_OUT_DAYS = 12
"""A teammate who played so lately and is out leaves minutes that nobody has taken up yet."""


def situation(pool: pa.Table, known: Known) -> dict[str, FloatArray]:
    """Return what the lineup means for each row of the pool, by name, arrays of shape (n,).

    Minutes in today's role are scaled so that the team's add up to 240: with 260 expected minutes
    among those available, each is multiplied by 240 / 260.

    Args:
        pool: whole teams, with the columns of ``player_rates`` and ``player_minutes_form``,
            ``days_since_played`` and ``minutes_avg_last_10``.
        known: who starts and who is out.
    """
    team = codes(pool, ("game_id", "team_id"))
    available = ~known.out
    fast, slow = _role_minutes(pool, known)
    minutes, plays = (fast + slow) / 2, _plays(pool, known)
    weight = minutes * plays * available
    total = _summed(team, weight)
    scale = np.clip(TEAM_MINUTES / np.maximum(total, 100.0), MIN_SCALE, MAX_SCALE)
    scaled = minutes * scale
    used = weight * numbers(pool, "rate_possessions_used")
    return {
        "starting": known.starting,
        "starters_known": np.full(len(team), float(known.information.starters_known)),
        "absences_known": np.full(len(team), float(known.information.absences_known)),
        "role_minutes_fast": fast,
        "role_minutes_slow": slow,
        "plays_prior": plays,
        "minutes_prior": scaled,
        "team_minutes_prior": total,
        "available_players": _summed(team, available.astype(np.float64)),
        "available_rotation": _summed(team, (weight > ROTATION_MINUTES).astype(np.float64)),
        "starters_minutes": _summed(team, np.nan_to_num(known.starting) * minutes),
        "minutes_place": _place(team, weight, available),
        "possessions_share": used / np.maximum(_summed(team, used), 1e-6),
        "expected_points_prior": numbers(pool, "expected_points") * scaled / 36,
        **_left_by_others(pool, team, known),
    }


def _role_minutes(pool: pa.Table, known: Known) -> tuple[FloatArray, FloatArray]:
    """Return minutes in today's role, of both half-lives; without a lineup, by how often he starts.

    Returns:
        Two arrays of shape (n,).
    """
    starts = np.where(np.isnan(known.starting), numbers(pool, "start_share"), known.starting)
    fast, slow = (
        starts * numbers(pool, f"starter_minutes_{speed}")
        + (1 - starts) * numbers(pool, f"bench_minutes_{speed}")
        for speed in ("fast", "slow")
    )
    return fast, slow


def _plays(pool: pa.Table, known: Known) -> FloatArray:
    """Return a first guess of the probability to play, shape (n,)."""
    if not known.information.absences_known:
        return numbers(pool, "appear_share")
    starts = np.where(np.isnan(known.starting), numbers(pool, "start_share"), known.starting)
    return np.asarray(starts + (1 - starts) * numbers(pool, "play_share"))


def _left_by_others(pool: pa.Table, team: IntArray, known: Known) -> dict[str, FloatArray]:
    """Return what teammates who are newly out leave, and what those who are back take."""
    minutes = np.nan_to_num(numbers(pool, "minutes_avg_last_10"))
    away = numbers(pool, "days_since_played")
    newly, back = known.out & (away <= NEWLY_OUT_DAYS), ~known.out & (away > NEWLY_OUT_DAYS)
    per_minute = {n: numbers(pool, f"rate_{n}") / 36 for n in ("points", "possessions_used")}
    parts = {
        "newly_out_minutes": newly * minutes,
        "newly_out_points": newly * minutes * per_minute["points"],
        "newly_out_possessions": newly * minutes * per_minute["possessions_used"],
        "back_minutes": back * minutes,
    }
    return {name: _summed(team, part) - part for name, part in parts.items()}


def _summed(team: IntArray, values: FloatArray) -> FloatArray:
    """Return each row's sum over its team, added up in the order of the rows, shape (n,)."""
    return np.asarray(np.bincount(team, values)[team])


def _place(team: IntArray, weight: FloatArray, available: BoolArray) -> FloatArray:
    """Return how many of the team's available players are expected to play more, shape (n,)."""
    value = np.where(available, weight, -1.0)
    order = np.lexsort((-value, team))
    start = np.searchsorted(team[order], team[order])
    place = np.arange(len(order)) - start
    ties = np.zeros(len(order), np.int64)
    same = (np.diff(value[order]) == 0) & (np.diff(team[order]) == 0)
    first = np.flatnonzero(np.concatenate([[True], ~same]))
    ties[first] = 1
    found = np.empty(len(order))
    found[order] = place[first][np.cumsum(ties) - 1]
    return found

"""Features that follow from the known lineups: each player's role, minutes and vacated minutes.

Team features count the players who are not known to be out. Sums over a team are added up in the
order of its rows, so that a row's values do not depend on which other games are computed with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes, numbers

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.features.known_lineups import KnownLineups

TEAM_MINUTES = 240.0
MIN_SCALE, MAX_SCALE = 0.75, 1.6
ROTATION_MINUTES = 14.0
SITUATION = {
    "starting": "1 in the known lineup, 0 outside it; NULL without a lineup",
    "starters_known": "0 without a lineup, 1 expected, 2 confirmed",
    "absences_known": "source of absences: 0 none, 1 injury report, 2 inactive list",
    "role_minutes_fast": "minutes in today's role, half-life 4 games",
    "role_minutes_slow": "minutes in today's role, half-life 15 games",
    "plays_prior": "share of comparable games in which the player played",
    "minutes_prior": "minutes in today's role, scaled to the team's 240",
    "team_minutes_prior": "sum of the role minutes of the team's available players",
    "available_players": "players of the team not known to be out",
    "available_rotation": "available players with more than 14 expected minutes",
    "starters_minutes": "sum of the role minutes of the known starters",
    "minutes_place": "number of available teammates expected to play more",
    "possessions_share": "share of the possessions that the available players use",
    "expected_points_prior": "points without shooting luck in the scaled role minutes",
    "newly_out_minutes": "minutes of teammates out who played in the last 12 days",
    "newly_out_points": "points of these teammates",
    "newly_out_possessions": "possessions used by these teammates",
    "back_minutes": "minutes of teammates who return after more than 12 days",
}
"""Meaning of each feature that ``situation`` returns, in order."""
NEWLY_OUT_DAYS = 12
"""A teammate who is out but played within this many days is newly out: teammates' form does not yet
reflect who takes over the minutes."""


def situation(pool: pa.Table, known: KnownLineups) -> dict[str, FloatArray]:
    """Return the features that follow from the lineups, by name, arrays of shape (n,).

    Minutes in today's role are scaled so that the team's minutes add up to 240: if the available
    players have 260 expected minutes, each player's are multiplied by 240 / 260.

    Args:
        pool: whole teams, with the columns of ``player_rates`` and ``player_minutes_form``,
            ``days_since_played`` and ``minutes_avg_last_10``.
        known: the known starters and absences.
    """
    team = codes(pool, ("game_id", "team_id"))
    available = ~known.out
    fast, slow = _role_minutes(pool, known)
    minutes, plays = (fast + slow) / 2, _play_probability(pool, known)
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
        "minutes_place": _place_by_minutes(team, weight, available),
        "possessions_share": used / np.maximum(_summed(team, used), 1e-6),
        "expected_points_prior": numbers(pool, "expected_points") * scaled / 36,
        **_vacated(pool, team, known),
    }


def _role_minutes(pool: pa.Table, known: KnownLineups) -> tuple[FloatArray, FloatArray]:
    """Return the expected minutes in today's role, for the fast and the slow half-life.

    Without a lineup, both roles are weighted by how often the player starts.

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


def _play_probability(pool: pa.Table, known: KnownLineups) -> FloatArray:
    """Return a first estimate of the probability that a player plays, shape (n,)."""
    if not known.information.absences_known:
        return numbers(pool, "appear_share")
    starts = np.where(np.isnan(known.starting), numbers(pool, "start_share"), known.starting)
    return np.asarray(starts + (1 - starts) * numbers(pool, "play_share"))


def _vacated(pool: pa.Table, team: IntArray, known: KnownLineups) -> dict[str, FloatArray]:
    """Return what teammates who are newly out leave behind, and the minutes of those who return."""
    minutes = np.nan_to_num(numbers(pool, "minutes_avg_last_10"))
    days_away = numbers(pool, "days_since_played")
    newly = known.out & (days_away <= NEWLY_OUT_DAYS)
    back = ~known.out & (days_away > NEWLY_OUT_DAYS)
    per_minute = {n: numbers(pool, f"rate_{n}") / 36 for n in ("points", "possessions_used")}
    parts = {
        "newly_out_minutes": newly * minutes,
        "newly_out_points": newly * minutes * per_minute["points"],
        "newly_out_possessions": newly * minutes * per_minute["possessions_used"],
        "back_minutes": back * minutes,
    }
    return {name: _summed(team, part) - part for name, part in parts.items()}


def _summed(team: IntArray, values: FloatArray) -> FloatArray:
    """Return the sum over each row's team, added up in the order of the rows, shape (n,)."""
    return np.asarray(np.bincount(team, values)[team])


def _place_by_minutes(team: IntArray, weight: FloatArray, available: BoolArray) -> FloatArray:
    """Return the number of available teammates who are expected to play more, shape (n,).

    Teammates with equal minutes get the same number.
    """
    value = np.where(available, weight, -1.0)
    order = np.lexsort((-value, team))
    start = np.searchsorted(team[order], team[order])
    place = np.arange(len(order)) - start
    starts_group = np.zeros(len(order), np.int64)
    same = (np.diff(value[order]) == 0) & (np.diff(team[order]) == 0)
    first = np.flatnonzero(np.concatenate([[True], ~same]))
    starts_group[first] = 1
    result = np.empty(len(order))
    result[order] = place[first][np.cumsum(starts_group) - 1]
    return result

"""Simulate what each information set would have shown of the lineups of past games.

Final lineups and inactive lists are recorded for past games, but for most of them nothing that was
known earlier. The earlier information is therefore derived from the final lineups by adding the
errors that real sources make. The errors are deterministic: a game always gets the same ones.

- **late scratches**: one in five of the players who are out and played in the last four days is
  missing from the injury report;
- **expected lineups**: half of the teams are expected to start the five players who recently
  started most often among those not reported out, which is right for 89 % of them; the other teams
  are expected to start their real starters. So 94 to 95 % of expected starters do start, as with
  the services that publish expected lineups.

Both shares are assumptions: no source of the recorded seasons states what was known at what time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.features.arrays import codes, flags, numbers

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray

LATE_SHARE = 0.2
"""The share of new absences that are missing from the injury report."""
NEW_ABSENCE_DAYS = 4
"""Largest number of days since the last appearance for an absence to count as new."""
USUAL_LINEUP_SHARE = 0.5
"""The share of teams whose expected lineup is the usual one of their last games."""
LINEUP_SIZE = 5
"""Number of starters of a team."""
LATE_STREAM, USUAL_LINEUP_STREAM = 1, 2
"""Independent random streams, one for late scratches and one for expected lineups."""


@dataclass(frozen=True)
class KnownLineups:
    """The known starters and absences of the rows of the pool, arrays of shape (n,)."""

    information: InformationSet
    starting: FloatArray
    """1 for a starter, 0 for a reserve; NaN where the team has no lineup."""
    out: BoolArray
    """Whether the player is known to be out."""


def known_lineups(pool: pa.Table, information: InformationSet) -> KnownLineups:
    """Return what an information set would have shown of games with recorded final lineups.

    Args:
        pool: with ``game_id``, ``team_id``, ``player_id``, ``starting``, ``out``,
            ``days_since_played``, ``start_share`` and ``starter_minutes_fast``.
        information: the information set to simulate.
    """
    starting, out = numbers(pool, "starting"), flags(pool, "out")
    if information is InformationSet.INACTIVES_KNOWN:
        return KnownLineups(information, starting, out)
    no_lineup = np.full(len(out), np.nan)
    if information is InformationSet.MORNING:
        return KnownLineups(information, no_lineup, np.zeros(len(out), bool))
    late = _late_scratches(pool, out)
    reported = out & ~late
    if information is InformationSet.ABSENCES_REPORTED:
        return KnownLineups(information, no_lineup, reported)
    if information is InformationSet.LINEUPS_EXPECTED:
        starting = _expected_starters(pool, starting, reported, late)
    return KnownLineups(information, starting, reported)


def _late_scratches(pool: pa.Table, out: BoolArray) -> BoolArray:
    """Return whether a player is out but missing from the injury report, shape (n,)."""
    is_new = numbers(pool, "days_since_played") <= NEW_ABSENCE_DAYS
    return (
        out
        & is_new
        & (uniform_draws(game_numbers(pool), numbers(pool, "player_id"), LATE_STREAM) < LATE_SHARE)
    )


def _expected_starters(
    pool: pa.Table, starting: FloatArray, reported: BoolArray, late: BoolArray
) -> FloatArray:
    """Return the expected starters: the usual five for some teams, the real ones for the others.

    A team with a late scratch is always among those with the usual five, since nobody expects the
    change in its lineup.
    """
    team = codes(pool, ("game_id", "team_id"))
    usual = usual_five(pool, team, reported)
    has_late_scratch = np.bincount(team, late)[team] > 0
    is_drawn = (
        uniform_draws(game_numbers(pool), numbers(pool, "team_id"), USUAL_LINEUP_STREAM)
        < USUAL_LINEUP_SHARE
    )
    expected = np.where(is_drawn | has_late_scratch, usual, starting)
    return np.where(np.isnan(starting), np.nan, expected)


def usual_five(pool: pa.Table, team: IntArray, out: BoolArray) -> FloatArray:
    """Return 1 for each team's five most frequent recent starters who are not out, shape (n,).

    Players rank by their share of starts plus a thousandth of their minutes as a starter.
    """
    score = numbers(pool, "start_share") + 1e-3 * numbers(pool, "starter_minutes_fast")
    score = np.where(out, -1.0, score)
    order = np.lexsort((numbers(pool, "player_id"), -score, team))
    first = np.searchsorted(team[order], team[order])
    rank = np.empty(len(order))
    rank[order] = np.arange(len(order)) - first
    return ((rank < LINEUP_SIZE) & ~out).astype(np.float64)


def game_numbers(pool: pa.Table) -> FloatArray:
    """Return each row's ``game_id`` as a number, shape (n,)."""
    ids = pool["game_id"].combine_chunks().dictionary_encode()
    distinct = np.array([float(int(g)) for g in ids.dictionary.to_pylist()])
    return np.asarray(distinct[ids.indices.to_numpy()])


def uniform_draws(first: FloatArray, second: FloatArray, stream: int) -> FloatArray:
    """Return reproducible pseudo-random numbers in [0, 1), shape (n,).

    They depend on the arguments alone, which are mixed by the finaliser of SplitMix64 (Steele, Lea
    & Flood, 2014).
    """
    with np.errstate(over="ignore"):
        mixed = first.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= second.astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F) + np.uint64(stream)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    return np.asarray((mixed >> np.uint64(11)).astype(np.float64) / float(1 << 53))

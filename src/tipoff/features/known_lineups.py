"""Rows of the pool as each information set would have shown them.

Of past games the final lineups and inactive lists are recorded, and of most nothing that was known
earlier. What was known earlier is therefore made from the final word with the errors that sources
really have, always the same ones for a game:

- **late scratches**: one in five of the players who are out and played in the last four days is
  missing from the injury report;
- **expected lineups**: one team in two is expected to start the five who started most of late among
  those not reported out, which is right for 89 % of them; the other teams are expected as they
  started. So 94 to 95 % of expected starters start, as with the services that publish them.

Both shares are assumptions: no source of the recorded seasons has what was known when.
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
"""The share of new absences that the injury report does not have."""
NEW_ABSENCE_DAYS = 4
USUAL_LINEUP_SHARE = 0.5
"""The share of teams whose expected lineup is that of their last games."""
LINEUP = 5
LATE, USUAL_LINEUP = 1, 2
"""Streams of chance: what one decides says nothing of the other."""


@dataclass(frozen=True)
class Known:
    """What is known of each row of the pool, arrays of shape (n,)."""

    information: InformationSet
    starting: FloatArray
    """1 or 0; NaN without a lineup of the team."""
    out: BoolArray
    """Known to be out."""


def as_known(pool: pa.Table, information: InformationSet) -> Known:
    """Return what an information set would have shown of games whose final word is recorded.

    Args:
        pool: with ``game_id``, ``team_id``, ``player_id``, ``starting``, ``out``,
            ``days_since_played``, ``start_share`` and ``starter_minutes_fast``.
        information: what may be known.
    """
    starting, out = numbers(pool, "starting"), flags(pool, "out")
    if information is InformationSet.INACTIVES_KNOWN:
        return Known(information, starting, out)
    nothing = np.full(len(out), np.nan)
    if information is InformationSet.MORNING:
        return Known(information, nothing, np.zeros(len(out), bool))
    late = _late(pool, out)
    reported = out & ~late
    if information is InformationSet.ABSENCES_REPORTED:
        return Known(information, nothing, reported)
    if information is InformationSet.LINEUPS_EXPECTED:
        starting = _expected(pool, starting, reported, late)
    return Known(information, starting, reported)


def _late(pool: pa.Table, out: BoolArray) -> BoolArray:
    """Return who is out without being on the injury report, shape (n,)."""
    lately = numbers(pool, "days_since_played") <= NEW_ABSENCE_DAYS
    return out & lately & (chance(games(pool), numbers(pool, "player_id"), LATE) < LATE_SHARE)


def _expected(
    pool: pa.Table, starting: FloatArray, reported: BoolArray, late: BoolArray
) -> FloatArray:
    """Return the expected starters: the usual five of some teams, the real ones of the others."""
    team = codes(pool, ("game_id", "team_id"))
    usual = usual_five(pool, team, reported)
    unforeseen = np.bincount(team, late)[team] > 0
    drawn = chance(games(pool), numbers(pool, "team_id"), USUAL_LINEUP) < USUAL_LINEUP_SHARE
    expected = np.where(drawn | unforeseen, usual, starting)
    return np.where(np.isnan(starting), np.nan, expected)


def usual_five(pool: pa.Table, team: IntArray, out: BoolArray) -> FloatArray:
    """Return 1 for the five of each team who started most of late and are not out, shape (n,)."""
    score = numbers(pool, "start_share") + 1e-3 * numbers(pool, "starter_minutes_fast")
    score = np.where(out, -1.0, score)
    order = np.lexsort((numbers(pool, "player_id"), -score, team))
    first = np.searchsorted(team[order], team[order])
    place = np.empty(len(order))
    place[order] = np.arange(len(order)) - first
    return ((place < LINEUP) & ~out).astype(np.float64)


def games(pool: pa.Table) -> FloatArray:
    """Return the number in each row's ``game_id``, shape (n,)."""
    ids = pool["game_id"].combine_chunks().dictionary_encode()
    distinct = np.array([float(int(g)) for g in ids.dictionary.to_pylist()])
    return np.asarray(distinct[ids.indices.to_numpy()])


def chance(first: FloatArray, second: FloatArray, stream: int) -> FloatArray:
    """Return numbers in [0, 1) that follow from their arguments alone, shape (n,).

    The arguments are mixed by the finaliser of SplitMix64 (Steele, Lea & Flood, 2014).
    """
    with np.errstate(over="ignore"):
        mixed = first.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= second.astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F) + np.uint64(stream)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    return np.asarray((mixed >> np.uint64(11)).astype(np.float64) / float(1 << 53))

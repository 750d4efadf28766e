"""How long each player plays as a starter and off the bench, and how often he plays at all.

Minutes are kept by role, since a reserve who starts tonight plays a starter's minutes. Each mean is
shrunk to what is usual in the role and, where the player is known in the other role only, to that
role's minutes plus 7 for a start or minus 8 for the bench: a reserve of 20 minutes who has never
started is expected to play ``0.45 * 27 + 0.55 * (20 + 7) = 27`` as a starter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import BoolArray, FloatArray, among, flags, numbers, on_dates
from tipoff.features.decay import Decay, Games, decayed_sums
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Dates, Frame

DECAYS = (Decay(4, 0.5), Decay(15, 0.5))
SPEEDS = ("fast", "slow")
"""Names of the two half-lives, 4 and 15 games in the role."""
SHRINKAGE = np.array([1.5, 2.0])
"""Games at the usual minutes that are added to a mean of each half-life."""
USUAL = {"starter": 27.0, "bench": 14.0}
STEP = {"starter": 7.0, "bench": -8.0}
"""Minutes of a role above those of the other role."""
OTHER_ROLE = 0.55
"""How much of what a mean is shrunk to comes from the player's own other role."""
PLAYS = Decay(8, 0.5)
USUAL_PLAY_SHARE, PLAY_SHRINKAGE = 0.6, 2.0
STARTS = Decay(4, 0.5)
START_SHRINKAGE = 0.5
APPEARS = Decay(3, 0.5)
APPEAR_SHRINKAGE = 1.0
KEYS = ("game_id", "player_id")


def _minutes(meaning: str) -> Column:
    column: Column = number(minimum=-10, maximum=70, unit="minutes", meaning=meaning)
    return column


def _share(meaning: str) -> Column:
    column: Column = number(minimum=0, maximum=1, unit="share of games", meaning=meaning)
    return column


COLUMNS: dict[str, Column] = {
    f"{role}_minutes_{speed}": _minutes(f"expected in that role, half-life {half_life} games")
    for role in USUAL
    for speed, half_life in zip(SPEEDS, (4, 15), strict=True)
}


class PlayerMinutesForm(Schema, columns=COLUMNS):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    start_share = _share("of the games he played, those he started, half-life 4")
    play_share = _share("of the games he was free to come off the bench, those he played")
    appear_share = _share("of the games he was in the pool of, those he played, half-life 3")


@table(
    schema=PlayerMinutesForm,
    reads={"player_pool": through(YEAR), "player_game_summary": past(YEAR)},
    columns={
        "player_pool": ["game_id", "game_date", "player_id", "season", "last_out", "last_starting"],
        "player_game_summary": [*KEYS, "game_date", "season", "starter", "seconds"],
    },
    may_be_empty="at first",
)
def player_minutes_form(player_pool: Frame, player_game_summary: Frame, dates: Dates) -> Frame:
    """Compute minutes by role, and shares of games, over the year before each game."""
    rows = on_dates(player_pool, dates)
    coming, played = Games.of(rows), Games.of(player_game_summary)
    started = flags(player_game_summary, "starter")
    minutes = numbers(player_game_summary, "seconds") / 60
    starts = decayed_sums(coming, played, np.stack([started, np.ones(len(started))], 1), [STARTS])
    return frame(
        PlayerMinutesForm,
        {
            **{n: rows[n] for n in ("game_id", "game_date", "player_id")},
            **_by_role(coming, played, started, minutes),
            "start_share": starts[:, 0, 0] / (starts[:, 0, 1] + START_SHRINKAGE),
            **_shares_played(coming, player_pool, player_game_summary),
        },
    )


def _by_role(
    coming: Games, played: Games, started: BoolArray, minutes: FloatArray
) -> dict[str, FloatArray]:
    sums = {}
    for role, rows in (("starter", started), ("bench", ~started)):
        values = np.stack([minutes[rows], np.ones(int(rows.sum()))], axis=1)
        sums[role] = decayed_sums(coming, played[rows], values, DECAYS)
    made: dict[str, FloatArray] = {}
    for role, other in (("starter", "bench"), ("bench", "starter")):
        total, games = sums[role][:, :, 0], sums[role][:, :, 1]
        known = sums[other][:, :, 1] > 0
        elsewhere = sums[other][:, :, 0] / np.where(known, sums[other][:, :, 1], 1.0) + STEP[role]
        mixed = (1 - OTHER_ROLE) * USUAL[role] + OTHER_ROLE * elsewhere
        usual = np.where(known, mixed, USUAL[role])
        mean = (total + SHRINKAGE * usual) / (games + SHRINKAGE)
        made |= {f"{role}_minutes_{speed}": mean[:, i] for i, speed in enumerate(SPEEDS)}
    return made


def _shares_played(
    coming: Games, player_pool: Frame, player_game_summary: Frame
) -> dict[str, FloatArray]:
    """Return how often players appeared: of all games, and of those they came off the bench in."""
    one_each = player_pool
    games = Games.of(one_each)
    appeared = among(one_each, player_game_summary).astype(np.float64)
    both = np.stack([appeared, np.ones(len(appeared))], axis=1)
    free = ~flags(one_each, "last_out") & ~flags(one_each, "last_starting")
    off_bench = decayed_sums(coming, games[free], both[free], [PLAYS])[:, 0]
    in_all = decayed_sums(coming, games, both, [APPEARS])[:, 0]
    return {
        "play_share": (off_bench[:, 0] + USUAL_PLAY_SHARE * PLAY_SHRINKAGE)
        / (off_bench[:, 1] + PLAY_SHRINKAGE),
        "appear_share": (in_all[:, 0] + USUAL_PLAY_SHARE * APPEAR_SHRINKAGE)
        / (in_all[:, 1] + APPEAR_SHRINKAGE),
    }

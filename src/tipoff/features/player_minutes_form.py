"""Each player's minutes as a starter and off the bench, and how often the player plays at all.

Minutes are kept by role, since a reserve who starts tonight plays a starter's minutes. Each mean is
shrunk to a prior, the usual minutes of the role. If the player has games in the other role, the
prior is mixed with the mean there, plus 7 minutes for a start or minus 8 for the bench: a reserve
with 20 minutes who has never started is expected to play ``0.45 * 27 + 0.55 * (20 + 7) = 27``
minutes as a starter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import BoolArray, FloatArray, flags, has_row_in, numbers, on_dates
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
"""Names of the two half-lives: 4 and 15 games in the role."""
SHRINKAGE = np.array([1.5, 2.0])
"""Games at the prior minutes that are added to the mean of each half-life."""
USUAL_MINUTES = {"starter": 27.0, "bench": 14.0}
ROLE_STEP = {"starter": 7.0, "bench": -8.0}
"""Minutes in a role less those in the other role."""
OTHER_ROLE_WEIGHT = 0.55
"""Weight of the player's minutes in the other role within the prior."""
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
    for role in USUAL_MINUTES
    for speed, half_life in zip(SPEEDS, (4, 15), strict=True)
}


class PlayerMinutesForm(Schema, columns=COLUMNS):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    start_share = _share("games started of the games played, half-life 4")
    play_share = _share("games played of those in which the player was neither out nor starting")
    appear_share = _share("games played of those with the player in the pool, half-life 3")


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
    """Compute minutes by role and shares of games played, over the year before each game."""
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
    means: dict[str, FloatArray] = {}
    for role, other in (("starter", "bench"), ("bench", "starter")):
        total, games = sums[role][:, :, 0], sums[role][:, :, 1]
        known = sums[other][:, :, 1] > 0
        elsewhere = (
            sums[other][:, :, 0] / np.where(known, sums[other][:, :, 1], 1.0) + ROLE_STEP[role]
        )
        mixed = (1 - OTHER_ROLE_WEIGHT) * USUAL_MINUTES[role] + OTHER_ROLE_WEIGHT * elsewhere
        prior = np.where(known, mixed, USUAL_MINUTES[role])
        mean = (total + SHRINKAGE * prior) / (games + SHRINKAGE)
        means |= {f"{role}_minutes_{speed}": mean[:, i] for i, speed in enumerate(SPEEDS)}
    return means


def _shares_played(
    coming: Games, player_pool: Frame, player_game_summary: Frame
) -> dict[str, FloatArray]:
    """Return shares of games played: of all games, and of those without an absence or a start."""
    games = Games.of(player_pool)
    appeared = has_row_in(player_pool, player_game_summary).astype(np.float64)
    played_and_all = np.stack([appeared, np.ones(len(appeared))], axis=1)
    is_reserve = ~flags(player_pool, "last_out") & ~flags(player_pool, "last_starting")
    off_bench = decayed_sums(coming, games[is_reserve], played_and_all[is_reserve], [PLAYS])[:, 0]
    overall = decayed_sums(coming, games, played_and_all, [APPEARS])[:, 0]
    return {
        "play_share": (off_bench[:, 0] + USUAL_PLAY_SHARE * PLAY_SHRINKAGE)
        / (off_bench[:, 1] + PLAY_SHRINKAGE),
        "appear_share": (overall[:, 0] + USUAL_PLAY_SHARE * APPEAR_SHRINKAGE)
        / (overall[:, 1] + APPEAR_SHRINKAGE),
    }

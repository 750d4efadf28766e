"""The shots of simulated games, and their rows in the shot chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import IntArray, Players, Teams

ZONE_NAMES = np.array(
    ["Restricted Area", "In The Paint (Non-RA)", "Mid-Range", "Left Corner 3", "Above the Break 3"]
)
ZONE_FEET = np.array([2, 8, 15, 22, 25])


def shot_columns(
    box_scores: BoxScores, played: int, random: np.random.Generator
) -> dict[str, IntArray]:
    """Return all attempts of finished games in order of game and time, as one array per column.

    Args:
        box_scores: the box scores of the season.
        played: the number of finished games.
        random: generator for the time and place of each shot.
    """
    sides = 2 * played
    attempts, makes = box_scores.attempts[:sides], box_scores.makes[:sides]
    side, place, zone = np.nonzero(attempts)
    repeats = attempts[side, place, zone]
    nth = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    made_count = np.repeat(makes[side, place, zone], repeats)
    side, place, zone = (np.repeat(v, repeats) for v in (side, place, zone))
    clock = random.integers(0, 4 * 720, len(side))
    angle = random.uniform(0.1, np.pi - 0.1, len(side))
    feet = ZONE_FEET[zone] + random.integers(0, 3, len(side))
    order = np.lexsort((clock, side // 2))
    columns = {
        "team": box_scores.team[side],
        "game": side // 2,
        "player": box_scores.player[side, place],
        "zone": zone,
        "made": (nth < made_count).astype(np.int64),
        "clock": clock,
        "feet": feet,
        "x": np.where(zone == 3, 225, np.cos(angle) * feet * 10).astype(np.int64),
        "y": np.where(zone == 3, 20, np.sin(angle) * feet * 10).astype(np.int64),
    }
    return {name: values[order] for name, values in columns.items()}


def shot_rows(
    box_scores: BoxScores, teams: Teams, players: Players, columns: dict[str, list[int]]
) -> list[list[Any]]:
    """Return attempts as rows of the shot chart, under ``SHOT_HEADERS``."""
    fixtures, codes = box_scores.fixtures, teams.codes
    rows = []
    for team, game, player, zone, went_in, clock, feet, x, y in zip(*columns.values(), strict=True):
        left = 719 - clock % 720
        three = zone >= 3
        rows.append(
            [
                "Shot Chart Detail",
                fixtures.ids[game],
                None,
                int(players.ids[player]),
                players.names[player],
                int(teams.ids[team]),
                f"{teams.cities[team]} {teams.names[team]}",
                clock // 720 + 1,
                left // 60,
                left % 60,
                "Made Shot" if went_in else "Missed Shot",
                "Jump Shot",
                "3PT Field Goal" if three else "2PT Field Goal",
                str(ZONE_NAMES[zone]),
                "Center",
                "24+ ft." if three else "Less Than 24 ft.",
                feet,
                x,
                y,
                1,
                went_in,
                f"{fixtures.dates[game]:%Y%m%d}",
                codes[int(fixtures.home[game])],
                codes[int(fixtures.away[game])],
            ]
        )
    return rows

"""Field goals of simulated games in the live feed's format, with assists, blocks and and-ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.simulation.league.games import ASSISTS, BLOCKS
from tipoff.simulation.league.shots import ZONE_NAMES
from tipoff.simulation.league.wire_form import json_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import IntArray, Players, Teams

AND_ONE_CHANCE = 0.05


def plays(
    box_scores: BoxScores,
    teams: Teams,
    players: Players,
    shots: dict[str, IntArray],
    random: np.random.Generator,
) -> Iterator[tuple[str, bytes]]:
    """Yield ``playbyplay`` of each game that has shots: (game id, body).

    Each player's assists and blocks are those of the box score, as far as the teammates' makes and
    the opponents' misses allow.

    Args:
        box_scores: the box scores of the season.
        teams: provides the teams' ids.
        players: provides the players' ids.
        shots: columns ``game``, ``team``, ``player``, ``zone``, ``made`` and ``clock``, by game.
        random: generator for the choice of passers and blockers.
    """
    ends = np.flatnonzero(np.diff(shots["game"], append=-1)) + 1
    start = 0
    for end in ends.tolist():
        game = int(shots["game"][start])
        attempts = {name: values[start:end].tolist() for name, values in shots.items()}
        actions = _actions(box_scores, teams, players, game, attempts, random)
        document = {"gameId": box_scores.fixtures.ids[game], "actions": actions}
        yield box_scores.fixtures.ids[game], json_body({"game": document})
        start = end


def _actions(
    box_scores: BoxScores,
    teams: Teams,
    players: Players,
    game: int,
    attempts: dict[str, list[int]],
    random: np.random.Generator,
) -> list[dict[str, Any]]:
    passer, blocker = _credited(box_scores, game, attempts, random)
    sides = slice(2 * game, 2 * game + 2)
    free = dict(
        zip(
            box_scores.player[sides].ravel().tolist(),
            box_scores.free_throws_made[sides].ravel().tolist(),
            strict=True,
        )
    )
    lucky = (random.random(len(attempts["made"])) < AND_ONE_CHANCE).tolist()
    actions: list[dict[str, Any]] = []
    for shot, (team, player, zone, went_in, clock) in enumerate(
        zip(*(attempts[n] for n in ("team", "player", "zone", "made", "clock")), strict=True)
    ):
        common = {
            "clock": _clock(clock),
            "period": clock // 720 + 1,
            "teamId": int(teams.ids[team]),
            "personId": int(players.ids[player]),
        }
        credit = {
            name: int(players.ids[by[shot]])
            for name, by in (("assistPersonId", passer), ("blockPersonId", blocker))
            if shot in by
        }
        actions.append(
            {
                **common,
                **credit,
                "actionNumber": len(actions) + 1,
                "actionType": "3pt" if zone >= 3 else "2pt",
                "subType": "Jump Shot",
                "area": str(ZONE_NAMES[zone]),
                "shotResult": "Made" if went_in else "Missed",
            }
        )
        if went_in and lucky[shot] and free.get(player, 0):
            free[player] -= 1
            actions.append(
                {
                    **common,
                    "actionNumber": len(actions) + 1,
                    "actionType": "freethrow",
                    "subType": "1 of 1",
                    "shotResult": "Made",
                }
            )
    return actions


def _credited(
    box_scores: BoxScores, game: int, attempts: dict[str, list[int]], random: np.random.Generator
) -> tuple[dict[int, int], dict[int, int]]:
    """Return the passer of each assisted shot and the blocker of each blocked one, by shot."""
    passer: dict[int, int] = {}
    blocker: dict[int, int] = {}
    for side in (2 * game, 2 * game + 1):
        own = int(box_scores.team[side])
        for player, counts in zip(
            box_scores.player[side].tolist(), box_scores.counts[side], strict=True
        ):
            scored = [
                s
                for s, t in enumerate(attempts["team"])
                if t == own
                and attempts["made"][s]
                and attempts["player"][s] != player
                and s not in passer
            ]
            missed = [
                s
                for s, t in enumerate(attempts["team"])
                if t != own and not attempts["made"][s] and s not in blocker
            ]
            passer |= dict.fromkeys(_some(scored, int(counts[ASSISTS]), random), player)
            blocker |= dict.fromkeys(_some(missed, int(counts[BLOCKS]), random), player)
    return passer, blocker


def _some(shots: list[int], count: int, random: np.random.Generator) -> list[int]:
    if not count:
        return []
    return [int(s) for s in random.permutation(shots)[:count]]


def _clock(second: int) -> str:
    left = 719 - second % 720
    return f"PT{left // 60:02d}M{left % 60:02d}.00S"

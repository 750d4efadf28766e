"""The simulated league's daily lineups: expected in the morning, confirmed before tip-off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.league_time import EASTERN
from tipoff.simulation.league.wire_form import json_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import Players, Teams

EXPECTED, CONFIRMED = "Expected", "Confirmed"
CAPTURE_TIMES = {EXPECTED: time(9, 30), CONFIRMED: time(18, 35)}
"""Capture times, US Eastern: over eight hours, and under half an hour, before the first tip-off."""
POSITIONS = ("PG", "SG", "SF", "PF", "C")
DAYS = 14
"""Default number of dates with lineups, up to that of the coming slate."""


def daily_lineups(
    box_scores: BoxScores, teams: Teams, players: Players, through: date, days: int = DAYS
) -> Iterator[tuple[date, datetime, bytes]]:
    """Yield two snapshots per date: (date, capture time, body).

    The expected starters of a team are those of its last game. The confirmed lineup has the actual
    starters and everyone's roster status.
    """
    by_date: dict[date, list[int]] = {}
    for game, day in enumerate(box_scores.fixtures.dates):
        if through - timedelta(days) < day <= through:
            by_date.setdefault(day, []).append(game)
    for day, games in by_date.items():
        for status, at in CAPTURE_TIMES.items():
            listed = [_game(box_scores, teams, players, game, status) for game in games]
            captured_at = datetime.combine(day, at, EASTERN).astimezone(UTC)
            yield day, captured_at, json_body({"games": listed})


def _game(
    box_scores: BoxScores, teams: Teams, players: Players, game: int, status: str
) -> dict[str, Any]:
    home, away = (
        _team(box_scores, teams, players, side, status) for side in (2 * game, 2 * game + 1)
    )
    return {
        "gameId": box_scores.fixtures.ids[game],
        "gameStatus": 1,
        "gameStatusText": "",
        "homeTeam": home,
        "awayTeam": away,
    }


def _team(
    box_scores: BoxScores, teams: Teams, players: Players, side: int, status: str
) -> dict[str, Any]:
    team = int(box_scores.team[side])
    lineup_side = _last_side(box_scores, side) if status == EXPECTED else side
    starters = box_scores.player[lineup_side][box_scores.starter[lineup_side]].tolist()
    others = (
        [] if status == EXPECTED else box_scores.player[side][~box_scores.starter[side]].tolist()
    )
    out = (
        [] if status == EXPECTED else box_scores.player[side][~box_scores.available[side]].tolist()
    )
    listed = [
        _player(players, member, status, position, member in out)
        for member, position in zip(
            [*starters, *others], [*POSITIONS, *("" for _ in others)], strict=True
        )
    ]
    return {
        "teamId": int(teams.ids[team]),
        "teamAbbreviation": teams.codes[team],
        "players": listed,
    }


def _last_side(box_scores: BoxScores, side: int) -> int:
    """Return the side of a team's previous game; this side, if the game is the team's first."""
    before = np.flatnonzero(box_scores.team[: side - side % 2] == box_scores.team[side])
    return int(before[-1]) if len(before) else side


def _player(players: Players, member: int, status: str, position: str, out: bool) -> dict[str, Any]:
    name = players.names[member]
    first, _, last = name.partition(" ")
    return {
        "personId": int(players.ids[member]),
        "firstName": first,
        "lastName": last,
        "playerName": name,
        "lineupStatus": status,
        "position": position,
        "rosterStatus": "Inactive" if out else "Active",
    }

"""The simulated league's daily lineups: expected in the morning, confirmed before tip-off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.league_time import EASTERN
from tipoff.simulation.league.wire_form import json_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import Players, Teams

EXPECTED, CONFIRMED = "Expected", "Confirmed"
CAPTURED = {EXPECTED: time(9, 30), CONFIRMED: time(18, 35)}
"""US Eastern: more than eight hours before the first game's tip-off, and less than half of one."""
POSITIONS = ("PG", "SG", "SF", "PF", "C")
DAYS = 14
"""How many dates up to that of the slate to come have lineups by default."""


def daily_lineups(
    made: Played, teams: Teams, players: Players, through: date, days: int = DAYS
) -> Iterator[tuple[date, datetime, bytes]]:
    """Yield two snapshots of each date: (date, when captured, body).

    A team expects the starters of its last game, and confirms those of the game itself, with the
    roster status of everyone.
    """
    by_date: dict[date, list[int]] = {}
    for game, day in enumerate(made.fixtures.dates):
        if through - timedelta(days) < day <= through:
            by_date.setdefault(day, []).append(game)
    for day, games in by_date.items():
        for status, at in CAPTURED.items():
            listed = [_game(made, teams, players, game, status) for game in games]
            captured_at = datetime.combine(day, at, EASTERN).astimezone(UTC)
            yield day, captured_at, json_body({"games": listed})


def _game(made: Played, teams: Teams, players: Players, game: int, status: str) -> dict[str, Any]:
    home, away = (_team(made, teams, players, side, status) for side in (2 * game, 2 * game + 1))
    return {
        "gameId": made.fixtures.ids[game],
        "gameStatus": 1,
        "gameStatusText": "",
        "homeTeam": home,
        "awayTeam": away,
    }


def _team(made: Played, teams: Teams, players: Players, side: int, status: str) -> dict[str, Any]:
    team = int(made.team[side])
    of = _last_side(made, side) if status == EXPECTED else side
    starters = made.player[of][made.starter[of]].tolist()
    others = [] if status == EXPECTED else made.player[side][~made.starter[side]].tolist()
    out = [] if status == EXPECTED else made.player[side][~made.available[side]].tolist()
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


def _last_side(made: Played, side: int) -> int:
    """Return the side of a team's game before this one; this one, if it is the first."""
    before = np.flatnonzero(made.team[: side - side % 2] == made.team[side])
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

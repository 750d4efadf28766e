"""What surrounds the simulated games: rosters with birth dates, and editions of injury reports."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import numpy as np

from tipoff.simulation.league.wire_form import LEAGUE, result_body
from tipoff.sources.injuries.injury_report import HEADER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import Players, Teams

ROSTER_HEADERS = ("TeamID", "SEASON", "LeagueID", "PLAYER", "POSITION", "BIRTH_DATE", "PLAYER_ID")
MORNING, EVENING = "09_30AM", "05_30PM"
SAID_OF_OUT = {"Out": 0.7, "Doubtful": 0.2, "Questionable": 0.1}
LISTED_FIT = 0.05
"""Share of those who will dress that a morning's edition lists as questionable."""


def rosters(made: Played, teams: Teams, players: Players) -> Iterator[tuple[int, bytes]]:
    """Yield ``commonteamroster`` of each team: (team id, body) of all who were with it."""
    season = made.fixtures.label[:4]
    for place, team_id in enumerate(teams.ids.tolist()):
        members = np.unique(made.player[made.team == place]).tolist()
        rows = [
            [
                team_id,
                season,
                LEAGUE,
                players.names[m],
                "G-F",
                f"{players.born[m]:%b %d, %Y}".upper(),
                int(players.ids[m]),
            ]
            for m in members
        ]
        parameters = {"LeagueID": LEAGUE, "Season": made.fixtures.label, "TeamID": team_id}
        yield (
            team_id,
            result_body("commonteamroster", parameters, "CommonTeamRoster", ROSTER_HEADERS, rows),
        )


def injury_reports(
    made: Played, teams: Teams, players: Players, games: int, seed: int
) -> Iterator[tuple[str, bytes]]:
    """Yield two editions for each date of the first games: (edition, CSV).

    The morning's is unsure of some; in the evening's everyone who will not dress is out.
    """
    random = np.random.default_rng([seed, 2, int(made.fixtures.label[:4])])
    by_date: dict[date, list[int]] = {}
    for game in range(games):
        by_date.setdefault(made.fixtures.dates[game], []).append(game)
    for day, of_day in by_date.items():
        sides = [side for game in of_day for side in (2 * game, 2 * game + 1)]
        for edition in (MORNING, EVENING):
            rows = list(_listed(made, teams, players, sides, edition == MORNING, random))
            yield f"{day}_{edition}", _csv(f"{day:%m/%d/%Y}", rows)


def _listed(
    made: Played,
    teams: Teams,
    players: Players,
    sides: list[int],
    unsure: bool,
    random: np.random.Generator,
) -> Iterator[tuple[str, str, str]]:
    """Yield (team, player, status) for those an edition lists."""
    words, chances = list(SAID_OF_OUT), list(SAID_OF_OUT.values())
    for side in sides:
        place = int(made.team[side])
        team = f"{teams.cities[place]} {teams.names[place]}"
        for member, fit in zip(made.player[side].tolist(), made.available[side], strict=True):
            if not fit:
                word = str(random.choice(words, p=chances)) if unsure else "Out"
            elif unsure and random.random() < LISTED_FIT:
                word = "Questionable"
            else:
                continue
            first, _, last = players.names[member].partition(" ")
            yield team, f"{last}, {first}", word


def _csv(day: str, rows: list[tuple[str, str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows((day, *row, "Injury/Illness - Simulated", 1) for row in rows)
    return text.getvalue().encode()

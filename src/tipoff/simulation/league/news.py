"""Rosters with birth dates, and editions of the injury report, of the simulated league."""

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

    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import Players, Teams

ROSTER_HEADERS = ("TeamID", "SEASON", "LeagueID", "PLAYER", "POSITION", "BIRTH_DATE", "PLAYER_ID")
MORNING, EVENING = "09_30AM", "05_30PM"
OUT_STATUS_CHANCES = {"Out": 0.7, "Doubtful": 0.2, "Questionable": 0.1}
"""Chances of the statuses that the morning edition gives to unavailable players."""
QUESTIONABLE_SHARE = 0.05
"""Share of available players whom the morning edition lists as questionable."""


def rosters(box_scores: BoxScores, teams: Teams, players: Players) -> Iterator[tuple[int, bytes]]:
    """Yield ``commonteamroster`` of each team: (team id, body); with all players of the season."""
    season = box_scores.fixtures.label[:4]
    for place, team_id in enumerate(teams.ids.tolist()):
        members = np.unique(box_scores.player[box_scores.team == place]).tolist()
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
        parameters = {"LeagueID": LEAGUE, "Season": box_scores.fixtures.label, "TeamID": team_id}
        yield (
            team_id,
            result_body("commonteamroster", parameters, "CommonTeamRoster", ROSTER_HEADERS, rows),
        )


def injury_reports(
    box_scores: BoxScores, teams: Teams, players: Players, games: int, seed: int
) -> Iterator[tuple[str, bytes]]:
    """Yield two editions for each date of the first ``games`` games: (edition, CSV).

    The morning edition has uncertain statuses; the evening edition lists all unavailable players
    as out.
    """
    random = np.random.default_rng([seed, 2, int(box_scores.fixtures.label[:4])])
    by_date: dict[date, list[int]] = {}
    for game in range(games):
        by_date.setdefault(box_scores.fixtures.dates[game], []).append(game)
    for day, of_day in by_date.items():
        sides = [side for game in of_day for side in (2 * game, 2 * game + 1)]
        for edition in (MORNING, EVENING):
            rows = list(_listed(box_scores, teams, players, sides, edition == MORNING, random))
            yield f"{day}_{edition}", _csv(f"{day:%m/%d/%Y}", rows)


def _listed(
    box_scores: BoxScores,
    teams: Teams,
    players: Players,
    sides: list[int],
    unsure: bool,
    random: np.random.Generator,
) -> Iterator[tuple[str, str, str]]:
    """Yield (team, player, status) for the players whom an edition lists."""
    statuses, chances = list(OUT_STATUS_CHANCES), list(OUT_STATUS_CHANCES.values())
    for side in sides:
        place = int(box_scores.team[side])
        team = f"{teams.cities[place]} {teams.names[place]}"
        for member, fit in zip(
            box_scores.player[side].tolist(), box_scores.available[side], strict=True
        ):
            if not fit:
                status = str(random.choice(statuses, p=chances)) if unsure else "Out"
            elif unsure and random.random() < QUESTIONABLE_SHARE:
                status = "Questionable"
            else:
                continue
            first, _, last = players.names[member].partition(" ")
            yield team, f"{last}, {first}", status


def _csv(day: str, rows: list[tuple[str, str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows((day, *row, "Injury/Illness - Simulated", 1) for row in rows)
    return text.getvalue().encode()

"""The simulated season in the formats of the real services, labelled as simulated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.simulation.league.box_lines import box_lines, team_lines, with_shares
from tipoff.simulation.league.headers import (
    PLAYER_HEADERS,
    SHOT_HEADERS,
    STATISTICS,
    TEAM_HEADERS,
)
from tipoff.simulation.league.shots import shot_columns, shot_rows
from tipoff.simulation.league.wire_form import LEAGUE, json_body, result_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import Players, Teams

FINAL, SCHEDULED = 3, 1
FIRST_UNDECIDED_ID = 90_001
"""First number in the ids of games whose teams are not decided."""
COACH = "DNP - Coach's Decision"


class SeasonWire:
    """One season's responses; games from index ``played`` on are still to come."""

    def __init__(self, box_scores: BoxScores, teams: Teams, players: Players, played: int) -> None:
        self._box_scores = box_scores
        self._teams = teams
        self._players = players
        self._played = played
        self._fixtures = box_scores.fixtures
        self._lines = box_lines(box_scores)
        self._team_lines = team_lines(self._lines, box_scores)

    def schedule(self) -> bytes:
        """Return ``scheduleleaguev2`` with every game, played or to come."""
        days: dict[str, list[dict[str, Any]]] = {}
        for game, day in enumerate(self._fixtures.dates):
            days.setdefault(f"{day:%m/%d/%Y} 00:00:00", []).append(self._scheduled(game))
        if self._played < len(self._fixtures.ids):
            days[next(reversed(days))] += [self._undecided(number) for number in range(2)]
        return json_body(
            {
                "meta": {"version": 1},
                "leagueSchedule": {
                    "seasonYear": self._fixtures.label,
                    "leagueId": LEAGUE,
                    "gameDates": [{"gameDate": day, "games": games} for day, games in days.items()],
                },
            }
        )

    def game_log(self, who: str) -> bytes:
        """Return ``leaguegamelog`` of players (P) or teams (T)."""
        rows = self._player_rows() if who == "P" else self._team_rows()
        headers = PLAYER_HEADERS if who == "P" else TEAM_HEADERS
        parameters = {"LeagueID": LEAGUE, "Season": self._fixtures.label, "PlayerOrTeam": who}
        return result_body("leaguegamelog", parameters, "LeagueGameLog", headers, list(rows))

    def shots(self, random: np.random.Generator) -> Iterator[tuple[int, bytes]]:
        """Yield ``shotchartdetail`` of each team: (team id, body)."""
        columns = shot_columns(self._box_scores, self._played, random)
        for place, team_id in enumerate(self._teams.ids.tolist()):
            mine = np.flatnonzero(columns["team"] == place)
            own = {name: values[mine].tolist() for name, values in columns.items()}
            rows = shot_rows(self._box_scores, self._teams, self._players, own)
            parameters = {"LeagueID": LEAGUE, "Season": self._fixtures.label, "TeamID": team_id}
            yield (
                team_id,
                result_body("shotchartdetail", parameters, "Shot_Chart_Detail", SHOT_HEADERS, rows),
            )

    def box_scores(self) -> Iterator[tuple[str, bytes]]:
        """Yield ``boxscoretraditionalv3`` of each game played: (game id, body)."""
        for game in range(self._played):
            sides = [self._box_side(2 * game), self._box_side(2 * game + 1)]
            yield (
                self._fixtures.ids[game],
                json_body(
                    {
                        "meta": {"version": 1},
                        "boxScoreTraditional": {
                            "gameId": self._fixtures.ids[game],
                            "homeTeamId": sides[0]["teamId"],
                            "homeTeam": sides[0],
                            "awayTeamId": sides[1]["teamId"],
                            "awayTeam": sides[1],
                        },
                    }
                ),
            )

    def summaries(self) -> Iterator[tuple[str, bytes]]:
        """Yield ``boxscoresummaryv3`` of each game played: (game id, body with inactive lists).

        The list of a game to come is published half an hour before its tip-off at the earliest.
        """
        for game in range(self._played):
            home, away = (self._summary_side(side) for side in (2 * game, 2 * game + 1))
            game_id = self._fixtures.ids[game]
            summary = {"gameId": game_id, "homeTeam": home, "awayTeam": away}
            yield game_id, json_body({"meta": {"version": 1}, "boxScoreSummary": summary})

    def _scheduled(self, game: int) -> dict[str, Any]:
        fixtures, final = self._fixtures, game < self._played
        tip = fixtures.tip(game)
        home, away = (self._schedule_team(2 * game + s, final) for s in (0, 1))
        return {
            "gameId": fixtures.ids[game],
            "gameCode": f"{fixtures.dates[game]:%Y%m%d}/{away['teamTricode']}{home['teamTricode']}",
            "gameStatus": FINAL if final else SCHEDULED,
            "gameStatusText": "Final" if final else f"{tip:%-I:%M %p} ET",
            "gameDateTimeEst": f"{tip:%Y-%m-%dT%H:%M:%SZ}",
            "gameDateTimeUTC": f"{fixtures.tip_utc(game):%Y-%m-%dT%H:%M:%SZ}",
            "gameLabel": "",
            "gameSubLabel": "",
            "gameSubtype": "",
            "arenaName": f"{home['teamCity']} Demo Arena",
            "postponedStatus": "N",
            "isNeutral": False,
            "homeTeam": home,
            "awayTeam": away,
        }

    def _undecided(self, number: int) -> dict[str, Any]:
        """Return a Cup knockout game whose teams are not decided, as in the real schedule."""
        nobody = {
            "teamId": 0,
            "teamCity": None,
            "teamName": None,
            "teamTricode": None,
            "teamSlug": None,
            "score": 0,
        }
        day = self._fixtures.dates[-1]
        return {
            "gameId": f"{self._fixtures.ids[0][:5]}{FIRST_UNDECIDED_ID + number:05d}",
            "gameStatus": SCHEDULED,
            "gameStatusText": "TBD",
            "gameDateTimeEst": f"{day}T00:00:00Z",
            "gameDateTimeUTC": f"{day}T05:00:00Z",
            "gameLabel": "Demo Cup",
            "gameSubLabel": "Semifinal",
            "gameSubtype": "in-season-knockout",
            "arenaName": "",
            "postponedStatus": "N",
            "isNeutral": False,
            "homeTeam": nobody,
            "awayTeam": nobody,
        }

    def _schedule_team(self, side: int, final: bool) -> dict[str, Any]:
        team = self._team(side)
        score = int(self._team_lines[side, -2]) if final else 0
        return {**team, "teamSlug": team["teamName"].lower(), "score": score}

    def _game_columns(self, side: int) -> list[Any]:
        """Return the first columns of every row of a side, from team id to win or loss."""
        place, other = int(self._box_scores.team[side]), int(self._box_scores.team[side ^ 1])
        code, opponent = self._teams.codes[place], self._teams.codes[other]
        return [
            int(self._teams.ids[place]),
            code,
            f"{self._teams.cities[place]} {self._teams.names[place]}",
            self._fixtures.ids[side // 2],
            str(self._fixtures.dates[side // 2]),
            f"{code} vs. {opponent}" if side % 2 == 0 else f"{code} @ {opponent}",
            "W" if self._box_scores.margin[side] > 0 else "L",
        ]

    def _player_rows(self) -> Iterator[list[Any]]:
        season = f"2{self._fixtures.label[:4]}"
        lines = self._lines.tolist()
        for side, place in zip(
            *np.nonzero(self._box_scores.seconds[: 2 * self._played]), strict=True
        ):
            player = int(self._box_scores.player[side, place])
            line = with_shares(lines[side][place])
            yield [
                season,
                int(self._players.ids[player]),
                self._players.names[player],
                *self._game_columns(int(side)),
                *line,
                float(line[-2]),
                0,
            ]

    def _team_rows(self) -> Iterator[list[Any]]:
        season = f"2{self._fixtures.label[:4]}"
        for side, line in enumerate(self._team_lines[: 2 * self._played].tolist()):
            yield [season, *self._game_columns(side), *with_shares(line), 0]

    def _team(self, side: int) -> dict[str, Any]:
        place = int(self._box_scores.team[side])
        return {
            "teamId": int(self._teams.ids[place]),
            "teamCity": self._teams.cities[place],
            "teamName": self._teams.names[place],
            "teamTricode": self._teams.codes[place],
        }

    def _person(self, side: int, place: int) -> dict[str, Any]:
        player = int(self._box_scores.player[side, place])
        first, _, last = self._players.names[player].partition(" ")
        return {"personId": int(self._players.ids[player]), "firstName": first, "familyName": last}

    def _by_time(self, side: int) -> list[int]:
        """Return roster places in order of time played, longest first."""
        order: list[int] = np.argsort(-self._box_scores.seconds[side], kind="stable").tolist()
        return order

    def _out(self, side: int) -> list[int]:
        out: list[int] = np.flatnonzero(~self._box_scores.available[side]).tolist()
        return out

    def _box_side(self, side: int) -> dict[str, Any]:
        dressed = [p for p in self._by_time(side) if self._box_scores.available[side, p]]
        players = [self._box_player(side, place) for place in dressed]
        return {**self._team(side), "players": players}

    def _summary_side(self, side: int) -> dict[str, Any]:
        inactives = [self._person(side, place) for place in self._out(side)]
        return {**self._team(side), "inactives": inactives}

    def _box_player(self, side: int, place: int) -> dict[str, Any]:
        seconds = int(self._box_scores.seconds[side, place])
        line = with_shares(self._lines[side, place].tolist())[1:]
        return {
            **self._person(side, place),
            "position": "S" if self._box_scores.starter[side, place] else "",
            "comment": "" if seconds else COACH,
            "statistics": {
                "minutes": f"{seconds // 60}:{seconds % 60:02d}" if seconds else "",
                **dict(zip(STATISTICS, line, strict=True)),
            },
        }

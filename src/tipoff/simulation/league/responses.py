"""The simulated season in the wire forms of the real services, each labelled as simulated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import orjson

from tipoff.simulation.league.headers import (
    PLAYER_HEADERS,
    SHOT_HEADERS,
    STATISTICS,
    TEAM_HEADERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import IntArray, Players, Teams

LEAGUE = "99"
FINAL, SCHEDULED = 3, 1
UNDECIDED = 90_001
"""From here on, what stands in the ids of games whose teams are not decided."""
COACH = "DNP - Coach's Decision"
ZONE_NAMES = np.array(
    ["Restricted Area", "In The Paint (Non-RA)", "Mid-Range", "Left Corner 3", "Above the Break 3"]
)
ZONE_FEET = np.array([2, 8, 15, 22, 25])


class SeasonWire:
    """One season's responses; games from ``played`` on are still to come."""

    def __init__(self, made: Played, teams: Teams, players: Players, played: int) -> None:
        self._made = made
        self._teams = teams
        self._players = players
        self._played = played
        self._fixtures = made.fixtures
        self._lines = _box_lines(made)
        self._team_lines = _team_lines(self._lines, made)

    def schedule(self) -> bytes:
        """Return ``scheduleleaguev2``: every game, played or to come."""
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
        columns = self.shot_columns(random)
        for place, team_id in enumerate(self._teams.ids.tolist()):
            mine = np.flatnonzero(columns["team"] == place)
            rows = self._shot_rows(
                {name: values[mine].tolist() for name, values in columns.items()}
            )
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

    def summaries(self, games: int) -> Iterator[tuple[str, bytes]]:
        """Yield ``boxscoresummaryv3`` of the first games: (game id, body with inactive lists)."""
        for game in range(games):
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
        """Return a knockout game of the Cup without teams, as the real schedule has it."""
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
            "gameId": f"{self._fixtures.ids[0][:5]}{UNDECIDED + number:05d}",
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
        """Return what every line of a side begins with."""
        place, other = int(self._made.team[side]), int(self._made.team[side ^ 1])
        code, opponent = self._teams.codes[place], self._teams.codes[other]
        return [
            int(self._teams.ids[place]),
            code,
            f"{self._teams.cities[place]} {self._teams.names[place]}",
            self._fixtures.ids[side // 2],
            str(self._fixtures.dates[side // 2]),
            f"{code} vs. {opponent}" if side % 2 == 0 else f"{code} @ {opponent}",
            "W" if self._made.margin[side] > 0 else "L",
        ]

    def _player_rows(self) -> Iterator[list[Any]]:
        season = f"2{self._fixtures.label[:4]}"
        lines = self._lines.tolist()
        for side, place in zip(*np.nonzero(self._made.seconds[: 2 * self._played]), strict=True):
            player = int(self._made.player[side, place])
            line = _with_shares(lines[side][place])
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
            yield [season, *self._game_columns(side), *_with_shares(line), 0]

    def _team(self, side: int) -> dict[str, Any]:
        place = int(self._made.team[side])
        return {
            "teamId": int(self._teams.ids[place]),
            "teamCity": self._teams.cities[place],
            "teamName": self._teams.names[place],
            "teamTricode": self._teams.codes[place],
        }

    def _person(self, side: int, place: int) -> dict[str, Any]:
        player = int(self._made.player[side, place])
        first, _, last = self._players.names[player].partition(" ")
        return {"personId": int(self._players.ids[player]), "firstName": first, "familyName": last}

    def _by_time(self, side: int) -> list[int]:
        """Return roster places in order of time played, the longest first."""
        order: list[int] = np.argsort(-self._made.seconds[side], kind="stable").tolist()
        return order

    def _out(self, side: int) -> list[int]:
        out: list[int] = np.flatnonzero(~self._made.available[side]).tolist()
        return out

    def _box_side(self, side: int) -> dict[str, Any]:
        dressed = [p for p in self._by_time(side) if self._made.available[side, p]]
        players = [self._box_player(side, place) for place in dressed]
        return {**self._team(side), "players": players}

    def _summary_side(self, side: int) -> dict[str, Any]:
        inactives = [self._person(side, place) for place in self._out(side)]
        return {**self._team(side), "inactives": inactives}

    def _box_player(self, side: int, place: int) -> dict[str, Any]:
        seconds = int(self._made.seconds[side, place])
        line = _with_shares(self._lines[side, place].tolist())[1:]
        return {
            **self._person(side, place),
            "position": "S" if self._made.starter[side, place] else "",
            "comment": "" if seconds else COACH,
            "statistics": {
                "minutes": f"{seconds // 60}:{seconds % 60:02d}" if seconds else "",
                **dict(zip(STATISTICS, line, strict=True)),
            },
        }

    def shot_columns(self, random: np.random.Generator) -> dict[str, IntArray]:
        """Return every attempt of the games played, by game and time, an array per column."""
        made, sides = self._made, 2 * self._played
        attempts, makes = made.attempts[:sides], made.makes[:sides]
        side, place, zone = np.nonzero(attempts)
        repeats = attempts[side, place, zone]
        nth = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        in_it = np.repeat(makes[side, place, zone], repeats)
        side, place, zone = (np.repeat(v, repeats) for v in (side, place, zone))
        clock = random.integers(0, 4 * 720, len(side))
        angle = random.uniform(0.1, np.pi - 0.1, len(side))
        feet = ZONE_FEET[zone] + random.integers(0, 3, len(side))
        order = np.lexsort((clock, side // 2))
        columns = {
            "team": made.team[side],
            "game": side // 2,
            "player": made.player[side, place],
            "zone": zone,
            "made": (nth < in_it).astype(np.int64),
            "clock": clock,
            "feet": feet,
            "x": np.where(zone == 3, 225, np.cos(angle) * feet * 10).astype(np.int64),
            "y": np.where(zone == 3, 20, np.sin(angle) * feet * 10).astype(np.int64),
        }
        return {name: values[order] for name, values in columns.items()}

    def _shot_rows(self, columns: dict[str, list[int]]) -> list[list[Any]]:
        fixtures, codes = self._fixtures, self._teams.codes
        rows = []
        for team, game, player, zone, made, clock, feet, x, y in zip(
            *columns.values(), strict=True
        ):
            left = 719 - clock % 720
            three = zone >= 3
            rows.append(
                [
                    "Shot Chart Detail",
                    fixtures.ids[game],
                    None,
                    int(self._players.ids[player]),
                    self._players.names[player],
                    int(self._teams.ids[team]),
                    f"{self._teams.cities[team]} {self._teams.names[team]}",
                    clock // 720 + 1,
                    left // 60,
                    left % 60,
                    "Made Shot" if made else "Missed Shot",
                    "Jump Shot",
                    "3PT Field Goal" if three else "2PT Field Goal",
                    str(ZONE_NAMES[zone]),
                    "Center",
                    "24+ ft." if three else "Less Than 24 ft.",
                    feet,
                    x,
                    y,
                    1,
                    made,
                    f"{fixtures.dates[game]:%Y%m%d}",
                    codes[int(fixtures.home[game])],
                    codes[int(fixtures.away[game])],
                ]
            )
        return rows


def _box_lines(made: Played) -> IntArray:
    """Return MIN, FGM, FGA, 3PM, 3PA, FTM, FTA, OREB ... PTS, PLUS_MINUS of every player."""
    rebounds = made.counts[..., 0] + made.counts[..., 1]
    seconds = made.seconds
    share = 5 * seconds / np.maximum(seconds.sum(axis=1, keepdims=True), 1)
    plus_minus = np.rint(made.margin[:, None] * share).astype(np.int64)
    offense, defense, assists, steals, blocks, turnovers, fouls = np.moveaxis(made.counts, 2, 0)
    return np.stack(
        [
            np.rint(seconds / 60).astype(np.int64),
            made.makes.sum(axis=2),
            made.attempts.sum(axis=2),
            made.makes[..., 3:].sum(axis=2),
            made.attempts[..., 3:].sum(axis=2),
            made.free_throws_made,
            made.free_throws_attempted,
            offense,
            defense,
            rebounds,
            assists,
            steals,
            blocks,
            turnovers,
            fouls,
            made.points,
            plus_minus,
        ],
        axis=2,
    )


def _team_lines(lines: IntArray, made: Played) -> IntArray:
    totals = np.array(lines.sum(axis=1))
    totals[:, -1] = made.margin
    return totals


def _with_shares(line: list[int]) -> list[Any]:
    """Return a line with the three shooting shares that follow their counts."""
    minutes, fgm, fga, tpm, tpa, ftm, fta, *rest = line
    shares = (round(m / a, 3) if a else 0.0 for m, a in ((fgm, fga), (tpm, tpa), (ftm, fta)))
    field, three, free = shares
    return [minutes, fgm, fga, field, tpm, tpa, three, ftm, fta, free, *rest]


def result_body(
    resource: str, parameters: dict[str, Any], name: str, headers: tuple[str, ...], rows: list[Any]
) -> bytes:
    """Return a response in the service's row form, with one result set."""
    result = {"name": name, "headers": headers, "rowSet": rows}
    return json_body({"resource": resource, "parameters": parameters, "resultSets": [result]})


def json_body(document: dict[str, Any]) -> bytes:
    """Return a response as JSON, labelled as simulated."""
    return orjson.dumps({"simulated": True, **document})

"""Who may be meant by a name on a date: the pools and rosters of its games, and the league."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from tipoff.analytics.name_matching import Candidate, Method, match, most_similar, only_bearer
from tipoff.analytics.seen_name import INJURIES, NOT_TOLD
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tipoff.kernel.annotations import Frame

    Row = Mapping[str, Any]
ALIKE = 0.8
"""From this similarity on, a name of one of the two teams is shown before others."""
KNOWN_ALL_OVER = {Method.EXACT, Method.RESPELLED}
"""Rules strict enough to look for a name beyond the two teams."""


class League:
    """Pools by date and rosters by team, of all dates that may be asked about."""

    def __init__(self, pool_member: Frame, roster: Frame) -> None:
        self._pools: dict[date, list[Row]] = defaultdict(list)
        names = ["game_date", "game_id", "team_id", "team_name", "player_id", "name_key"]
        for row in pool_member.select(names).to_pylist():
            self._pools[row["game_date"]].append(row)
        self._rosters: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for row in roster.to_pylist():
            self._rosters[row["season"], row["team_id"]].append(row)
        self._named = {
            day: frozenset((row["player_id"], row["name_key"]) for row in rows)
            for day, rows in self._pools.items()
        }

    def pool(self, day: date) -> list[Row]:
        """Who may play on a date."""
        return self._pools.get(day, [])

    def roster(self, season: str, team_id: int, day: date) -> list[Row]:
        """Who is on a team's roster, of a season that has begun by the date."""
        return [row for row in self._rosters[season, team_id] if _in_year(row["starts_on"], day)]

    @cache  # noqa: B019 - lives as long as the dates of one chunk
    def members(self, day: date) -> list[Candidate]:
        """Everyone in a pool of the year up to a date."""
        named = (who for d, who in self._named.items() if _in_year(d, day))
        return [Candidate(*pair) for pair in sorted(frozenset().union(*named))]


class Directory:
    """Who may be meant in one setting of a date: a game, a team, or all games."""

    def __init__(
        self, games: Iterable[Row], setting: str, source: str, day: date, league: League
    ) -> None:
        self._games = list(games)
        self._day = day
        self._league = league
        self._team = setting if source == INJURIES else None

    @property
    def has_game(self) -> bool:
        """Whether the schedule has a game there."""
        return bool(self._games)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Those in the pools of the games, then those only on a roster."""
        ids = {game["game_id"] for game in self._games}
        pool = [
            row for row in self._league.pool(self._day)
            if row["game_id"] in ids and self._team in (None, row["team_name"])
        ]  # fmt: skip
        found = [Candidate(r["player_id"], r["name_key"], r["game_id"]) for r in pool]
        return [*found, *self._on_rosters({c.player_id for c in found})]

    def resolve(self, key: str, settled: int | None) -> tuple[Candidate, Method] | None:
        """Whose name it is; what a person settled stands, unless the game has that very name."""
        if settled in self._ids:
            return self._ids[settled], Method.SETTLED
        exact = self._by_key.get(key, {})
        if len(exact) == 1:
            return next(iter(exact.values())), Method.EXACT
        if settled is not None:
            return Candidate(settled, key, self._only_game), Method.SETTLED
        return match(key, self.candidates) or self._by_league(key)

    def _by_league(self, key: str) -> tuple[Candidate, Method] | None:
        members = self._league.members(self._day)
        bearer = only_bearer(key, self.candidates, members)
        if bearer is not None:
            return bearer, Method.ONLY_BEARER
        elsewhere = match(key, members)
        if elsewhere is None or elsewhere[1] not in KNOWN_ALL_OVER:
            return None
        player_id = elsewhere[0].player_id
        if any(row["player_id"] == player_id for row in self._league.pool(self._day)):
            return None  # he may play in another game of the date
        return Candidate(player_id, key, self._only_game), Method.ELSEWHERE

    def likely(self, key: str, count: int) -> list[tuple[float, Candidate]]:
        """Those of the games most like a name, or of the league where none is like it."""
        there = most_similar(key, self.candidates, count)
        if there and there[0][0] >= ALIKE:
            return there
        return most_similar(key, [*self.candidates, *self._league.members(self._day)], count)

    @cached_property
    def _ids(self) -> dict[int | None, Candidate]:
        return {c.player_id: c for c in reversed(self.candidates)}

    @cached_property
    def _by_key(self) -> dict[str, dict[int, Candidate]]:
        found: dict[str, dict[int, Candidate]] = defaultdict(dict)
        for candidate in self.candidates:
            found[candidate.key].setdefault(candidate.player_id, candidate)
        return found

    @property
    def _only_game(self) -> str | None:
        return self._games[0]["game_id"] if len(self._games) == 1 else None

    def _on_rosters(self, known: set[int]) -> list[Candidate]:
        return [
            Candidate(row["player_id"], row["name_key"], game["game_id"])
            for game in self._games
            for side in ("home", "away")
            if self._team in (None, game[f"{side}_team_name"])
            for row in self._league.roster(game["season"], game[f"{side}_team_id"], self._day)
            if row["player_id"] not in known
        ]


class Settings:
    """The directories of the dates' games, by how feeds tell which game they mean."""

    def __init__(self, schedule: Frame, league: League) -> None:
        self._league = league
        self._games: dict[tuple[date, str], list[Row]] = defaultdict(list)
        for game in schedule.to_pylist():
            home, away = game["home_team_name"], game["away_team_name"]
            for setting in (NOT_TOLD, home, away, f"{away} @ {home}"):
                self._games[game["game_date"], setting].append(game)

    @cache  # noqa: B019 - lives as long as the dates of one chunk
    def directory(self, day: date, source: str, setting: str) -> Directory:
        """Who may be meant there."""
        games = self._games.get((day, setting), [])
        return Directory(games, setting, source, day, self._league)


def _in_year(day: date, until: date) -> bool:
    return until - timedelta(YEAR) <= day <= until

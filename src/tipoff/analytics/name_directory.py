"""Who may be meant by a name on a date: the pools and rosters of its games, and the league."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tipoff.analytics.feed_game import GameFinder
from tipoff.analytics.name_matching import (
    Candidate,
    Method,
    guesses,
    match,
    most_similar,
    only_bearer,
)
from tipoff.analytics.seen_name import INJURIES, NOT_TOLD
from tipoff.domain.names import name_key, suffix_of, team_key
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame

    Row = Mapping[str, Any]
ALIKE = 0.8
"""From this similarity on, a name of one of the two teams is shown before others."""
GUESS = 0.9
"""The similarity at which a guess at a nickname is shown."""
ROSTER_DAYS = 3 * YEAR
"""How far back rosters tell the names that players had."""
KNOWN_ALL_OVER = {Method.EXACT, Method.RESPELLED}
"""Rules strict enough to look for a name beyond the two teams."""


class League:
    """Pools by date and rosters by team, of all dates that may be asked about."""

    def __init__(self, pool_member: Frame, roster: Frame) -> None:
        self._pools: dict[date, list[Row]] = defaultdict(list)
        names = ["game_date", "game_id", "team_id", "team_name", "player_id", "player_name"]
        for row in pool_member.select(names).to_pylist():
            self._pools[row["game_date"]].append(row)
        self._rosters: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for row in roster.to_pylist():
            self._rosters[row["season"], row["team_id"]].append(row)
        self._named = {
            day: frozenset((row["player_id"], row["player_name"]) for row in rows)
            for day, rows in self._pools.items()
        }
        self._members: dict[date, list[Candidate]] = {}
        self._names: dict[date, dict[int, set[str]]] = {}

    def pool(self, day: date) -> list[Row]:
        """Who may play on a date."""
        return self._pools.get(day, [])

    def roster(self, season: str, team_id: int, day: date) -> list[Row]:
        """Who is on a team's roster, of a season that has begun by the date."""
        return [row for row in self._rosters[season, team_id] if row["starts_on"] <= day]

    def members(self, day: date) -> list[Candidate]:
        """Everyone in a pool of the year up to a date."""
        if day not in self._members:
            self._members[day] = [Candidate.named(*who) for who in sorted(self._everyone(day))]
        return self._members[day]

    def names(self, day: date) -> Mapping[int, set[str]]:
        """Every name each player has had by a date, in pools of the year and rosters of several."""
        if day not in self._names:
            found: dict[int, set[str]] = defaultdict(set)
            for player_id, name in self._everyone(day):
                found[player_id].add(name)
            for row in (row for rows in self._rosters.values() for row in rows):
                if day - timedelta(ROSTER_DAYS) <= row["starts_on"] <= day:
                    found[row["player_id"]].add(row["player_name"])
            self._names[day] = found
        return self._names[day]

    def _everyone(self, day: date) -> set[tuple[int, str]]:
        return set().union(*(who for d, who in self._named.items() if _in_year(d, day)))


class Directory:
    """Who may be meant in one setting of a date: a game, a team, or all games."""

    def __init__(
        self, games: Iterable[Row], setting: str, source: str, day: date, league: League
    ) -> None:
        self._games = list(games)
        self._day = day
        self._league = league
        self._team = team_key(setting) if source == INJURIES else None

    @property
    def has_game(self) -> bool:
        """Whether the schedule has a game there."""
        return bool(self._games)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Those in the pools of the games, then those only on a roster, under every name."""
        ids = {game["game_id"] for game in self._games}
        pool = [
            (row["player_id"], row["game_id"], row["team_id"], row["player_name"])
            for row in self._league.pool(self._day)
            if row["game_id"] in ids and self._is_meant(row["team_name"])
        ]
        found = [*pool, *self._on_rosters({player_id for player_id, *_ in pool})]
        names = self._league.names(self._day)
        return [
            Candidate.named(player_id, name, game_id, team_id)
            for player_id, game_id, team_id, own in found
            for name in (own, *sorted(names.get(player_id, set()) - {own}))
        ]

    def resolve(self, name: str, settled: int | None) -> tuple[Candidate, Method] | None:
        """Whose name it is: as it is spelled, by a person's word on that spelling, or by the rules.

        A person's word does not take a name from the player of the game who has that very name.
        """
        key, suffix = name_key(name), suffix_of(name)
        if settled in self._ids:
            return self._ids[settled], Method.SETTLED
        exact = self._by_spelling.get((key, suffix), {})
        if len(exact) == 1:
            return next(iter(exact.values())), Method.EXACT
        if settled is not None:
            return Candidate(settled, key, self._only_game), Method.SETTLED
        return match(key, self.candidates, suffix) or self._by_league(key, suffix)

    def _by_league(self, key: str, suffix: str) -> tuple[Candidate, Method] | None:
        members = self._league.members(self._day)
        bearer = only_bearer(key, self.candidates, members)
        if bearer is not None and suffix in ("", bearer.suffix):
            return bearer, Method.ONLY_BEARER
        elsewhere = match(key, members, suffix)
        if elsewhere is None or elsewhere[1] not in KNOWN_ALL_OVER:
            return None
        player_id = elsewhere[0].player_id
        if any(row["player_id"] == player_id for row in self._league.pool(self._day)):
            return None  # he may play in another game of the date
        return Candidate(player_id, key, self._only_game), Method.ELSEWHERE

    def likely(self, name: str, count: int) -> list[tuple[float, Candidate]]:
        """Those of the games most like a name, or of the league where none is like it.

        Those who may go by the name as a nickname come first.
        """
        key = name_key(name)
        guessed = [(GUESS, candidate) for candidate in guesses(key, self.candidates)]
        there = most_similar(key, self.candidates, count)
        if not (guessed or (there and there[0][0] >= ALIKE)):
            there = most_similar(key, [*self.candidates, *self._league.members(self._day)], count)
        best: dict[int, tuple[float, Candidate]] = {}
        for score, candidate in (*guessed, *there):
            known = best.get(candidate.player_id)
            if known is None or known[0] < score:
                best[candidate.player_id] = score, candidate
        ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].player_id))
        return ranked[:count]

    @cached_property
    def _ids(self) -> dict[int | None, Candidate]:
        return {c.player_id: c for c in reversed(self.candidates)}

    @cached_property
    def _by_spelling(self) -> dict[tuple[str, str], dict[int, Candidate]]:
        found: dict[tuple[str, str], dict[int, Candidate]] = defaultdict(dict)
        for candidate in self.candidates:
            place = candidate.key, candidate.suffix
            found[place].setdefault(candidate.player_id, candidate)
        return found

    def _is_meant(self, team: str) -> bool:
        return self._team in (None, team_key(team))

    @property
    def _only_game(self) -> str | None:
        return self._games[0]["game_id"] if len(self._games) == 1 else None

    def _on_rosters(self, known: set[int]) -> list[tuple[int, str, int, str]]:
        return [
            (row["player_id"], game["game_id"], row["team_id"], row["player_name"])
            for game in self._games
            for side in ("home", "away")
            if self._is_meant(game[f"{side}_team_name"])
            for row in self._league.roster(game["season"], game[f"{side}_team_id"], self._day)
            if row["player_id"] not in known
        ]


class Settings:
    """The directories of the dates' games, by how feeds tell which game they mean."""

    def __init__(self, schedule: Frame, league: League) -> None:
        self._league = league
        self._directories: dict[tuple[date, str, str], Directory] = {}
        self._finder = GameFinder(schedule.to_pylist())

    def directory(self, day: date, source: str, setting: str) -> Directory:
        """Who may be meant there."""
        asked = (day, source, setting)
        if asked not in self._directories:
            games = self._games(day, setting)
            self._directories[asked] = Directory(games, setting, source, day, self._league)
        return self._directories[asked]

    def _games(self, day: date, setting: str) -> list[Row]:
        """The games a setting means: of two teams, of one, or of all where it tells none."""
        if setting == NOT_TOLD:
            return self._finder.on(day)
        away, between, home = setting.partition(" @ ")
        game = self._finder.find(day, home, away).game if between else self._finder.of(day, away)
        return [game] if game else []


def _in_year(day: date, until: date) -> bool:
    return until - timedelta(YEAR) <= day <= until

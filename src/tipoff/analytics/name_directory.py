"""Who may be meant by a name on a date: the pools and rosters of its games, and the league."""

from __future__ import annotations

from bisect import bisect_right
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
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame

    Row = Mapping[str, Any]
MIN_LIKENESS = 0.8
"""From this similarity on, a name of one of the two teams is shown before others."""
GUESS_LIKENESS = 0.9
"""The similarity at which a guess at a nickname is shown."""
ROSTER_DAYS = 3 * YEAR
"""The days back from which rosters tell the names that players had."""
KNOWN_ALL_OVER = {Method.EXACT, Method.RESPELLED}
"""Rules strict enough to look for a name beyond the two teams."""


Member = tuple[int, int, str, str]
"""A player of a game's pool: the ids of player and team, the names of team and player."""
Listed = tuple[int, str, "date"]
"""A player on a roster: id, name, and the date of the season's first game."""
Named = tuple[int, str, int, str]
"""A player under one name: the ids of player, game and team, and the name."""


class League:
    """Pools by game and rosters by team, of all dates that may be asked about.

    Players and names are kept once each with the dates that they stand for, so that a question
    about one date costs as much as its games have players, not as the league has.
    """

    def __init__(self, pool_member: Frame, roster: Frame) -> None:
        self._pools: dict[str, list[Member]] = defaultdict(list)
        self._pool_ids: dict[date, set[int]] = defaultdict(set)
        seen: dict[tuple[int, str], list[date]] = defaultdict(list)
        columns = ("game_date", "game_id", "player_id", "team_id", "team_name", "player_name")
        for day, game, player, team, team_name, name in _rows(pool_member, columns):
            self._pools[game].append((player, team, team_name, name))
            self._pool_ids[day].add(player)
            seen[player, name].append(day)
        self._pool_dates = {who: sorted(days) for who, days in seen.items()}
        self._rosters: dict[tuple[str, int], list[Listed]] = defaultdict(list)
        listing = ("season", "team_id", "player_id", "player_name", "starts_on")
        for season, team, player, name, starts_on in _rows(roster, listing):
            self._rosters[season, team].append((player, name, starts_on))
        self._members: dict[date, list[Candidate]] = {}

    def pool(self, game_id: str) -> list[Member]:
        """Return who may play in a game."""
        return self._pools.get(game_id, [])

    def is_in_pool(self, player_id: int, day: date) -> bool:
        """Return whether a player may play in any game of a date."""
        return player_id in self._pool_ids.get(day, ())

    def roster(self, season: str, team_id: int, day: date) -> Iterator[tuple[int, str]]:
        """Yield id and name of those on a team's roster, of a season that has begun by a date."""
        for player, name, starts_on in self._rosters.get((season, team_id), ()):
            if starts_on <= day:
                yield player, name

    def members(self, day: date) -> list[Candidate]:
        """Return everyone in a pool of the year up to a date, under each name used there."""
        if day not in self._members:
            known = sorted(who for who in self._pool_dates if self._was_in_pool(who, day))
            self._members[day] = [Candidate.named(*who) for who in known]
        return self._members[day]

    def other_names(self, player_id: int, own: str, day: date) -> list[str]:
        """Return the further names that a player has had by a date, in order.

        Pools tell them of the year before the date, rosters of three years.
        """
        if player_id not in self._names:
            return []
        in_pools, on_rosters = self._names[player_id]
        names = {name for name in in_pools if self._was_in_pool((player_id, name), day)}
        oldest = day - timedelta(ROSTER_DAYS)
        names |= {n for n, days in on_rosters.items() if any(oldest <= d <= day for d in days)}
        return sorted(names - {own})

    @cached_property
    def _names(self) -> dict[int, tuple[set[str], dict[str, set[date]]]]:
        """Return the names in pools, and those on rosters with their dates, of each player.

        Only of players who have had more than one.
        """
        in_pools: dict[int, set[str]] = defaultdict(set)
        for player, name in self._pool_dates:
            in_pools[player].add(name)
        on_rosters: dict[int, dict[str, set[date]]] = defaultdict(lambda: defaultdict(set))
        for player, name, starts_on in (each for rows in self._rosters.values() for each in rows):
            on_rosters[player][name].add(starts_on)
        everyone = in_pools.keys() | on_rosters.keys()
        names = {p: (in_pools.get(p, set()), on_rosters.get(p, {})) for p in everyone}
        return {p: (pools, rows) for p, (pools, rows) in names.items() if len(pools | {*rows}) > 1}

    def _was_in_pool(self, who: tuple[int, str], day: date) -> bool:
        """Return whether a player was in a pool under a name in the year up to a date."""
        days = self._pool_dates[who]
        before = bisect_right(days, day)
        return before > 0 and days[before - 1] >= day - timedelta(YEAR)


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
        """Return whether the schedule has a game there."""
        return bool(self._games)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Return those in the pools of the games, then those only on a roster, under every name."""
        return [
            Candidate.named(player, name, game, team) for player, game, team, name in self._named
        ]

    @cached_property
    def _named(self) -> list[Named]:
        """Return what the candidates are made of: most names are found without making any."""
        pool = [
            (player, game["game_id"], team, name)
            for game in self._games
            for player, team, team_name, name in self._league.pool(game["game_id"])
            if self._is_meant(team_name)
        ]
        everyone = [*pool, *self._on_rosters({player for player, *_ in pool})]
        return [
            (player, game, team, name)
            for player, game, team, own in everyone
            for name in (own, *self._league.other_names(player, own, self._day))
        ]

    def resolve(self, name: str, settled: int | None) -> tuple[Candidate, Method] | None:
        """Return the player whose name it is and the rule that says so; None if none does.

        The rules in order: a settlement of this spelling for a player of the game, the exact
        spelling, a settlement for anyone, and the looser rules of ``match``. So a settlement does
        not take a name from the player of the game who has that very name.

        Args:
            name: as the feed writes it.
            settled: the player that a person has settled this spelling for; None for nobody.
        """
        key, suffix = name_key(name), suffix_of(name)
        if settled is not None and settled in self._ids:
            return self._ids[settled], Method.SETTLED
        exact = self._by_spelling.get((key, suffix), {})
        if len(exact) == 1:
            player, game, team, spelled = next(iter(exact.values()))
            return Candidate.named(player, spelled, game, team), Method.EXACT
        if settled is not None:
            return Candidate(settled, key, self._only_game), Method.SETTLED
        return match(key, self.candidates, suffix) or self._by_league(key, suffix)

    def likely(self, name: str, count: int) -> list[tuple[float, Candidate]]:
        """Return those of the games most like a name, or of the league if none is like it.

        Those who may go by the name as a nickname come first.
        """
        key = name_key(name)
        guessed = [(GUESS_LIKENESS, candidate) for candidate in guesses(key, self.candidates)]
        there = most_similar(key, self.candidates, count)
        if not (guessed or (there and there[0][0] >= MIN_LIKENESS)):
            there = most_similar(key, [*self.candidates, *self._league.members(self._day)], count)
        best: dict[int, tuple[float, Candidate]] = {}
        for score, candidate in (*guessed, *there):
            known = best.get(candidate.player_id)
            if known is None or known[0] < score:
                best[candidate.player_id] = score, candidate
        ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].player_id))
        return ranked[:count]

    def _by_league(self, key: str, suffix: str) -> tuple[Candidate, Method] | None:
        """Return a player whom the name fits alone in the whole league; None if none does."""
        members = self._league.members(self._day)
        bearer = only_bearer(key, self.candidates, members)
        if bearer is not None and suffix in ("", bearer.suffix):
            return bearer, Method.ONLY_BEARER
        elsewhere = match(key, members, suffix)
        if elsewhere is None or elsewhere[1] not in KNOWN_ALL_OVER:
            return None
        player_id = elsewhere[0].player_id
        if self._league.is_in_pool(player_id, self._day):
            return None  # that player may play in another game of the date
        return Candidate(player_id, key, self._only_game), Method.ELSEWHERE

    @cached_property
    def _ids(self) -> dict[int, Candidate]:
        return {c.player_id: c for c in reversed(self.candidates)}

    @cached_property
    def _by_spelling(self) -> dict[tuple[str, str], dict[int, Named]]:
        """Return who may be meant by key and suffix, and then by player."""
        spelled: dict[tuple[str, str], dict[int, Named]] = defaultdict(dict)
        for named in self._named:
            player, _, _, name = named
            spelled[name_key(name), suffix_of(name)].setdefault(player, named)
        return spelled

    def _is_meant(self, team: str) -> bool:
        return self._team is None or self._team == team_key(team)

    @property
    def _only_game(self) -> str | None:
        return self._games[0]["game_id"] if len(self._games) == 1 else None

    def _on_rosters(self, known: set[int]) -> Iterator[tuple[int, str, int, str]]:
        """Yield (player, game, team, name) of those on the teams' rosters who are not known yet."""
        for game in self._games:
            for side in ("home", "away"):
                team = game[f"{side}_team_id"]
                if self._is_meant(game[f"{side}_team_name"]):
                    for player, name in self._league.roster(game["season"], team, self._day):
                        if player not in known:
                            yield player, game["game_id"], team, name


class Settings:
    """The directories of the dates' games, by how feeds tell which game they mean."""

    def __init__(self, schedule: Frame, league: League) -> None:
        self._league = league
        self._directories: dict[tuple[date, str, str], Directory] = {}
        self._finder = GameFinder(schedule.to_pylist())

    def directory(self, day: date, source: str, setting: str) -> Directory:
        """Return who may be meant in a setting of a date."""
        asked = (day, source, setting)
        if asked not in self._directories:
            games = self._games(day, setting)
            self._directories[asked] = Directory(games, setting, source, day, self._league)
        return self._directories[asked]

    def _games(self, day: date, setting: str) -> list[Row]:
        """Return the games that a setting means: of two teams, of one, or all if it tells none."""
        if setting == NOT_TOLD:
            return self._finder.on(day)
        away, between, home = setting.partition(" @ ")
        game = self._finder.find(day, home, away).game if between else self._finder.of(day, away)
        return [game] if game else []


def _rows(rows: Frame, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(rows[name].to_pylist() for name in columns), strict=True)

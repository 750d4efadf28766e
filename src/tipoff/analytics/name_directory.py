"""The players whom a name may mean on a date: pools and rosters of its games, and the league."""

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
from tipoff.analytics.seen_name import INJURIES, NO_SETTING
from tipoff.domain.names import name_key, suffix_of, team_key
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame

    Row = Mapping[str, Any]
MIN_SIMILARITY = 0.8
"""If no name of the two teams is at least so similar, candidates of the whole league are shown."""
GUESS_SIMILARITY = 0.9
"""The similarity that a guessed nickname is given."""
ROSTER_DAYS = 3 * YEAR
"""Look-back in days for the names that players had on rosters."""
LEAGUE_WIDE_METHODS = {Method.EXACT, Method.RESPELLED}
"""Rules that are strict enough to match a name beyond the two teams."""

PoolPlayer = tuple[int, int, str, str]
"""A player in a game's pool: player id, team id, team name, player name."""
RosterPlayer = tuple[int, str, "date"]
"""A player on a roster: player id, name, and the date of the season's first game."""
NamedPlayer = tuple[int, str, int, str]
"""A player under one name: player id, game id, team id, name."""


class League:
    """Pools by game and rosters by team, for all dates of a run.

    Each pair of player and name is stored once with its dates, so that the cost of a lookup grows
    with the players of the date's games and not with those of the league.
    """

    def __init__(self, pool_member: Frame, roster: Frame) -> None:
        self._pools: dict[str, list[PoolPlayer]] = defaultdict(list)
        self._pool_ids: dict[date, set[int]] = defaultdict(set)
        seen: dict[tuple[int, str], list[date]] = defaultdict(list)
        columns = ("game_date", "game_id", "player_id", "team_id", "team_name", "player_name")
        for day, game, player, team, team_name, name in _rows(pool_member, columns):
            self._pools[game].append((player, team, team_name, name))
            self._pool_ids[day].add(player)
            seen[player, name].append(day)
        self._pool_dates = {who: sorted(days) for who, days in seen.items()}
        self._rosters: dict[tuple[str, int], list[RosterPlayer]] = defaultdict(list)
        listing = ("season", "team_id", "player_id", "player_name", "starts_on")
        for season, team, player, name, starts_on in _rows(roster, listing):
            self._rosters[season, team].append((player, name, starts_on))
        self._members: dict[date, list[Candidate]] = {}

    def pool(self, game_id: str) -> list[PoolPlayer]:
        """Return the players who may play in a game."""
        return self._pools.get(game_id, [])

    def is_in_pool(self, player_id: int, day: date) -> bool:
        """Return whether a player may play in any game of a date."""
        return player_id in self._pool_ids.get(day, ())

    def roster(self, season: str, team_id: int, day: date) -> Iterator[tuple[int, str]]:
        """Yield id and name of a team's roster players, if the season has begun by a date."""
        for player, name, starts_on in self._rosters.get((season, team_id), ()):
            if starts_on <= day:
                yield player, name

    def members(self, day: date) -> list[Candidate]:
        """Return everyone in a pool within the year up to a date, under each name used there."""
        if day not in self._members:
            known = sorted(who for who in self._pool_dates if self._was_in_pool(who, day))
            self._members[day] = [Candidate.named(*who) for who in known]
        return self._members[day]

    def other_names(self, player_id: int, own: str, day: date) -> list[str]:
        """Return a player's other names as of a date, sorted.

        Names are taken from pools of the year before the date and from rosters of three years.
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
        """Return each player's names in pools, and those on rosters with their dates.

        Players who have had only one name are left out.
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
    """The players whom names may mean in one setting of a date: a game, a team or all games."""

    def __init__(
        self, games: Iterable[Row], setting: str, source: str, day: date, league: League
    ) -> None:
        self._games = list(games)
        self._day = day
        self._league = league
        self._team = team_key(setting) if source == INJURIES else None

    @property
    def has_game(self) -> bool:
        """Return whether the schedule has a game in this setting."""
        return bool(self._games)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Return the players in the games' pools, then those only on rosters, under every name."""
        return [
            Candidate.named(player, name, game, team) for player, game, team, name in self._named
        ]

    @cached_property
    def _named(self) -> list[NamedPlayer]:
        """Return the data of the candidates, since most names are matched without building any."""
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
        """Return the player whom a name means and the rule that fits; None if no rule fits.

        The rules in order: a settlement of this spelling for a player of the game, the exact
        spelling, a settlement for any other player, and the looser rules of ``match``. This order
        keeps a settlement from taking a name away from a player of the game who has exactly it.

        Args:
            name: the name as the feed writes it.
            settled: the player to whom a person has assigned this spelling, if any.
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
        """Return the players of the games most similar to a name, with their similarity.

        Players of the whole league are included if nobody of the games is similar enough. Players
        for whom the name may be a nickname rank by ``GUESS_SIMILARITY``.
        """
        key = name_key(name)
        guessed = [(GUESS_SIMILARITY, candidate) for candidate in guesses(key, self.candidates)]
        similar = most_similar(key, self.candidates, count)
        if not (guessed or (similar and similar[0][0] >= MIN_SIMILARITY)):
            similar = most_similar(key, [*self.candidates, *self._league.members(self._day)], count)
        best: dict[int, tuple[float, Candidate]] = {}
        for score, candidate in (*guessed, *similar):
            known = best.get(candidate.player_id)
            if known is None or known[0] < score:
                best[candidate.player_id] = score, candidate
        ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].player_id))
        return ranked[:count]

    def _by_league(self, key: str, suffix: str) -> tuple[Candidate, Method] | None:
        """Return the only player of the whole league whom the name fits; None if there is none."""
        members = self._league.members(self._day)
        bearer = only_bearer(key, self.candidates, members)
        if bearer is not None and suffix in ("", bearer.suffix):
            return bearer, Method.ONLY_BEARER
        elsewhere = match(key, members, suffix)
        if elsewhere is None or elsewhere[1] not in LEAGUE_WIDE_METHODS:
            return None
        player_id = elsewhere[0].player_id
        if self._league.is_in_pool(player_id, self._day):
            return None  # The player may play in another game of the date.
        return Candidate(player_id, key, self._only_game), Method.ELSEWHERE

    @cached_property
    def _ids(self) -> dict[int, Candidate]:
        return {c.player_id: c for c in reversed(self.candidates)}

    @cached_property
    def _by_spelling(self) -> dict[tuple[str, str], dict[int, NamedPlayer]]:
        """Return the candidates by key and suffix, and then by player."""
        spelled: dict[tuple[str, str], dict[int, NamedPlayer]] = defaultdict(dict)
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
        """Yield (player, game, team, name) of the roster players who are not in ``known``."""
        for game in self._games:
            for side in ("home", "away"):
                team = game[f"{side}_team_id"]
                if self._is_meant(game[f"{side}_team_name"]):
                    for player, name in self._league.roster(game["season"], team, self._day):
                        if player not in known:
                            yield player, game["game_id"], team, name


class Directories:
    """The directories of all dates, by the setting with which feeds state the game."""

    def __init__(self, schedule: Frame, league: League) -> None:
        self._league = league
        self._directories: dict[tuple[date, str, str], Directory] = {}
        self._finder = GameFinder(schedule.to_pylist())

    def directory(self, day: date, source: str, setting: str) -> Directory:
        """Return the directory of a setting of a date."""
        key = (day, source, setting)
        if key not in self._directories:
            games = self._games(day, setting)
            self._directories[key] = Directory(games, setting, source, day, self._league)
        return self._directories[key]

    def _games(self, day: date, setting: str) -> list[Row]:
        """Return the game of the teams that a setting names, or all games if it names none."""
        if setting == NO_SETTING:
            return self._finder.on(day)
        away, between, home = setting.partition(" @ ")
        game = self._finder.find(day, home, away).game if between else self._finder.of(day, away)
        return [game] if game else []


def _rows(rows: Frame, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(rows[name].to_pylist() for name in columns), strict=True)

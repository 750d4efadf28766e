"""Events while services are asked day by day: a postponed game, a trade, a scratch.

An archive holds the final state. A situation alters earlier answers, so that a client sees the
change when it becomes known. Unlike a fault, it is the same each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

import orjson

from tipoff.domain.league_time import eastern_date
from tipoff.simulation.service.altered import SIDES, cut, document_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TIMES = ("gameDateTimeUTC", "gameDateTimeEst", "commence_time")
TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"
Record = dict[str, Any]


class Situation(Protocol):
    """An event that becomes known at some time."""

    def alter(self, path: str, body: bytes, now: datetime) -> bytes:
        """Return an answer as of a time; unchanged if the event does not affect it."""
        ...


@dataclass(frozen=True)
class Rescheduled:
    """A game that is played on a later date than planned.

    Until ``announced``, it is listed on the planned date. Between ``announced`` and ``moved``, if
    they differ, it is postponed: listed on the planned date as PPD, with no quotes. From ``moved``
    on, it is listed on the date on which it is played; a PPD listing stays beside that.
    """

    game: str
    event: str
    """The game's id at the odds service."""
    planned: date
    played: date
    announced: datetime
    moved: datetime

    def alter(self, path: str, body: bytes, now: datetime) -> bytes:
        """Return the schedule, or the odds service's answers, as of a time."""
        if path.endswith("/scheduleleaguev2"):
            return self._schedule(body, now)
        if "/v4/" in path and now < self.moved:
            return self._events(body, now)
        return body

    def _schedule(self, body: bytes, now: datetime) -> bytes:
        document = document_of(body)
        days = {d["gameDate"][:10]: d["games"] for d in document["leagueSchedule"]["gameDates"]}
        own, planned = (days[f"{day:%m/%d/%Y}"] for day in (self.played, self.planned))
        listed = next(game for game in own if game["gameId"] == self.game)
        if now < self.moved:
            own.remove(listed)
        if now < self.announced or self.announced < self.moved:
            listed = self._as_planned(listed) | {"gameStatus": 1}
            planned.append(listed | ({"gameStatusText": "PPD"} if now >= self.announced else {}))
        return orjson.dumps(document)

    def _events(self, body: bytes, now: datetime) -> bytes:
        document = document_of(body)
        listed = document if isinstance(document, list) else [document]
        others = [event for event in listed if event.get("id") != self.event]
        mine = [self._as_planned(event) for event in listed if event.get("id") == self.event]
        if isinstance(document, list):
            return orjson.dumps([*others, *(mine if now < self.announced else [])])
        return orjson.dumps(mine[0]) if mine else body

    def _as_planned(self, record: Record) -> Record:
        """Return a game's record with its times on the planned date."""
        earlier = self.played - self.planned
        return record | {
            name: f"{datetime.strptime(record[name], TIME_FORMAT) - earlier:{TIME_FORMAT}}"
            for name in TIMES
            if name in record
        }


@dataclass(frozen=True)
class LateLog:
    """Season logs without the games of a date and later ones until they are posted."""

    day: date
    posted: datetime

    def alter(self, path: str, body: bytes, now: datetime) -> bytes:
        """Return a log as of a time."""
        is_log = path.endswith("/leaguegamelog")
        return cut(body, self.day) if is_log and now < self.posted else body


@dataclass(frozen=True)
class Traded:
    """Players who change teams on a date."""

    on: date
    teams: Mapping[int, tuple[int, int]]
    """The teams before and after the trade, by player."""

    def alter(self, path: str, body: bytes, now: datetime) -> bytes:
        """Return a roster, or the index of players, as of a time."""
        if not path.endswith(("/commonteamroster", "/playerindex")):
            return body
        document = document_of(body)
        result = document["resultSets"][0]
        names = {name: place for place, name in enumerate(result["headers"])}
        if path.endswith("/playerindex"):
            for row in result["rowSet"]:
                row[names["TEAM_ID"]] = self._team(
                    row[names["PERSON_ID"]], row[names["TEAM_ID"]], now
                )
        else:
            result["rowSet"] = [
                row
                for row in result["rowSet"]
                if self._team(row[names["PLAYER_ID"]], row[names["TeamID"]], now)
                == row[names["TeamID"]]
            ]
        return orjson.dumps(document)

    def _team(self, player: int, otherwise: int, now: datetime) -> int:
        before, after = self.teams.get(player, (otherwise, otherwise))
        return before if eastern_date(now) < self.on else after


@dataclass(frozen=True)
class LateScratch:
    """A player who is confirmed as a starter but becomes inactive before the game."""

    game: str
    player: int
    known_at: datetime

    def alter(self, path: str, body: bytes, now: datetime) -> bytes:
        """Return lineups with the player as starter, until the scratch is known."""
        if "daily_lineups" not in path or now >= self.known_at:
            return body
        document = document_of(body)
        for players in self._confirmed(document):
            out = next(p for p in players if p["personId"] == self.player)
            instead = next(p for p in players if p["position"])
            out |= {"position": instead["position"], "rosterStatus": "Active"}
            instead["position"] = ""
        return orjson.dumps(document)

    def _confirmed(self, document: Record) -> Iterator[list[Record]]:
        for game in document["games"]:
            for side in SIDES if game["gameId"] == self.game else ():
                players = game[side]["players"]
                own = [p for p in players if p["personId"] == self.player]
                if own and own[0]["lineupStatus"] == "Confirmed":
                    yield players


@dataclass(frozen=True)
class SilentOdds:
    """A date on which the odds service lists no events."""

    day: date

    def alter(self, path: str, body: bytes, now: datetime) -> bytes:
        """Return an empty list of events on the date."""
        is_list = path.endswith("/basketball_nba/events")
        return b"[]" if is_list and eastern_date(now) == self.day else body

"""The league's statistics service and its live feed, as they answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.replay.archive import Archive, Found
from tipoff.replay.wire import cut, document_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

BY_GAME = ("boxscoretraditionalv3", "boxscoresummaryv2")
ASKED = {
    "scheduleleaguev2": ("Season",),
    "leaguegamelog": ("Season", "PlayerOrTeam"),
    "shotchartdetail": ("Season", "TeamID"),
    "commonteamroster": ("Season", "TeamID"),
    **dict.fromkeys(BY_GAME, ("GameID",)),
}
"""Of all parameters of a request, those a recording is named by."""
REGULAR = "Regular Season"
INDEX_HEADERS = ("PERSON_ID", "PLAYER_LAST_NAME", "PLAYER_FIRST_NAME", "TEAM_ID", "POSITION",
                 "ROSTER_STATUS")  # fmt: skip


@dataclass(frozen=True)
class NbaService:
    """``/stats/ENDPOINT?...``."""

    archive: Archive
    prefix: str = "/stats/"

    def answer(self, path: str, query: Mapping[str, str], until: date | None) -> Found | None:
        """What the endpoint answers; of a game to come there is nothing yet."""
        if path == "playerindex":
            return self._player_index(query.get("Season", ""))
        if path not in ASKED or (path in BY_GAME and not self._played(query, until)):
            return None
        if path == "shotchartdetail" and query.get("TeamID") == "0":
            return self._shots_of_all(query, until)
        named = {name: query.get(name, "") for name in ASKED[path]}
        phase = query.get("SeasonType", REGULAR)
        body = self.archive.find(
            path, named if phase == REGULAR else {**named, "SeasonType": phase}
        )
        return None if body is None else Found(cut(body, until) if until else body)

    def _played(self, query: Mapping[str, str], until: date | None) -> bool:
        """Whether the game was over by then."""
        if until is None:
            return True
        box = self.archive.find("boxscoretraditionalv3", {"GameID": query.get("GameID", "")})
        return box is not None and self._days.get(query["GameID"], until) < until

    @cached_property
    def _days(self) -> dict[str, date]:
        found: dict[str, date] = {}
        for body in self.archive.every("scheduleleaguev2"):
            for day in document_of(body)["leagueSchedule"]["gameDates"]:
                played_on = datetime.strptime(day["gameDate"][:10], "%m/%d/%Y").date()
                found |= {game["gameId"]: played_on for game in day["games"]}
        return found

    def _shots_of_all(self, query: Mapping[str, str], until: date | None) -> Found | None:
        """The shots of all teams between two dates, taken from their charts."""
        first, last = (
            datetime.strptime(query[name], "%m/%d/%Y").strftime("%Y%m%d")
            for name in ("DateFrom", "DateTo")
        )
        whole: dict[str, Any] = {}
        rows: list[list[Any]] = []
        for body in self.archive.every("shotchartdetail", Season=query.get("Season", "")):
            whole = document_of(cut(body, until) if until else body)
            chart = whole["resultSets"][0]
            day = chart["headers"].index("GAME_DATE")
            rows += [row for row in chart["rowSet"] if first <= row[day] <= last]
        if not whole or query.get("SeasonType", REGULAR) != REGULAR:
            return None
        chart = {**whole["resultSets"][0], "rowSet": rows}
        return Found(orjson.dumps({**whole, "resultSets": [chart]}))

    def _player_index(self, season: str) -> Found | None:
        """Every player once, as the last of the rosters that list him has him."""
        rows: dict[int, list[Any]] = {}
        label = {}
        for body in self.archive.every("commonteamroster", Season=season):
            roster = document_of(body)
            label = {"simulated": True} if roster.get("simulated") else {}
            result = roster["resultSets"][0]
            for row in result["rowSet"]:
                player = dict(zip(result["headers"], row, strict=True))
                first, _, last = player["PLAYER"].partition(" ")
                number = player["PLAYER_ID"]
                rows[number] = [number, last, first, player["TeamID"], player["POSITION"], 1.0]
        if not rows:
            return None
        listed = list(rows.values())
        index = {"name": "PlayerIndex", "headers": INDEX_HEADERS, "rowSet": listed}
        return Found(orjson.dumps({**label, "resource": "playerindex", "resultSets": [index]}))


@dataclass(frozen=True)
class NbaLiveFeed:
    """``/static/json/liveData/playbyplay/playbyplay_GAME.json``."""

    archive: Archive
    prefix: str = "/static/json/liveData/"

    def answer(self, path: str, query: Mapping[str, str], until: date | None) -> Found | None:
        """A game's actions."""
        named = re.fullmatch(r"playbyplay/playbyplay_(\d{10})\.json", path)
        body = self.archive.find("playbyplay", {"GameID": named[1]}) if named else None
        return None if body is None else Found(body)

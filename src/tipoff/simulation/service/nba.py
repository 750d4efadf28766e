"""The league's statistics service, live feed, schedule and lineups, simulated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.domain.league_time import eastern_date
from tipoff.simulation.service import forms
from tipoff.simulation.service.altered import cut, document_of
from tipoff.simulation.service.archive import Archive, ServiceAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

BOX, SUMMARY, OLD_SUMMARY = "boxscoretraditionalv3", "boxscoresummaryv3", "boxscoresummaryv2"
BY_GAME = (BOX, SUMMARY, OLD_SUMMARY)
LAST_OLD_SUMMARY = date(2025, 4, 10)
"""For later games, the second version of the summary has no inactive players."""
LIVE_BOX_SCORE = "boxscore"
IDENTIFYING_PARAMETERS = {
    "scheduleleaguev2": ("Season",),
    "leaguegamelog": ("Season", "PlayerOrTeam"),
    "shotchartdetail": ("Season", "TeamID"),
    "commonteamroster": ("Season", "TeamID"),
    **dict.fromkeys(BY_GAME, ("GameID",)),
}
"""By endpoint, the parameters of a request that identify its recording."""
REGULAR = "Regular Season"
INDEX_HEADERS = (
    "PERSON_ID",
    "PLAYER_LAST_NAME",
    "PLAYER_FIRST_NAME",
    "TEAM_ID",
    "POSITION",
    "ROSTER_STATUS",
)


@dataclass(frozen=True)
class NbaService:
    """The statistics service at ``/stats/ENDPOINT?...``."""

    archive: Archive
    prefix: str = "/stats/"

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return the endpoint's answer; None for a game to come."""
        until = eastern_date(now) if now else None
        if path == "playerindex":
            return self._player_index(query.get("Season", ""))
        if path not in IDENTIFYING_PARAMETERS:
            return None
        if path in BY_GAME:
            return _answer(self.games.answer(path, query.get("GameID", ""), until))
        if path == "shotchartdetail" and query.get("TeamID") == "0":
            return self._shots_of_all(query, until)
        named = {name: query.get(name, "") for name in IDENTIFYING_PARAMETERS[path]}
        phase = query.get("SeasonType", REGULAR)
        body = self.archive.find(
            path, named if phase == REGULAR else {**named, "SeasonType": phase}
        )
        return None if body is None else ServiceAnswer(cut(body, until) if until else body)

    @cached_property
    def games(self) -> GameAnswers:
        """Return the answers about single games."""
        return GameAnswers(self.archive)

    def _shots_of_all(self, query: Mapping[str, str], until: date | None) -> ServiceAnswer | None:
        """Return the shots of all teams between two dates, joined from the teams' charts."""
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
        return ServiceAnswer(orjson.dumps({**whole, "resultSets": [chart]}))

    def _player_index(self, season: str) -> ServiceAnswer | None:
        """Return every player once, with the team of the last roster with that player."""
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
        return ServiceAnswer(
            orjson.dumps({**label, "resource": "playerindex", "resultSets": [index]})
        )


@dataclass(frozen=True)
class NbaLiveFeed:
    """The live feed at ``/static/json/liveData/RESOURCE/RESOURCE_GAME.json``: plays, box scores."""

    archive: Archive
    prefix: str = "/static/json/liveData/"

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return a game's actions, or its box score."""
        named = re.fullmatch(r"(playbyplay|boxscore)/\1_(\d{10})\.json", path)
        if named is None:
            return None
        if named[1] == LIVE_BOX_SCORE:
            until = eastern_date(now) if now else None
            return _answer(self.games.answer(LIVE_BOX_SCORE, named[2], until))
        return _answer(self.archive.find(named[1], {"GameID": named[2]}))

    @cached_property
    def games(self) -> GameAnswers:
        """Return the answers about single games."""
        return GameAnswers(self.archive)


@dataclass(frozen=True)
class NbaStaticData:
    """The current season's schedule at ``/static/json/staticData/scheduleLeagueV2.json``."""

    archive: Archive
    prefix: str = "/static/json/staticData/"

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return the schedule of the last season in the archive."""
        if path != "scheduleLeagueV2.json" or not self.archive.seasons:
            return None
        body = self.archive.find("scheduleleaguev2", {"Season": self.archive.seasons[-1]})
        return _answer(cut(body, eastern_date(now)) if body and now else body)


@dataclass(frozen=True)
class NbaLineups:
    """The lineups of a date at ``/js/data/leaders/00_daily_lineups_YYYYMMDD.json``."""

    archive: Archive
    prefix: str = "/js/data/leaders/"

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return a date's newest snapshot by ``now``; None before the first."""
        named = re.fullmatch(r"00_daily_lineups_(\d{4})(\d\d)(\d\d)\.json", path)
        if named is None:
            return None
        day = date(*map(int, named.groups()))
        known = [
            body
            for parameters, body in self.archive.requests("daily_lineups", Date=str(day))
            if now is None or _captured_at(parameters) <= now
        ]
        return ServiceAnswer(known[-1]) if known else None


@dataclass(frozen=True)
class GameAnswers:
    """Answers about single finished games, in every format that is requested."""

    archive: Archive

    def answer(self, resource: str, game: str, until: date | None) -> bytes | None:
        """Return the recorded answer, or one converted from another format; None without either."""
        box = self._recorded(BOX, game)
        if until is not None and (box is None or self._days.get(game, until) >= until):
            return None
        return self._recorded(resource, game) or self._converted(resource, game, box)

    def _converted(self, resource: str, game: str, box: bytes | None) -> bytes | None:
        old, summary = self._recorded(OLD_SUMMARY, game), self._recorded(SUMMARY, game)
        if summary is None and old is not None and box is not None:
            content = document_of(box)["boxScoreTraditional"]
            summary = forms.summary_of_today(document_of(old), content)
        if summary is None or resource == SUMMARY:
            return summary
        if resource == OLD_SUMMARY:
            listed = self._days.get(game, date.max) <= LAST_OLD_SUMMARY
            return forms.old_summary(document_of(summary), with_inactives=listed)
        if resource == LIVE_BOX_SCORE and box is not None:
            tip = f"{self._days[game]}T19:00:00"
            return forms.live_box_score(document_of(box), document_of(summary), tip)
        return None

    def _recorded(self, resource: str, game: str) -> bytes | None:
        return self.archive.find(resource, {"GameID": game})

    @cached_property
    def _days(self) -> dict[str, date]:
        played_on: dict[str, date] = {}
        for body in self.archive.every("scheduleleaguev2"):
            for day in document_of(body)["leagueSchedule"]["gameDates"]:
                date_of = datetime.strptime(day["gameDate"][:10], "%m/%d/%Y").date()
                played_on |= {game["gameId"]: date_of for game in day["games"]}
        return played_on


def _captured_at(parameters: Mapping[str, str]) -> datetime:
    return datetime.strptime(parameters["CapturedAt"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _answer(body: bytes | None) -> ServiceAnswer | None:
    return None if body is None else ServiceAnswer(body)

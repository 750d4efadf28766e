"""Game logs by team, and the directory of teams and players."""

from __future__ import annotations

from datetime import date

from tipoff.publishing.contracts.parts import Column, Document, Number, Part, Text


class LogPlayers(Part):
    """The players of a team's log."""

    player_id: Column[int]
    player_name: Column[str]


class LogGames(Part):
    """The box scores of each player's games of two seasons."""

    player: Column[int]
    game_id: Column[str]
    game_date: Column[date]
    season: Column[str]
    team: Column[Text]
    opponent: Column[Text]
    home: Column[bool]
    starter: Column[bool | None]
    minutes: Column[Number]
    points: Column[int]
    rebounds: Column[int]
    assists: Column[int]
    threes_made: Column[int]
    steals: Column[int]
    blocks: Column[int]
    turnovers: Column[int]


class TeamLog(Document):
    """A team's players and their games."""

    team_id: int
    code: Text
    name: Text
    players: LogPlayers
    games: LogGames


class DirectoryTeams(Part):
    """Every team."""

    team_id: Column[int]
    code: Column[str]
    name: Column[str]


class DirectoryPlayers(Part):
    """Every player of two seasons; ``team`` is a row number in the teams."""

    player_id: Column[int]
    player_name: Column[str]
    team: Column[int | None]


class Directory(Document):
    """The directory of all teams and players."""

    teams: DirectoryTeams
    players: DirectoryPlayers

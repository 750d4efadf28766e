"""Past slates: what was predicted for a date, and what became of it."""

from __future__ import annotations

from datetime import date, datetime

from tipoff.publishing.contracts.parts import Column, Document, Halt, Number, Part, Text, Time


class SlatePlayers(Part):
    """The players of a past slate, with what was known when they were predicted.

    ``tip_at`` and the teams are missing of a game that the schedule does not have any more.
    """

    record: Column[str]
    prediction_time: Column[str]
    as_of: Column[datetime]
    game_id: Column[str]
    tip_at: Column[Time]
    away_team_code: Column[Text]
    home_team_code: Column[Text]
    home: Column[bool]
    player_id: Column[int]
    player_name: Column[str]


class MarketPredictions(Part):
    """One market of a slate, a row for each of its players; missing where nothing was predicted."""

    system: Column[Text]
    created_at: Column[Time]
    mean: Column[Number]
    low: Column[Number]
    high: Column[Number]


class SlateLines(Part):
    """The predictions at a line, and their best offers."""

    player: Column[int]
    market: Column[str]
    bookmaker: Column[Text]
    line: Column[float]
    over_price: Column[Number]
    under_price: Column[Number]
    p_over: Column[Number]
    p_push: Column[Number]
    blend_p_over: Column[Number]
    """Of the ticket's line where there is a pick, else of the reference line; pushes aside."""
    bet_bookmaker: Column[Text]
    bet_line: Column[Number]
    bet_side: Column[Text]
    bet_price: Column[Number]
    expected_value: Column[Number]
    stake_share: Column[Number]
    recommendation: Column[str]
    low_p_plays: Column[Number]
    """Of a pick on a player who is unlikely to play: the probability that he plays at all."""


class SlateBreakouts(Part):
    """The breakout predictions of a slate."""

    game_id: Column[str]
    player_id: Column[int]
    probability: Column[float]
    base_rate: Column[Number]
    season_mean: Column[Number]
    as_of: Column[Time]
    record: Column[str]


class SlateOfDate(Document):
    """What was predicted for a date."""

    date: date
    players: SlatePlayers
    predictions: dict[str, MarketPredictions]
    lines: SlateLines
    breakouts: SlateBreakouts
    halt: Halt


class ResultGames(Part):
    """The games of a date that have a result."""

    game_id: Column[str]


class ResultPlayers(Part):
    """Everyone who appeared in one of the games, with the seconds played."""

    game_id: Column[str]
    player_id: Column[int]
    player_name: Column[str]
    seconds: Column[int]


class ResultsOfDate(Document):
    """What the players of a date did; the files under ``graded`` have how predictions fared."""

    date: date
    games: ResultGames
    players: ResultPlayers
    actual: dict[str, Column[int]]
    """Of each single market; all others are sums of them, or the whole minutes."""


class ScheduledGames(Part):
    """The games of every date."""

    game_id: Column[str]
    game_date: Column[date]


class ScheduleDocument(Document):
    """Which games each date has; a game that is on neither list on a date of theirs left it."""

    games: ScheduledGames
    without_games: list[date]
    """The dates that the schedule covers and has no game on."""

"""Past slates: the predictions for a date, and the results."""

from __future__ import annotations

from datetime import date, datetime

from tipoff.publishing.contracts.parts import Column, Document, Halt, Number, Part, Text, Time


class SlatePlayers(Part):
    """The players of a past slate, as known when they were predicted.

    ``tip_at`` and the teams are missing if the schedule no longer has the game.
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
    """One market of a slate, with a row for each player; missing values where not predicted."""

    system: Column[Text]
    created_at: Column[Time]
    mean: Column[Number]
    low: Column[Number]
    high: Column[Number]


class SlateLines(Part):
    """The predictions at a line, and the best offer for each."""

    player: Column[int]
    market: Column[str]
    bookmaker: Column[Text]
    line: Column[float]
    over_price: Column[Number]
    under_price: Column[Number]
    p_over: Column[Number]
    p_push: Column[Number]
    blend_p_over: Column[Number]
    """At the ticket's line if there is a pick, else at the reference line; pushes aside."""
    bet_bookmaker: Column[Text]
    bet_line: Column[Number]
    bet_side: Column[Text]
    bet_price: Column[Number]
    expected_value: Column[Number]
    stake_share: Column[Number]
    recommendation: Column[str]
    low_p_plays: Column[Number]
    """Probability of playing, given only for picks on players who are unlikely to play."""


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
    """The predictions for a date."""

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
    """The counts of players on a date. Graded predictions are in the files under ``graded``."""

    date: date
    games: ResultGames
    players: ResultPlayers
    actual: dict[str, Column[int]]
    """Counts in each single market; all other markets are sums of these, or whole minutes."""


class ScheduledGames(Part):
    """The games of every date."""

    game_id: Column[str]
    game_date: Column[date]


class ScheduleDocument(Document):
    """The games of each date.

    A game that is not listed on a date that is in ``games`` or ``without_games`` was moved from it
    or cancelled.
    """

    games: ScheduledGames
    without_games: list[date]
    """The dates that the schedule covers but that have no game."""

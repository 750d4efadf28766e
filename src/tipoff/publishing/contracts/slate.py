"""The upcoming slate: predictions, picks and every book's prices."""

from __future__ import annotations

from datetime import date, datetime

from tipoff.publishing.contracts.parts import Column, Document, Halt, Number, Part, Text, Time


class Games(Part):
    """The games of a slate, in order of tip-off."""

    game_id: Column[str]
    tip_at: Column[datetime]
    arena: Column[Text]
    status: Column[int]
    home_team_id: Column[int]
    home_team_code: Column[str]
    home_team_name: Column[str]
    away_team_id: Column[int]
    away_team_code: Column[str]
    away_team_name: Column[str]
    home_spread: Column[Number]
    home_spread_open: Column[Number]
    total: Column[Number]
    total_open: Column[Number]
    home_price: Column[Number]
    away_price: Column[Number]
    bookmaker: Column[Text]
    captured_at: Column[Time]


class Teams(Part):
    """Both teams of each game, with averages from before the game."""

    game: Column[int | None]
    team_id: Column[int]
    home: Column[bool]
    days_rest: Column[Number]
    is_back_to_back: Column[bool | None]
    implied_team_total: Column[Number]
    games_last_7_days: Column[Number]
    pace_avg_last_10: Column[Number]
    offensive_rating_avg_last_10: Column[Number]
    defensive_rating_avg_last_10: Column[Number]
    wins_avg_season: Column[Number]
    points_avg_last_10: Column[Number]
    points_allowed_avg_last_10: Column[Number]
    lineup_status: Column[Text]
    lineup_at: Column[Time]
    report_at: Column[Time]
    paint_weakness: Column[Number]
    mid_range_weakness: Column[Number]
    corner_three_weakness: Column[Number]
    above_break_three_weakness: Column[Number]


class Players(Part):
    """Everyone who may play, with their newest reported status."""

    game: Column[int]
    player_id: Column[int]
    player_name: Column[str]
    home: Column[bool]
    status: Column[Text]
    status_source: Column[Text]
    status_at: Column[Time]
    reason: Column[Text]
    starting: Column[bool | None]
    minutes_avg_last_10: Column[Number]
    minutes_std_last_10: Column[Number]
    usage_rate_avg_last_10: Column[Number]
    paint_attempts_avg_last_10: Column[Number]
    mid_range_attempts_avg_last_10: Column[Number]
    corner_three_attempts_avg_last_10: Column[Number]
    above_break_three_attempts_avg_last_10: Column[Number]
    paint_field_goal_share_last_10: Column[Number]
    mid_range_field_goal_share_last_10: Column[Number]
    corner_three_field_goal_share_last_10: Column[Number]
    above_break_three_field_goal_share_last_10: Column[Number]


class Context(Part):
    """Facts known before tip-off, in words; ``market`` is empty if a fact applies to all markets.

    ``is_known`` says whether the game's predictions knew the fact when they were made.
    """

    player: Column[int]
    market: Column[str]
    text: Column[str]
    is_known: Column[bool]


class Predictions(Part):
    """The predictions and picks by player and market, without players who are out."""

    player: Column[int]
    market: Column[str]
    record: Column[str]
    prediction_time: Column[str]
    information: Column[str]
    p_plays: Column[Number]
    system: Column[str]
    as_of: Column[datetime]
    created_at: Column[Time]
    mean: Column[float]
    dispersion: Column[float]
    zero_share: Column[float]
    low_share: Column[Number]
    low_ratio: Column[Number]
    low_dispersion: Column[Number]
    blend_mean: Column[Number]
    blend_dispersion: Column[Number]
    blend_zero_share: Column[Number]
    blend_low_share: Column[Number]
    blend_low_ratio: Column[Number]
    blend_low_dispersion: Column[Number]
    median: Column[float]
    low: Column[float]
    high: Column[float]
    bookmaker: Column[Text]
    line: Column[Number]
    over_price: Column[Number]
    under_price: Column[Number]
    captured_at: Column[Time]
    lead_p_over: Column[Number]
    lead_p_push: Column[Number]
    model_p_over: Column[Number]
    market_p_over: Column[Number]
    market_books: Column[int]
    bet_line: Column[Number]
    bet_side: Column[Text]
    bet_bookmaker: Column[Text]
    bet_price: Column[Number]
    price_captured_at: Column[Time]
    price_now: Column[Number]
    next_price: Column[Number]
    next_bookmaker: Column[Text]
    fair_price: Column[Number]
    expected_value: Column[Number]
    stake_share: Column[Number]
    recommendation: Column[str]
    current_p_over: Column[Number]
    current_expected_value: Column[Number]


class Breakouts(Part):
    """Probabilities of scoring at least 1.5 times the season's mean."""

    player: Column[int]
    probability: Column[float]
    base_rate: Column[Number]
    season_mean: Column[Number]


class NewestInputs(Part):
    """The newest publication time of each input of the slate."""

    prices: Time
    injury_report: Time
    lineups: Time


class Today(Document):
    """The upcoming slate."""

    clock: Time
    date: date
    games: Games
    teams: Teams
    players: Players
    context: Context
    predictions: Predictions
    breakouts: Breakouts
    inputs: NewestInputs
    halt: Halt
    notices: list[str]


class Offers(Part):
    """All available quotes on the slate, including alternates and suspect prices."""

    player: Column[int]
    market: Column[str]
    bookmaker: Column[str]
    line: Column[float]
    over_price: Column[Number]
    under_price: Column[Number]
    captured_at: Column[Time]
    is_alternate: Column[bool]
    suspect: Column[Text]
    opened_at: Column[Time]
    opening_line: Column[Number]
    opening_over_price: Column[Number]
    opening_under_price: Column[Number]
    p_over: Column[Number]
    p_push: Column[Number]
    over_expected_value: Column[Number]
    under_expected_value: Column[Number]


class Prices(Document):
    """Every book's prices on the upcoming slate.

    ``player`` is a row number in the players of ``today.json``.
    """

    date: date
    offers: Offers

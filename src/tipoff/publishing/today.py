"""The documents of the upcoming slate: the slate itself, prices, open questions and line moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.publishing import advice as advices
from tipoff.publishing import branches, context, movement
from tipoff.publishing.columns import encoded
from tipoff.publishing.knowledge import Knowledge
from tipoff.raw.shot import ZONES

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows
    from tipoff.publishing.slate_advice import SlateAdvice

READS = (
    *advices.READS,
    *branches.READS,
    *context.READS,
    *movement.READS,
    "breakout_prediction",
    "game_line",
    "offer_value",
    "upcoming_team_game_context",
)
"""Tables that the documents are made from."""
GAMES = """
SELECT game_id, tip_at, arena, status, home_team_id, home_team_code, home_team_name, away_team_id,
    away_team_code, away_team_name, home_spread, home_spread_open, total, total_open, home_price,
    away_price, bookmaker, captured_at
FROM (FROM schedule WHERE game_date = DATE '{day}')
LEFT JOIN (SELECT * EXCLUDE (game_date) FROM game_line WHERE game_date = DATE '{day}')
    USING (game_id)
ORDER BY tip_at, game_id
"""
TEAMS = """
SELECT game_id, team_id, home, days_rest, is_back_to_back, implied_team_total, games_last_7_days,
    pace_avg_last_10, offensive_rating_avg_last_10, defensive_rating_avg_last_10,
    wins_avg_season, points_avg_last_10, points_allowed_avg_last_10
FROM (FROM upcoming_team_game_context WHERE game_date = DATE '{day}')
LEFT JOIN (SELECT * EXCLUDE (game_date) FROM team_daily_cache WHERE game_date = DATE '{day}')
    USING (game_id, team_id)
ORDER BY game_id, home DESC
"""
OFFERS = """
SELECT o.game_id, o.player_id, o.market, o.bookmaker, o.line, o.over_price, o.under_price,
    o.captured_at, o.is_alternate, o.suspect, o.opened_at, o.opening_over_price,
    o.opening_under_price, o.opening_line, v.p_over, v.p_push, v.over_expected_value,
    v.under_expected_value
FROM (FROM player_prop_offer WHERE game_date = DATE '{day}' AND stands) o
LEFT JOIN (FROM offer_value WHERE game_date = DATE '{day}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market, bookmaker, line
        ORDER BY prediction_time, list_position([{richest_first}], information)) = 1) v
    USING (game_id, player_id, market, bookmaker, line)
ORDER BY o.game_id, o.player_id, o.market, o.is_alternate, o.bookmaker, o.line
"""
BREAKOUTS = """
SELECT game_id, player_id, probability, base_rate, season_mean FROM breakout_prediction
WHERE is_shown AND game_date = DATE '{day}' ORDER BY probability DESC, player_id
"""
PREDICTION_COLUMNS = (
    "record",
    "prediction_time",
    "information",
    "p_plays",
    "system",
    "as_of",
    "created_at",
    "mean",
    "dispersion",
    "zero_share",
    "low_share",
    "low_ratio",
    "low_dispersion",
    "blend_mean",
    "blend_dispersion",
    "blend_zero_share",
    "blend_low_share",
    "blend_low_ratio",
    "blend_low_dispersion",
    "median",
    "low",
    "high",
    "bookmaker",
    "line",
    "over_price",
    "under_price",
    "captured_at",
    "lead_p_over",
    "lead_p_push",
    "model_p_over",
    "market_p_over",
    "market_books",
    "bet_line",
    "bet_side",
    "bet_bookmaker",
    "bet_price",
    "price_captured_at",
    "price_now",
    "next_price",
    "next_bookmaker",
    "fair_price",
    "expected_value",
    "stake_share",
    "recommendation",
    "current_p_over",
    "current_expected_value",
)
PLAYER_COLUMNS = (
    "player_id",
    "player_name",
    "home",
    "status",
    "status_source",
    "status_at",
    "reason",
    "starting",
    "minutes_avg_last_10",
    "minutes_std_last_10",
    "usage_rate_avg_last_10",
    *(f"{zone}_attempts_avg_last_10" for zone in ZONES),
    *(f"{zone}_field_goal_share_last_10" for zone in ZONES),
)
OFFER_COLUMNS = (
    "bookmaker",
    "line",
    "over_price",
    "under_price",
    "captured_at",
    "is_alternate",
    "suspect",
    "opened_at",
    "opening_line",
    "opening_over_price",
    "opening_under_price",
    "p_over",
    "p_push",
    "over_expected_value",
    "under_expected_value",
)
PLAYER_KEY = ["game_id", "player_id"]


def today(rows: Rows, slate: SlateAdvice) -> tuple[dict[str, Any], ...]:
    """Return the documents of a date: the slate, prices, open questions and line movement.

    In all of them ``player`` is a row number in the slate's ``players``, and ``game`` one in its
    ``games``, both from 0. Players who are out have no predictions.
    """
    day, statuses = slate.day, slate.statuses
    features = context.features(rows, day)
    standings = context.Standings.read(rows, day)
    knowledge = Knowledge.read(rows, day, slate.predictions)
    games = rows.arrow(GAMES.format(day=day))
    players = _players(games, statuses, features)
    predictions = _with_player_rows(slate.predictions, players)
    offers = _with_player_rows(
        rows.arrow(OFFERS.format(day=day, richest_first=advices.RICHEST_FIRST)), players
    )
    slate_document = {
        "date": day,
        "games": encoded(games),
        "teams": encoded(_teams(rows, day, games, statuses, standings)),
        "players": encoded(players.select(["game", *PLAYER_COLUMNS])),
        "context": encoded(_context(players, statuses, features, standings, knowledge)),
        "predictions": encoded(predictions.select(["player", "market", *PREDICTION_COLUMNS])),
        "breakouts": encoded(
            _with_player_rows(rows.arrow(BREAKOUTS.format(day=day)), players).select(
                ["player", "probability", "base_rate", "season_mean"]
            )
        ),
        "inputs": _input_times(slate.offers, statuses),
        "halt": slate.halt,
        "notices": slate.notices,
    }
    prices = encoded(offers.select(["player", "market", *OFFER_COLUMNS]))
    cases = encoded(branches.branches(rows, day, players, predictions))
    own_moves = _with_player_rows(movement.moves(rows, day), players)
    moves = encoded(own_moves.select(["player", "market", *movement.COLUMNS]))
    return (
        slate_document,
        {"date": day, "offers": prices},
        {"date": day, "branches": cases},
        {"date": day, "moves": moves},
    )


def _input_times(offers: pa.Table, statuses: pa.Table) -> dict[str, Any]:
    """Return when each input of the slate was last published; None if it never was."""
    import pyarrow.compute as pc

    return {
        "prices": pc.max(offers["captured_at"]).as_py(),
        "injury_report": pc.max(statuses["report_at"]).as_py(),
        "lineups": pc.max(statuses["lineup_at"]).as_py(),
    }


def _players(games: pa.Table, statuses: pa.Table, features: pa.Table) -> pa.Table:
    """Return everyone who may play, each with the row number of the game."""
    import pyarrow as pa

    place = {game: row for row, game in enumerate(games["game_id"].to_pylist())}
    rows = statuses.join(features.drop_columns(["team_id"]), PLAYER_KEY, join_type="left outer")
    rows = rows.append_column("game", pa.array([place[g] for g in rows["game_id"].to_pylist()]))
    return rows.sort_by(
        [(n, o) for n, o in (("game", "ascending"), ("home", "descending"))]
        + [("player_name", "ascending"), ("player_id", "ascending")]
    )


def _with_player_rows(rows: pa.Table, players: pa.Table) -> pa.Table:
    """Return the rows with ``player``, the row number in ``players``, sorted by market and player.

    Rows of players who are not in ``players`` are left out.
    """
    import pyarrow as pa

    place = players.select(PLAYER_KEY).append_column(
        "player", pa.array(np.arange(players.num_rows))
    )
    rows = rows.append_column("order", pa.array(np.arange(rows.num_rows)))
    rows = rows.join(place, PLAYER_KEY, join_type="inner")
    by_market = [("market", "ascending")] if "market" in rows.column_names else []
    return rows.sort_by([*by_market, ("player", "ascending"), ("order", "ascending")])


def _teams(
    rows: Rows, day: date, games: pa.Table, statuses: pa.Table, standings: context.Standings
) -> pa.Table:
    """Return both teams of each game, with their newest lineup and injury report."""
    import pyarrow as pa

    place = {game: row for row, game in enumerate(games["game_id"].to_pylist())}
    team_reports = {
        (r["game_id"], r["team_id"]): r
        for r in statuses.select(
            ["game_id", "team_id", "lineup_status", "lineup_at", "report_at"]
        ).to_pylist()
    }
    teams = rows.arrow(TEAMS.format(day=day))
    keys = list(zip(teams["game_id"].to_pylist(), teams["team_id"].to_pylist(), strict=True))
    extra: dict[str, pa.Array] = {
        "game": pa.array([place.get(game) for game, _ in keys], pa.int64()),
        **{
            name: pa.array([team_reports.get(key, {}).get(name) for key in keys], dtype)
            for name, dtype in (
                ("lineup_status", pa.string()),
                ("lineup_at", pa.timestamp("us")),
                ("report_at", pa.timestamp("us")),
            )
        },
        **{
            f"{zone}_weakness": pa.array(
                [standings.of_team.get(team, {}).get(f"{zone}_weakness") for _, team in keys],
                pa.float64(),
            )
            for zone in ZONES
        },
    }
    for name, column in extra.items():
        teams = teams.append_column(name, column)
    return teams.drop_columns(["game_id"])


def _context(
    players: pa.Table,
    statuses: pa.Table,
    features: pa.Table,
    standings: context.Standings,
    knowledge: Knowledge,
) -> pa.Table:
    import pyarrow as pa

    place = {
        key: row
        for row, key in enumerate(zip(*(players[n].to_pylist() for n in PLAYER_KEY), strict=True))
    }
    facts = [
        (place[row["game_id"], row["player_id"]], fact.market, fact.text, fact.is_known)
        for row, fact in context.facts(
            features.to_pylist(), statuses.to_pylist(), standings, knowledge
        )
    ]
    facts.sort(key=lambda each: each[0])
    columns = zip(*facts, strict=True) if facts else ((), (), (), ())
    types = (pa.int64(), pa.string(), pa.string(), pa.bool_())
    arrays = [pa.array(list(v), t) for v, t in zip(columns, types, strict=True)]
    return pa.table(arrays, ["player", "market", "text", "is_known"])

"""Build the published row of each player and market: probabilities at a line, and a ticket.

A row's quote consists of line, book, both prices and capture time. It is the ticket's quote if
there is a pick, else the reference quote. All probabilities of the row are at the line of this
quote. These three leave pushes aside:

- ``lead_p_over``, the leading probability: the blend's where there is a market, else the model's.
  For a pick it is the probability from which the ticket's expected value was computed, so that
  probability, price and expected value agree;
- ``model_p_over``: the model's own probability, made without knowledge of the line;
- ``market_p_over``: the median no-vig probability of the books that quote the line. For a pick it
  is the one from which the expected value was computed: the other feeds' probability at the
  ticket's line, even if their own lines differ.

``p_over``, ``p_push`` and ``p_under`` are the model's probabilities at that line. ``blend_p_over``
and ``blend_p_under`` are the leading ones where there is a market. At whole lines they add up to
less than 1, by the probability of a push.

The expected counts ``mean``, ``median``, ``low`` and ``high`` are the model's in every row, with or
without a line. That keeps a sum market comparable with its parts, and past slates with the
upcoming one.

A live prediction is written once, but more becomes known until tip-off. ``current_p_over`` and
``current_expected_value`` give the blend's present view of a ticket.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.models.blending import with_p_over
from tipoff.predictions.models.systems import BLEND
from tipoff.predictions.odds.book_quotes import Quotes
from tipoff.predictions.odds.conversions import american_to_decimal, fair_american
from tipoff.predictions.player_prediction import PlayerPrediction
from tipoff.predictions.system_prediction import distribution_of, parameters_of
from tipoff.publishing import availability
from tipoff.publishing.graded_lines import numbers, texts
from tipoff.publishing.tickets import picked_rows, quotes_by_key, ticket, with_ticket_quotes

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.reading import Rows

READS = (
    "player_prediction",
    "live_prediction",
    "combined_prediction",
    "offer_value",
    "player_prop_offer",
    *availability.READS,
)
"""Tables that advice is made from."""
PREDICTION_KEY = ["game_id", "player_id", "market", "prediction_time", "record"]
PROP = PREDICTION_KEY[:3]
GAME = ("home_team_code", "away_team_code", "tip_at")
BEST_INFORMED = """
(FROM player_prediction WHERE game_date = DATE '{day}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market
        ORDER BY record, prediction_time) = 1)
"""
"""The best-informed prediction per player and market: before tip-off, else the morning's."""
BLENDED = """
(SELECT game_id, player_id, market, prediction_time, 'live' AS record, mean AS blend_mean,
    dispersion AS blend_dispersion, zero_share AS blend_zero_share, low_share AS blend_low_share,
    low_ratio AS blend_low_ratio, low_dispersion AS blend_low_dispersion
    FROM live_prediction WHERE game_date = DATE '{day}' AND system = '{blend}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market, prediction_time
        ORDER BY edition DESC) = 1
UNION ALL
SELECT game_id, player_id, market, prediction_time, 'replayed', mean, dispersion, zero_share,
    low_share, low_ratio, low_dispersion
    FROM combined_prediction WHERE game_date = DATE '{day}' AND system = '{blend}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market, prediction_time
        ORDER BY information) = 1)
"""
TICKET_MARKET = """
(SELECT game_id, player_id, market, prediction_time, information, bookmaker AS bet_bookmaker,
    line AS bet_line, side AS bet_side, price AS bet_price, p_market
    FROM (FROM offer_value WHERE game_date = DATE '{day}'
        AND NOT (over_price IS NULL AND under_price IS NULL))
    CROSS JOIN LATERAL (VALUES ('over', over_price), ('under', under_price)) v(side, price))
"""
"""The other feeds' probability of each offer's line, one row per priced side."""
RICHEST_FIRST = ", ".join(f"'{each}'" for each in reversed(InformationSet))
CURRENT = f"""
(SELECT game_id, player_id, market, bookmaker AS bet_bookmaker, line AS bet_line,
    p_over AS current_over, p_under AS current_under
    FROM offer_value WHERE game_date = DATE '{{day}}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market, bookmaker, line
        ORDER BY prediction_time, list_position([{RICHEST_FIRST}], information)) = 1)
"""
"""The blend's best-informed probabilities at each offer's line: before tip-off, else so far."""
PREDICTIONS = f"""
SELECT p.* EXCLUDE (blend_mean), p_market AS ticket_market, home_team_code, away_team_code, tip_at,
    if(is_final, NULL, current_over) AS current_over,
    if(is_final, NULL, current_under) AS current_under, b.blend_mean, blend_dispersion,
    blend_zero_share, blend_low_share, blend_low_ratio, blend_low_dispersion
FROM {BEST_INFORMED} p
JOIN (SELECT game_id, home_team_code, away_team_code, tip_at, is_final FROM schedule
    WHERE game_date = DATE '{{day}}') USING (game_id)
LEFT JOIN {BLENDED} b USING (game_id, player_id, market, prediction_time, record)
LEFT JOIN {TICKET_MARKET} t USING (game_id, player_id, market, prediction_time, information,
    bet_bookmaker, bet_line, bet_side, bet_price)
LEFT JOIN {CURRENT} c USING (game_id, player_id, market, bet_bookmaker, bet_line)
ORDER BY tip_at, game_id, home DESC, player_id, market
"""
OFFERS = """
SELECT game_id, player_id, market, bookmaker, line, over_price, under_price, captured_at,
    is_alternate, suspect, opened_at, opening_over_price, opening_under_price, opening_line,
    is_valued IS NOT NULL AS is_valued
FROM (FROM player_prop_offer WHERE game_date = DATE '{day}' AND stands)
LEFT JOIN (SELECT DISTINCT game_id, player_id, market, bookmaker, line, TRUE AS is_valued
    FROM offer_value WHERE game_date = DATE '{day}' AND suspect IS NULL)
    USING (game_id, player_id, market, bookmaker, line)
ORDER BY game_id, player_id, market, is_alternate, bookmaker, line
"""
PASSES = 3
ADDED = (
    *GAME,
    "lead_p_over",
    "lead_p_push",
    "blend_dispersion",
    "blend_zero_share",
    "blend_low_share",
    "blend_low_ratio",
    "blend_low_dispersion",
    "model_p_over",
    "market_p_over",
    "market_books",
    "fair_price",
    "price_captured_at",
    "price_now",
    "next_price",
    "next_bookmaker",
    "current_p_over",
    "current_expected_value",
)
"""Columns of the published rows in addition to those of ``player_prediction``."""


def offers_of(rows: Rows, day: date) -> pa.Table:
    """Return all available quotes on a date's players, each with its opening quote.

    ``is_valued`` marks quotes that have an expected value by the blend and no suspect price.
    """
    return rows.arrow(OFFERS.format(day=day))


def advice(
    rows: Rows, day: date, statuses: pa.Table, offers: pa.Table, *, halted: bool = False
) -> pa.Table:
    """Return the published rows of a date: one per player and market, except players who are out.

    Args:
        rows: the tables.
        day: the date of the games.
        statuses: the status of everyone who may play, as returned by ``availability.statuses``.
        offers: as returned by ``offers_of``.
        halted: whether picks are withheld.

    Returns:
        The columns of ``player_prediction``, with the quote and probabilities of the row's own
        line as described in the module docstring, and the columns ``ADDED``.
    """
    predictions = rows.arrow(PREDICTIONS.format(day=day, blend=BLEND))
    quotes = quotes_by_key(offers)
    predictions = with_ticket_quotes(_without_players_out(predictions, statuses), quotes)
    predictions = _with_columns(predictions, _probabilities(predictions, offers))
    return _with_columns(predictions, ticket(predictions, offers, quotes, halted)).select(
        [*PlayerPrediction.columns, *ADDED]
    )


def _without_players_out(predictions: pa.Table, statuses: pa.Table) -> pa.Table:
    import pyarrow as pa

    who = zip(*(statuses[n].to_pylist() for n in ("game_id", "player_id", "status")), strict=True)
    out = {(game, player) for game, player, status in who if status == availability.OUT}
    keys = zip(*(predictions[n].to_pylist() for n in ("game_id", "player_id")), strict=True)
    return predictions.filter(pa.array([key not in out for key in keys], pa.bool_()))


def _probabilities(predictions: pa.Table, offers: pa.Table) -> dict[str, Any]:
    """Return the blend's, the model's and the market's probabilities at each row's line."""
    model, blend = distribution_of(predictions), distribution_of(predictions, "blend_")
    picked, line = picked_rows(predictions), numbers(predictions, "line")
    lead = as_valued(_first_known(blend, model), line, picked, predictions)
    has_blend = picked | ~np.isnan(blend.count_mean)
    over, push, under = lead.p_over(line), lead.p_push(line), lead.p_under(line)
    model_over, model_under = model.sides(line)
    market = _consensus(predictions, offers, line)
    ticket_market = np.where(picked, numbers(predictions, "ticket_market"), np.nan)
    return {
        **_blend_columns(predictions, lead, picked),
        "blend_p_over": np.where(has_blend, over, np.nan),
        "blend_p_under": np.where(has_blend, under, np.nan),
        "lead_p_over": np.asarray(over / (over + under)),
        "lead_p_push": push,
        "p_over": model_over,
        "p_push": model.p_push(line),
        "p_under": model_under,
        "fair_over": fair_american(model_over, model_under),
        "model_p_over": np.asarray(model_over / (model_over + model_under)),
        "market_p_over": np.where(np.isnan(ticket_market), market.p_over, ticket_market),
        "market_books": market.books,
    }


def _blend_columns(
    predictions: pa.Table, lead: CountMixture, picked: BoolArray
) -> dict[str, FloatArray]:
    """Return the blend's distribution; for picks, the one that their expected value implies."""
    valued = {f"blend_{name}": each for name, each in parameters_of(lead).items()}
    valued["blend_median"] = lead.median()
    return {
        name: np.where(picked, each, numbers(predictions, name)) for name, each in valued.items()
    }


def as_valued(
    lead: CountMixture, line: FloatArray, picked: BoolArray, predictions: pa.Table
) -> CountMixture:
    """Return the distributions; those of picks are shifted to imply the ticket's expected value.

    An offer is valued against the market of the other books, so the blend's probability at a
    ticket's line differs slightly from the one at the reference line. It follows from the expected
    value (ev): at decimal odds d, ev = p d - 1 if no push is possible, so p = (1 + ev) / d. With
    pushes, p is the probability of winning a decided bet, and ev is per unit on decided bets.
    """
    ev, decimal = (
        numbers(predictions, "expected_value"),
        american_to_decimal(numbers(predictions, "bet_price")),
    )
    known = np.flatnonzero(picked & ~np.isnan(ev + decimal + line + lead.count_mean))
    ev, decimal, at = ev[known], decimal[known], line[known]
    is_over = texts(predictions, "bet_side")[known] == "over"
    moved = lead[known]
    for _ in range(PASSES):  # the push probability depends on the shifted distribution
        p_win = (1 + ev / (1 - moved.p_push(at))) / decimal
        moved = with_p_over(moved, at, np.where(is_over, p_win, 1 - p_win))
    parameters = [np.array(values) for values in lead.parameters]
    for values, own in zip(parameters, moved.parameters, strict=True):
        values[known] = own
    return CountMixture(*parameters)


def _consensus(predictions: pa.Table, offers: pa.Table, line: FloatArray) -> Any:
    """Return the books' consensus at each row's line, leaving out suspect prices."""
    import pyarrow as pa
    import pyarrow.compute as pc

    row_numbers = pa.array(np.arange(predictions.num_rows))
    props = predictions.select(PROP).append_column("prop", row_numbers)
    quotes = offers.filter(pc.is_null(offers["suspect"])).join(props, PROP, join_type="inner")
    prop = np.asarray(quotes["prop"].to_numpy(), np.int64)
    at, over, under = (numbers(quotes, n) for n in ("line", "over_price", "under_price"))
    return Quotes(prop, at, over, under, predictions.num_rows).consensus(line)


def _first_known(first: CountMixture, second: CountMixture) -> CountMixture:
    missing = np.isnan(first.count_mean)
    pairs = zip(first.parameters, second.parameters, strict=True)
    return CountMixture(*(np.where(missing, other, own) for own, other in pairs))


def _with_columns(rows: pa.Table, columns: dict[str, Any]) -> pa.Table:
    """Return the rows with columns added, or replaced keeping their type; NaN becomes missing."""
    import pyarrow as pa

    for name, values in columns.items():
        if name in rows.column_names:
            place = rows.column_names.index(name)
            column = pa.array(values, rows.schema.field(name).type, from_pandas=True)
            rows = rows.set_column(place, name, column)
        elif isinstance(values, np.ndarray):
            rows = rows.append_column(name, pa.array(values, from_pandas=True))
        else:
            rows = rows.append_column(name, values)
    return rows

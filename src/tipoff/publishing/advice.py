"""What is said of each player and market: one number that leads, two beside it, and a ticket.

A row's quote (line, book, both prices and the time of capture) is the ticket's where there is a
bet, and the reference elsewhere. Every probability of the row is of that line. Pushes aside:

- ``lead_p_over`` leads: the blend's where there is a market, the model's where there is none. Of a
  pick it is what the ticket's worth was computed from, so that it, the price and the worth agree;
- ``model_p_over`` is the model's own, which has not seen the line;
- ``market_p_over`` is the median over the books that quote the line of what their prices say
  without the margin. Of a pick it is what the worth was computed from: what the other feeds say of
  the ticket's line, wherever their own lines are.

``p_over``, ``p_push`` and ``p_under`` are the model's of that line, ``blend_p_over`` and
``blend_p_under`` what leads where there is a market; of whole lines these leave room for a push.

What is expected (``mean``, ``median``, ``low`` and ``high``) is the model's in every row, with a
line or without: so a sum compares with its parts, and a past slate with the one to come.

A live prediction is written once, and more becomes known until tip-off. ``current_p_over`` and
``current_expected_value`` say of a ticket what the blend makes of it as things stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.models.blending import moved_to
from tipoff.predictions.models.systems import BLEND
from tipoff.predictions.odds.book_quotes import Quotes
from tipoff.predictions.odds.conversions import american_to_decimal, fair_american
from tipoff.predictions.player_prediction import PlayerPrediction
from tipoff.predictions.system_prediction import distribution_of, parameters_of
from tipoff.publishing import availability
from tipoff.publishing.lined import numbers, texts
from tipoff.publishing.tickets import picked_rows, standing_quotes, ticket, with_quotes_of_tickets

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
SLOT = ["game_id", "player_id", "market", "prediction_time", "record"]
PROP = SLOT[:3]
GAME = ("home_team_code", "away_team_code", "tip_at")
KNOWING_MOST = """
(FROM player_prediction WHERE game_date = DATE '{day}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market
        ORDER BY record, prediction_time) = 1)
"""
"""Of a player in a market the prediction that knows the most: before tip-off, or the morning's."""
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
"""What the other feeds say of each offer's line, by the price of either side."""
RICHEST_FIRST = ", ".join(f"'{each}'" for each in reversed(InformationSet))
CURRENT = f"""
(SELECT game_id, player_id, market, bookmaker AS bet_bookmaker, line AS bet_line,
    p_over AS current_over, p_under AS current_under
    FROM offer_value WHERE game_date = DATE '{{day}}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market, bookmaker, line
        ORDER BY prediction_time, list_position([{RICHEST_FIRST}], information)) = 1)
"""
"""What the blend says of each offer's line by all that is known: before tip-off, else so far."""
PREDICTIONS = f"""
SELECT p.* EXCLUDE (blend_mean), p_market AS ticket_market, home_team_code, away_team_code, tip_at,
    if(is_final, NULL, current_over) AS current_over,
    if(is_final, NULL, current_under) AS current_under, b.blend_mean, blend_dispersion,
    blend_zero_share, blend_low_share, blend_low_ratio, blend_low_dispersion
FROM {KNOWING_MOST} p
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
"""Columns of advice besides those of ``player_prediction``."""


def offers_of(rows: Rows, day: date) -> pa.Table:
    """Return every standing quote on a date's players, with its opening.

    ``is_valued`` says that the blend has a value of it and nothing speaks against its prices.
    """
    return rows.arrow(OFFERS.format(day=day))


def advice(
    rows: Rows, day: date, statuses: pa.Table, offers: pa.Table, *, halted: bool = False
) -> pa.Table:
    """Return what is predicted of a date: a row per player and market, of nobody who is out.

    Args:
        rows: the tables.
        day: the date of the games.
        statuses: of everyone who may play, as ``availability.statuses`` returns them.
        offers: as ``offers_of`` returns them.
        halted: whether picks are withheld.

    Returns:
        The columns of ``player_prediction``, those of a quote and of probabilities said of the
        row's own line, and ``ADDED``.
    """
    found = rows.arrow(PREDICTIONS.format(day=day, blend=BLEND))
    standing = standing_quotes(offers)
    found = with_quotes_of_tickets(_of_nobody_who_is_out(found, statuses), standing)
    found = _with_columns(found, _views(found, offers))
    return _with_columns(found, ticket(found, offers, standing, halted)).select(
        [*PlayerPrediction.columns, *ADDED]
    )


def _of_nobody_who_is_out(found: pa.Table, statuses: pa.Table) -> pa.Table:
    import pyarrow as pa

    who = zip(*(statuses[n].to_pylist() for n in ("game_id", "player_id", "status")), strict=True)
    out = {(game, player) for game, player, status in who if status == availability.OUT}
    keys = zip(found["game_id"].to_pylist(), found["player_id"].to_pylist(), strict=True)
    return found.filter(pa.array([key not in out for key in keys], pa.bool_()))


def _views(found: pa.Table, offers: pa.Table) -> dict[str, Any]:
    """Return the three probabilities of each row's line."""
    model, blend = distribution_of(found), distribution_of(found, "blend_")
    picked, line = picked_rows(found), numbers(found, "line")
    leads = as_valued(_first_known(blend, model), line, picked, found)
    followed = picked | ~np.isnan(blend.count_mean)
    over, push, under = leads.p_over(line), leads.p_push(line), leads.p_under(line)
    model_over, model_under = model.sides(line)
    market = _consensus(found, offers, line)
    others = np.where(picked, numbers(found, "ticket_market"), np.nan)
    return {
        **_blend_columns(found, leads, picked),
        "blend_p_over": np.where(followed, over, np.nan),
        "blend_p_under": np.where(followed, under, np.nan),
        "lead_p_over": np.asarray(over / (over + under)),
        "lead_p_push": push,
        "p_over": model_over,
        "p_push": model.p_push(line),
        "p_under": model_under,
        "fair_over": fair_american(model_over, model_under),
        "model_p_over": np.asarray(model_over / (model_over + model_under)),
        "market_p_over": np.where(np.isnan(others), market.p_over, others),
        "market_books": market.books,
    }


def _blend_columns(
    found: pa.Table, leads: CountMixture, picked: BoolArray
) -> dict[str, FloatArray]:
    """Return the blend's distribution, of picks the one that made the ticket worth its value."""
    valued = {f"blend_{name}": each for name, each in parameters_of(leads).items()}
    valued["blend_median"] = leads.median()
    return {name: np.where(picked, each, numbers(found, name)) for name, each in valued.items()}


def as_valued(
    leads: CountMixture, line: FloatArray, picked: BoolArray, found: pa.Table
) -> CountMixture:
    """Return the distributions, those of picks moved to what made the ticket worth its value.

    An offer is valued against the market of the other books, so the blend's probability at a
    ticket's line is not quite the one at the reference line. It follows from the worth: at decimal
    odds d, worth = p d - 1 where no push is possible, so p = (1 + worth) / d. With pushes p is
    that of a decided bet, and the worth that per unit decided.
    """
    worth, pays = (
        numbers(found, "expected_value"),
        american_to_decimal(numbers(found, "bet_price")),
    )
    known = np.flatnonzero(picked & ~np.isnan(worth + pays + line + leads.count_mean))
    worth, pays, at = worth[known], pays[known], line[known]
    is_over = texts(found, "bet_side")[known] == "over"
    moved = leads[known]
    for _ in range(PASSES):  # how likely a push is follows from where the distribution is moved to
        p_win = (1 + worth / (1 - moved.p_push(at))) / pays
        moved = moved_to(moved, at, np.where(is_over, p_win, 1 - p_win))
    parameters = [np.array(values) for values in leads.parameters]
    for values, own in zip(parameters, moved.parameters, strict=True):
        values[known] = own
    return CountMixture(*parameters)


def _consensus(found: pa.Table, offers: pa.Table, line: FloatArray) -> Any:
    """Return what the books say of each row's line, suspect prices aside."""
    import pyarrow as pa
    import pyarrow.compute as pc

    place = found.select(PROP).append_column("prop", pa.array(np.arange(found.num_rows)))
    quotes = offers.filter(pc.is_null(offers["suspect"])).join(place, PROP, join_type="inner")
    prop = np.asarray(quotes["prop"].to_numpy(), np.int64)
    at, over, under = (numbers(quotes, n) for n in ("line", "over_price", "under_price"))
    return Quotes(prop, at, over, under, found.num_rows).consensus(line)


def _first_known(first: CountMixture, second: CountMixture) -> CountMixture:
    missing = np.isnan(first.count_mean)
    pairs = zip(first.parameters, second.parameters, strict=True)
    return CountMixture(*(np.where(missing, other, own) for own, other in pairs))


def _with_columns(rows: pa.Table, columns: dict[str, Any]) -> pa.Table:
    """Return the rows with columns added, or replaced in their own type; NaN becomes missing."""
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

"""A ticket holds together: its probability, price and worth agree, and other books stand beside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.publishing_league import AL, BET, TO_COME, game, member, offer, prediction
from support.table_session import TableSession
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.publishing import words
from tipoff.publishing.slate_advice import SlateAdvice

if TYPE_CHECKING:
    from collections.abc import Mapping

GAME = game(TO_COME, "002")
SESSION = TableSession()
SESSION.load("schedule", [GAME])
SESSION.load("player_pool", [member(GAME, AL)])


def _row(bet: Mapping[str, Any], *offers: dict[str, Any], mean: float = 22.0) -> dict[str, Any]:
    """Return what is advised of one prediction among some offers."""
    for table in ("player_prediction", "player_prop_offer"):
        SESSION.query(f"DELETE FROM {table}")
    SESSION.load("player_prediction", [prediction(GAME, AL, "player_points", mean, **bet)])
    SESSION.load("player_prop_offer", offers)
    advised = SlateAdvice.read(SESSION, TO_COME, datetime.max, ())
    (row,) = advised.predictions.to_pylist()
    return dict(row)


def _at(book: str, line: float, over: float, under: float, **more: Any) -> dict[str, Any]:
    return offer(GAME, AL, book, line, over, under, **more)


@given(
    side=st.sampled_from(["over", "under"]),
    price=st.one_of(st.integers(-250, -100), st.integers(100, 250)),
    worth=st.floats(0.02, 0.25),
    line=st.sampled_from([14.5, 20.0, 20.5, 27.5]),
    mean=st.floats(12.0, 30.0),
)
def test_the_probability_that_leads_makes_the_price_worth_what_is_stated(
    side: str, price: int, worth: float, line: float, mean: float
) -> None:
    bet = {
        **BET,
        "bet_side": side,
        "bet_price": float(price),
        "bet_line": line,
        "expected_value": worth,
        "recommendation": side.upper(),
    }
    pays = float(american_to_decimal(price))
    if (1 + worth) / pays > 0.9:
        return  # no book offers that
    row = _row(bet, mean=mean)
    win, lose = row["p_over"], row["p_under"]
    win, lose = (win, lose) if side == "over" else (lose, win)
    assert win * (pays - 1) - lose == pytest.approx(worth, abs=0.01)
    assert row["lead_p_over"] == pytest.approx(row["p_over"] / (row["p_over"] + row["p_under"]))
    assert row["line"] == line


def test_without_a_push_it_is_exact() -> None:
    """At even money a worth of 10.24 % is a probability of 55.12 %, whatever the model says."""
    row = _row(BET, mean=15.0)
    assert row["lead_p_over"] == pytest.approx(0.5512, abs=1e-6)
    assert row["model_p_over"] < 0.3
    assert row["fair_price"] == pytest.approx(-100 * 0.5512 / 0.4488, abs=0.01)


def test_the_next_best_price_is_another_books_on_the_same_side_and_line() -> None:
    row = _row(
        BET,
        _at("draftkings", 20.5, 100.0, -120.0),
        _at("fanduel", 20.5, -112.0, -108.0),
        _at("betmgm", 20.5, -105.0, -115.0),
        _at("caesars", 21.5, 120.0, -150.0),
        _at("wildbook", 20.5, 400.0, 400.0, suspect="both sides positive"),
    )
    assert (row["next_price"], row["next_bookmaker"]) == (-105.0, "betmgm")
    alone = _row(BET, _at("draftkings", 20.5, 100.0, -120.0))
    assert (alone["next_price"], alone["next_bookmaker"]) == (None, None)
    passed = {**BET, "recommendation": "PASS"}
    assert _row(passed, _at("fanduel", 20.5, -112.0, -108.0))["next_price"] is None


@pytest.mark.parametrize(("quoted", "market"), [(-115.0, 0.54), (-125.0, 0.5)])
def test_the_market_beside_a_pick_is_the_other_feeds_view_of_its_line(
    quoted: float, market: float
) -> None:
    """No other book has the ticket's line; once its price is gone, what the book quotes counts."""
    bet = {
        **BET,
        "bet_bookmaker": "here",
        "bet_side": "over",
        "bet_price": -115.0,
        "bet_line": 16.5,
        "expected_value": 0.03,
        "recommendation": "OVER",
    }
    value = {name: bet[f"bet_{name}"] for name in ("bookmaker", "line")}
    value |= {"over_price": quoted, "under_price": -105.0, "p_market": 0.54}
    keys = ("game_id", "game_date", "player_id", "market", "prediction_time", "information")
    of = prediction(GAME, AL, "player_points", 18.0)
    SESSION.query("DELETE FROM offer_value")
    SESSION.load("offer_value", [{**value, **{name: of[name] for name in keys}}])
    row = _row(bet, _at("here", 16.5, -110.0, -110.0), mean=18.0)
    SESSION.query("DELETE FROM offer_value")
    assert row["market_p_over"] == pytest.approx(market)


@pytest.mark.parametrize(
    ("over", "known_later", "worth"),
    [(0.56, True, 0.12), (0.47, True, -0.06), (0.47, False, 0.12)],
)
def test_a_ticket_says_what_it_is_worth_as_things_stand(
    over: float, known_later: bool, worth: float
) -> None:
    """The morning said 56 % at even money; what was known later decides, once there is any."""
    morning = prediction(GAME, AL, "player_points", 22.0, prediction_time="morning", **BET)
    later = {"prediction_time": "before-tip", "information": "inactives-known"}
    keys = ("game_id", "game_date", "player_id", "market", "prediction_time", "information")
    quote = {"bookmaker": "draftkings", "line": 20.5, "over_price": 100.0, "under_price": -120.0}
    said = {**{name: morning[name] for name in keys}, **quote}
    values = [{**said, "p_over": 0.56, "p_under": 0.44}]
    poorer = {**said, **later, "information": "absences-reported", "p_over": 0.1, "p_under": 0.9}
    if known_later:
        values += [poorer, {**said, **later, "p_over": over, "p_under": 1 - over}]
    SESSION.load("offer_value", values)
    try:
        row = _row({**BET, "prediction_time": "morning"})
    finally:
        SESSION.query("DELETE FROM offer_value")
    assert row["current_expected_value"] == pytest.approx(worth)
    told = words.as_things_stand(row)
    assert told.startswith("As things stand") == (worth < 0) == bool(told)


@pytest.mark.parametrize(
    ("lead", "model", "market", "why"),
    [
        (0.55, 0.48, 0.51, "overs at this book's prices came in more often than it said"),
        (0.45, 0.48, 0.52, "unders at this book's prices came in more often than it said"),
        (0.51, 0.53, 0.52, "overs at this book's prices came in less often than it said"),
        (0.52, 0.60, 0.50, ""),
        (0.524, 0.52, 0.50, ""),
        (0.55, 0.48, None, ""),
        (None, 0.48, 0.5, ""),
    ],
)
def test_what_lies_outside_of_both_views_is_explained(
    lead: float | None, model: float, market: float | None, why: str
) -> None:
    row = {
        "recommendation": "PASS",
        "lead_p_over": lead,
        "model_p_over": model,
        "market_p_over": market,
    }
    assert words.beyond_both(row).endswith(why)
    assert bool(words.beyond_both(row)) == bool(why)

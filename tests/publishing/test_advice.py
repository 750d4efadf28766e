"""A ticket is consistent: probability, price and value agree; other books are shown beside it."""

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
    from collections.abc import Mapping, Sequence

GAME = game(TO_COME, "002")
SESSION = TableSession()
SESSION.load("schedule", [GAME])
SESSION.load("player_pool", [member(GAME, AL)])


def _row(
    bet: Mapping[str, Any],
    *offers: dict[str, Any],
    mean: float = 22.0,
    values: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """Return what is advised of one prediction among some offers."""
    for table in ("player_prediction", "player_prop_offer", "offer_value"):
        SESSION.query(f"DELETE FROM {table}")
    SESSION.load("player_prediction", [prediction(GAME, AL, "player_points", mean, **bet)])
    SESSION.load("player_prop_offer", offers)
    SESSION.load("offer_value", values or [_value(each) for each in offers])
    advised = SlateAdvice.read(SESSION, TO_COME, datetime.max, ())
    (row,) = advised.predictions.to_pylist()
    return dict(row)


def _value(of: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Return what an offer is valued as, before tip-off."""
    slot = prediction(GAME, AL, "player_points", 22.0)
    names = ("game_id", "game_date", "player_id", "market", "prediction_time", "information")
    quoted = ("bookmaker", "line", "over_price", "under_price", "captured_at", "suspect")
    return {**{n: slot[n] for n in names}, **{n: of.get(n) for n in quoted}, **more}


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
    win, lose = row["blend_p_over"], row["blend_p_under"]
    win_over = win
    win, lose = (win, lose) if side == "over" else (lose, win)
    assert win * (pays - 1) - lose == pytest.approx(worth, abs=0.01)
    assert row["lead_p_over"] == pytest.approx(win_over / (win + lose))
    assert row["line"] == line


def test_without_a_push_it_is_exact() -> None:
    """At even money an expected value of 10.24 % means a probability of 55.12 %, by any model."""
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
    sharp = _at("sharp", 20.5, 104.0, -105.0)
    doubted = [_value(sharp, suspect="margin not between 3 and 12 %")]
    assert _row(BET, sharp, values=doubted)["next_price"] is None
    passed = {**BET, "recommendation": "PASS"}
    assert _row(passed, _at("fanduel", 20.5, -112.0, -108.0))["next_price"] is None


QUOTE = ("bookmaker", "line", "over_price", "under_price")


def test_all_that_a_picks_row_says_of_a_quote_is_of_the_tickets() -> None:
    """The reference is FanDuel's 20.5, the ticket DraftKings' 21.5; they are not mixed."""
    bet = {**BET, "bet_line": 21.5, "captured_at": datetime(2025, 1, 15, 12)}
    ticket = _at("draftkings", 21.5, 100.0, -120.0)
    row = _row(bet, ticket, _at("fanduel", 20.5, -115.0, -105.0))
    assert [row[n] for n in (*QUOTE, "captured_at")] == [ticket[n] for n in (*QUOTE, "captured_at")]
    assert row["p_over"] < 0.61, "the model's chance of passing 21.5, not 20.5"
    model_decided = row["p_over"] / (row["p_over"] + row["p_under"])
    assert row["model_p_over"] == pytest.approx(model_decided)
    assert row["lead_p_over"] == pytest.approx(row["blend_p_over"]) == pytest.approx(0.5512)
    passed = _row({**bet, "recommendation": "PASS"}, ticket)
    assert [passed[n] for n in QUOTE] == ["fanduel", 20.5, -115.0, -105.0]


def test_of_a_ticket_whose_book_has_moved_only_what_was_noted_is_reported() -> None:
    moved = _at("draftkings", 20.5, -105.0, -115.0)
    row = _row(BET, moved)
    assert [row[n] for n in QUOTE] == ["draftkings", 20.5, 100.0, None]
    assert (row["captured_at"], row["price_now"]) == (None, -105.0)
    noted_at = datetime(2025, 1, 15, 12)
    noted = {"bookmaker": "draftkings", "over_price": 100.0, "captured_at": noted_at}
    row = _row({**BET, **noted}, moved)
    assert [row[n] for n in QUOTE] == ["draftkings", 20.5, 100.0, -105.0]
    assert row["captured_at"] == noted_at


@pytest.mark.parametrize(
    ("recommendation", "bet_side", "bet_line", "shown"),
    [
        ("PASS", "over", 20.5, 0.003),
        ("PASS", "under", 20.5, None),
        ("PASS", "over", 21.5, None),
        ("UNDER", "under", 20.5, 0.003),
    ],
)
def test_a_worth_stands_only_beside_its_own_side_and_line(
    recommendation: str, bet_side: str, bet_line: float, shown: float | None
) -> None:
    row = {"recommendation": recommendation, "bet_side": bet_side, "bet_line": bet_line}
    row |= {"lead_p_over": 0.55, "line": 20.5, "expected_value": 0.003}
    assert words.expected_value(row) == shown


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
    values = [_value(_at("here", 16.5, quoted, -105.0), p_market=0.54)]
    row = _row(bet, _at("here", 16.5, -110.0, -110.0), mean=18.0, values=values)
    assert row["market_p_over"] == pytest.approx(market)


@pytest.mark.parametrize(
    ("over", "known_later", "worth"),
    [(0.56, True, 0.12), (0.47, True, -0.06), (0.47, False, 0.12)],
)
def test_a_ticket_says_what_it_is_worth_as_things_stand(
    over: float, known_later: bool, worth: float
) -> None:
    """The morning's prediction was 56 % at even money; later information replaces it once it
    exists."""
    quote = _at("draftkings", 20.5, 100.0, -120.0)
    morning = {"prediction_time": "morning", "information": "morning"}
    values = [_value(quote, **morning, p_over=0.56, p_under=0.44)]
    if known_later:
        values += [
            _value(quote, information="absences-reported", p_over=0.1, p_under=0.9),
            _value(quote, p_over=over, p_under=1 - over),
        ]
    row = _row({**BET, "prediction_time": "morning"}, values=values)
    assert row["current_expected_value"] == pytest.approx(worth)
    sentence = words.lost_edge(row)
    assert sentence.startswith("Latest update") == (worth < 0) == bool(sentence)


@pytest.mark.parametrize(
    ("lead", "model", "market", "why"),
    [
        (0.55, 0.48, 0.51, "overs at this book's prices won more often than the prices implied"),
        (0.45, 0.48, 0.52, "unders at this book's prices won more often than the prices implied"),
        (0.51, 0.53, 0.52, "overs at this book's prices won less often than the prices implied"),
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
    assert words.outside_both(row).endswith(why)
    assert bool(words.outside_both(row)) == bool(why)

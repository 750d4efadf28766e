"""Events of The Odds API: every book, every known market, and when each price was captured."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.odds_events import event, market, payload
from support.wire_reader import wire
from tipoff.domain.markets import MARKETS
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.typed_columns import read_columns, typed
from tipoff.sources.odds.fetch.client import listed_events
from tipoff.sources.odds.price import american
from tipoff.sources.odds.price_streams import game_odds, player_props

if TYPE_CHECKING:
    from tipoff.kernel.declare.stream import Stream

TEAMS = ("Los Angeles Clippers", "Some Team")
TIP = datetime(2024, 3, 10, 2, 40)
SEEN = datetime(2024, 3, 9, 23, 15)
QUOTES = [("Al Doe Jr.", 22.5, -115, -105), ("Bo Roe", 9.5, 120, None)]


def _read(stream: Stream, given: Payload) -> list[dict[str, Any]]:
    columns = read_columns(stream, given)
    rows, bad = typed(stream, columns, [1] * len(columns[stream.key[0]]))
    assert not bad
    return list(rows.to_pylist())


def _props(record: Any, **parameters: str) -> list[dict[str, Any]]:
    return _read(player_props, payload(record, **parameters))


def _event(*markets: Any) -> Any:
    return event(TEAMS, TIP, {"fanduel": list(markets)})


def test_each_side_of_each_line_is_a_row_with_all_that_tells_the_game() -> None:
    rows = _props(_event(market("player_points", SEEN, QUOTES)), Snapshot="2024-03-10T00:00:00Z")
    assert [(r["player_name"], r["line"], r["side"], r["price"]) for r in rows] == [
        ("Al Doe Jr.", 22.5, "over", -115.0),
        ("Al Doe Jr.", 22.5, "under", -105.0),
        ("Bo Roe", 9.5, "over", 120.0),
    ]
    del rows[0]["player_name"], rows[0]["line"], rows[0]["side"], rows[0]["price"]
    assert rows[0] == {
        "game_date": date(2024, 3, 9),
        "name_key": "al doe",
        "market": "player_points",
        "bookmaker": "fanduel",
        "captured_at": SEEN,
        "capture": "2024-03-10T00:00:00Z",
        "alternate": False,
        "event_id": "e1",
        "home_team": "LA Clippers",
        "away_team": "Some Team",
        "tip_at": TIP,
        "is_pickem": False,
        "multiplier": None,
        "payload": 1,
    }


@pytest.mark.parametrize("key", MARKETS)
def test_every_market_is_known_and_so_are_its_alternate_lines(key: str) -> None:
    rows = _props(_event(market(key, SEEN, QUOTES), market(f"{key}_alternate", SEEN, QUOTES)))
    assert {(r["market"], r["alternate"]) for r in rows} == {(key, False), (key, True)}


def test_markets_that_nobody_predicts_are_no_rows() -> None:
    rows = _props(_event(market("player_first_basket", SEEN, QUOTES), market("h2h", SEEN, [])))
    assert rows == []


@pytest.mark.parametrize("key", ["player_double_double", "player_triple_double"])
def test_yes_is_over_a_half_and_no_is_under_it(key: str) -> None:
    outcomes = [
        {"name": answer, "description": "Al Doe", "price": price}
        for answer, price in (("Yes", 250), ("No", -330))
    ]
    rows = _props(_event({"key": key, "outcomes": outcomes}))
    assert [(r["market"], r["line"], r["side"], r["price"]) for r in rows] == [
        (key, 0.5, "over", 250),
        (key, 0.5, "under", -330),
    ]


def test_first_quarter_lines_are_kept_under_their_own_market() -> None:
    (row, *_) = _props(_event(market("player_points_q1", SEEN, QUOTES)))
    assert (row["market"], row["line"], row["price"]) == ("player_points_q1", 22.5, -115)


@pytest.mark.parametrize("book", ["prizepicks", "underdog", "pick6", "betr_us_dfs", "new_us_dfs"])
def test_a_pick_em_has_a_multiplier_and_no_price(book: str) -> None:
    picks = market("player_points", SEEN, [("Al Doe", 22.5, 100, -137)])
    picks["outcomes"][0]["multiplier"] = 1.25
    game = {"key": "h2h", "outcomes": [{"name": name, "price": 100} for name in TEAMS]}
    record = event(TEAMS, TIP, {book: [picks, game], "fanduel": [picks]})
    rows = _props(record)
    assert [
        (r["bookmaker"], r["side"], r["price"], r["is_pickem"], r["multiplier"]) for r in rows[:2]
    ] == [(book, "over", None, True, 1.25), (book, "under", None, True, None)]
    assert _read(game_odds, payload(record)) == []


def test_of_a_line_sent_twice_the_newest_stands_whole() -> None:
    early = datetime(2024, 3, 9, 20)
    older = market("player_points", early, [("Al Doe", 22.5, -150, 120)])
    newer = market("player_points", SEEN, [("Al Doe", 22.5, -110, None)])
    for order in ([older, newer], [newer, older]):
        assert [(r["side"], r["price"], r["captured_at"]) for r in _props(_event(*order))] == [
            ("over", -110, SEEN)
        ], "the older under is not put beside the newer over"
    twice = market("player_points", SEEN, [("Al Doe", 22.5, -110, -110), ("Al Doe", 22.5, 90, 95)])
    assert [r["price"] for r in _props(_event(twice))] == [-110, -110]


@pytest.mark.parametrize(
    ("hour_utc", "day"), [(3, date(2024, 3, 9)), (5, date(2024, 3, 10)), (17, date(2024, 3, 10))]
)
def test_the_date_of_a_game_is_that_of_its_tip_off_in_the_east(hour_utc: int, day: date) -> None:
    tip = datetime(2024, 3, 10, hour_utc)
    record = event(TEAMS, tip, {"x": [market("player_points", SEEN, QUOTES)]})
    assert {r["game_date"] for r in _props(record)} == {day}


def test_a_price_is_captured_when_the_book_was_last_seen_to_quote_it() -> None:
    answered = datetime(2024, 3, 10, 1)
    silent = market("player_points", None, QUOTES)
    of_market = _event(market("player_points", SEEN, QUOTES))
    of_book = _event(silent)
    of_book["bookmakers"][0]["last_update"] = "2024-03-10T00:30:00Z"
    parameters = {"Snapshot": "2024-03-10T01:00:00Z"}
    assert {r["captured_at"] for r in _props(of_market, **parameters)} == {SEEN}
    assert {r["captured_at"] for r in _props(of_book, **parameters)} == {
        datetime(2024, 3, 10, 0, 30)
    }
    assert {r["captured_at"] for r in _props(_event(silent), **parameters)} == {answered}
    assert {r["captured_at"] for r in _props(_event(silent), Recorded="2024-03-09")} == {None}


def test_a_historical_answer_is_the_same_in_an_envelope() -> None:
    record = _event(market("player_points", SEEN, QUOTES))
    envelope = {"timestamp": "2024-03-10T02:35:38Z", "data": record}
    own = {"Date": "2024-03-10T02:35:00Z"}
    assert _props(envelope, **own) == _props(record, Snapshot=own["Date"])
    assert {r["capture"] for r in _props(envelope)} == {"2024-03-10T02:35:38Z"}
    assert _props({"timestamp": "2024-03-10T02:35:38Z", "data": None}) == []


def test_spread_total_and_moneylines_are_one_row_a_book() -> None:
    home, away = TEAMS
    game = [
        {
            "key": "h2h",
            "last_update": "2024-03-10T02:00:00Z",
            "outcomes": [{"name": away, "price": 190}, {"name": home, "price": -230}],
        },
        {
            "key": "spreads",
            "last_update": "2024-03-10T02:10:00Z",
            "outcomes": [
                {"name": away, "price": -110, "point": 5.5},
                {"name": home, "price": -112, "point": -5.5},
            ],
        },
        {
            "key": "totals",
            "last_update": "2024-03-10T01:50:00Z",
            "outcomes": [
                {"name": "Under", "price": -105, "point": 231.5},
                {"name": "Over", "price": -115, "point": 231.5},
            ],
        },
    ]
    record = event(TEAMS, TIP, {"fanduel": game, "betmgm": game[:1], "props_only": []})
    rows = _read(game_odds, payload(record, Snapshot="s"))
    assert [r["bookmaker"] for r in rows] == ["fanduel", "betmgm"]
    assert rows[0] == {
        "game_date": date(2024, 3, 9),
        "home_team": "LA Clippers",
        "away_team": "Some Team",
        "home_spread_open": None,
        "home_spread": -5.5,
        "total_open": None,
        "total": 231.5,
        "home_price": -230.0,
        "away_price": 190.0,
        "home_spread_price": -112.0,
        "away_spread_price": -110.0,
        "over_price": -115.0,
        "under_price": -105.0,
        "bookmaker": "fanduel",
        "capture": "s",
        "captured_at": datetime(2024, 3, 10, 2, 10),
        "tip_at": TIP,
        "payload": 1,
    }
    assert (rows[1]["home_price"], rows[1]["home_spread"], rows[1]["total"]) == (-230.0, None, None)


@given(st.floats(1.01, 99.9))
def test_american_odds_pay_what_the_decimal_ones_do(decimal: float) -> None:
    price = american(decimal)
    won = price / 100 if price > 0 else 100 / -price
    assert abs(price) >= 100 - 1e-9
    assert won == pytest.approx(decimal - 1)


def test_decimal_prices_are_told_by_what_was_asked_or_by_their_looks() -> None:
    decimals = _event(market("player_points", SEEN, [("Al Doe", 22.5, 1.5, 3.0)]))
    shots = [
        _event(market("player_triple_double", SEEN, [("Al Doe", 0.5, over, None)]))
        for over in (101.0, 150)
    ]
    spoilt = _event(
        market("player_points", SEEN, [("Al Doe", 22.5, -110, 0), ("Bo", 9.5, -110, 1)])
    )
    assert [r["price"] for r in _props(decimals)] == [-200.0, 200.0]
    assert [r["price"] for shot in shots for r in _props(shot)] == [10000.0, 150.0]
    assert [r["price"] for r in _props(shots[1], OddsFormat="decimal")] == [14900.0]
    assert [r["price"] for r in _props(spoilt)] == [-110, 0, -110, 1], (
        "one bad price decides nothing"
    )
    with pytest.raises(PayloadError, match="'fractional' is neither american nor decimal"):
        _props(decimals, OddsFormat="fractional")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda e: e.pop("bookmakers"),
        lambda e: e.pop("commence_time"),
        lambda e: e.pop("home_team"),
        lambda e: e.update(bookmakers=None),
        lambda e: e.update(bookmakers=[None]),
        lambda e: e.update(home_team=7),
        lambda e: e["bookmakers"][0].update(markets={}),
        lambda e: e["bookmakers"][0]["markets"][0].pop("key"),
    ],
)
def test_an_answer_of_another_shape_is_refused_in_one_line(spoil: Any) -> None:
    record = _event(market("player_points", SEEN, QUOTES))
    spoil(record)
    with pytest.raises(PayloadError) as refused:
        _props(record)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("spoil", "column", "expected"),
    [
        (lambda outcomes: outcomes.__setitem__(0, None), "player_name", None),
        (lambda outcomes: outcomes[0].pop("description"), "player_name", None),
        (lambda outcomes: outcomes[0].pop("price"), "price", None),
        (lambda outcomes: outcomes[0].update(name=[]), "side", "[]"),
    ],
)
def test_a_bad_outcome_costs_its_row_alone(spoil: Any, column: str, expected: Any) -> None:
    record = _event(market("player_points", SEEN, QUOTES))
    spoil(record["bookmakers"][0]["markets"][0]["outcomes"])
    rows = _props(record)
    assert len(rows) == 3
    assert expected in [row[column] for row in rows]
    assert [r["price"] for r in rows if r["player_name"] == "Bo Roe"] == [120]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-200, 200) | st.text(max_size=4) | st.floats(-9, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(st.data())
def test_whatever_is_in_an_answer_it_is_refused_or_every_outcome_is_a_row_or_set_aside(
    data: st.DataObject,
) -> None:
    record = _event(market("player_points", SEEN, QUOTES), market("totals", SEEN, []))
    place: Any = record
    for key in ("bookmakers", 0, "markets", 0, "outcomes", 0):
        if data.draw(st.booleans()):
            break
        place = place[key]
    key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else [0]))
    place[key] = data.draw(ANYTHING)
    for stream in (player_props, game_odds):
        try:
            columns = read_columns(stream, payload(record))
        except PayloadError:
            continue
        count = len(columns[stream.key[0]])
        rows, bad = typed(stream, columns, [1] * count)
        assert rows.num_rows + len(bad) == count


def test_an_untouched_list_of_events_is_read() -> None:
    events = listed_events(wire("odds_api_historical_events.json"))
    assert len(events) == 16
    late = events["22c7a88941d89c6c0c72f68194b0cf02"]
    assert late.tip_at == datetime(2025, 3, 10, 1, 40, tzinfo=UTC)
    assert late.day == date(2025, 3, 9)
    assert late.teams == frozenset(("SAC", "LAC"))


def test_an_untouched_answer_about_an_event_is_read() -> None:
    body = wire("odds_api_historical_event_odds.json")
    given = Payload("odds_api", "historical_event_odds", {}, body, datetime.now(UTC), "wire")
    rows = {r["bookmaker"]: r for r in _read(game_odds, given)}
    shown = ("home_team", "away_team", "home_price", "away_price", "captured_at", "tip_at")
    tip = datetime(2024, 1, 25, 3, 20, 30)
    assert [rows["draftkings"][name] for name in shown] == [
        "Golden State Warriors",
        "Atlanta Hawks",
        pytest.approx(-312.5),
        pytest.approx(230),
        datetime(2024, 1, 25, 3, 55, 22),
        tip,
    ], "decimal 1.32 and 3.3, captured 35 minutes after tip-off"
    assert rows["fanduel"]["home_price"] == pytest.approx(-384.615, abs=0.001)
    assert rows["fanduel"]["captured_at"] == datetime(2024, 1, 25, 3, 55, 1)
    assert rows.keys() == {"draftkings", "fanduel"}
    assert _read(player_props, given) == []

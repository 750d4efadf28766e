"""Both sides of an offer are from one capture of one book; pick'em lines are no offers."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from support.evaluate import Row, evaluated
from tipoff.analytics.pickem_offer import pickem_offer
from tipoff.analytics.player_prop_offer import player_prop_offer
from tipoff.analytics.resolved_name import ResolvedName
from tipoff.raw.prop_price import PropPrice
from tipoff.raw.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

TIP = datetime(2025, 1, 16, 0, 30)
DAY = TIP.date()
GAMES = 24
"""The number of games, each with its own prices: one query for all of them is faster."""
SCHEDULE = [{"game_id": f"g{n}", "game_date": DAY, "tip_at": TIP} for n in range(GAMES)]
NAMES = [
    {
        "game_date": DAY,
        "source": "prices",
        "setting": f"Bees @ Ants {n}",
        "player_name": name,
        "player_id": 1,
        "game_id": f"g{n}",
    }
    for n in range(GAMES)
    for name in ("Al Doe", "Albert Doe")
]


def _price(side: str, price: float | None, minutes: int = 60, **other: Any) -> Row:
    at = TIP - timedelta(minutes=minutes)
    return {
        "game_date": DAY,
        "player_name": "Al Doe",
        "name_key": "al doe",
        "bookmaker": "a",
        "market": "player_points",
        "line": 20.5,
        "side": side,
        "price": price,
        "capture": str(at),
        "captured_at": at,
        "event_id": "e1",
        "home_team_name": "Ants 0",
        "away_team_name": "Bees",
        "is_pickem": False,
        "is_alternate": False,
        **other,
    }


def _of(table: Any, prices: list[Row]) -> list[Row]:
    inputs = {
        "prop_price": (PropPrice, prices),
        "resolved_name": (ResolvedName, NAMES),
        "schedule": (Schedule, SCHEDULE),
    }
    return evaluated(table.function, inputs)


def _pairs(prices: list[Row]) -> list[tuple[Any, ...]]:
    return [pair for pairs in _pairs_of_games([prices]) for pair in pairs]


def _pairs_of_games(games: Sequence[Sequence[Row]]) -> list[list[tuple[Any, ...]]]:
    """Return the pairs that are made of each list of prices, as of games apart."""
    prices = [
        {**row, "event_id": f"{row['event_id']} {n}", "home_team_name": f"Ants {n}"}
        for n, rows in enumerate(games)
        for row in rows
    ]
    pairs_of_games: list[list[tuple[Any, ...]]] = [[] for _ in games]
    for o in _of(player_prop_offer, prices):
        pair = (o["over_price"], o["under_price"], o["captured_at"])
        pairs_of_games[int(o["game_id"][1:])].append(pair)
    return pairs_of_games


def test_a_newer_side_is_not_put_beside_an_older_one() -> None:
    early = [_price("over", -150, 120), _price("under", 120, 120)]
    late = [_price("over", -110, 30)]
    assert _pairs([*early, *late]) == [(-110, None, TIP - timedelta(minutes=30))]


def test_two_events_or_spellings_of_one_capture_are_two_quotes() -> None:
    one = [_price("over", -110), _price("under", -110)]
    others: list[Row] = [{"event_id": "e2"}, {"player_name": "Albert Doe"}]
    for other in others:
        rows = [*one, _price("over", 150, **other), _price("under", -190, **other)]
        outcomes = {tuple(pairs) for pairs in _pairs_of_games(list(permutations(rows)))}
        assert len(outcomes) == 1, "the order of rows decides nothing"
        ((pair,),) = outcomes
        assert pair[:2] in {(-110, -110), (150, -190)}


def test_a_pick_em_is_kept_apart_and_is_no_offer() -> None:
    def pick(side: str, minutes: int, multiplier: float | None) -> Row:
        return _price(
            side, None, minutes, bookmaker="prizepicks", is_pickem=True, multiplier=multiplier
        )

    prices = [
        pick("over", 90, 1.0),
        pick("over", 30, 0.85),
        pick("under", 30, None),
        _price("over", -110),
        _price("under", -110),
    ]
    assert [o["bookmaker"] for o in _of(player_prop_offer, prices)] == ["a"]
    picks = sorted(_of(pickem_offer, prices), key=lambda row: str(row["side"]))
    assert [(p["side"], p["line"], p["multiplier"]) for p in picks] == [
        ("over", 20.5, 0.85),
        ("under", 20.5, None),
    ]


def test_a_book_with_alternates_alone_has_no_main_line() -> None:
    ladder = [
        _price(side, -110, line=line, is_alternate=True)
        for line in (15.5, 20.5)
        for side in ("over", "under")
    ]
    offers = _of(player_prop_offer, ladder)
    assert [o["is_alternate"] for o in offers] == [True, True]
    assert [o["opening_line"] for o in offers] == [None, None]
    repeated = [*ladder, _price("over", -112), _price("under", -108)]
    assert {o["line"]: o["is_alternate"] for o in _of(player_prop_offer, repeated)} == {
        15.5: True,
        20.5: False,
    }


def test_a_pair_of_prices_that_cannot_be_is_not_the_main_line_for_looking_even() -> None:
    prices = [
        _price("over", -115),
        _price("under", -105),
        _price("over", 130, line=25.5),
        _price("under", 130, line=25.5),
    ]
    offers = {o["line"]: (o["is_alternate"], o["suspect"]) for o in _of(player_prop_offer, prices)}
    assert offers == {20.5: (False, None), 25.5: (True, "both sides positive")}


quotes = st.tuples(
    st.sampled_from([20, 50, 90]),
    st.sampled_from(["over", "under"]),
    st.sampled_from(["e1", "e2"]),
    st.sampled_from([-150.0, -110.0, 105.0]),
)


@given(
    st.lists(
        st.lists(quotes, min_size=1, max_size=8, unique_by=lambda quote: quote[:3]),
        min_size=3,
        max_size=8,
    )
)
@settings(max_examples=8)
def test_every_pair_of_prices_was_quoted_together(games: list[list[tuple[Any, ...]]]) -> None:
    rows = [
        [_price(side, price, minutes, event_id=event) for minutes, side, event, price in quoted]
        for quoted in games
    ]
    for of_game, pairs in zip(rows, _pairs_of_games(rows), strict=True):
        _assert_quoted_together(of_game, pairs)


def _assert_quoted_together(rows: list[Row], pairs: list[tuple[Any, ...]]) -> None:
    ((over, under, at),) = pairs
    together: dict[Any, dict[str, float]] = {}
    for row in rows:
        place = together.setdefault((row["captured_at"], row["event_id"]), {})
        place[row["side"]] = row["price"]
    newest = max(captured_at for captured_at, _ in together)
    assert at == newest
    assert (over, under) in [
        (sides.get("over"), sides.get("under"))
        for (captured_at, _), sides in together.items()
        if captured_at == newest
    ]

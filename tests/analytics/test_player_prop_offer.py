"""Every book's last prices before tip-off, and the line that is chosen among them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from support.odds_events import event, market, payload
from support.slates import Slate
from support.worked_example import DAY, TIP, Outcome, computed
from tipoff.health.price_account import AFTER_TIP, NO_GAME, OFFERED, WAITING, price_account

if TYPE_CHECKING:
    from conftest import World

Offer = dict[str, Any]
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def slate(small_world: World, tmp_path_factory: pytest.TempPathFactory) -> Slate:
    """One player priced by four books: a moved line, two lines, one side only, and a late quote."""
    new_slate = Slate.of(small_world, tmp_path_factory.mktemp("priced") / "home")
    name, tip = new_slate.members[0]["player_name"], new_slate.tip_at

    def snapshot(at: Any, books: dict[str, list[Any]], **parameters: str) -> Any:
        record = event(new_slate.teams, tip + timedelta(minutes=10), books)
        return payload(record, source="demo", Snapshot=f"{at:%Y-%m-%dT%H:%M:%SZ}", **parameters)

    def quoted(key: str, at: Any, *lines: Any) -> Any:
        return market(key, at, [(name, *line) for line in lines])

    points, alternate = "player_points", "player_points_alternate"
    early, late = tip - 9 * HOUR, tip - HOUR
    new_slate.run(
        [
            snapshot(
                early,
                {
                    "draftkings": [
                        quoted(points, early, (20.5, -110, -110)),
                        quoted(alternate, early, (24.5, 200, None)),
                    ]
                },
            ),
            snapshot(
                late,
                {
                    "draftkings": [
                        quoted(points, late, (22.5, -105, -115)),
                        quoted(
                            alternate,
                            late + timedelta(minutes=1),
                            (20.5, -180, 140),
                            (22.5, -104, -116),
                            (26.5, 210, None),
                        ),
                    ],
                    "fanduel": [
                        quoted(
                            points, late, (21.5, -150, 120), (22.5, -110, -112), (23.5, 130, -160)
                        ),
                    ],
                    "betmgm": [quoted(points, late, (22.5, -120, None))],
                },
            ),
            snapshot(tip, {"draftkings": [quoted(points, tip, (23.5, -110, -110))]}),
            snapshot(
                tip + HOUR,
                {
                    "draftkings": [quoted(points, tip + HOUR, (25.5, -110, -110))],
                    "bovada": [quoted(points, tip + timedelta(minutes=5), (24.5, -110, -110))],
                    "fanduel": [quoted(points, tip - timedelta(seconds=1), (22.5, -125, 105))],
                },
            ),
        ]
    )
    return new_slate


def _offers(slate: Slate, book: str) -> dict[float, Offer]:
    who = f"player_id = {slate.members[0]['player_id']} AND market = 'player_points'"
    rows = slate.rows("player_prop_offer", f"{who} AND bookmaker = '{book}'")
    return {row["line"]: row for row in rows}


def _shown(offer: Offer, *columns: str) -> list[Any]:
    return [offer[column] for column in columns]


def test_one_row_a_line_with_its_last_prices_before_tip_off(slate: Slate) -> None:
    offers = _offers(slate, "draftkings")
    late, listed = slate.tip_at - HOUR, slate.tip_at - timedelta(minutes=59)
    assert {
        n: _shown(o, "over_price", "under_price", "captured_at") for n, o in offers.items()
    } == {
        20.5: [-180, 140, listed],
        22.5: [-104, -116, listed],
        24.5: [200, None, slate.tip_at - 9 * HOUR],
        26.5: [210, None, listed],
    }
    assert {n: _shown(o, "is_alternate", "stands") for n, o in offers.items()} == {
        20.5: [True, True],
        22.5: [False, True],
        24.5: [True, False],
        26.5: [True, True],
    }
    opened = ("opened_at", "opening_over_price", "opening_under_price", "opening_line")
    early = slate.tip_at - 9 * HOUR
    assert {n: _shown(o, *opened) for n, o in offers.items()} == {
        20.5: [early, -110, -110, 20.5],
        22.5: [late, -105, -115, 20.5],
        24.5: [early, 200, None, 20.5],
        26.5: [listed, 210, None, 20.5],
    }
    assert {o["game_date"] for o in offers.values()} == {slate.game["game_date"]}
    assert {o["name_key"] for o in offers.values()} == {slate.members[0]["name_key"]}


def test_of_lines_side_by_side_the_one_nearest_even_money_is_the_main_one(slate: Slate) -> None:
    offers = _offers(slate, "fanduel")
    assert {n: o["is_alternate"] for n, o in offers.items()} == {
        21.5: True,
        22.5: False,
        23.5: True,
    }


def test_an_answer_that_came_after_tip_off_may_hold_the_closing_price(slate: Slate) -> None:
    closing = _offers(slate, "fanduel")[22.5]
    assert _shown(closing, "over_price", "under_price") == [-125, 105]
    assert closing["captured_at"] == slate.tip_at - timedelta(seconds=1)
    assert {n: o["stands"] for n, o in _offers(slate, "fanduel").items()} == {
        21.5: False,
        22.5: True,
        23.5: False,
    }


def test_a_line_quoted_on_one_side_is_an_offer_too(slate: Slate) -> None:
    (offer,) = _offers(slate, "betmgm").values()
    assert _shown(offer, "over_price", "under_price", "is_alternate") == [-120, None, False]


def test_nothing_captured_at_tip_off_or_after_it_is_offered(
    slate: Slate, small_world: World
) -> None:
    assert _offers(slate, "bovada") == {}
    assert not {23.5, 25.5} & set(_offers(slate, "draftkings"))
    assert slate.world.query(
        "SELECT count(*) FROM player_prop_offer o JOIN schedule s USING (game_id)"
        " WHERE o.captured_at >= s.tip_at"
    ) == [(0,)]
    with slate.world.home.reading() as engine:
        account = price_account(engine)
    with small_world.home.reading() as engine:
        before = price_account(engine)
    assert account[AFTER_TIP] - before.get(AFTER_TIP, 0) == 6
    total = slate.world.query("SELECT count(*) FROM prop_price")
    assert total == [(sum(account.values()),)]
    assert set(account) <= {AFTER_TIP, NO_GAME, OFFERED, WAITING}


def test_the_reference_line_is_the_main_one_of_the_most_preferred_book(slate: Slate) -> None:
    who = f"player_id = {slate.members[0]['player_id']} AND market = 'player_points'"
    (line,) = slate.rows("reference_line", who)
    assert line == {
        "game_id": slate.game["game_id"],
        "game_date": slate.game["game_date"],
        "player_id": slate.members[0]["player_id"],
        "name_key": slate.members[0]["name_key"],
        "market": "player_points",
        "bookmaker": "draftkings",
        "line": 22.5,
        "over_price": -104,
        "under_price": -116,
        "captured_at": slate.tip_at - timedelta(minutes=59),
        "opening_line": 20.5,
        "line_move": 2.0,
    }


def test_prices_of_games_no_schedule_has_stay_in_raw_and_fail_nothing(
    small_world: World, tmp_path: Any
) -> None:
    slate = Slate.of(small_world, tmp_path / "home")
    seen_at, name = slate.tip_at - HOUR, slate.members[0]["player_name"]
    quotes = market("player_points", seen_at, [(name, 20.5, -110, -110)])
    other_teams = event(("Elsewhere Team", "Nowhere Team"), slate.tip_at, {"x": [quotes]})
    next_summer = event(slate.teams, slate.tip_at + timedelta(200), {"x": [quotes]}, "e2")
    slate.run(
        [payload(other_teams, "demo", Snapshot="1"), payload(next_summer, "demo", Snapshot="1")]
    )
    assert slate.world.query("SELECT count(*) FROM prop_price WHERE bookmaker = 'x'") == [(4,)]
    assert slate.world.query("SELECT count(*) FROM player_prop_offer WHERE bookmaker = 'x'") == [
        (0,)
    ]
    with slate.world.home.reading() as engine:
        assert price_account(engine)[NO_GAME] == 4


NAME = {
    "source": "prices",
    "setting": "Bees @ Ants",
    "player_name": "Al Doe",
    "outcome": "exact",
    "player_id": 7,
    "game_id": "g1",
}


def _quoted(
    before: timedelta | None, line: float, over: float, under: float | None, **more: Any
) -> list[dict[str, Any]]:
    """Return both sides of a line at a book, captured so long before tip-off; None: a closing."""
    at = None if before is None else TIP - before
    base = {
        "player_name": "Al Doe",
        "name_key": "al doe",
        "market": "player_points",
        "bookmaker": "betmgm",
        "line": line,
        "captured_at": at,
        "capture": str(at) if at else "closing",
        "home_team_name": "Ants",
        "away_team_name": "Bees",
        "tip_at": TIP,
        **more,
    }
    sides = (("over", over), ("under", under))
    return [{**base, "side": side, "price": price} for side, price in sides if price is not None]


def _offered(*quotes: list[dict[str, Any]]) -> Outcome:
    return computed(
        "player_prop_offer",
        prop_price=[row for quote in quotes for row in quote],
        resolved_name=[NAME],
        schedule=[{"game_id": "g1", "tip_at": TIP}],
    )


def test_every_column_of_a_line_that_moved_by_hand() -> None:
    """Opened at 21.5 five hours before tip-off, at 22.5 one hour before: 21.5 is withdrawn."""
    outcome = _offered(
        _quoted(5 * HOUR, 21.5, -110, -110),
        _quoted(HOUR, 22.5, -120, 100),
    )
    outcome.expect(
        "game_id game_date player_id market bookmaker line name_key over_price under_price"
        " captured_at is_alternate stands",
        *(
            (
                "g1",
                DAY,
                7,
                "player_points",
                "betmgm",
                line,
                "al doe",
                over,
                under,
                at,
                False,
                stands,
            )
            for line, over, under, at, stands in (
                (21.5, -110.0, -110.0, TIP - 5 * HOUR, False),
                (22.5, -120.0, 100.0, TIP - HOUR, True),
            )
        ),
    )
    outcome.expect(
        "line opened_at opening_over_price opening_under_price opening_line suspect",
        (21.5, TIP - 5 * HOUR, -110.0, -110.0, 21.5, None),
        (22.5, TIP - HOUR, -120.0, 100.0, 21.5, None),
    )


def test_suspect_prices_are_kept_and_marked_by_hand() -> None:
    """+105 on both sides implies 0.488 twice, 0.976; -125 and +145 imply 0.556 + 0.408 = 0.964."""
    outcome = _offered(
        _quoted(HOUR, 20.5, 105, 105),
        _quoted(HOUR, 22.5, -125, 145, bookmaker="fanduel"),
    )
    outcome.expect("bookmaker suspect", ("betmgm", "both sides positive"), ("fanduel", "no margin"))


def test_a_closing_line_of_a_file_has_no_opening_by_hand() -> None:
    outcome = _offered(_quoted(None, 20.5, -110, None))
    outcome.expect(
        "captured_at stands opened_at opening_over_price opening_line under_price",
        (None, True, None, None, None, None),
    )


def test_pickem_lines_and_late_quotes_are_no_offers_by_hand() -> None:
    outcome = _offered(
        _quoted(HOUR, 20.5, -110, -110, is_pickem=True), _quoted(timedelta(0), 21.5, -110, -110)
    )
    assert outcome.rows == []

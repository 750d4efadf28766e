"""Pick'em lines by hand: a book's last quote of each side before tip-off."""

from __future__ import annotations

from datetime import datetime, timedelta

from support.worked_example import DAY, TIP, Outcome, Row, computed

TABLE = "pickem_offer"
GAMES = [{"game_id": "g1", "tip_at": TIP}]
NAME = {
    "source": "prices",
    "setting": "Bees @ Ants",
    "player_name": "Al Doe",
    "outcome": "exact",
    "player_id": 7,
    "game_id": "g1",
}
FIVE, ONE = TIP - timedelta(hours=5), TIP - timedelta(hours=1)


def _pick(at: datetime, side: str, multiplier: float | None, **more: object) -> Row:
    base: Row = {
        "player_name": "Al Doe",
        "name_key": "al doe",
        "home_team_name": "Ants",
        "away_team_name": "Bees",
        "market": "player_points",
        "bookmaker": "prizepicks",
        "line": 22.5,
        "side": side,
        "capture": str(at),
        "captured_at": at,
        "tip_at": TIP,
        "is_pickem": True,
        "multiplier": multiplier,
    }
    return {**base, **more}


def _offers(*picks: Row, names: tuple[Row, ...] = (NAME,)) -> Outcome:
    return computed(TABLE, prop_price=picks, resolved_name=names, schedule=GAMES)


def test_the_last_multiplier_of_either_side() -> None:
    outcome = _offers(_pick(FIVE, "over", 1.0), _pick(ONE, "over", 0.8), _pick(FIVE, "under", None))
    outcome.expect(
        "game_id game_date player_id market bookmaker line side is_alternate multiplier"
        " captured_at",
        ("g1", DAY, 7, "player_points", "prizepicks", 22.5, "over", False, 0.8, ONE),
        ("g1", DAY, 7, "player_points", "prizepicks", 22.5, "under", False, None, FIVE),
    )


def test_another_line_is_another_offer_and_a_price_is_none() -> None:
    outcome = _offers(
        _pick(ONE, "over", 1.0),
        _pick(ONE, "over", 1.5, line=26.5, is_alternate=True),
        _pick(ONE, "over", None, bookmaker="draftkings", is_pickem=False, price=-110.0),
    )
    outcome.expect("line is_alternate", (22.5, False), (26.5, True))


def test_picks_from_tip_off_on_and_names_of_nobody_are_left_out() -> None:
    nobody = {**NAME, "player_name": "Di Roe", "player_id": None, "game_id": None}
    outcome = _offers(
        _pick(TIP, "over", 1.0),
        _pick(ONE, "over", 1.0, player_name="Di Roe"),
        names=(NAME, nobody),
    )
    assert outcome.rows == []


def test_an_injury_report_s_name_places_no_pick() -> None:
    outcome = _offers(_pick(ONE, "over", 1.0), names=({**NAME, "source": "injuries"},))
    assert outcome.rows == []

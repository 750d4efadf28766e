"""The market's view of a game by hand: the quote that is used, and the opening quote."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from support.worked_example import DAY, TIP, Outcome, Row, computed, rows

TABLE = "game_line"
GAMES = [{"game_id": "g1", "tip_at": TIP, "is_final": True}]
TEAMS = {"home_team_name": "Ants", "away_team_name": "Bees"}
PLACED = [{**TEAMS, "game_id": "g1", "is_swapped": False}]
FIVE, TWO, ONE = (TIP - timedelta(hours=n) for n in (5, 2, 1))


def _quote(book: str, at: datetime | None, spread: float | None, total: float | None) -> Row:
    return {
        **TEAMS,
        "bookmaker": book,
        "captured_at": at,
        "capture": str(at) if at else "closing",
        "tip_at": TIP,
        "home_spread": spread,
        "total": total,
        "home_price": -150.0,
        "away_price": 130.0,
    }


def _line(*quotes: Row, placed: list[Row] = PLACED) -> Outcome:
    return computed(TABLE, schedule=GAMES, feed_game=placed, game_price=quotes)


def test_the_last_quote_before_tip_off_and_the_first_of_that_book() -> None:
    """FanDuel's first capture was -3 at 225; the later one counts, and the one at tip does not."""
    outcome = _line(
        _quote("fanduel", FIVE, -3.0, 225.0),
        _quote("fanduel", ONE, -4.5, 228.5),
        _quote("fanduel", TIP, -9.0, 240.0),
        _quote("betmgm", ONE, -5.0, 229.0),
    )
    outcome.expect(
        "game_id game_date bookmaker captured_at home_spread home_spread_open total total_open"
        " home_price away_price",
        ("g1", DAY, "fanduel", ONE, -4.5, -3.0, 228.5, 225.0, -150.0, 130.0),
    )


@pytest.mark.parametrize(("is_final", "spread"), [(True, -4.5), (False, -9.0)])
def test_a_quote_of_the_last_half_hour_counts_only_until_there_is_a_result(
    is_final: bool, spread: float
) -> None:
    """A game that is over is replayed as of half an hour before its tip-off."""
    outcome = computed(
        TABLE,
        schedule=[{**GAMES[0], "is_final": is_final}],
        feed_game=PLACED,
        game_price=[
            _quote("fanduel", TIP - timedelta(minutes=30), -4.5, 228.5),
            _quote("fanduel", TIP - timedelta(minutes=29, seconds=59), -9.0, 240.0),
        ],
    )
    outcome.expect("home_spread", (spread,))


@pytest.mark.parametrize(
    ("books", "chosen"),
    [
        (("betmgm", "consensus", "fanduel", "draftkings"), "draftkings"),
        (("betmgm", "consensus", "fanduel"), "fanduel"),
        (("caesars", "betmgm", "consensus"), "betmgm"),  # others by name
        (("consensus",), "consensus"),
    ],
)
def test_the_most_preferred_book_counts(books: tuple[str, ...], chosen: str) -> None:
    _line(*(_quote(b, ONE, -4.5, 228.5) for b in books)).expect("bookmaker", (chosen,))


def test_a_book_that_lacks_spread_or_total_gives_way_to_one_that_has_both() -> None:
    outcome = _line(_quote("draftkings", ONE, -4.5, None), _quote("betmgm", ONE, -5.0, 229.0))
    outcome.expect("bookmaker home_spread total", ("betmgm", -5.0, 229.0))
    _line(_quote("draftkings", ONE, -4.5, None)).expect("bookmaker total", ("draftkings", None))


def test_a_file_s_closing_quote_tells_its_own_opening_and_no_capture() -> None:
    closing = {
        **_quote("consensus", None, -4.5, 228.5),
        "home_spread_open": -2.0,
        "total_open": 230.0,
    }
    outcome = _line(closing)
    outcome.expect("captured_at home_spread_open total_open", (None, -2.0, 230.0))


def test_a_closing_quote_without_an_opening_has_none() -> None:
    _line(_quote("consensus", None, -4.5, 228.5)).expect(
        "home_spread_open total_open", (None, None)
    )


def test_the_sides_are_turned_where_the_feed_has_the_other_team_at_home() -> None:
    """The feed gives its home team, which is the schedule's away team, 4.5 points."""
    swapped = [{**TEAMS, "game_id": "g1", "is_swapped": True}]
    outcome = _line(_quote("fanduel", ONE, -4.5, 228.5), placed=swapped)
    outcome.expect(
        "home_spread home_spread_open total home_price away_price",
        (4.5, 4.5, 228.5, 130.0, -150.0),
    )


def test_the_earlier_of_the_two_tip_offs_counts() -> None:
    """The feed has tip-off an hour before the schedule does: a quote at that time is too late."""
    early = {**_quote("fanduel", ONE, -4.5, 228.5), "tip_at": ONE}
    assert _line(early).rows == []


def test_a_game_that_is_in_no_schedule_has_no_line() -> None:
    nowhere = [{**TEAMS, "game_id": None, "is_swapped": False}]
    assert _line(_quote("fanduel", ONE, -4.5, 228.5), placed=nowhere).rows == []


def test_two_games_have_their_own_lines() -> None:
    others = {"home_team_name": "Cats", "away_team_name": "Dogs"}
    outcome = computed(
        TABLE,
        schedule=rows("game_id tip_at", ("g1", TIP), ("g2", TIP)),
        feed_game=[*PLACED, {**others, "game_id": "g2"}],
        game_price=[
            _quote("fanduel", ONE, -4.5, 228.5),
            {**_quote("betmgm", TWO, 2.0, 210.0), **others},
        ],
    )
    outcome.expect("game_id bookmaker total", ("g1", "fanduel", 228.5), ("g2", "betmgm", 210.0))

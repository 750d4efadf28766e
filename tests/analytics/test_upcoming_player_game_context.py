"""Context of a player's coming game, by hand: load, gaps, trades, teammates and the line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import Outcome, Row, computed

TABLE = "upcoming_player_game_context"
DAY = date(2024, 1, 10)
ANTS, BEES = 10, 20


def _member(player: int, **more: Any) -> Row:
    base = {"game_id": "g", "game_date": DAY, "season": "2023-24", "player_id": player}
    return {**base, "team_id": ANTS, **more}


def _played(player: int, ago: int, minutes: int = 30, team: int = ANTS, **more: Any) -> Row:
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "season": "2023-24",
        "player_id": player,
        "team_id": team,
        "seconds": 60 * minutes,
        **more,
    }


def _context(members: list[Row], played: list[Row], lines: list[Row] | None = None) -> Outcome:
    return computed(
        TABLE, player_pool=members, player_game_summary=played, reference_line=lines or []
    )


def _of(outcome: Outcome, player: int, columns: str) -> list[Any]:
    return [outcome.row(player_id=player)[name] for name in columns.split()]


LOADS = (
    "days_since_played games_last_7_days games_last_14_days minutes_last_7_days"
    " minutes_last_14_days back_to_backs_last_14_days"
)


def test_load_over_a_week_and_a_fortnight() -> None:
    """Games 2, 3, 7, 8 and 14 days ago, of 30, 20, 25, 35 and 10 minutes; one 15 days ago.

    Of the week: 30 + 20 + 25 = 75. Of the fortnight: 75 + 35 + 10 = 120. Second nights were 2
    days ago after 3, 7 after 8, and 14 after 15: the first night of the last lies outside.
    """
    games = [(2, 30), (3, 20), (7, 25), (8, 35), (14, 10), (15, 40)]
    outcome = _context([_member(7)], [_played(7, ago, minutes) for ago, minutes in games])
    assert _of(outcome, 7, LOADS) == [2, 3, 5, 75.0, 120.0, 3]


def test_a_game_on_the_date_or_after_it_is_not_known() -> None:
    outcome = _context([_member(7)], [_played(7, 2), _played(7, 0), _played(7, -1)])
    assert _of(outcome, 7, LOADS) == [2, 1, 1, 30.0, 30.0, 0]


def test_who_was_never_seen_has_no_load_and_no_history() -> None:
    outcome = _context([_member(7)], [])
    assert _of(outcome, 7, LOADS) == [None, 0, 0, 0.0, 0.0, 0]
    assert _of(outcome, 7, "games_since_long_absence games_since_trade") == [None, None]


@pytest.mark.parametrize(
    ("days_ago", "since"),
    [
        ((2,), 1),  # the first game ever seen is a return too
        ((2, 4, 6), 3),
        ((2, 4, 18, 20), 2),  # 14 days between 18 and 4 days ago: two games since
        ((2, 4, 17, 19), 4),  # 13 days are no long absence
        ((14, 16), 0),  # still away
        ((13, 15), 2),
    ],
)
def test_games_since_a_gap_of_a_fortnight(days_ago: tuple[int, ...], since: int) -> None:
    outcome = _context([_member(7)], [_played(7, ago) for ago in days_ago])
    assert _of(outcome, 7, "games_since_long_absence") == [since]


@pytest.mark.parametrize(
    ("teams", "since"),
    [
        ((ANTS, ANTS, ANTS), None),  # newest first: never changed
        ((ANTS, ANTS, BEES), 2),
        ((ANTS, BEES, BEES), 1),
        ((BEES, BEES, ANTS), 0),  # changed since he last played
        ((ANTS, BEES, ANTS), 1),
    ],
)
def test_games_since_a_trade(teams: tuple[int, ...], since: int | None) -> None:
    played = [_played(7, 2 + 2 * place, team=team) for place, team in enumerate(teams)]
    assert _of(_context([_member(7)], played), 7, "games_since_trade") == [since]


def test_the_points_line_and_no_other() -> None:
    lines: list[Row] = [
        {"game_id": "g", "player_id": 7, "market": market, "line": line, **more}
        for market, line, more in (
            ("player_points", 22.5, {"opening_line": 21.0, "line_move": 1.5}),
            ("player_assists", 5.5, {}),
        )
    ]
    outcome = _context([_member(7), _member(8)], [], lines)
    names = "points_line points_opening_line points_line_move has_points_line"
    assert _of(outcome, 7, names) == [22.5, 21.0, 1.5, True]
    assert _of(outcome, 8, names) == [None, None, None, False]


OF_TEAMMATES = (
    "teammates_out teammates_out_minutes teammates_out_points teammates_newly_out_minutes"
    " teammates_newly_out_points teammates_newly_out_usage teammates_back_minutes"
    " teammates_available_minutes teammates_available_usage_minutes"
    " teammates_newly_out_usage_minutes"
)


def _form(player: int, ago: int, minutes: int, points: int, usage: float | None) -> Row:
    return _played(player, ago, minutes, points=points, usage_rate=usage)


TEAM = [
    _form(1, 3, 30, 20, 25.0),  # out, and played lately
    _form(2, 13, 24, 10, 20.0),  # out for more than 12 days
    _form(3, 2, 36, 25, 30.0),  # plays
    _form(4, 20, 12, 4, None),  # back after more than 12 days, of no known usage
]


def test_teammates_out_and_what_they_leave() -> None:
    """Of player 3: both who are out, 30 + 24 minutes and 20 + 10 points; newly out is 1 alone.

    Usage times minutes: 25 x 30 = 750 newly out; 4 is back with 12 minutes and no usage.
    """
    members = [
        _member(1, out=True),
        _member(2, out=True),
        _member(3, out=False),
        _member(4, out=False),
    ]
    outcome = _context(members, TEAM)
    assert _of(outcome, 3, OF_TEAMMATES) == pytest.approx(
        [2, 54.0, 30.0, 30.0, 20.0, 25.0, 12.0, 12.0, 0.0, 750.0]
    )
    # Of player 1, who is out himself: 2 alone is a teammate out, and not newly; 3 and 4 play,
    # with 36 + 12 minutes and 30 x 36 = 1,080 of usage minutes.
    assert _of(outcome, 1, OF_TEAMMATES) == pytest.approx(
        [1, 24.0, 10.0, 0.0, 0.0, 0.0, 12.0, 48.0, 1080.0, 0.0]
    )


def test_what_was_known_in_the_morning_stands_beside_it() -> None:
    """In the morning only player 2 was known to be out."""
    members = [
        _member(1, out=True, morning_out=False),
        _member(2, out=True, morning_out=True),
        _member(3, out=False, morning_out=False),
    ]
    outcome = _context(members, TEAM[:3])
    morning = " ".join(f"morning_{name}" for name in OF_TEAMMATES.split())
    assert _of(outcome, 3, morning) == pytest.approx(
        [1, 24.0, 10.0, 0.0, 0.0, 0.0, 0.0, 30.0, 750.0, 0.0]
    )


def test_where_nothing_is_known_of_a_game_nobody_is_counted() -> None:
    outcome = _context([_member(1), _member(3)], TEAM)
    assert _of(outcome, 3, OF_TEAMMATES) == [None] * 10


def test_the_other_team_s_players_are_no_teammates() -> None:
    members = [_member(1, out=True, team_id=BEES), _member(3, out=False)]
    assert _of(_context(members, TEAM), 3, "teammates_out teammates_available_minutes") == [0, 0.0]


def test_every_column_of_a_row() -> None:
    """A player alone in a pool who played once, four days ago, for 30 minutes."""
    sums = dict.fromkeys(OF_TEAMMATES.split()[1:], 0.0)
    outcome = _context([_member(7, out=False)], [_played(7, 4)])
    outcome.expect_row(
        {
            "game_id": "g",
            "game_date": DAY,
            "player_id": 7,
            "days_since_played": 4,
            "games_last_7_days": 1,
            "games_last_14_days": 1,
            "minutes_last_7_days": 30.0,
            "minutes_last_14_days": 30.0,
            "back_to_backs_last_14_days": 0,
            "games_since_long_absence": 1,
            "games_since_trade": None,
            "points_line": None,
            "points_opening_line": None,
            "points_line_move": None,
            "has_points_line": False,
            "teammates_out": 0,
            **sums,
            # Nothing was known in the morning.
            "morning_teammates_out": None,
            **{f"morning_{name}": None for name in sums},
        }
    )


MORNING_COLUMNS = """
morning_teammates_out_minutes morning_teammates_out_points morning_teammates_newly_out_minutes
morning_teammates_newly_out_points morning_teammates_newly_out_usage
morning_teammates_back_minutes morning_teammates_available_minutes
morning_teammates_available_usage_minutes morning_teammates_newly_out_usage_minutes
"""


def test_both_times_have_the_same_columns() -> None:
    (row,) = _context([_member(7, out=False)], []).rows
    assert set(MORNING_COLUMNS.split()) <= row.keys()
    assert {n.removeprefix("morning_") for n in MORNING_COLUMNS.split()} <= row.keys()

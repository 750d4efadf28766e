"""A player's role by hand: as a starter, off the bench, and among teammates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import Outcome, Row, computed

TABLE = "player_role"
DAY = date(2024, 1, 10)
ANTS, BEES = 10, 20


def _member(player: int, **more: Any) -> Row:
    base = {"game_id": "g", "game_date": DAY, "season": "2023-24", "player_id": player}
    return {**base, "team_id": ANTS, **more}


def _form(player: int, minutes: float | None, points: float | None, starts: float | None) -> Row:
    return {
        "game_id": "g",
        "player_id": player,
        "minutes_avg_last_10": minutes,
        "points_avg_last_10": points,
        "starts_avg_last_10": starts,
    }


def _played(ago: int, minutes: int, points: int, starter: bool | None) -> Row:
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "season": "2023-24",
        "player_id": 7,
        "seconds": 60 * minutes,
        "points": points,
        "starter": starter,
    }


def _role(members: list[Row], forms: list[Row], played: list[Row] | None = None) -> Outcome:
    return computed(
        TABLE, player_pool=members, player_daily_cache=forms, player_game_summary=played or []
    )


PLAYED = [
    _played(8, 30, 20, starter=True),
    _played(6, 34, 25, starter=True),
    _played(4, 12, 4, starter=False),
    _played(2, 20, 9, starter=None),  # unrecorded: in neither role
    _played(0, 48, 60, starter=True),  # the date itself
]


@pytest.mark.parametrize(
    ("starting", "minutes", "points"), [(True, 32.0, 22.5), (False, 12.0, 4.0), (None, None, None)]
)
def test_the_role_he_now_has_picks_the_games(
    starting: bool | None, minutes: float | None, points: float | None
) -> None:
    """Started twice: (30 + 34) / 2 minutes and (20 + 25) / 2 points; once off the bench."""
    outcome = _role([_member(7, starting=starting)], [_form(7, 24.0, 14.0, 0.6)], PLAYED)
    outcome.expect(
        "starting starting_minutes_avg_last_10 starting_points_avg_last_10"
        " off_bench_minutes_avg_last_10 off_bench_points_avg_last_10 role_minutes role_points",
        (starting, 32.0, 22.5, 12.0, 4.0, minutes, points),
    )


def test_a_role_never_played_has_no_average() -> None:
    outcome = _role([_member(7, starting=False)], [_form(7, 32.0, 22.5, 1.0)], PLAYED[:2])
    outcome.expect("off_bench_minutes_avg_last_10 role_minutes", (None, None))


TEAM = [
    _form(1, 36.0, 25.0, 1.0),
    _form(2, 30.0, 15.0, 0.5),
    _form(3, 24.0, 12.0, 0.4),
    _form(4, None, None, None),
]


def test_teammates_who_play_who_start_and_usual_starters_who_do_not() -> None:
    """1 is out, 2 comes off the bench after starting half the games, 3 and 4 start.

    Of 4: 2 and 3 are available, 15 + 12 points; 3 starts, 24 minutes; 1 and 2 are usual starters
    who do not start, 36 + 30 minutes.
    """
    members = [
        _member(1, out=True, starting=False),
        _member(2, out=False, starting=False),
        _member(3, out=False, starting=True),
        _member(4, out=None, starting=True),
    ]
    outcome = _role(members, TEAM)
    outcome.expect(
        "game_id game_date player_id minutes_rank teammates_available_points"
        " teammates_starting_minutes usual_starters_missing_minutes",
        # 1 is out: no place. Of those who may play 2 has the most minutes, then 3, then 4.
        ("g", DAY, 1, None, 27.0, 24.0, 30.0),
        ("g", DAY, 2, 1, 12.0, 24.0, 36.0),
        ("g", DAY, 3, 2, 15.0, 0.0, 66.0),
        ("g", DAY, 4, 3, 27.0, 24.0, 66.0),
    )


def test_equal_minutes_share_a_place() -> None:
    forms = [_form(1, 30.0, 1.0, 1.0), _form(2, 30.0, 1.0, 1.0), _form(3, 20.0, 1.0, 1.0)]
    outcome = _role([_member(player) for player in (1, 2, 3)], forms)
    outcome.expect("player_id minutes_rank", (1, 1), (2, 1), (3, 3))


def test_without_a_lineup_no_start_is_known() -> None:
    outcome = _role([_member(1), _member(2)], TEAM[:2])
    outcome.expect(
        "starting teammates_starting_minutes usual_starters_missing_minutes"
        " teammates_available_points",
        (None, None, None, 15.0),
        (None, None, None, 25.0),
    )


def test_the_other_team_s_players_are_no_teammates() -> None:
    members = [_member(1, starting=True), _member(2, starting=True, team_id=BEES)]
    outcome = _role(members, TEAM[:2])
    outcome.expect(
        "player_id minutes_rank teammates_available_points teammates_starting_minutes",
        (1, 1, 0.0, 0.0),
        (2, 1, 0.0, 0.0),
    )

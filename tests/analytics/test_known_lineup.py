"""The last lineup of a team known at each time, by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.worked_example import DAY, TIP, Outcome, Row, computed
from tipoff.domain.prediction_time import PredictionTime

TABLE = "known_lineup"
OVER = [{"game_id": "g1", "tip_at": TIP, "is_final": True}]
COMING = [{**OVER[0], "is_final": False}]
MORNING, BEFORE_TIP = (TIP - at.before for at in PredictionTime)
LAST = timedelta(seconds=1)


def _listed(before: timedelta, player: int = 7, team: int = 10, **more: object) -> Row:
    base: Row = {
        "game_id": "g1",
        "player_id": player,
        "team_id": team,
        "captured_at": TIP - before,
        "lineup_status": "Expected",
        "starter": True,
        "roster_status": "Active",
    }
    return {**base, **more}


SNAPSHOTS = [
    _listed(timedelta(hours=9), starter=False),
    _listed(timedelta(hours=8)),
    _listed(timedelta(minutes=30), lineup_status="Confirmed"),
    _listed(LAST, lineup_status="Confirmed", roster_status=None),
    _listed(timedelta(0), roster_status="Inactive"),
    _listed(timedelta(hours=-1), roster_status="Inactive"),
]


def _known(*listed: Row, games: list[Row] = OVER) -> Outcome:
    return computed(TABLE, schedule=games, daily_lineup=listed)


def test_each_time_knows_the_last_snapshot_fetched_by_then() -> None:
    """Eight hours before and half an hour before are in time; the last word is just before tip."""
    _known(*SNAPSHOTS).expect(
        "game_id game_date player_id known_at team_id captured_at lineup_status starter"
        " roster_status",
        ("g1", DAY, 7, "before-tip", 10, BEFORE_TIP, "Confirmed", True, "Active"),
        ("g1", DAY, 7, "morning", 10, MORNING, "Expected", True, "Active"),
        ("g1", DAY, 7, "tip-off", 10, TIP - LAST, "Confirmed", True, None),
    )


@pytest.mark.parametrize("until_tip", [timedelta(minutes=30) - LAST, LAST])
def test_a_replay_is_shown_no_snapshot_of_after_its_time(until_tip: timedelta) -> None:
    """Whatever is captured later, the rows of either prediction time stay as they were."""
    late = _listed(until_tip, starter=False, roster_status="Inactive")
    without, with_late = (_known(*SNAPSHOTS[:3], *more).rows for more in ((), (late,)))
    times = tuple(PredictionTime)
    assert [r for r in with_late if r["known_at"] in times] == [
        r for r in without if r["known_at"] in times
    ]
    assert with_late[-1]["captured_at"] == TIP - until_tip


def test_of_a_game_without_a_result_all_from_before_tip_off_is_known() -> None:
    _known(*SNAPSHOTS, games=COMING).expect(
        "known_at captured_at",
        ("before-tip", TIP - LAST),
        ("morning", MORNING),
        ("tip-off", TIP - LAST),
    )


def test_each_team_s_last_snapshot_counts_and_a_player_dropped_from_it_is_gone() -> None:
    """8 was in the first snapshot of the team only; the other team has one snapshot alone."""
    outcome = _known(
        _listed(timedelta(hours=3), player=7),
        _listed(timedelta(hours=3), player=8),
        _listed(timedelta(hours=2), player=7),
        _listed(timedelta(hours=5), player=9, team=20),
    )
    rows = [r for r in outcome.rows if r["known_at"] == "before-tip"]
    assert [(r["player_id"], r["team_id"]) for r in rows] == [(7, 10), (9, 20)]


def test_a_snapshot_after_the_morning_is_not_known_in_the_morning() -> None:
    late = _listed(timedelta(hours=7, minutes=59))
    _known(late).expect("known_at", ("before-tip",), ("tip-off",))


def test_a_lineup_of_a_date_that_the_game_has_left_is_of_no_game() -> None:
    moved = [{**OVER[0], "game_date": DAY + timedelta(1)}]
    assert _known(*SNAPSHOTS, games=moved).rows == []

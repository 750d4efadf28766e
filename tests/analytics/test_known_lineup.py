"""The last lineup of a team known at each time, by hand."""

from __future__ import annotations

from datetime import timedelta

from support.worked_example import DAY, TIP, Row, computed

TABLE = "known_lineup"
GAMES = [{"game_id": "g1", "tip_at": TIP}]
MORNING = TIP - timedelta(hours=8)


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


def test_eight_hours_before_is_still_the_morning_and_a_second_before_tip_still_before() -> None:
    outcome = computed(
        TABLE,
        schedule=GAMES,
        daily_lineup=[
            _listed(timedelta(hours=9), starter=False),
            _listed(timedelta(hours=8)),
            _listed(timedelta(seconds=1), lineup_status="Confirmed", roster_status=None),
            _listed(timedelta(0), roster_status="Inactive"),
            _listed(timedelta(hours=-1), roster_status="Inactive"),
        ],
    )
    outcome.expect(
        "game_id game_date player_id known_at team_id captured_at lineup_status starter"
        " roster_status",
        ("g1", DAY, 7, "before-tip", 10, TIP - timedelta(seconds=1), "Confirmed", True, None),
        ("g1", DAY, 7, "morning", 10, MORNING, "Expected", True, "Active"),
    )


def test_each_team_s_last_snapshot_counts_and_a_player_dropped_from_it_is_gone() -> None:
    """8 stood in the first snapshot of his team only; the other team has one snapshot alone."""
    outcome = computed(
        TABLE,
        schedule=GAMES,
        daily_lineup=[
            _listed(timedelta(hours=3), player=7),
            _listed(timedelta(hours=3), player=8),
            _listed(timedelta(hours=2), player=7),
            _listed(timedelta(hours=5), player=9, team=20),
        ],
    )
    outcome.expect("player_id team_id known_at", (7, 10, "before-tip"), (9, 20, "before-tip"))


def test_a_snapshot_after_the_morning_is_not_known_in_the_morning() -> None:
    late = [_listed(timedelta(hours=7, minutes=59))]
    outcome = computed(TABLE, schedule=GAMES, daily_lineup=late)
    outcome.expect("known_at", ("before-tip",))

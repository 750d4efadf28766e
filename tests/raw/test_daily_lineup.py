"""Snapshots of a day's lineups by hand: every one is kept, and only starters have a position."""

from __future__ import annotations

from datetime import timedelta

from support.worked_example import DAY, TIP, Row, computed

GAMES = [{"game_id": "0022300061", "game_date": DAY, "home_team_id": 10, "away_team_id": 20}]
NOON, EVENING = TIP - timedelta(hours=7), TIP - timedelta(hours=1)


def _listed(player: int, **more: object) -> Row:
    base: Row = {
        "gameId": "0022300061",
        "teamId": 10,
        "personId": player,
        "playerName": "Al Doe",
        "nameKey": "al doe",
        "lineupStatus": "Expected",
        "position": "PG",
        "rosterStatus": "Active",
        "capturedAt": NOON,
    }
    return {**base, **more}


def test_two_snapshots_of_one_player_and_one_who_does_not_start() -> None:
    outcome = computed(
        "daily_lineup",
        schedule=GAMES,
        lineup_snapshot=[
            _listed(7),
            _listed(7, capturedAt=EVENING, lineupStatus="Confirmed"),
            _listed(8, position=None, rosterStatus="Inactive", lineupStatus=None),
        ],
    )
    outcome.expect(
        "player_id captured_at lineup_status starter position roster_status",
        (7, NOON, "Expected", True, "PG", "Active"),
        (7, EVENING, "Confirmed", True, "PG", "Active"),
        (8, NOON, None, False, None, "Inactive"),
    )
    outcome.expect(
        "payload game_id game_date player_name name_key team_id",
        *[(1, "0022300061", DAY, "Al Doe", "al doe", 10)] * 3,
    )


def test_a_third_team_and_an_unknown_status_are_set_aside() -> None:
    outcome = computed(
        "daily_lineup",
        schedule=GAMES,
        lineup_snapshot=[_listed(7, teamId=30), _listed(8, lineupStatus="Rumored")],
    )
    outcome.expect_set_aside(
        ("team_id", "team_plays_in_game"), ("lineup_status", "one of Confirmed/Expected")
    )

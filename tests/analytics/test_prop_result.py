"""The result of each line, by hand: over, under, push, void and no line."""

from __future__ import annotations

from support.worked_example import DAY, computed, rows

TABLE = "prop_result"
PLAYED = [
    {
        "game_id": "g1",
        "player_id": player,
        "points": points,
        "rebounds": 7,
        "assists": 5,
        "threes_made": 2,
        "steals": 1,
        "blocks": 3,
    }
    for player, points in ((1, 23), (2, 22), (3, 25), (4, 30))
]


def test_each_result_in_a_market_that_had_lines() -> None:
    """1 and 2 are half a point either side of 22.5, 3 meets 25, 4 has no line, 5 did not play."""
    outcome = computed(
        TABLE,
        player_game_summary=PLAYED,
        reference_line=rows(
            "player_id line",
            (1, 22.5),
            (2, 22.5),
            (3, 25.0),
            (5, 10.5),
            game_id="g1",
            market="player_points",
        ),
    )
    outcome.expect(
        "game_id game_date player_id market actual line result",
        ("g1", DAY, 1, "player_points", 23, 22.5, "OVER"),
        ("g1", DAY, 2, "player_points", 22, 22.5, "UNDER"),
        ("g1", DAY, 3, "player_points", 25, 25.0, "PUSH"),
        ("g1", DAY, 4, "player_points", 30, None, "NO_LINE"),
        ("g1", DAY, 5, "player_points", None, 10.5, "VOID"),
    )


def test_a_sum_is_graded_by_its_parts_and_a_market_without_lines_is_left_out() -> None:
    """23 + 7 + 5 = 35 against 34.5; blocks and steals 3 + 1 = 4 against 4."""
    outcome = computed(
        TABLE,
        player_game_summary=PLAYED[:1],
        reference_line=rows(
            "market line",
            ("player_points_rebounds_assists", 34.5),
            ("player_blocks_steals", 4.0),
            ("player_threes", 2.5),
            game_id="g1",
            player_id=1,
        ),
    )
    outcome.expect(
        "market actual line result",
        ("player_blocks_steals", 4, 4.0, "PUSH"),
        ("player_points_rebounds_assists", 35, 34.5, "OVER"),
        ("player_threes", 2, 2.5, "UNDER"),
    )


def test_a_date_without_lines_has_no_rows() -> None:
    assert computed(TABLE, player_game_summary=PLAYED).rows == []

"""A player's record against the coming opponent, by hand."""

from __future__ import annotations

from datetime import date, timedelta

from support.worked_example import Row, computed

TABLE = "player_matchup"
DAY = date(2024, 1, 10)
BEES, CATS = 20, 30
COMING = {"game_id": "g", "game_date": DAY, "player_id": 7, "opponent_id": BEES}


def _met(ago: int, opponent: int = BEES, points: int = 0, **more: int) -> Row:
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "player_id": 7,
        "opponent_id": opponent,
        "points": points,
        **more,
    }


def test_every_column_of_two_meetings_in_a_year() -> None:
    """Two of six games count: not the Cats', the date's own, the next one's or an older year's."""
    two = {"rebounds": 4, "assists": 6, "threes_made": 1, "steals": 0, "blocks": 1, "turnovers": 3}
    outcome = computed(
        TABLE,
        player_pool=[COMING],
        player_game_summary=[
            _met(365, points=20, rebounds=9, assists=2, threes_made=4, steals=3, turnovers=2),
            _met(40, points=31, **two),
            _met(20, CATS, 50),
            _met(366, points=60),
            _met(0, points=70),
            _met(-30, points=80),
        ],
    )
    outcome.expect_row(
        {
            "game_id": "g",
            "game_date": DAY,
            "player_id": 7,
            "games_vs_opponent": 2,
            "points_avg_vs_opponent": 25.5,  # (20 + 31) / 2
            "rebounds_avg_vs_opponent": 6.5,
            "assists_avg_vs_opponent": 4.0,
            "threes_avg_vs_opponent": 2.5,
            "steals_avg_vs_opponent": 1.5,
            "blocks_avg_vs_opponent": 0.5,
            "turnovers_avg_vs_opponent": 2.5,
            "points_rebounds_assists_avg_vs_opponent": 36.0,  # 25.5 + 6.5 + 4
            "points_rebounds_avg_vs_opponent": 32.0,
            "points_assists_avg_vs_opponent": 29.5,
            "rebounds_assists_avg_vs_opponent": 10.5,
            "blocks_steals_avg_vs_opponent": 2.0,
        }
    )


def test_who_never_met_the_opponent_has_no_mean() -> None:
    outcome = computed(TABLE, player_pool=[COMING], player_game_summary=[_met(3, CATS, 50)])
    outcome.expect("games_vs_opponent points_avg_vs_opponent", (0, None))

"""Names that feeds write, counted by hand."""

from __future__ import annotations

from support.worked_example import DAY, computed, rows

TABLE = "seen_name"


def test_each_spelling_in_each_feed_and_setting() -> None:
    outcome = computed(
        TABLE,
        prop_price=rows(
            "player_name name_key home_team_name away_team_name",
            ("Al Doe", "al doe", "Ants", "Bees"),
            ("Al Doe", "al doe", "Ants", "Bees"),
            ("A. Doe", "a doe", "Ants", "Bees"),
            ("Al Doe", "al doe", None, None),
            ("Al Doe", "al doe", "Ants", None),
        ),
        injury_report=rows(
            "player_name name_key team_name",
            ("Al Doe", "al doe", "Ants"),
            ("Al Doe", "al doe", "Ants"),
        ),
    )
    # A feed that leaves out one of the teams tells no game.
    outcome.expect(
        "game_date source setting player_name name_key times_seen",
        (DAY, "injuries", "Ants", "Al Doe", "al doe", 2),
        (DAY, "prices", "", "Al Doe", "al doe", 2),
        (DAY, "prices", "Bees @ Ants", "A. Doe", "a doe", 1),
        (DAY, "prices", "Bees @ Ants", "Al Doe", "al doe", 2),
    )

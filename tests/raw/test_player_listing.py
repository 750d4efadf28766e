"""The league's index of players by hand, with those who have no team."""

from __future__ import annotations

from datetime import date

from support.worked_example import computed, rows

OPENING = date(2023, 10, 24)
GAMES = rows(
    "game_id game_date season",
    ("g1", date(2023, 11, 1), "2023-24"),
    ("g2", OPENING, "2023-24"),
)


def test_a_player_with_and_one_without_a_team() -> None:
    outcome = computed(
        "player_listing",
        schedule=GAMES,
        player_index=rows(
            "SEASON PERSON_ID NAME NAME_KEY TEAM_ID",
            ("2023-24", 7, "Al Doe", "al doe", 10),
            ("2023-24", 8, "Di Roe", "di roe", None),
        ),
    )
    outcome.expect(
        "payload season player_id starts_on player_name name_key team_id",
        (1, "2023-24", 7, OPENING, "Al Doe", "al doe", 10),
        (1, "2023-24", 8, OPENING, "Di Roe", "di roe", None),
    )


def test_a_season_that_no_schedule_has_is_set_aside() -> None:
    outcome = computed(
        "player_listing",
        schedule=GAMES,
        player_index=rows("SEASON PERSON_ID NAME NAME_KEY", ("1999-00", 7, "Al Doe", "al doe")),
    )
    outcome.expect_set_aside(("starts_on", "not null"))

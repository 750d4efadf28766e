"""Rosters by hand: a season's rows are on the date of its first game."""

from __future__ import annotations

from datetime import date

from support.worked_example import computed, rows

OPENING, LATER, NEXT = date(2023, 10, 24), date(2023, 11, 1), date(2024, 10, 22)
GAMES = rows(
    "game_id game_date season",
    ("g1", LATER, "2023-24"),
    ("g2", OPENING, "2023-24"),
    ("g3", NEXT, "2024-25"),
)


def test_each_season_starts_with_its_first_game() -> None:
    outcome = computed(
        "roster",
        schedule=GAMES,
        team_roster=rows(
            "SEASON TeamID PLAYER_ID PLAYER NAME_KEY POSITION BIRTH_DATE",
            ("2023-24", 10, 7, "Al Doe Jr.", "al doe", "G", date(1994, 2, 28)),
            ("2024-25", 20, 7, "Al Doe Jr.", "al doe", None, None),
        ),
    )
    outcome.expect(
        "payload season team_id player_id starts_on player_name name_key position birth_date",
        (1, "2023-24", 10, 7, OPENING, "Al Doe Jr.", "al doe", "G", date(1994, 2, 28)),
        (1, "2024-25", 20, 7, NEXT, "Al Doe Jr.", "al doe", None, None),
    )


def test_a_season_that_no_schedule_has_is_set_aside() -> None:
    outcome = computed(
        "roster",
        schedule=GAMES,
        team_roster=rows("SEASON TeamID PLAYER_ID PLAYER NAME_KEY", ("1999-00", 10, 7, "A", "a")),
    )
    outcome.expect_set_aside(("starts_on", "not null"))

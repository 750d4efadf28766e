"""Changes of a status between editions, by hand."""

from __future__ import annotations

from datetime import datetime

from support.worked_example import DAY, Row, computed, rows

TABLE = "injury_status_change"
EIGHT, NOON, FOUR, SIX = (datetime(2024, 1, 10, hour) for hour in (13, 17, 21, 23))


def _submitted(*times: datetime, team: str = "Ants") -> list[Row]:
    return rows("report_at team_name submitted", *((at, team, True) for at in times))


def _listed(*listings: tuple[datetime, str], name: str = "al doe", team: str = "Ants") -> list[Row]:
    return rows(
        "report_at status reason",
        *((at, status, f"Knee {at.hour}") for at, status in listings),
        team_name=team,
        name_key=name,
        player_name="Al Doe",
    )


def test_first_listed_changed_and_removed() -> None:
    """Questionable at eight and at noon is one change; not listed at six is another."""
    outcome = computed(
        TABLE,
        injury_submission=_submitted(EIGHT, NOON, FOUR, SIX),
        injury_report=_listed((EIGHT, "questionable"), (NOON, "questionable"), (FOUR, "out")),
    )
    outcome.expect(
        "game_date team_name name_key changed_at player_name previous_status status reason",
        (DAY, "Ants", "al doe", EIGHT, "Al Doe", None, "questionable", "Knee 13"),
        (DAY, "Ants", "al doe", FOUR, "Al Doe", "questionable", "out", "Knee 21"),
        (DAY, "Ants", "al doe", SIX, "Al Doe", "out", None, None),
    )


def test_an_edition_his_team_had_not_submitted_to_is_no_removal() -> None:
    silent = rows("report_at team_name submitted", (NOON, "Ants", False))
    outcome = computed(
        TABLE,
        injury_submission=[*_submitted(EIGHT, FOUR), *silent],
        injury_report=_listed((EIGHT, "out"), (FOUR, "out")),
    )
    outcome.expect("changed_at previous_status status", (EIGHT, None, "out"))


def test_a_player_first_listed_late_changes_then() -> None:
    outcome = computed(
        TABLE, injury_submission=_submitted(EIGHT, NOON), injury_report=_listed((NOON, "doubtful"))
    )
    outcome.expect("changed_at previous_status status", (NOON, None, "doubtful"))


def test_two_teams_with_players_of_one_name_do_not_mix() -> None:
    outcome = computed(
        TABLE,
        injury_submission=[*_submitted(EIGHT), *_submitted(EIGHT, team="Bees")],
        injury_report=[*_listed((EIGHT, "out")), *_listed((EIGHT, "probable"), team="Bees")],
    )
    outcome.expect(
        "team_name previous_status status", ("Ants", None, "out"), ("Bees", None, "probable")
    )

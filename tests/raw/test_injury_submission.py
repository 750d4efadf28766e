"""The teams that had submitted to an edition, by hand."""

from __future__ import annotations

from datetime import timedelta

from support.worked_example import DAY, TIP, computed, rows

MORNING, EVENING = TIP - timedelta(hours=10), TIP - timedelta(hours=1)
STATED = "report_at game_date team_name submitted"


def test_a_team_that_submits_between_two_editions() -> None:
    given = rows(STATED, (MORNING, DAY, "Ants", False), (EVENING, DAY, "Ants", True))
    outcome = computed("injury_submission", injury_report_teams=given)
    outcome.expect(
        f"payload {STATED}", (1, MORNING, DAY, "Ants", False), (1, EVENING, DAY, "Ants", True)
    )


def test_a_team_that_says_neither_is_set_aside() -> None:
    given = rows(STATED, (MORNING, DAY, "Ants", None))
    outcome = computed("injury_submission", injury_report_teams=given)
    outcome.expect_set_aside(("submitted", "not null"))

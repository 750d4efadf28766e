"""Editions of the injury report by hand: every status of every edition is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.worked_example import DAY, TIP, computed, rows

MORNING, EVENING = TIP - timedelta(hours=10), TIP - timedelta(hours=1)
LISTED = "report_at game_date team_name name_key player_name status reason"


def test_a_player_in_two_editions_is_two_rows() -> None:
    given = rows(
        LISTED,
        (MORNING, DAY, "Ants", "al doe", "Al Doe", "questionable", "Knee"),
        (EVENING, DAY, "Ants", "al doe", "Al Doe", "out", "Knee; soreness"),
    )
    outcome = computed("injury_report", injury_report_edition=given)
    outcome.expect(f"payload {LISTED}", *((1, *row.values()) for row in given))


@pytest.mark.parametrize("status", ["out", "doubtful", "questionable", "probable", "available"])
def test_each_status_the_league_uses(status: str) -> None:
    given = rows(LISTED, (MORNING, DAY, "Ants", "al doe", "Al Doe", status, ""))
    computed("injury_report", injury_report_edition=given).expect("status", (status,))


def test_another_status_and_a_missing_reason_are_set_aside() -> None:
    given = rows(
        LISTED,
        (MORNING, DAY, "Ants", "al doe", "Al Doe", "Out", "Knee"),
        (MORNING, DAY, "Ants", "di roe", "Di Roe", "out", None),
    )
    outcome = computed("injury_report", injury_report_edition=given)
    outcome.expect_set_aside(
        ("status", "one of out/doubtful/questionable/probable/available"), ("reason", "not null")
    )

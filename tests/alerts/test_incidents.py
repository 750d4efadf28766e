"""Incidents: each problem keeps its key while its message changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from support.day_outcomes import job, outcome, stale
from support.publishing_league import NO_STATUS
from tipoff.alerts.incidents import Severity, incidents_of, is_unexamined
from tipoff.health.report import CheckStatus
from tipoff.operations import DayOutcome, JobKind, JobOutcome, SourceResult

if TYPE_CHECKING:
    from tipoff.health.report import Status

MISSED, DONE = job(JobKind.PRE_TIP, JobOutcome.MISSED), job(JobKind.MORNING, JobOutcome.DONE)
PLAYED = job(JobKind.PRE_TIP, JobOutcome.DONE)


def test_a_problem_keeps_its_key_while_it_grows() -> None:
    (first,), (second,) = incidents_of(stale(3), None), incidents_of(stale(4), None)
    assert first.key == second.key == "stale player props"
    assert first.sentence != second.sentence
    assert first.severity is Severity.CRITICAL


def test_holes_and_checks_of_one_table_are_two_incidents() -> None:
    status = replace(
        NO_STATUS,
        holes=("team_box_score: 1 final game without rows on dates that have others",),
        checks=(CheckStatus("team_box_score", "adds_up", 3, 1, False),),
    )
    assert {each.key for each in incidents_of(status, None)} == {
        "status team_box_score",
        "status team_box_score adds_up",
    }


def test_what_failed_in_a_day_is_reported_by_source_job_and_table() -> None:
    incidents = incidents_of(
        None,
        outcome(
            sources=(SourceResult("odds", failure="answered 401"), SourceResult("nba", landed=3)),
            results=(
                job(JobKind.PRE_TIP, JobOutcome.MISSED),
                job(JobKind.MORNING, JobOutcome.LEFT_INCOMPLETE, "without odds: answered 401"),
            ),
            problems=("prop_price: 12 rows are bad",),
        ),
    )
    assert [(each.key, each.severity) for each in incidents] == [
        ("job pre-tip", Severity.CRITICAL),
        ("job morning", Severity.WARNING),
        ("run prop_price", Severity.WARNING),
        ("source odds", Severity.WARNING),
    ]


def test_what_a_run_says_in_the_words_of_the_status_is_reported_once() -> None:
    problem = "http://host/log: columns missing: TEAM_ID"
    status = replace(NO_STATUS, refused_payloads=(problem.replace(": ", ":\n", 1),))
    (incident,) = incidents_of(status, outcome(problems=(problem,), run=3))
    assert incident.key.startswith("status ")


@pytest.mark.parametrize(
    ("key", "status", "day", "unexamined"),
    [
        ("stale player props", None, outcome(run=3), True),
        ("stale player props", NO_STATUS, None, False),
        ("source odds", NO_STATUS, None, True),
        ("source odds", NO_STATUS, outcome(sources=(SourceResult("nba"),)), True),
        ("source odds", NO_STATUS, outcome(sources=(SourceResult("odds"),)), False),
        ("run prop_price", NO_STATUS, outcome(), True),
        ("run prop_price", NO_STATUS, outcome(run=3), False),
        ("job pre-tip", NO_STATUS, outcome(results=(DONE,)), True),
        (
            "job pre-tip",
            NO_STATUS,
            outcome(results=(job(JobKind.PRE_TIP, JobOutcome.FAILED),)),
            True,
        ),
        (
            "job pre-tip",
            NO_STATUS,
            outcome(results=(PLAYED,)),
            False,
        ),
    ],
)
def test_an_incident_is_over_only_once_somebody_looked(
    key: str, status: Status | None, day: DayOutcome | None, unexamined: bool
) -> None:
    assert is_unexamined(key, status, day) is unexamined

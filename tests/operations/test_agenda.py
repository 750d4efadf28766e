"""Which jobs are due: none twice, none after its deadline, none forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.job_walk import JobWalk
from tipoff.domain.league_time import EASTERN, naive_utc
from tipoff.domain.prediction_time import PredictionTime
from tipoff.operations import (
    Attempt,
    DayKind,
    Job,
    JobKind,
    JobOutcome,
    LeagueCalendar,
    ScheduledGame,
    agenda,
    planned_jobs,
    window,
)
from tipoff.operations.agenda import LOOKAHEAD, LOOKBACK
from tipoff.operations.jobs import MAX_ATTEMPTS, final_outcome, retry_at
from tipoff.predictions.live_slate_writer import due_time
from tipoff.simulation.league.calendar import season_fixtures

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSED = (JobOutcome.MISSED, JobOutcome.GAVE_UP, JobOutcome.LEFT_INCOMPLETE)
"""Outcomes that only a job has in the end, but no single attempt."""
DAY = date(2026, 11, 27)
THROUGH = date(2027, 1, 22)
"""The season of this date has both changes of the clock in it."""


def eastern(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), EASTERN).astimezone(UTC)


def games(*tips: datetime, day: date = DAY) -> list[ScheduledGame]:
    return [ScheduledGame(f"00226{day:%j}{n:02d}", day, tip) for n, tip in enumerate(tips)]


def _season() -> LeagueCalendar:
    fixtures = season_fixtures(8, THROUGH, 0, np.random.default_rng(1))
    return LeagueCalendar.of(
        ScheduledGame(game_id, day, fixtures.tip_utc(n))
        for n, (game_id, day) in enumerate(zip(fixtures.ids, fixtures.dates, strict=True))
    )


SEASON = _season()
FIRST, LAST = SEASON.days[0], SEASON.days[-1]


def _keys(jobs: Iterable[Job]) -> list[str]:
    return [job.key for job in jobs]


def _at(now: datetime, attempts: dict[str, tuple[Attempt, ...]] | None = None) -> list[str]:
    calendar = LeagueCalendar.of(games(eastern(DAY, 19), eastern(DAY, 22)))
    since = eastern(DAY, 0)
    jobs = planned_jobs(calendar, *window(now, since))
    return _keys(agenda(jobs, attempts or {}, now, since).due)


def test_the_jobs_of_a_date_are_those_of_the_worked_example() -> None:
    tips = (eastern(DAY, 19), eastern(DAY, 19, 10), eastern(DAY, 22))
    jobs = planned_jobs(LeagueCalendar.of(games(*tips)), DAY, DAY)
    assert [(job.kind, job.due_at, job.deadline, job.games) for job in jobs] == [
        (JobKind.MORNING, eastern(DAY, 11), eastern(DAY, 21, 20), 3),
        (JobKind.PRE_TIP, eastern(DAY, 18, 30), eastern(DAY, 19), 2),
        (JobKind.PRE_TIP, eastern(DAY, 21, 30), eastern(DAY, 22), 1),
        (JobKind.POST_GAME, eastern(DAY + timedelta(1), 1), eastern(DAY + timedelta(2), 12), 3),
    ]
    assert _keys(jobs)[1] == "2026-11-27 pre-tip 00:00Z"


def test_games_without_a_time_are_looked_for_at_the_usual_hour() -> None:
    untimed = [ScheduledGame(f"002260000{n}", DAY, None) for n in (7, 8)]
    timed = games(eastern(DAY, 22))
    jobs = planned_jobs(LeagueCalendar.of([*timed, *untimed]), DAY, DAY)
    before_tip = [(j.key, j.due_at, j.games) for j in jobs if j.kind is JobKind.PRE_TIP]
    assert before_tip == [
        ("2026-11-27 pre-tip", eastern(DAY, 18, 30), 2),
        ("2026-11-27 pre-tip 03:00Z", eastern(DAY, 21, 30), 1),
    ]


def test_each_wave_is_predicted_at_its_own_time_and_not_with_an_earlier_one() -> None:
    """Predictions of each game use what is known half an hour before it."""
    tips = [eastern(DAY, 19), eastern(DAY, 19, 10), eastern(DAY, 19, 30), eastern(DAY, 20)]
    waves = [tips[:2], tips[2:3], tips[3:]]
    jobs = planned_jobs(LeagueCalendar.of(games(*tips)), DAY, DAY)
    before_tip = [job for job in jobs if job.kind is JobKind.PRE_TIP]
    for job, wave in zip(before_tip, waves, strict=True):
        due = [due_time(_scheduled(tip), job.due_at) for tip in tips if tip >= wave[0]]
        later = len(due) - len(wave)
        assert due == [PredictionTime.BEFORE_TIP] * len(wave) + [PredictionTime.MORNING] * later


def _scheduled(tip: datetime) -> dict[str, object]:
    return {"game_date": DAY, "tip_at": naive_utc(tip), "status": 1}


def test_what_is_due_follows_the_clock() -> None:
    assert _at(eastern(DAY, 10, 59)) == []
    assert _at(eastern(DAY, 11)) == ["2026-11-27 morning"]
    assert _at(eastern(DAY, 18, 30)) == ["2026-11-27 morning", "2026-11-27 pre-tip 00:00Z"]
    assert _at(eastern(DAY, 19)) == ["2026-11-27 morning"]
    assert _at(eastern(DAY, 21, 30)) == ["2026-11-27 pre-tip 03:00Z"]


def test_a_failed_job_is_tried_again_after_a_wait_that_doubles() -> None:
    now = eastern(DAY, 11)
    attempts: tuple[Attempt, ...] = ()
    waits = []
    for number in range(1, MAX_ATTEMPTS):
        attempts = (*attempts, Attempt("j", number, now, now, JobOutcome.FAILED))
        waits.append(int((retry_at(JobKind.MORNING, attempts) - now).total_seconds()) // 60)
    assert waits == [5, 10, 20, 40, 60]
    before_tip = [retry_at(JobKind.PRE_TIP, attempts[:n]) - now for n in (1, 2, 3, 4)]
    assert before_tip == [timedelta(minutes=n) for n in (2, 4, 8, 8)]


def test_a_job_that_fails_every_time_is_given_up_and_named_once() -> None:
    calendar = LeagueCalendar.of(games(eastern(DAY, 22)))
    walk = JobWalk(calendar, eastern(DAY, 10), lambda job, now: JobOutcome.FAILED)
    walk.through(eastern(DAY + timedelta(2), 13))
    assert {key: walk.final(key) for key in walk.jobs} == {
        "2026-11-27 morning": JobOutcome.GAVE_UP,
        "2026-11-27 pre-tip 03:00Z": JobOutcome.MISSED,
        "2026-11-27 post-game": JobOutcome.GAVE_UP,
        "2026-11-28 schedule": JobOutcome.GAVE_UP,
        "2026-11-29 schedule": JobOutcome.GAVE_UP,
    }
    assert len(walk.tried["2026-11-27 morning"]) == MAX_ATTEMPTS


def test_predictions_that_went_out_without_a_source_are_not_missed() -> None:
    """The source is requested at every attempt; the final report names its failure."""
    calendar = LeagueCalendar.of(games(eastern(DAY, 22)))
    walk = JobWalk(calendar, eastern(DAY, 10), lambda job, now: JobOutcome.INCOMPLETE)
    walk.through(eastern(DAY, 22, 10))
    assert {key: walk.final(key) for key in walk.jobs} == {
        "2026-11-27 morning": JobOutcome.LEFT_INCOMPLETE,
        "2026-11-27 pre-tip 03:00Z": JobOutcome.LEFT_INCOMPLETE,
    }
    assert len(walk.tried["2026-11-27 morning"]) == MAX_ATTEMPTS


def test_what_is_left_incomplete_names_who_never_answered_and_no_other() -> None:
    now = eastern(DAY, 11)
    first = Attempt(
        "j", 1, now, now, JobOutcome.INCOMPLETE, {"nba": "", "odds": "503", "lineups": "timeout"}
    )
    second = Attempt("j", 2, now, now, JobOutcome.FAILED, {"odds": "401", "lineups": ""})
    assert final_outcome((first, second), JobOutcome.MISSED, "too late") == (
        JobOutcome.LEFT_INCOMPLETE,
        "without odds: 401",
    )
    assert final_outcome((second,), JobOutcome.MISSED, "late") == (JobOutcome.MISSED, "late")


def test_what_waits_for_time_is_tried_until_the_deadline() -> None:
    calendar = LeagueCalendar.of(games(eastern(DAY, 22)))
    over = eastern(DAY + timedelta(1), 9)

    def decide(job: Job, now: datetime) -> JobOutcome:
        waits = job.kind is JobKind.POST_GAME and now < over
        return JobOutcome.WAITING if waits else JobOutcome.DONE

    walk = JobWalk(calendar, eastern(DAY, 10), decide)
    walk.through(eastern(DAY + timedelta(2), 13))
    assert walk.final("2026-11-27 post-game") is JobOutcome.DONE
    assert len(walk.tried["2026-11-27 post-game"]) == 4 * 8 + 1 > MAX_ATTEMPTS


def _unsteady(seed: int) -> JobWalk:
    random = Random(seed)
    choices = [outcome for outcome in JobOutcome if outcome not in CLOSED]

    def decide(job: Job, now: datetime) -> JobOutcome:
        return choices[random.randrange(len(choices))]

    return JobWalk(SEASON, eastern(FIRST, 0), decide)


def _assert_none_forgotten(walk: JobWalk) -> None:
    """Check that every job of the season ended, and that there are no others."""
    planned = {job.key for job in planned_jobs(SEASON, FIRST, LAST)}
    assert {key: walk.final(key) for key in planned if walk.final(key) is None} == {}
    assert planned <= walk.jobs.keys()


def test_all_of_a_season_is_done_at_once_and_once() -> None:
    walk = JobWalk(SEASON, eastern(FIRST, 0))
    walk.through(eastern(LAST + timedelta(3), 0))
    _assert_none_forgotten(walk)
    assert {final for key in walk.jobs if (final := walk.final(key))} == {JobOutcome.DONE}
    for key, times in walk.tried.items():
        assert len(times) == 1
        assert times[0] - walk.jobs[key].due_at < timedelta(minutes=5)


@pytest.mark.parametrize("seed", range(2))
def test_nothing_of_a_season_is_forgotten_whatever_fails(seed: int) -> None:
    walk = _unsteady(seed)
    walk.through(eastern(LAST + timedelta(4), 0))
    _assert_none_forgotten(walk)


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2027, 3, 14), FIRST + timedelta(118)])
def test_every_minute_of_days_with_a_change_of_the_clock_or_in_the_break(day: date) -> None:
    walk = JobWalk(SEASON, eastern(day, 0))
    walk.through(eastern(day + timedelta(1), 6), timedelta(minutes=1))
    for key, times in walk.tried.items():
        assert times == [max(walk.jobs[key].due_at, walk.since)], key


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 12 * 24 * 4 - 1), max_size=8, unique=True),
    st.randoms(use_true_random=False),
    st.integers(1, 40),
)
def test_of_any_schedule_every_job_ends_within_its_time(
    quarters: list[int], random: Random, minutes: int
) -> None:
    """A tick may be late by up to forty minutes; a job then is missed, and never done too late."""
    begins = eastern(date(2026, 10, 27), 0)
    tips = [begins + timedelta(minutes=15 * quarter) for quarter in sorted(quarters)]
    calendar = LeagueCalendar.of(
        ScheduledGame(f"g{n}", tip.astimezone(EASTERN).date(), tip) for n, tip in enumerate(tips)
    )
    outcomes = [outcome for outcome in JobOutcome if outcome not in CLOSED]
    walk = JobWalk(calendar, begins, lambda job, now: random.choice(outcomes))
    walk.through(begins + timedelta(days=15), timedelta(minutes=minutes + 20))
    planned = planned_jobs(calendar, date(2026, 10, 27), date(2026, 11, 7))
    expected = {job.key for job in planned if job.deadline > begins}
    assert {key for key in expected if walk.final(key) is None} == set()


def test_a_game_that_moves_takes_its_job_along() -> None:
    since = eastern(DAY, 0)
    before = JobWalk(LeagueCalendar.of(games(eastern(DAY, 19))), since)
    before.through(eastern(DAY, 18))
    later = JobWalk(
        LeagueCalendar.of(games(eastern(DAY, 21))), since, attempts=dict(before.attempts)
    )
    assert _keys(later.one_pass(eastern(DAY, 19))) == []
    assert _keys(later.one_pass(eastern(DAY, 20, 30))) == ["2026-11-27 pre-tip 02:00Z"]


def test_a_home_that_begins_late_has_missed_nothing() -> None:
    walk = JobWalk(LeagueCalendar.of(games(eastern(DAY, 13))), eastern(DAY, 12, 45))
    due = walk.one_pass(walk.since)
    assert _keys(due) == ["2026-11-27 pre-tip 18:00Z"]
    assert walk.attempts.keys() == {"2026-11-27 pre-tip 18:00Z"}


def test_a_machine_that_was_off_tells_what_it_missed() -> None:
    walk = JobWalk(LeagueCalendar.of(games(eastern(DAY, 19))), eastern(DAY, 12))
    walk.one_pass(eastern(DAY, 12))
    assert _keys(walk.one_pass(eastern(DAY, 23))) == ["2026-11-27 post-game"]
    assert walk.final("2026-11-27 pre-tip 00:00Z") is JobOutcome.MISSED


def test_before_any_schedule_is_known_it_is_requested_at_once() -> None:
    walk = JobWalk(LeagueCalendar(), eastern(DAY, 3))
    assert _keys(walk.one_pass(eastern(DAY, 3))) == ["2026-11-27 schedule"]
    assert walk.one_pass(eastern(DAY, 4)) == []


def test_the_off_season_is_looked_at_on_mondays() -> None:
    after = LAST + timedelta(30)
    jobs = planned_jobs(SEASON, after, after + timedelta(27))
    assert [job.kind for job in jobs] == [JobKind.SCHEDULE] * 4
    assert {job.day.weekday() for job in jobs} == {0}
    assert timedelta(days=7) < LOOKAHEAD, "so that there always is a next job"


def test_every_span_ahead_has_a_next_job() -> None:
    for days in range(-40, 260, 3):
        now = eastern(FIRST + timedelta(days), 15)
        due = agenda(planned_jobs(SEASON, *window(now, now)), {}, now, now)
        assert due.next_job is not None
        assert due.next_at == due.next_job.due_at


def test_the_window_reaches_back_a_week() -> None:
    now = eastern(DAY, 12)
    assert window(now, now - timedelta(days=400))[0] == DAY - LOOKBACK
    assert window(now, now)[0] == DAY - timedelta(1), "last night's games may still be waited for"


def test_the_phases_of_a_season() -> None:
    phases = [SEASON.kind(FIRST + timedelta(n)) for n in range((LAST - FIRST).days + 1)]
    assert phases.count(DayKind.ALL_STAR_BREAK) >= 5
    assert set(phases) <= {DayKind.GAMES, DayKind.NO_GAMES, DayKind.ALL_STAR_BREAK}
    assert SEASON.kind(FIRST - timedelta(5)) is DayKind.NO_GAMES
    assert SEASON.kind(FIRST - timedelta(60)) is DayKind.OFF_SEASON
    assert SEASON.kind(LAST + timedelta(60)) is DayKind.OFF_SEASON
    assert LeagueCalendar().kind(DAY) is DayKind.UNKNOWN


def test_a_date_whose_games_are_all_postponed_is_named() -> None:
    around = [*games(eastern(DAY, 19)), *games(day=DAY)]
    later = games(eastern(DAY + timedelta(2), 19), day=DAY + timedelta(2))
    calendar = LeagueCalendar.of([*around, *later], [DAY + timedelta(1)])
    assert calendar.kind(DAY + timedelta(1)) is DayKind.POSTPONED


def test_days_between_playoff_series_are_no_all_star_break() -> None:
    days = (date(2027, 5, 30), date(2027, 6, 6))
    calendar = LeagueCalendar.of(ScheduledGame("0042600401", day, None) for day in days)
    assert calendar.kind(date(2027, 6, 2)) is DayKind.NO_GAMES
    regular = LeagueCalendar.of(ScheduledGame("0022600401", day, None) for day in days)
    assert regular.kind(date(2027, 6, 2)) is DayKind.ALL_STAR_BREAK

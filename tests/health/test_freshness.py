"""Limits on the age of sources that depend on the calendar: worked examples, phase by phase."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.app.pipeline import pipeline
from tipoff.health.freshness import LIMITS, LastSeen, SourceStatus, freshness, next_stale

JANUARY = [date(2024, 1, day) for day in range(1, 32)]
NOON = datetime(2024, 1, 7, 17, tzinfo=UTC)
TODAY = date(2024, 1, 7)


def judged(
    table: str,
    last_seen: LastSeen,
    games: list[date] = JANUARY,
    now: datetime = NOON,
    today: date = TODAY,
) -> SourceStatus:
    """Judge the source of one table."""
    (state,) = freshness(LIMITS, {table: last_seen}, games, now, today)
    return state


def ago(**parts: float) -> datetime:
    """Return a time before noon of the 7th."""
    return NOON - timedelta(**parts)


def test_every_source_that_the_calendar_expects_has_a_limit() -> None:
    tables = pipeline().tables
    raw = {name for name, definition in tables.items() if definition.stream is not None}
    word_of_mouth = {"settled_name", "promotion", "player_listing"}
    derived = {"injury_submission", "box_score_source", "live_breakout"}  # of the same payloads
    assert {limit.table for limit in LIMITS} == raw - word_of_mouth - derived


def test_prices_that_are_silent_for_three_dates_are_stale() -> None:
    late = judged("prop_price", LastSeen(date(2024, 1, 3), ago(hours=2)))
    assert late.dates_behind == 3
    assert late.stale == (
        "player props: no rows since 2024-01-03, 3 dates with games behind (limit 3):"
        " `tipoff ingest odds --date DATE`"
    )
    assert judged("prop_price", LastSeen(date(2024, 1, 4), ago(hours=2))).stale == ""


def test_a_cure_names_the_season_that_the_schedule_has() -> None:
    last_seen = {"shot": LastSeen(date(2024, 1, 3), ago(hours=2))}
    (late,) = freshness(LIMITS, last_seen, JANUARY, NOON, TODAY, "2023-24")
    assert late.stale.endswith(": `tipoff ingest nba --season 2023-24`")
    assert judged("shot", last_seen["shot"]).stale.endswith(" --season SEASON`")


def test_in_a_break_prices_may_be_silent() -> None:
    around = [day for day in JANUARY if not 3 < day.day < 12]
    assert judged("prop_price", LastSeen(date(2024, 1, 3), ago(days=4)), around).stale == ""


def test_a_source_that_was_never_asked_is_not_used_unless_it_is_required() -> None:
    unused = judged("prop_price", LastSeen(None, None))
    assert (unused.used, unused.stale) == (False, "")
    required = judged("team_box_score", LastSeen(None, None))
    assert required.used
    assert required.stale.startswith("team box scores: no rows ever, 6 dates with games behind")


def test_a_home_without_any_schedule_is_not_fresh() -> None:
    """As one is that a file of prices was ingested into, and nothing else."""
    alone = judged("schedule", LastSeen(None, None), games=[])
    assert alone.stale == (
        "schedule: nothing was ever ingested: `tipoff ingest nba --season SEASON`"
    )
    assert judged("player_box_score", LastSeen(None, None), games=[]).stale == "", "none is due yet"


def test_box_scores_stopped_eight_months_ago() -> None:
    season = [date(2023, 10, 24) + timedelta(n) for n in range(170)]
    late = judged(
        "player_box_score",
        LastSeen(date(2023, 11, 20), ago(days=240)),
        season,
        datetime(2024, 7, 20, 17, tzinfo=UTC),
        date(2024, 7, 20),
    )
    assert late.dates_behind == 142
    assert "no rows since 2023-11-20, 142 dates with games behind" in late.stale


def test_a_statistics_feed_two_years_old_is_not_in_the_off_season() -> None:
    late = judged(
        "schedule",
        LastSeen(date(2024, 1, 31), ago(hours=1)),
        now=datetime(2026, 1, 7, 17, tzinfo=UTC),
        today=date(2026, 1, 7),
    )
    assert late.stale == (
        "schedule: the last game known is of 2024-01-31, 707 days ago, and no off-season lasts"
        " that long: `tipoff ingest nba --season SEASON`"
    )


@pytest.mark.parametrize(
    ("games", "silence", "stale"),
    [
        (JANUARY, timedelta(hours=35), False),
        (JANUARY, timedelta(hours=37), True),
        ([date(2024, 1, 3), date(2024, 1, 12)], timedelta(days=3), False),
        ([date(2024, 1, 3), date(2024, 1, 12)], timedelta(days=5), True),
        ([date(2023, 11, 1)], timedelta(days=20), False),
        ([date(2023, 11, 1)], timedelta(days=22), True),
    ],
)
def test_the_schedule_s_limit_depends_on_the_phase(
    games: list[date], silence: timedelta, stale: bool
) -> None:
    assert bool(judged("schedule", LastSeen(max(games), NOON - silence), games).stale) is stale


def test_when_a_source_becomes_stale_by_the_clock_is_known_before() -> None:
    last_seen = {"schedule": LastSeen(date(2024, 1, 31), ago(hours=30))}
    due = next_stale(LIMITS, last_seen, JANUARY, NOON, TODAY)
    assert due == NOON + timedelta(hours=6)
    for now, stale in ((due, False), (due + timedelta(seconds=1), True)):
        assert bool(judged("schedule", last_seen["schedule"], now=now).stale) is stale
    assert next_stale(LIMITS, last_seen, JANUARY, due + timedelta(1), TODAY) is None


@given(st.integers(1, 31), st.integers(1, 31))
def test_an_answer_more_never_makes_a_source_staler(first: int, second: int) -> None:
    earlier, later = sorted((first, second))
    today = date(2024, 2, 1)
    less = judged("player_box_score", LastSeen(date(2024, 1, earlier), None), today=today)
    more = judged("player_box_score", LastSeen(date(2024, 1, later), None), today=today)
    assert more.dates_behind <= less.dates_behind
    assert less.stale or not more.stale


def test_a_status_goes_through_json_unchanged() -> None:
    import json
    from dataclasses import asdict

    status = judged("prop_price", LastSeen(date(2024, 1, 3), ago(hours=2)))
    assert SourceStatus.from_dict(json.loads(json.dumps(asdict(status), default=str))) == status


def test_a_schedule_that_answered_and_is_not_read_is_stale() -> None:
    unread = judged("schedule", LastSeen(None, ago(hours=2)), [])
    assert unread.stale == (
        "schedule: answered, and no rows are read: `tipoff run` reads what is landed"
    )

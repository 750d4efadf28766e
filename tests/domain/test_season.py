"""The phase of a date, from the dates on which a schedule has games."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.domain.season import MAX_OFF_SEASON_DAYS, Phase, season_on

SEASON = [date(2023, 10, 24) + timedelta(n) for n in range(0, 114, 2)]  # to 13 February 2024
AFTER_BREAK = [date(2024, 2, 22) + timedelta(n) for n in range(0, 54, 3)]  # to 13 April
GAMES = [*SEASON, *AFTER_BREAK]


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2023, 8, 1), Phase.OFF_SEASON),
        (date(2023, 10, 3), Phase.OFF_SEASON),
        (date(2023, 10, 4), Phase.IN_SEASON),
        (date(2023, 10, 22), Phase.IN_SEASON),
        (date(2023, 10, 24), Phase.IN_SEASON),
        (date(2023, 12, 25), Phase.IN_SEASON),
        (date(2024, 2, 18), Phase.BREAK),
        (date(2024, 2, 22), Phase.IN_SEASON),
        (date(2024, 4, 16), Phase.IN_SEASON),
        (date(2024, 5, 3), Phase.IN_SEASON),
        (date(2024, 5, 4), Phase.OFF_SEASON),
        (date(2024, 7, 1), Phase.OFF_SEASON),
        (date(2024, 10, 22), Phase.OFF_SEASON),
        (date(2024, 11, 15), Phase.OVERDUE),
        (date(2026, 11, 26), Phase.OVERDUE),
    ],
)
def test_phases_of_a_season_and_of_what_comes_after(day: date, phase: Phase) -> None:
    assert season_on(day, GAMES).phase is phase


def test_without_a_schedule_nothing_is_known() -> None:
    assert season_on(date(2024, 1, 1), []).phase is Phase.UNKNOWN


def test_the_games_around_a_date_are_named() -> None:
    season = season_on(date(2024, 2, 18), GAMES)
    assert (season.last_game, season.next_game) == (SEASON[-1], AFTER_BREAK[0])


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sets(st.dates(date(2020, 1, 1)), max_size=5)
)
def test_a_date_with_games_is_in_season_and_a_long_silence_is_never(
    day: date, games: set[date]
) -> None:
    assert season_on(day, {*games, day}).phase is Phase.IN_SEASON
    before = {each for each in games if (day - each).days > MAX_OFF_SEASON_DAYS}
    assert season_on(day, before).phase is (Phase.OVERDUE if before else Phase.UNKNOWN)

"""Lineups in each information set, and the minutes of a team that follow, by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.domain.information import InformationSet
from tipoff.features.known_lineups import (
    LATE_SHARE,
    KnownLineups,
    known_lineups,
    uniform_draws,
    usual_five,
)
from tipoff.features.situation import SITUATION, situation

SIZE = 9
HOME, AWAY = 1, 2


def pool(games: int = 1, **changes: list[Any]) -> pa.Table:
    """Return two teams per game: five starters of 30 minutes, and reserves of 15."""
    rows = [
        {
            "game_id": f"00224{game:05}",
            "team_id": team,
            "player_id": 100 * team + place,
            "starting": place < 5,
            "out": place == 8,
            "days_since_played": 2.0,
            "minutes_avg_last_10": 30.0 if place < 5 else 15.0,
            "start_share": 0.9 if place < 5 else 0.1 - 0.01 * place,
            "play_share": 0.8,
            "appear_share": 0.9,
            "starter_minutes_fast": 30.0,
            "starter_minutes_slow": 30.0,
            "bench_minutes_fast": 15.0,
            "bench_minutes_slow": 15.0,
            "rate_points": 18.0,
            "rate_possessions_used": 18.0,
            "expected_points": 18.0,
        }
        for game in range(games)
        for team in (HOME, AWAY)
        for place in range(SIZE)
    ]
    table = pa.Table.from_pylist(rows)
    for name, values in changes.items():
        table = table.set_column(table.column_names.index(name), name, pa.array(values))
    return table


def test_the_morning_knows_nobodys_role_and_the_last_word_all() -> None:
    morning = known_lineups(pool(), InformationSet.MORNING)
    assert np.isnan(morning.starting).all()
    assert not morning.out.any()
    final = known_lineups(pool(), InformationSet.INACTIVES_KNOWN)
    assert final.starting.sum() == 10
    assert final.out.sum() == 2


def test_an_injury_report_lacks_one_in_five_of_the_new_absences_and_no_old_one() -> None:
    many = pool(4_000)
    reported = known_lineups(many, InformationSet.ABSENCES_REPORTED)
    final = known_lineups(many, InformationSet.INACTIVES_KNOWN)
    assert not (reported.out & ~final.out).any()
    missing = (final.out & ~reported.out).sum() / final.out.sum()
    assert missing == pytest.approx(LATE_SHARE, abs=0.015)
    old = pool(400, days_since_played=[20.0] * (400 * 2 * SIZE))
    everyone = known_lineups(old, InformationSet.INACTIVES_KNOWN).out
    assert np.array_equal(known_lineups(old, InformationSet.ABSENCES_REPORTED).out, everyone)


def test_an_expected_lineup_has_five_of_those_not_reported_out_and_is_mostly_right() -> None:
    many = pool(2_000)
    swapped = np.array(many["starting"].to_pylist()).reshape(-1, SIZE)
    swapped[::3, 4], swapped[::3, 5] = False, True  # every third team starts a reserve
    many = many.set_column(3, "starting", pa.array(swapped.ravel()))
    expected = known_lineups(many, InformationSet.LINEUPS_EXPECTED)
    assert (expected.starting.reshape(-1, SIZE).sum(axis=1) == 5).all()
    assert not (expected.starting.astype(bool) & expected.out).any()
    right = swapped.ravel()[expected.starting == 1].mean()
    assert 0.93 < right < 0.99
    assert (right < 1).any() if isinstance(right, np.ndarray) else right < 1


def test_a_team_with_a_late_scratch_is_expected_as_usual() -> None:
    """A starter who will not play is still expected to start, since it is not known yet."""
    scratched = [place == 0 for _ in range(300 * 2) for place in range(SIZE)]
    starting = [0 < place < 6 for _ in range(300 * 2) for place in range(SIZE)]
    many = pool(300, out=scratched, starting=starting)
    expected = known_lineups(many, InformationSet.LINEUPS_EXPECTED)
    late = np.array(scratched) & ~expected.out
    assert late.sum() > 50
    assert (expected.starting[late] == 1).all()


@given(st.integers(0, 2**40), st.integers(0, 2**40), st.integers(1, 20))
def test_chance_follows_from_its_arguments_alone(first: int, second: int, stream: int) -> None:
    one, other = np.array([float(first)]), np.array([float(second)])
    value = uniform_draws(one, other, stream)[0]
    assert 0 <= value < 1
    together = uniform_draws(np.array([1.0, first]), np.array([2.0, second]), stream)
    assert together[1] == value


def test_chance_is_even_and_streams_have_nothing_in_common() -> None:
    games, players = np.arange(20_000.0), np.full(20_000, 7.0)
    first, second = uniform_draws(games, players, 1), uniform_draws(games, players, 2)
    assert first.mean() == pytest.approx(0.5, abs=0.01)
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.03


def test_the_usual_five_are_those_who_started_most() -> None:
    rows = pool()
    five = usual_five(rows, np.repeat([0, 1], SIZE), np.zeros(2 * SIZE, bool))
    assert five.reshape(2, SIZE).tolist() == [[1.0] * 5 + [0.0] * 4] * 2
    out = np.array([place == 0 for _ in range(2) for place in range(SIZE)])
    again = usual_five(rows, np.repeat([0, 1], SIZE), out).reshape(2, SIZE)
    assert again.tolist() == [[0.0] + [1.0] * 5 + [0.0] * 3] * 2


def test_minutes_in_todays_role_are_scaled_to_the_teams_240() -> None:
    """Five of 30 minutes and three of 15 who play four times of five: 150 + 36 = 186."""
    known = known_lineups(pool(), InformationSet.INACTIVES_KNOWN)
    situations = situation(pool(), known)
    assert [*situations] == [*SITUATION]
    assert situations["team_minutes_prior"] == pytest.approx([150 + 3 * 15 * 0.8] * 2 * SIZE)
    assert situations["minutes_prior"][0] == pytest.approx(30 * 240 / 186)
    assert situations["available_players"].tolist() == [8.0] * 2 * SIZE
    assert situations["starters_minutes"][0] == 150
    assert situations["minutes_place"][:6].tolist() == [0, 0, 0, 0, 0, 5]
    assert situations["newly_out_minutes"][:9].tolist() == [15.0] * 8 + [0.0]


def test_without_a_lineup_a_role_is_as_likely_as_it_was_of_late() -> None:
    situations = situation(pool(), known_lineups(pool(), InformationSet.MORNING))
    assert situations["role_minutes_fast"][0] == pytest.approx(0.9 * 30 + 0.1 * 15)
    assert situations["plays_prior"][0] == 0.9
    assert np.isnan(situations["starting"]).all()


def test_a_team_is_the_same_whatever_teams_are_computed_with_it() -> None:
    known = known_lineups(pool(3), InformationSet.INACTIVES_KNOWN)
    together = situation(pool(3), known)
    own = slice(SIZE * 2, SIZE * 4)
    alone = situation(
        pool(3).slice(SIZE * 2, SIZE * 2),
        KnownLineups(known.information, known.starting[own], known.out[own]),
    )
    for name, values in alone.items():
        assert values.tolist() == together[name][own].tolist(), name

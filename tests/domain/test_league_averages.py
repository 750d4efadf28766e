"""A whole real season against its published league averages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import World

pytestmark = pytest.mark.recorded
PUBLISHED = {"effective_field_goal_share": 0.545, "pace": 99.2, "offensive_rating": 114.8}
"""2022-23, as basketball references have it.

Theirs is a longer estimate of possessions, which credits rebounds by their odds: it finds about
1.7 % fewer than this pipeline's definition, so pace is lower and ratings are higher by as much.
"""


def _means(world: World) -> dict[str, float]:
    names = ("effective_field_goal_share", "pace", "offensive_rating", "defensive_rating")
    (row,) = world.query(
        "SELECT sum(field_goals_made + 0.5 * threes_made) / sum(field_goals_attempted),"
        " avg(pace), avg(o.offensive_rating), avg(d.defensive_rating)"
        " FROM team_offense_game_summary o"
        " JOIN team_defense_game_summary d USING (game_id, team_id)"
    )
    return dict(zip(names, row, strict=True))


def test_shooting_is_the_published_average(recorded_world: World) -> None:
    means = _means(recorded_world)["effective_field_goal_share"]
    assert means == pytest.approx(PUBLISHED["effective_field_goal_share"], abs=0.0005)


def test_pace_and_rating_differ_from_the_published_ones_by_the_definition_alone(
    recorded_world: World,
) -> None:
    means = _means(recorded_world)
    assert means["pace"] / PUBLISHED["pace"] == pytest.approx(1.017, abs=0.002)
    assert PUBLISHED["offensive_rating"] / means["offensive_rating"] == pytest.approx(
        1.017, abs=0.002
    )
    ((pace, rating),) = recorded_world.query("""
        WITH side AS (SELECT game_id, team_id, minutes, points, field_goals_attempted
            + 0.44 * free_throws_attempted + turnovers - 1.07 * (field_goals_attempted
            - field_goals_made) * offensive_rebound_share AS possessions
            FROM team_offense_game_summary)
        SELECT 48 * sum(possessions) / sum(minutes / 5), 100 * sum(points) / sum(possessions)
        FROM side
    """)
    assert pace == pytest.approx(PUBLISHED["pace"], rel=0.003)
    assert rating == pytest.approx(PUBLISHED["offensive_rating"], rel=0.003)


def test_what_one_scores_another_allows(recorded_world: World) -> None:
    means = _means(recorded_world)
    assert means["offensive_rating"] == pytest.approx(means["defensive_rating"])


def test_five_players_share_a_hundred_percent_of_plays(recorded_world: World) -> None:
    ((usage, median, high),) = recorded_world.query(
        "SELECT sum(usage_rate * seconds) / sum(seconds), median(usage_rate),"
        " quantile_cont(usage_rate, 0.95) FROM player_game_summary"
    )
    assert usage == pytest.approx(20, abs=0.1)
    assert 17 < median < 20
    assert 30 < high < 36

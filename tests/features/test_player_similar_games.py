"""Games most like the coming one, by hand: shared conditions add weight."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import Outcome, Row, computed

TABLE = "player_similar_games"
DAY = date(2024, 1, 10)
ANTS = 10


def _conditions(
    ago: int,
    *,
    strength: float | None = 0.0,
    home: bool = True,
    rest: int | None = 2,
    form: tuple[float, float] = (20.0, 20.0),
) -> dict[str, Row]:
    """Return what was known before a game: of the opponent, the venue, rest and form."""
    game = {"game_id": f"{ago}", "game_date": DAY - timedelta(ago)}
    player = {**game, "player_id": 7}
    last_5, season = form
    return {
        "player_pool": {**player, "team_id": ANTS, "home": home},
        "player_composite_factors": {**player, "opponent_strength_score": strength},
        "upcoming_team_game_context": {**game, "team_id": ANTS, "days_rest": rest},
        "player_daily_cache": {**player, "points_avg_last_5": last_5, "points_avg_season": season},
    }


def _similar(games: list[tuple[dict[str, Row], Row]]) -> Outcome:
    """Return the coming game's row, of average conditions, after games with the player's counts."""
    known = [_conditions(0), *(conditions for conditions, _ in games)]
    return computed(
        TABLE,
        on=DAY,
        player_game_summary=[
            {**{n: c["player_pool"][n] for n in ("game_id", "game_date", "player_id")}, **did}
            for c, did in games
        ],
        **{name: [each[name] for each in known] for name in known[0]},
    )


def _points(points: int) -> Row:
    return {"points": points}


def test_a_game_alike_in_all_counts_ten_times_one_alike_in_nothing() -> None:
    """1 + 3 for the tier, 2 for the venue, 2 for rest and 2 for form.

    Alike in all: 10. Another tier: 7. On the road: 8. Rested otherwise: 8. In nothing: 1.
    (10 x 30 + 7 x 20 + 8 x 10 + 8 x 40 + 1 x 50) / 34 = 890 / 34.
    """
    unlike: dict[str, Any] = {"strength": 2.0, "home": False, "rest": 1, "form": (10.0, 20.0)}
    outcome = _similar(
        [
            (_conditions(20), _points(30)),
            (_conditions(18, strength=-0.6), _points(20)),
            (_conditions(16, home=False), _points(10)),
            (_conditions(14, rest=4), _points(40)),
            (_conditions(12, **unlike), _points(50)),
        ]
    )
    outcome.expect("similar_games points_avg_similar", (5, 890 / 34))


def test_every_column_of_five_games_alike() -> None:
    """Equal weights leave plain means."""
    counted = ["points", "rebounds", "assists", "threes_made", "steals", "blocks", "turnovers"]
    games = [
        (_conditions(2 * n), {name: n + place for place, name in enumerate(counted)})
        for n in range(1, 6)
    ]
    _similar(games).expect_row(
        {
            "game_id": "0",
            "game_date": DAY,
            "player_id": 7,
            "similar_games": 5,
            "points_avg_similar": 3.0,
            "rebounds_avg_similar": 4.0,
            "assists_avg_similar": 5.0,
            "threes_avg_similar": 6.0,
            "steals_avg_similar": 7.0,
            "blocks_avg_similar": 8.0,
            "turnovers_avg_similar": 9.0,
        }
    )


def test_fewer_than_five_games_say_nothing() -> None:
    outcome = _similar([(_conditions(2 * n), _points(20)) for n in range(1, 5)])
    outcome.expect("similar_games points_avg_similar", (4, None))


@pytest.mark.parametrize(
    ("strength", "weight"),
    [
        (0.5, 10),  # not beyond half a step: average, as the coming opponent
        (-0.5, 10),
        (0.51, 7),
        (None, 7),  # unknown is like nothing
    ],
)
def test_the_tier_of_an_opponent(strength: float | None, weight: int) -> None:
    """Four games of 10 points alike in all, and one of 60: (40 x 10 + w x 60) / (40 + w)."""
    games = [(_conditions(2 * n), _points(10)) for n in range(1, 5)]
    outcome = _similar([*games, (_conditions(20, strength=strength), _points(60))])
    outcome.expect("points_avg_similar", ((400 + 60 * weight) / (40 + weight),))


@pytest.mark.parametrize(("rest", "weight"), [(1, 8), (2, 10), (3, 8), (9, 8), (None, 8)])
def test_rest_of_one_two_or_more_days(rest: int | None, weight: int) -> None:
    games = [(_conditions(2 * n), _points(10)) for n in range(1, 5)]
    outcome = _similar([*games, (_conditions(20, rest=rest), _points(60))])
    outcome.expect("points_avg_similar", ((400 + 60 * weight) / (40 + weight),))


def test_games_older_than_a_year_and_the_date_s_own_are_not_known() -> None:
    games = [(_conditions(2 * n), _points(10)) for n in range(1, 6)]
    late = [(_conditions(366), _points(90)), (_conditions(-2), _points(90))]
    assert _similar([*games, *late]).rows == _similar(games).rows

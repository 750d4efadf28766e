"""Rates per minute and points without luck: by hand, and against a slow implementation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from support.worked_example import DAY, Row, computed
from tipoff.features.player_rates import LEAGUE, PlayerRates, player_rates

if TYPE_CHECKING:
    from datetime import date

    from conftest import World


def _season(day: date) -> int:
    return day.year if day.month >= 8 else day.year - 1


def _decayed(
    games: list[dict[str, Any]], coming: dict[str, Any], half_life: float, kept: float
) -> dict[str, float]:
    """Add up a player's games before a coming one, the newest first, in plain Python."""
    total = dict.fromkeys([*LEAGUE, "minutes"], 0.0)
    for place, game in enumerate(reversed(games)):
        seasons = int(coming["season"][:4]) - int(game["season"][:4])
        weight = 0.5 ** (place / half_life) * kept**seasons
        used = game["field_goals_attempted"] + 0.44 * game["free_throws_attempted"]
        own = {
            **game,
            "possessions_used": used + game["turnovers"],
            "minutes": game["seconds"] / 60,
        }
        for name in total:
            total[name] += weight * own[name]
    return total


def test_rates_are_what_the_definition_says(demo_world: World) -> None:
    pool = demo_world.rows("player_pool", "hash(game_id, player_id) % 97 = 0")
    made = {(r["game_id"], r["player_id"]): r for r in demo_world.rows("player_rates")}
    played = demo_world.query(
        "SELECT player_id, game_date, season, seconds, turnovers, "
        + ", ".join(n for n in LEAGUE if n != "possessions_used")
        + " FROM player_game_summary ORDER BY game_date"
    )
    names = ["player_id", "game_date", "season", "seconds", "turnovers"]
    names += [n for n in LEAGUE if n != "possessions_used"]
    games = [dict(zip(names, row, strict=True)) for row in played]
    assert len(pool) > 20
    for row in pool:
        before = [
            g
            for g in games
            if g["player_id"] == row["player_id"]
            and g["game_date"] < row["game_date"]
            and (row["game_date"] - g["game_date"]).days <= 365
        ]
        rates = made[row["game_id"], row["player_id"]]
        steady = dict.fromkeys(LEAGUE, 0.0)
        for half_life, kept, k, weight in ((20, 0.5, 60, 0.35), (70, 0.7, 120, 0.65)):
            total = _decayed(before, row, half_life, kept)
            for name, usual in LEAGUE.items():
                rate = (total[name] + k * usual) / (total["minutes"] + k)
                steady[name] += weight * 36 * rate
        for name, expected in steady.items():
            assert rates[f"rate_{name}"] == pytest.approx(expected, rel=1e-9), name


def _pool(day: date) -> pa.Table:
    return pa.table({"game_id": ["g"], "game_date": [day], "player_id": [7], "season": ["2024-25"]})


def test_a_player_of_whom_nothing_is_known_has_the_leagues_rates(demo_world: World) -> None:
    (day,) = demo_world.query("SELECT max(game_date) FROM schedule")[0]
    nothing = pa.Table.from_pylist(demo_world.rows("player_game_summary"))[:0]
    (row,) = player_rates.function(_pool(day), nothing).to_pylist()
    assert {*row} == {*PlayerRates.columns}
    assert row["rate_points"] == pytest.approx(36 * 0.47)
    assert row["expected_points"] == pytest.approx(
        36 * (2 * 0.222 * 0.535 + 3 * 0.146 * 0.35 + 0.092 * 0.76)
    )
    assert row["shooting_luck_last_8"] == 0
    assert row["decayed_minutes"] == 0


def test_points_without_luck_follow_attempts_and_not_makes(demo_world: World) -> None:
    """A night of 10 threes, none of them made, promises about what 10 threes are worth."""
    ((_day,),) = demo_world.query("SELECT max(game_date) FROM schedule")
    (some,) = demo_world.rows("player_game_summary")[:1]
    zero = {n: 0 for n, v in some.items() if isinstance(v, int) and not isinstance(v, bool)}
    shot = {"threes_attempted": 10, "field_goals_attempted": 10, "seconds": 36 * 60, "player_id": 7}
    game = {**some, **zero, **shot, "season": "2024-25"}
    schema = pa.Table.from_pylist([some]).schema
    none_made = pa.Table.from_pylist([game], schema)
    all_made = pa.Table.from_pylist(
        [{**game, "threes_made": 10, "field_goals_made": 10, "points": 30}], schema
    )
    from datetime import timedelta

    late = _pool(game["game_date"] + timedelta(1))
    (cold,), (hot,) = (player_rates.function(late, g).to_pylist() for g in (none_made, all_made))
    assert cold["rate_points"] < hot["rate_points"] - 3
    assert hot["expected_points_last_8"] - cold["expected_points_last_8"] < 1.5
    assert cold["shooting_luck_last_8"] < -4 < 4 < hot["shooting_luck_last_8"]


DID = {
    "points": 20,
    "rebounds": 9,
    "offensive_rebounds": 3,
    "assists": 5,
    "threes_made": 2,
    "threes_attempted": 6,
    "field_goals_made": 7,
    "field_goals_attempted": 15,
    "free_throws_made": 4,
    "free_throws_attempted": 5,
    "steals": 1,
    "blocks": 2,
    "turnovers": 3,
    "personal_fouls": 4,
}


def test_every_column_of_one_game_of_36_minutes() -> None:
    """One game counts in full whatever the half-life, so each rate is (count + k u) / (36 + k) a
    minute, k being 30, 60 or 120 minutes at the league's usual rate u.

    The player used 15 + 0.44 x 5 + 3 = 20.2 possessions. 5 of 9 two-point shots were made.
    """
    game = {"game_date": DAY.replace(day=8), "player_id": 7, "season": "2023-24"}
    outcome = computed(
        "player_rates",
        player_pool=[{"game_id": "g", "game_date": DAY, "player_id": 7, "season": "2023-24"}],
        player_game_summary=[{**game, **DID, "seconds": 36 * 60}],
    )
    counts = {**DID, "possessions_used": 20.2}
    expected: Row = {"game_id": "g", "game_date": DAY, "player_id": 7, "decayed_minutes": 36.0}
    for name, usual in LEAGUE.items():
        fast, middle, slow = (36 * (counts[name] + k * usual) / (36 + k) for k in (30, 60, 120))
        expected[f"rate_{name}"] = 0.35 * middle + 0.65 * slow
        expected[f"projected_rate_{name}"] = 0.2 * fast + 0.3 * middle + 0.5 * slow
        if f"recent_rate_{name}" in PlayerRates.columns:
            expected[f"recent_rate_{name}"] = fast
    # Long-run shares: makes and so many usual ones, over attempts and so many.
    shares = ((5 + 80 * 0.535) / 89, (2 + 150 * 0.35) / 156, (4 + 40 * 0.76) / 45)
    attempts, usual_attempts, worth = (9, 6, 5), (0.222, 0.146, 0.092), (2, 3, 1)

    def at_long_run(k: int) -> list[float]:
        """Points per 36 minutes from twos, threes and free throws, with k usual minutes."""
        kinds = zip(attempts, usual_attempts, shares, worth, strict=True)
        return [36 * (n + k * u) / (36 + k) * share * w for n, u, share, w in kinds]

    points = [sum(at_long_run(k)) for k in (25, 40, 80, 120)]
    threes = [at_long_run(k)[1] / 3 for k in (25, 40, 80, 120)]
    earned = sum(n * s * w for n, s, w in zip(attempts, shares, worth, strict=True))
    weights = {"points": (0.15, 0.2, 0.3, 0.35), "threes": (0.1, 0.2, 0.3, 0.4)}
    expected |= {f"expected_points_last_{n}": points[i] for i, n in enumerate((3, 8, 25))}
    expected |= {f"expected_threes_last_{n}": threes[i] for i, n in ((1, 8), (2, 25))}
    for name, values in (("points", points), ("threes", threes)):
        weighed = zip(weights[name], values, strict=True)
        expected[f"expected_{name}"] = sum(weight * value for weight, value in weighed)
    expected["shooting_luck_last_8"] = 36 * (20 - earned) / (36 + 40)
    expected["three_share_made"] = shares[1]
    outcome.expect_row(expected)

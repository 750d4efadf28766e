"""A team's form by hand: pace, ratings, results and what it allowed."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import fmean
from typing import Any

from support.worked_example import Outcome, Row, computed

TABLE = "team_daily_cache"
DAY = date(2024, 1, 10)
ANTS, BEES = 10, 20


def _scheduled(ago: int, season: str = "2023-24") -> Row:
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "season": season,
        "home_team_id": ANTS,
        "away_team_id": BEES,
    }


def _played(ago: int, **offense: Any) -> Row:
    """Return the Ants' line of a game."""
    base = {"game_id": f"{ago}", "game_date": DAY - timedelta(ago), "team_id": ANTS}
    return {**base, **offense}


def _form(schedule: list[Row], offense: list[Row], defense: list[Row]) -> Outcome:
    return computed(
        TABLE,
        on=DAY,
        schedule=schedule,
        team_offense_game_summary=offense,
        team_defense_game_summary=defense,
    )


def test_pace_and_wins_by_hand() -> None:
    """Paces 100, 104 and 99 and two wins of three; a fourth game, of last season, was lost."""
    games = [
        (200, 96.0, False, "2022-23"),
        (6, 100.0, True, ""),
        (4, 104.0, False, ""),
        (2, 99.0, True, ""),
    ]
    outcome = _form(
        [_scheduled(0), *(_scheduled(ago, season or "2023-24") for ago, _, _, season in games)],
        [_played(ago, pace=pace, won=won) for ago, pace, won, _ in games],
        [_played(ago) for ago, *_ in games],
    )
    ants = outcome.row(team_id=ANTS)
    assert (ants["games_last_3"], ants["games_last_5"], ants["games_season"]) == (3, 4, 3)
    assert ants["pace_avg_last_3"] == 101.0  # (100 + 104 + 99) / 3
    assert ants["pace_avg_last_5"] == 99.75  # 399 / 4
    assert ants["pace_avg_season"] == 101.0
    assert ants["wins_avg_season"] == 2 / 3
    assert ants["wins_avg_last_5"] == 0.5
    bees = outcome.row(team_id=BEES)
    assert (bees["games_season"], bees["pace_avg_season"]) == (0, None), (
        "no line of theirs is there"
    )


WINDOWS = ("last_3", "last_5", "last_10", "last_20", "season")
OFFENSE = ("pace", "offensive_rating", "points")
MARKETS = ("rebounds", "assists", "threes", "steals", "blocks")
ALLOWED = ("points_allowed", *(f"{name}_allowed" for name in MARKETS), "turnovers_forced")


def test_every_column_of_eleven_games() -> None:
    """Each statistic counts up by its own step, so that no two columns are alike."""
    places = range(1, 12)
    names = [*OFFENSE, "defensive_rating", *ALLOWED]
    values = {n: [(p * step) % 17 + p for p in places] for step, n in enumerate(names, start=3)}
    values["wins"] = [p % 2 for p in places]
    agos = [24 - 2 * place for place in places]
    offense = [
        _played(ago, won=bool(place % 2), **{n: values[n][place - 1] for n in OFFENSE})
        for place, ago in zip(places, agos, strict=True)
    ]
    defense = [
        _played(ago, **{n: values[n][place - 1] for n in ("defensive_rating", *ALLOWED)})
        for place, ago in zip(places, agos, strict=True)
    ]
    schedule = [
        _scheduled(0),
        *(_scheduled(ago, "2022-23" if ago > 14 else "2023-24") for ago in agos),
    ]
    expected: Row = {"game_id": "0", "game_date": DAY, "team_id": ANTS}
    expected |= dict(zip((f"games_{w}" for w in WINDOWS), (3, 5, 10, 11, 7), strict=True))
    for name, series in values.items():
        windows = ("last_10", "season") if name in ALLOWED else WINDOWS
        expected |= {f"{name}_avg_{window}": _mean(series, window) for window in windows}
    _form(schedule, offense, defense).expect_row(expected, team_id=ANTS)


def _mean(values: list[int], window: str) -> float:
    """Return the mean over a window; the season has the last 7 of 11 games."""
    games = 7 if window == "season" else int(window.removeprefix("last_"))
    return fmean(values[-games:])


def test_a_game_on_the_date_or_after_it_is_not_known() -> None:
    schedule = [_scheduled(ago) for ago in (2, 0, -2)]
    lines = [_played(ago, pace=100.0 - 50 * (ago < 2)) for ago in (2, 0, -2)]
    outcome = _form(schedule, lines, [_played(ago) for ago in (2, 0, -2)])
    assert outcome.row(team_id=ANTS)["pace_avg_last_3"] == 100.0

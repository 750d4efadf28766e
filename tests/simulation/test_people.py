"""Invented players have careers of a plausible length, however many seasons there are."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest

from tipoff.simulation.league.people import Players, make_players, of_season

COUNT = 900
SEASONS = range(1994, 2026)
"""The seasons of the longest possible league."""


@pytest.fixture(scope="module")
def seasons() -> dict[int, Players]:
    """The players of each season."""
    players = make_players(COUNT, np.random.default_rng(1), seed=1)
    return {year: of_season(players, year) for year in SEASONS}


def test_nobody_plays_as_a_child_or_for_ever(seasons: dict[int, Players]) -> None:
    ages = {
        (date(year, 10, 20) - born).days // 365
        for year, players in seasons.items()
        for born in players.born
    }
    assert 17 <= min(ages) < max(ages) <= 41
    played = Counter(player for each in seasons.values() for player in each.ids.tolist())
    assert len(played) > 1.5 * COUNT


def test_a_player_has_one_name_and_one_birthday_and_shares_neither_place_nor_name(
    seasons: dict[int, Players],
) -> None:
    known: dict[int, tuple[str, date]] = {}
    for players in seasons.values():
        assert len({*players.ids.tolist()}) == COUNT
        for player, name, born in zip(
            players.ids.tolist(), players.names, players.born, strict=True
        ):
            assert known.setdefault(player, (name, born)) == (name, born)
    assert len({name for name, _ in known.values()}) == len(known)


def test_the_newest_seasons_are_played_by_those_who_hold_the_places_now() -> None:
    players = make_players(COUNT, np.random.default_rng(1), seed=1)
    for year in (2023, 2024):
        assert np.array_equal(of_season(players, year).ids, players.ids)
    assert not np.array_equal(of_season(players, 2009).ids, players.ids)

"""Distances between arenas, against another formula and against what a map says."""

from __future__ import annotations

from itertools import combinations
from math import acos, atan2, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

import ibis
import pytest

from tipoff.analytics.arenas import (
    ARENAS,
    EARTH_RADIUS_KILOMETERS,
    great_circle_kilometers,
    latitude_degrees,
    longitude_degrees,
    utc_offset_hours,
)

if TYPE_CHECKING:
    from tipoff.analytics.arenas import Arena

BY_CODE = {arena.code: arena for arena in ARENAS.values()}


def _kilometers(start: Arena, end: Arena) -> float:
    places = [float(x) for a in (start, end) for x in (a.latitude_degrees, a.longitude_degrees)]
    found = ibis.duckdb.connect().execute(great_circle_kilometers(*map(ibis.literal, places)))
    return float(found)


def _by_vectors(start: Arena, end: Arena) -> float:
    """The angle between two unit vectors, by its tangent: nothing of the haversine formula."""
    (b, k), (c, m) = (
        (radians(a.latitude_degrees), radians(a.longitude_degrees)) for a in (start, end)
    )
    cross = sqrt((cos(c) * sin(m - k)) ** 2 + (cos(b) * sin(c) - sin(b) * cos(c) * cos(m - k)) ** 2)
    return EARTH_RADIUS_KILOMETERS * atan2(cross, sin(b) * sin(c) + cos(b) * cos(c) * cos(m - k))


def test_every_two_arenas_are_as_far_apart_as_vectors_say() -> None:
    for start, end in list(combinations(ARENAS.values(), 2))[::9]:
        assert _kilometers(start, end) == pytest.approx(_by_vectors(start, end), abs=1e-6)


@pytest.mark.parametrize(
    ("start", "end", "kilometers"),
    [("BOS", "LAL", 4_170), ("MIA", "POR", 4_350), ("LAC", "LAL", 13), ("NYK", "BKN", 8)],
)
def test_distances_are_those_of_a_map(start: str, end: str, kilometers: int) -> None:
    found = _kilometers(BY_CODE[start], BY_CODE[end])
    assert found == pytest.approx(kilometers, rel=0.02, abs=1)
    assert _kilometers(BY_CODE[end], BY_CODE[start]) == pytest.approx(found)


def test_there_are_thirty_arenas_each_in_north_america_and_in_its_zone() -> None:
    assert len(BY_CODE) == len(ARENAS) == 30
    for arena in ARENAS.values():
        assert 25 < arena.latitude_degrees < 46
        assert -123 < arena.longitude_degrees < -71
        sun = arena.longitude_degrees / 15
        assert abs(arena.utc_offset_hours - sun) < 1, arena.code


def test_the_farthest_arenas_are_a_continent_apart() -> None:
    def angle(a: Arena, b: Arena) -> float:
        (p, q), (r, s) = (
            (radians(x.latitude_degrees), radians(x.longitude_degrees)) for x in (a, b)
        )
        return acos(min(1.0, sin(p) * sin(r) + cos(p) * cos(r) * cos(q - s)))

    farthest = max(combinations(ARENAS.values(), 2), key=lambda pair: angle(*pair))
    assert {a.code for a in farthest} == {"MIA", "POR"}


def test_a_team_without_an_arena_here_has_none() -> None:
    place = ibis.literal(99)
    for found in (latitude_degrees(place), longitude_degrees(place), utc_offset_hours(place)):
        assert ibis.duckdb.connect().execute(found.isnull())

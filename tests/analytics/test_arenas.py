"""Distances between arenas, against another formula and against distances from a map."""

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


Pairs = list[tuple["Arena", "Arena"]]


def _kilometers(pairs: Pairs) -> list[float]:
    """Return the distances of pairs, in one query."""
    rows = [
        dict(zip("abcd", (*map(float, _place(start)), *map(float, _place(end))), strict=True))
        for start, end in pairs
    ]
    places = ibis.memtable(rows)
    result = places.select(far=great_circle_kilometers(places.a, places.b, places.c, places.d))
    return [float(far) for far in ibis.duckdb.connect().execute(result).far]


def _place(arena: Arena) -> tuple[float, float]:
    return arena.latitude_degrees, arena.longitude_degrees


def _by_vectors(start: Arena, end: Arena) -> float:
    """The angle between two unit vectors, by its tangent: nothing of the haversine formula."""
    (b, k), (c, m) = (
        (radians(a.latitude_degrees), radians(a.longitude_degrees)) for a in (start, end)
    )
    cross = sqrt((cos(c) * sin(m - k)) ** 2 + (cos(b) * sin(c) - sin(b) * cos(c) * cos(m - k)) ** 2)
    return EARTH_RADIUS_KILOMETERS * atan2(cross, sin(b) * sin(c) + cos(b) * cos(c) * cos(m - k))


def test_every_two_arenas_are_as_far_apart_as_vectors_say() -> None:
    pairs = list(combinations(ARENAS.values(), 2))
    assert len(pairs) == 30 * 29 / 2
    expected = [_by_vectors(start, end) for start, end in pairs]
    assert _kilometers(pairs) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("start", "end", "kilometers"),
    [("BOS", "LAL", 4_170), ("MIA", "POR", 4_350), ("LAC", "LAL", 13), ("NYK", "BKN", 8)],
)
def test_distances_are_those_of_a_map(start: str, end: str, kilometers: int) -> None:
    one, other = BY_CODE[start], BY_CODE[end]
    there, back = _kilometers([(one, other), (other, one)])
    assert there == pytest.approx(kilometers, rel=0.02, abs=1)
    assert back == pytest.approx(there)


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
    for result in (latitude_degrees(place), longitude_degrees(place), utc_offset_hours(place)):
        assert ibis.duckdb.connect().execute(result.isnull())

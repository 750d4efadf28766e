"""Locations and time zones of the teams' arenas, and the distance between two places."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases

if TYPE_CHECKING:
    from ibis.expr.types import NumericValue

EARTH_RADIUS_KILOMETERS = 6371.0088
"""Mean radius: that of the sphere with the Earth's volume."""


@dataclass(frozen=True, slots=True)
class Arena:
    """The home arena of a team."""

    code: str
    latitude_degrees: float
    longitude_degrees: float
    utc_offset_hours: int
    """UTC offset in winter. In summer, zones without daylight saving time, such as Phoenix, are one
    hour further from the others than these offsets say."""


ARENAS = {
    1610612737: Arena("ATL", 33.757, -84.396, -5),
    1610612738: Arena("BOS", 42.366, -71.062, -5),
    1610612739: Arena("CLE", 41.497, -81.688, -5),
    1610612740: Arena("NOP", 29.949, -90.082, -6),
    1610612741: Arena("CHI", 41.881, -87.674, -6),
    1610612742: Arena("DAL", 32.790, -96.810, -6),
    1610612743: Arena("DEN", 39.749, -105.008, -7),
    1610612744: Arena("GSW", 37.768, -122.388, -8),
    1610612745: Arena("HOU", 29.751, -95.362, -6),
    1610612746: Arena("LAC", 33.945, -118.343, -8),
    1610612747: Arena("LAL", 34.043, -118.267, -8),
    1610612748: Arena("MIA", 25.781, -80.187, -5),
    1610612749: Arena("MIL", 43.045, -87.917, -6),
    1610612750: Arena("MIN", 44.980, -93.276, -6),
    1610612751: Arena("BKN", 40.683, -73.975, -5),
    1610612752: Arena("NYK", 40.751, -73.993, -5),
    1610612753: Arena("ORL", 28.539, -81.384, -5),
    1610612754: Arena("IND", 39.764, -86.156, -5),
    1610612755: Arena("PHI", 39.901, -75.172, -5),
    1610612756: Arena("PHX", 33.446, -112.071, -7),
    1610612757: Arena("POR", 45.532, -122.667, -8),
    1610612758: Arena("SAC", 38.580, -121.500, -8),
    1610612759: Arena("SAS", 29.427, -98.438, -6),
    1610612760: Arena("OKC", 35.463, -97.515, -6),
    1610612761: Arena("TOR", 43.643, -79.379, -5),
    1610612762: Arena("UTA", 40.768, -111.901, -7),
    1610612763: Arena("MEM", 35.138, -90.051, -6),
    1610612764: Arena("WAS", 38.898, -77.021, -5),
    1610612765: Arena("DET", 42.341, -83.055, -5),
    1610612766: Arena("CHA", 35.225, -80.839, -5),
}
"""Today's arena of each team id; a team that has moved played its older games in the same city."""


def latitude_degrees(team_id: Any) -> Any:
    """Return the arena's latitude, north positive; NULL for a team that is not in ``ARENAS``."""
    return cases(*((team_id == i, arena.latitude_degrees) for i, arena in ARENAS.items()))


def longitude_degrees(team_id: Any) -> Any:
    """Return the arena's longitude, east positive; NULL for a team that is not in ``ARENAS``."""
    return cases(*((team_id == i, arena.longitude_degrees) for i, arena in ARENAS.items()))


def utc_offset_hours(team_id: Any) -> Any:
    """Return the arena's UTC offset in winter; NULL for a team that is not in ``ARENAS``."""
    return cases(*((team_id == i, arena.utc_offset_hours) for i, arena in ARENAS.items()))


def great_circle_kilometers(
    start_latitude: Any, start_longitude: Any, end_latitude: Any, end_longitude: Any
) -> NumericValue:
    """Return the great-circle distance between two places given in degrees.

    It uses the haversine formula on a sphere of the Earth's mean radius (Sinnott, Virtues of the
    Haversine, Sky and Telescope 68, 1984): Boston to Los Angeles is about 4,170 km.
    """
    north, east = (
        (end - start) * (pi / 180)
        for start, end in ((start_latitude, end_latitude), (start_longitude, end_longitude))
    )
    parallel = (start_latitude * (pi / 180)).cos() * (end_latitude * (pi / 180)).cos()
    haversine = (north / 2).sin() ** 2 + parallel * (east / 2).sin() ** 2
    return 2 * EARTH_RADIUS_KILOMETERS * haversine.sqrt().asin()

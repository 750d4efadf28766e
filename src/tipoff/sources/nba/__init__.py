"""The league's statistics service over HTTP: the web twin of its recordings."""

from tipoff.sources.nba.client import NbaStats
from tipoff.sources.nba.endpoints import Endpoints
from tipoff.sources.nba.lineups import DailyLineups
from tipoff.sources.nba.wanted import BoxSource, Wanted

__all__ = ["BoxSource", "DailyLineups", "Endpoints", "NbaStats", "Wanted"]

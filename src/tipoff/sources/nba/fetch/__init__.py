"""The client of the league's services: it plans requests and checks answers."""

from tipoff.sources.nba.fetch.client import NbaStats
from tipoff.sources.nba.fetch.endpoints import Endpoints
from tipoff.sources.nba.fetch.wanted import Wanted
from tipoff.sources.nba.hosts import BoxSource

__all__ = ["BoxSource", "Endpoints", "NbaStats", "Wanted"]

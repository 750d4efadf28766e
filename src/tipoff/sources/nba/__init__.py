"""The league's statistics service over HTTP: the web twin of its recordings."""

from tipoff.sources.nba.client import NbaStats
from tipoff.sources.nba.endpoints import Endpoints

__all__ = ["Endpoints", "NbaStats"]

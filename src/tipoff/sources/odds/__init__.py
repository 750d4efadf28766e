"""The Odds API's client: events, and every book's prices of each, now or at a moment gone by."""

from tipoff.sources.odds.client import OddsApi
from tipoff.sources.odds.endpoints import Endpoints
from tipoff.sources.odds.quota import Budget, Quota

__all__ = ["Budget", "Endpoints", "OddsApi", "Quota"]

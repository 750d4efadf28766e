"""The Odds API's client: events, and every book's prices of each, now or at a time gone by."""

from tipoff.sources.odds.fetch.client import OddsApi
from tipoff.sources.odds.fetch.endpoints import Endpoints
from tipoff.sources.odds.fetch.quota import Budget, Quota

__all__ = ["Budget", "Endpoints", "OddsApi", "Quota"]

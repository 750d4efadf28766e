"""The client of The Odds API: events and all books' prices for them, current or historical."""

from tipoff.sources.odds.fetch.client import OddsApi
from tipoff.sources.odds.fetch.endpoints import Endpoints
from tipoff.sources.odds.fetch.quota import Budget, Quota

__all__ = ["Budget", "Endpoints", "OddsApi", "Quota"]

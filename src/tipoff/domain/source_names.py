"""The names of the services that are fetched from daily."""

from __future__ import annotations

NBA, INJURIES, LINEUPS, ODDS = "nba", "injuries", "lineups", "odds"
SOURCES = (NBA, INJURIES, LINEUPS, ODDS)
"""All services in the order of fetching; NBA comes first, as it has the schedule."""

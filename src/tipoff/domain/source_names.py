"""The names of the services that are asked day by day."""

from __future__ import annotations

NBA, INJURIES, LINEUPS, ODDS = "nba", "injuries", "lineups", "odds"
SOURCES = (NBA, INJURIES, LINEUPS, ODDS)
"""All of them, in the order in which they are asked: the schedule comes with the first."""

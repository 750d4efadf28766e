"""Request headers for the league's hosts, and the choice of the host for box scores.

This module imports nothing else of Tipoff, so that settings can use it without loading a client.
"""

from __future__ import annotations

from enum import StrEnum

USER_AGENT = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/140.0.0.0 Safari/537.36"
)
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "application/json, text/plain, */*",
    "Accept-Language": "en-US,en;q=0.5",
    "Referer": "https://www.nba.com/",
    "Origin": "https://www.nba.com",
}
"""Headers without which the league's hosts do not answer; settings can replace any of them."""


class BoxSource(StrEnum):
    """The host from which box scores and inactive lists are fetched."""

    STATS = "stats"
    """The statistics service: two requests per game."""
    CDN = "cdn"
    """The live feed: one request per game, on another host."""
    AUTO = "auto"
    """The statistics service, and the live feed if that no longer answers."""

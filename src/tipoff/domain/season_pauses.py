"""How long games pause within a season and between seasons, as every room takes it."""

from __future__ import annotations

from datetime import timedelta

MIN_BREAK = timedelta(days=5)
"""Between two games of the regular season this far apart lies the all-star break; the holidays
take four days at most."""
MIN_OFF_SEASON = timedelta(days=21)
"""Between two games this far apart, and after the last one known, lies the off-season."""

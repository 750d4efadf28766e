"""A bet in the form in which the site exports it."""

from __future__ import annotations

from typing import Any

BET: dict[str, Any] = {
    "id": "001|11|player_points|over|20.5",
    "logged_at": "2025-01-15T21:00:00+00:00",
    "date": "2025-01-15",
    "game_id": "001",
    "player_id": 11,
    "player_name": "Al Doe",
    "market": "player_points",
    "side": "over",
    "line": 20.5,
    "price": -110,
    "bookmaker": "draftkings",
    "stake": 1.0,
}

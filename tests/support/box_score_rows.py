"""A schedule row of one game and matching box-score lines, for tests to vary."""

from __future__ import annotations

from typing import Any

from support.worked_example import DAY, TIP, Row

ANTS, BEES = 10, 20
"""Ids of the home team and the away team."""
SCHEDULE = {
    "game_id": "0022300061",
    "game_date": DAY,
    "season": "2023-24",
    "tip_at": TIP,
    "status": 3,
    "is_final": True,
    "home_team_id": ANTS,
    "away_team_id": BEES,
    "home_points": 110,
    "away_points": 102,
}
LINE: Row = {
    "GAME_ID": "0022300061",
    "GAME_DATE": DAY,
    "MIN": 30,
    "FGM": 8,
    "FGA": 15,
    "FG3M": 2,
    "FG3A": 5,
    "FTM": 3,
    "FTA": 4,
    "OREB": 1,
    "DREB": 6,
    "REB": 7,
    "AST": 5,
    "STL": 2,
    "BLK": 1,
    "TOV": 3,
    "PF": 2,
    "PTS": 21,
    "PLUS_MINUS": -4,
    "FROM_LOG": True,
}
"""A consistent line: 8 field goals, 2 of them threes, and 3 free throws are 21 points."""
COUNTED = {
    "minutes": 30,
    "field_goals_made": 8,
    "field_goals_attempted": 15,
    "threes_made": 2,
    "threes_attempted": 5,
    "free_throws_made": 3,
    "free_throws_attempted": 4,
    "offensive_rebounds": 1,
    "defensive_rebounds": 6,
    "rebounds": 7,
    "assists": 5,
    "steals": 2,
    "blocks": 1,
    "turnovers": 3,
    "personal_fouls": 2,
    "points": 21,
    "plus_minus": -4,
    "from_log": True,
}
"""The same line under the domain's column names."""
LOST = "0022300099"
BREAKS: dict[str, tuple[str, dict[str, Any]]] = {
    "field_goals_within_attempts": ("field_goals_made", {"FGA": 7}),
    "threes_within_attempts": ("threes_made", {"FG3A": 1}),
    "free_throws_within_attempts": ("free_throws_made", {"FTA": 2}),
    "points_add_up": ("points", {"PTS": 22}),
    "rebounds_add_up": ("rebounds", {"REB": 8}),
    "known_game": ("game_id", {"GAME_ID": LOST}),
    "date_is_the_schedule_s": ("game_date", {"GAME_DATE": DAY.replace(day=11)}),
}
"""By rule: the column it reports, and a change to ``LINE`` that breaks it but no earlier rule."""

"""Count the prices of feeds by whether their game was matched to the schedule, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.feed_game import NO_GAMES

if TYPE_CHECKING:
    from tipoff.kernel.reading import Rows

PRICE_TABLES = {"player props": "prop_price", "game odds": "game_price"}
ACCOUNT = """
SELECT coalesce(f.outcome, '{no_games}') AS outcome, count(*)
FROM {table} p LEFT JOIN feed_game f USING (game_date, home_team_name, away_team_name)
WHERE p.home_team_name IS NOT NULL AND p.away_team_name IS NOT NULL
GROUP BY 1 ORDER BY 2 DESC, 1
"""


def feed_account(rows: Rows) -> dict[str, dict[str, int]]:
    """Count the prices of each kind by the outcome of matching their game to the schedule.

    Prices from files without team names are left out, since their game is found by the player.
    Prices of a date without scheduled games are counted as having no game.
    """
    return {
        kind: dict(rows.query(ACCOUNT.format(table=table, no_games=NO_GAMES)))
        for kind, table in PRICE_TABLES.items()
    }

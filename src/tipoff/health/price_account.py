"""Count every landed price of player props under exactly one heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.seen_name import NO_SETTING, PRICES

if TYPE_CHECKING:
    from tipoff.kernel.reading import Rows

AFTER_TIP, OFFERED, WAITING, NO_GAME = (
    "at or after tip-off, never used",
    "before tip-off",
    "of names that wait",
    "of games that no schedule has",
)
"""The headings: late prices, usable prices, prices of players who are not matched yet, and prices
of games that are not in the schedule."""
ACCOUNT = f"""
WITH placed AS (
    SELECT captured_at >= least(s.tip_at, p.tip_at) AS late, r.game_id IS NOT NULL AS offered,
        coalesce(r.outcome, 'no game') = 'no game' AS without_game
    FROM prop_price p
    LEFT JOIN resolved_name r ON r.source = '{PRICES}' AND r.game_date = p.game_date
        AND r.player_name = p.player_name
        AND r.setting = coalesce(p.away_team_name || ' @ ' || p.home_team_name, '{NO_SETTING}')
    LEFT JOIN schedule s ON s.game_id = r.game_id)
SELECT CASE WHEN late THEN '{AFTER_TIP}' WHEN offered THEN '{OFFERED}'
    WHEN without_game THEN '{NO_GAME}' ELSE '{WAITING}' END AS heading, count(*)
FROM placed GROUP BY 1 ORDER BY 2 DESC, 1
"""


def price_account(rows: Rows) -> dict[str, int]:
    """Count the prices of player props under each heading."""
    return dict(rows.query(ACCOUNT))

"""Line movement: the captures at which a book's main line or one of its prices changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.seen_name import NO_SETTING, PRICES

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("prop_price", "resolved_name", "schedule")
"""Tables that line movement is made from."""
COLUMNS = ("bookmaker", "captured_at", "line", "over_price", "under_price")
IMPLIED = "if({price} < 0, -{price} / (100 - {price}), 100 / (100 + {price}))"
EVEN = "({over} / ({over} + {under}) - 0.5)".format(
    over=IMPLIED.format(price="over_price"), under=IMPLIED.format(price="under_price")
)
BOOK_KEY = "game_id, player_id, market, bookmaker"
MOVES = f"""
WITH quote AS (
    SELECT game_id, player_id, market, bookmaker, captured_at, line,
        max(price) FILTER (side = 'over') AS over_price,
        max(price) FILTER (side = 'under') AS under_price
    FROM (SELECT *, coalesce(away_team_name || ' @ ' || home_team_name, '{NO_SETTING}') AS setting
        FROM prop_price WHERE game_date = DATE '{{day}}' AND NOT is_alternate AND NOT is_pickem
            AND captured_at IS NOT NULL) p
    JOIN (SELECT setting, player_name, player_id, game_id FROM resolved_name
        WHERE game_date = DATE '{{day}}' AND source = '{PRICES}' AND player_id IS NOT NULL)
        USING (setting, player_name)
    JOIN (SELECT game_id, tip_at AS scheduled_at FROM schedule WHERE game_date = DATE '{{day}}')
        USING (game_id)
    WHERE captured_at < least(scheduled_at, coalesce(p.tip_at, scheduled_at))
    GROUP BY ALL
), main AS (
    FROM quote QUALIFY row_number() OVER (PARTITION BY {BOOK_KEY}, captured_at
        ORDER BY over_price IS NULL OR under_price IS NULL, abs({EVEN}), line) = 1
), beside AS (
    SELECT *, lag((line, over_price, under_price)) OVER book AS before,
        lead(line) OVER book IS NULL AS is_last, count(*) OVER (PARTITION BY {BOOK_KEY}) AS captures
    FROM main WINDOW book AS (PARTITION BY {BOOK_KEY} ORDER BY captured_at)
)
SELECT {BOOK_KEY}, captured_at, line, over_price, under_price FROM beside
WHERE captures > 1 AND (is_last OR before IS DISTINCT FROM (line, over_price, under_price))
ORDER BY {BOOK_KEY}, captured_at
"""


def moves(rows: Rows, day: date) -> pa.Table:
    """Return the changes of main lines, for books that were captured more than once.

    A row is a capture before tip-off at which a book's main line or one of its prices differs from
    the capture before it, or the book's last capture. The main line of a capture is the listed
    line whose two prices are nearest to even; alternates and pick'em offers are ignored.

    Returns:
        ``game_id``, ``player_id``, ``market`` and ``COLUMNS``, in the order of time.
    """
    return rows.arrow(MOVES.format(day=day))

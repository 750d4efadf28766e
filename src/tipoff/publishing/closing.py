"""Closing line value of live picks: the price taken against the book's no-vig closing price.

The close is the book's last price before tip-off. It counts only if it was captured after the pick
was written; replayed picks are left out, as they already use the last price. The hours from its
capture to tip-off are stated too. A pick on a game that was moved from its date is void and left
out, because the price that closes on the later date is for another bet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.evaluation.intervals import bootstrap_mean
from tipoff.predictions.odds.book_quotes import against_close
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_power

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.declare.graph import DateRange
    from tipoff.kernel.reading import Rows

READS = ("player_prediction", "player_prop_offer", "schedule")
"""Tables that closing prices are read from."""
PICKED = """
FROM player_prediction WHERE {dates} AND record = 'live' AND recommendation IN ('OVER', 'UNDER')
"""
CLOSES = f"""
WITH offer AS (
    FROM player_prop_offer WHERE {{dates}} AND stands AND suspect IS NULL
        AND over_price IS NOT NULL AND under_price IS NOT NULL AND captured_at IS NOT NULL
), pick AS ({PICKED})
SELECT p.game_date, p.market, p.bet_side, p.bet_line, p.bet_price, m.line AS closing_line,
    s.over_price, s.under_price, date_diff('minute', m.captured_at, g.tip_at) / 60.0 AS hours
FROM pick p
JOIN (SELECT game_id, game_date, tip_at FROM schedule WHERE {{dates}}) g
    ON g.game_id = p.game_id AND g.game_date = p.game_date AND p.created_at < g.tip_at
LEFT JOIN (FROM offer WHERE NOT is_alternate) m ON m.game_id = p.game_id
    AND m.game_date = p.game_date AND m.player_id = p.player_id AND m.market = p.market
    AND m.bookmaker = p.bet_bookmaker
    AND m.captured_at > p.created_at
LEFT JOIN offer s ON s.game_id = p.game_id AND s.game_date = p.game_date
    AND s.player_id = p.player_id
    AND s.market = p.market AND s.bookmaker = p.bet_bookmaker AND s.line = p.bet_line
    AND s.captured_at > p.created_at
ORDER BY p.game_date, p.game_id, p.player_id, p.market, p.prediction_time
"""


def closing_record(rows: Rows, span: DateRange) -> list[dict[str, Any]]:
    """Return the closing line value of the live picks of some dates, of all and by market.

    Returns:
        One entry per group: ``picks``; ``closes``, the number with a close at their book;
        ``hours_before_tip``, the median time from those closes to tip-off; ``points``, by how many
        points the line taken is easier to win than the closing line, on average; ``priced``, the
        number still quoted at their own line at the close; and for these ``gain`` with ``low`` and
        ``high``: the mean expected gain per unit if the no-vig close is right, with a 95 %
        interval from a bootstrap over dates.
    """
    dates = f"game_date BETWEEN DATE '{span.first}' AND DATE '{span.last}'"
    if not rows.query(f"SELECT 1 FROM ({PICKED.format(dates=dates)}) LIMIT 1"):
        return []
    picks = rows.arrow(CLOSES.format(dates=dates))
    market = np.asarray(picks["market"].to_pylist(), dtype=object)
    groups = [("all", "all", np.ones(picks.num_rows, bool))]
    groups += [("market", each, market == each) for each in sorted({*market})]
    gain, points = _closing_line_value(picks)
    return [
        {"by": by, "value": name, **_summary(picks, own, gain, points)} for by, name, own in groups
    ]


def _closing_line_value(picks: pa.Table) -> tuple[FloatArray, FloatArray]:
    """Return each price's expected gain at the close of its line, and the points of line gained."""
    prices = [american_to_decimal(_numbers(picks, n)) for n in ("over_price", "under_price")]
    p_over, _ = no_vig_power(*prices)
    line, taken = _numbers(picks, "bet_line"), american_to_decimal(_numbers(picks, "bet_price"))
    side = np.asarray(picks["bet_side"].to_pylist())
    at_line = against_close(side, line, taken, line, p_over)
    moved = against_close(side, line, taken, _numbers(picks, "closing_line"), p_over)
    return at_line.gain, moved.points


def _summary(
    picks: pa.Table, own: BoolArray, gain: FloatArray, points: FloatArray
) -> dict[str, Any]:
    closed, priced = own & ~np.isnan(points), own & ~np.isnan(gain)
    day = picks["game_date"].cast("int32").to_numpy()[priced]
    _, slate = np.unique(day, return_inverse=True)
    sums, counts = np.bincount(slate, gain[priced]), np.bincount(slate)
    mean = bootstrap_mean(sums.astype(np.float64), counts.astype(np.float64))
    hours = _numbers(picks, "hours")[closed]
    return {
        "picks": int(own.sum()),
        "closes": int(closed.sum()),
        "hours_before_tip": float(np.median(hours)) if len(hours) else np.nan,
        "points": float(points[closed].mean()) if len(hours) else np.nan,
        "priced": int(priced.sum()),
        "gain": mean.value,
        "low": mean.low,
        "high": mean.high,
    }


def _numbers(rows: pa.Table, name: str) -> FloatArray:
    return np.asarray(rows[name].cast("float64").to_numpy(), np.float64)

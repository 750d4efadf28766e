"""The rows that the record is scored from; each row depends on one date alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.domain.information import InformationSet
from tipoff.predictions.evaluation.line_age import MINUTES_BEFORE_TIP
from tipoff.predictions.models.systems import BLEND, ENSEMBLE, LIGHTGBM
from tipoff.predictions.recommendation import MINIMUM_EXPECTED_VALUE

if TYPE_CHECKING:
    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("prediction_grade", "player_prediction", "offer_value", "schedule")
"""The tables that the rows are read from."""
SYSTEMS = (LIGHTGBM, ENSEMBLE, BLEND)
"""The systems whose predictions at a line are scored."""
SLOT = "game_id, game_date, player_id, market, prediction_time, information"
TIP = "(SELECT game_id, game_date, tip_at FROM schedule)"
LINES = f"""
SELECT game_date, season, market, record, prediction_time, information, system,
    p_over AS predicted, (result = 'OVER')::DOUBLE AS over, over_price, under_price,
    {MINUTES_BEFORE_TIP} AS age
FROM (FROM prediction_grade WHERE {{where}} AND system IN {SYSTEMS}
    AND result IN ('OVER', 'UNDER') AND p_over IS NOT NULL AND actual IS NOT NULL)
JOIN {TIP} USING (game_id, game_date)
"""
"""Query of the predictions whose count went over or under the line."""
PICKED = "recommendation IN ('OVER', 'UNDER')"
PUBLISHED = f"""
WITH grade AS {{read}} (
    SELECT {SLOT}, record, system, actual FROM prediction_grade WHERE {{where}}
), published AS {{read}} (
    SELECT {SLOT}, record, system, season, p_over, p_under, blend_p_over, blend_p_under, line,
        over_price, under_price, recommendation, bet_side, bet_line, bet_price, expected_value,
        captured_at,
        prediction_time = 'before-tip' AND bool_or({PICKED} AND prediction_time = 'morning')
            OVER (PARTITION BY game_id, player_id, market, record) AS was_picked
    FROM player_prediction WHERE {{where}} AND (line IS NOT NULL OR bet_line IS NOT NULL)
)
SELECT game_date, season, market, record, prediction_time, information,
    p_over / (p_over + p_under) AS model,
    coalesce(blend_p_over / (blend_p_over + blend_p_under), model) AS lead,
    line, over_price, under_price, actual, recommendation, bet_side, bet_line, bet_price,
    expected_value, {PICKED} AND was_picked AS picked_again,
    date_diff('minute', captured_at, tip_at) / 60.0 AS hours_before_tip
FROM published LEFT JOIN {TIP} USING (game_id, game_date)
JOIN grade USING ({SLOT}, record, system)
ORDER BY record, prediction_time, game_date, game_id, player_id, market
"""
"""Query of the published predictions that have a line or a bet, with the actual count (NULL: void).

The join with the schedule is a left join because a game that left its date has no tip-off there;
its predictions are kept and void. ``picked_again`` marks a pick before tip-off of a prop that was
picked in the morning too.
"""
FINAL_MINUTES = 30.0
"""Minutes before tip-off at which the inactive lists and final lineups become known."""
EXPECTED, FINAL = str(InformationSet.LINEUPS_EXPECTED), str(InformationSet.INACTIVES_KNOWN)
RULE_BETS = f"""
WITH grade AS {{read}} (
    SELECT {SLOT}, season, record, actual FROM prediction_grade
    WHERE {{where}} AND system = '{LIGHTGBM}' AND record = 'replayed' AND actual IS NOT NULL
), offer AS {{read}} (
    SELECT {SLOT}, bookmaker, line, captured_at, over_price, under_price,
        coalesce(over_expected_value, -1) >= coalesce(under_expected_value, -1) AS over,
        greatest(over_expected_value, under_expected_value) AS value
    FROM offer_value WHERE {{where}} AND suspect IS NULL AND NOT is_alternate
        AND over_price IS NOT NULL AND under_price IS NOT NULL
        AND value > {MINIMUM_EXPECTED_VALUE}
)
SELECT game_date, season, market, record, prediction_time, 'as captured' AS information,
    over::DOUBLE AS over, line, CASE WHEN over THEN over_price ELSE under_price END AS price,
    actual, {MINUTES_BEFORE_TIP} AS age
FROM offer JOIN {TIP} USING (game_id, game_date) JOIN grade USING ({SLOT})
WHERE information
    = CASE WHEN {MINUTES_BEFORE_TIP} >= {FINAL_MINUTES} THEN '{EXPECTED}' ELSE '{FINAL}' END
QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market
    ORDER BY value DESC, bookmaker, line) = 1
"""
"""Query of the bets of the rule in ``evaluation.rule``, one per game, player and market."""


@dataclass(frozen=True)
class GradedRows:
    """The rows that some dates are scored from; a date's rows depend on that date alone.

    Text columns are dictionary-encoded.
    """

    lines: pa.Table
    """Rows of ``LINES``."""
    published: pa.Table
    """Rows of ``PUBLISHED``."""
    rule_bets: pa.Table
    """Rows of ``RULE_BETS``."""


def graded_rows(rows: Rows, where: str, materialization: str = "NOT MATERIALIZED") -> GradedRows:
    """Read the rows to score.

    Args:
        rows: a reader of the tables.
        where: an SQL condition on ``game_date`` and ``market``.
        materialization: the SQL hint for the joined tables; ``MATERIALIZED`` is faster for a few
            dates.
    """
    lines, published, rule_bets = (
        _encoded(rows.arrow(sql.format(where=where, read=materialization)))
        for sql in (LINES, PUBLISHED, RULE_BETS)
    )
    return GradedRows(lines, published, rule_bets)


def _encoded(table: pa.Table) -> pa.Table:
    """Return the table with its text columns dictionary-encoded."""
    import pyarrow as pa

    columns = (
        column.dictionary_encode() if pa.types.is_string(column.type) else column
        for column in table.columns
    )
    return pa.table(list(columns), table.column_names).unify_dictionaries().combine_chunks()

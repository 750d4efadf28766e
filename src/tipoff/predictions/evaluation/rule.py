"""The record of one betting rule that was fixed before it was tried.

Bet a unit on the best offer of a player and market if its expected value is above 2 % by the blend
with the consensus of the other books, at a price that nothing speaks against, predicted with what
was known when that price was captured: lineups as they were expected for prices older than half an
hour, the inactive list for younger ones and for those whose capture is not known. Its returns are
published whatever they are. Nothing proves that betting by it wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.predictions.evaluation.grouped import grouped
from tipoff.predictions.evaluation.line_age import MINUTES_BEFORE_TIP, by_age
from tipoff.predictions.evaluation.staking import estimates, gains
from tipoff.predictions.recommendation import MINIMUM_EXPECTED_VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.reading import Rows
    from tipoff.predictions.evaluation.grouped import Group
    from tipoff.predictions.evaluation.intervals import Estimate

LINEUPS_OUT = 30.0
"""Minutes before tip-off from which on inactive lists and lineups are known."""
RULE = "the rule: EV above 2 %"
EARLY, FINAL = str(InformationSet.LINEUPS_EXPECTED), str(InformationSet.INACTIVES_KNOWN)


def rule_returns(rows: Rows, where: str) -> Iterator[tuple[Group, str, str, Estimate]]:
    """Yield group, population, metric and estimate of the rule's bets: all, by side and by age.

    Args:
        rows: the tables.
        where: an SQL condition on ``game_date`` and ``market``.
    """
    known = f"CASE WHEN {MINUTES_BEFORE_TIP} >= {LINEUPS_OUT} THEN '{EARLY}' ELSE '{FINAL}' END"
    source = (
        "(SELECT g.season, o.market, g.record, o.prediction_time, 'as captured' AS information,"
        " o.game_date, o.line, g.actual, s.tip_at, o.captured_at,"
        " coalesce(over_expected_value, -1) >= coalesce(under_expected_value, -1) AS over,"
        " greatest(over_expected_value, under_expected_value) AS value,"
        " o.over_price, o.under_price"
        " FROM offer_value o JOIN prediction_grade g"
        " USING (game_id, game_date, player_id, market, prediction_time, information)"
        " JOIN schedule s USING (game_id)"
        f" WHERE {where.replace('game_date', 'o.game_date').replace('market', 'o.market')}"
        " AND g.system = 'lightgbm' AND g.record = 'replayed' AND g.actual IS NOT NULL"
        f" AND o.information = {known.replace('captured_at', 'o.captured_at')}"
        " AND o.suspect IS NULL AND NOT o.is_alternate"
        " AND o.over_price IS NOT NULL AND o.under_price IS NOT NULL"
        f" AND greatest(over_expected_value, under_expected_value) > {MINIMUM_EXPECTED_VALUE}"
        " QUALIFY row_number() OVER (PARTITION BY o.game_id, o.player_id, o.market"
        " ORDER BY value DESC, o.bookmaker, o.line) = 1)"
    )
    columns = {
        "day": "epoch_ms(game_date)",
        "over": "over::INT",
        "line": "line",
        "price": "CASE WHEN over THEN over_price ELSE under_price END",
        "actual": "actual",
        "age": MINUTES_BEFORE_TIP,
    }
    keys = ("season", "market", "record", "prediction_time", "information")
    for key, bets in grouped(rows, columns, keys, source):
        yield from _of_group(key, bets)


def _of_group(
    key: Group, bets: dict[str, FloatArray]
) -> Iterator[tuple[Group, str, str, Estimate]]:
    gain, won, decided = gains(bets)
    for population, chosen in _populations(bets).items():
        if chosen.any():
            of = (bets["day"][chosen], gain[chosen], won[chosen], decided[chosen])
            for metric, estimate in estimates(*of):
                yield key, population, metric, estimate


def _populations(bets: dict[str, FloatArray]) -> dict[str, BoolArray]:
    over = bets["over"] == 1
    ages = {f"{RULE}, {name}": chosen for name, chosen in by_age(bets["age"]).items()}
    every = np.ones(len(over), bool)
    return {RULE: every, f"{RULE}, over": over, f"{RULE}, under": ~over, **ages}

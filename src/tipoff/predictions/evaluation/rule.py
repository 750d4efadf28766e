"""The record of one betting rule, which was fixed before it was evaluated.

The rule stakes one unit on the best offer for a player and market if the blend with the consensus
of the other books gives it an expected value above 2 %. Offers with a suspect price are excluded.
Prices captured half an hour or more before tip-off are valued with the expected lineups; younger
prices, and those without a capture time, with the final inactive list. The returns are published
whatever they are; nothing proves that the rule makes money.

The prediction behind a bet is as of half an hour before tip-off, so only for prices of that last
half hour does the bet use nothing newer than the price. A price of five hours before tip-off is
valued with lineups and absences reported up to half an hour before tip-off, some of them after the
price was on offer. The returns of older lines therefore benefit from later news, and are reported
by the age of the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.evaluation.grouped import in_groups
from tipoff.predictions.evaluation.line_age import by_age
from tipoff.predictions.evaluation.staking import GROUP, gains, means

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.predictions.evaluation.grouped import Group
    from tipoff.predictions.evaluation.intervals import SlateMean

RULE = "the rule: EV above 2 %"
NUMBERS = ("over", "line", "price", "actual", "age")


def rule_returns(rows: pa.Table) -> Iterator[tuple[Group, str, str, SlateMean]]:
    """Yield group, population, metric and mean for all bets of the rule, and by side and age.

    Args:
        rows: the table ``GradedRows.rule_bets``.
    """
    for key, bets in in_groups(rows, GROUP, NUMBERS):
        yield from _group_returns(key, bets)


def _group_returns(
    key: Group, bets: dict[str, FloatArray]
) -> Iterator[tuple[Group, str, str, SlateMean]]:
    gain, won, decided = gains(bets)
    for population, chosen in _populations(bets).items():
        if chosen.any():
            selected_bets = (bets["day"][chosen], gain[chosen], won[chosen], decided[chosen])
            for metric, mean in means(*selected_bets):
                yield key, population, metric, mean


def _populations(bets: dict[str, FloatArray]) -> dict[str, BoolArray]:
    over = bets["over"] == 1
    ages = {f"{RULE}, {name}": chosen for name, chosen in by_age(bets["age"]).items()}
    every = np.ones(len(over), bool)
    return {RULE: every, f"{RULE}, over": over, f"{RULE}, under": ~over, **ages}

"""The record of one betting rule that was fixed before it was tried.

Bet a unit on the best offer of a player and market if its expected value is above 2 % by the blend
with the consensus of the other books, at a price that nothing speaks against: predicted with
lineups as they were expected for prices older than half an hour, with the inactive list for younger
ones and for those whose capture is not known. Its returns are published whatever they are. Nothing
proves that betting by it wins.

What was known when a price was captured is all that is used of prices of the last half hour alone:
every prediction before tip-off is as of half an hour before it. A price of five hours before
tip-off is bet on with lineups as they were expected, and absences as they were reported, up to half
an hour before. Who took that price at its time could not know all of it, so the returns of older
lines hold news that the price had not seen. They are told by the age of the line for that reason.
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
    """Yield group, population, metric and mean of the rule's bets: all, by side and by age.

    Args:
        rows: the ``rule_bets`` of ``graded_rows``.
    """
    for key, bets in in_groups(rows, GROUP, NUMBERS):
        yield from _of_group(key, bets)


def _of_group(
    key: Group, bets: dict[str, FloatArray]
) -> Iterator[tuple[Group, str, str, SlateMean]]:
    gain, won, decided = gains(bets)
    for population, chosen in _populations(bets).items():
        if chosen.any():
            of = (bets["day"][chosen], gain[chosen], won[chosen], decided[chosen])
            for metric, mean in means(*of):
                yield key, population, metric, mean


def _populations(bets: dict[str, FloatArray]) -> dict[str, BoolArray]:
    over = bets["over"] == 1
    ages = {f"{RULE}, {name}": chosen for name, chosen in by_age(bets["age"]).items()}
    every = np.ones(len(over), bool)
    return {RULE: every, f"{RULE}, over": over, f"{RULE}, under": ~over, **ages}

"""Promotions of systems to champion of a market, with their dates and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, instant, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table


class Promotion(FromPayload):
    """One promotion or rollback, decided by a person or by the promotion gates."""

    effective_on = day(partition=True, meaning="the first date for which the decision applies")
    market = text(key=True, meaning="such as player_points")
    promoted_at = instant(key=True, unit="UTC", meaning="when the decision was made")
    system = text(meaning="the champion from then on")
    evidence = text(meaning="JSON: the results of the gates, or why they were overruled")


@table(schema=Promotion, may_be_empty=True)
def promotion(model_promotion: Landed) -> Table:
    """Return every promotion and rollback; the newest one in effect decides for its market."""
    return model_promotion.select(*Promotion.columns)

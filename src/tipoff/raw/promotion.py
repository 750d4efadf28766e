"""Which systems were made champion of which market, when, and on what evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.schema import day, instant, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table


class Promotion(FromPayload):
    """One decision of a person, or of the gates."""

    effective_on = day(partition=True, meaning="the first date it holds for")
    market = text(key=True, meaning="such as player_points")
    promoted_at = instant(key=True, unit="UTC", meaning="when it was decided")
    system = text(meaning="the champion from then on")
    evidence = text(meaning="JSON: what the gates found, or why they were overruled")


@table(schema=Promotion, may_be_empty=True)
def promotion(model_promotion: Landed) -> Table:
    """Return every promotion and rollback; the newest in effect for a market counts."""
    return model_promotion.select(*Promotion.columns)

"""What is known of a game's lineups when a slate is predicted: five named information sets.

A model is trained on rows as they looked with one of these sets, and served with that set alone. A
model that has learned from final lineups takes a player without a lineup for a reserve.
"""

from __future__ import annotations

from enum import StrEnum


class InformationSet(StrEnum):
    """What is known of who starts and who is out, the poorest first."""

    MORNING = "morning"
    """Form and schedule only: no lineup, and nobody reported out."""
    ABSENCES_REPORTED = "absences-reported"
    """Who is out by the injury report; late scratches are not in it."""
    LINEUPS_EXPECTED = "lineups-expected"
    """Expected starters, some of them wrong, and who is out by the injury report."""
    LINEUPS_CONFIRMED = "lineups-confirmed"
    """The five who start, and who is out by the injury report."""
    INACTIVES_KNOWN = "inactives-known"
    """The five who start, and the inactive list: the last word before tip-off."""

    @property
    def starters_known(self) -> int:
        """Return 0 without a lineup, 1 for an expected one, 2 for a confirmed one."""
        return {"lineups-expected": 1, "lineups-confirmed": 2, "inactives-known": 2}.get(self, 0)

    @property
    def absences_known(self) -> int:
        """Return 0 if nobody is known to be out, 1 by the injury report, 2 by the inactive list."""
        return {"morning": 0, "inactives-known": 2}.get(self, 1)

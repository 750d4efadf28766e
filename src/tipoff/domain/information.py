"""Information sets: how much is known about a game's lineups when a slate is predicted.

A model is trained on rows with the information of one set, and predicts only with that set. A model
trained on final lineups would treat every player as a reserve where no lineup is known yet.
"""

from __future__ import annotations

from enum import StrEnum


class InformationSet(StrEnum):
    """The knowledge about starters and absences, from least to most."""

    MORNING = "morning"
    """Form and schedule only: no lineup and no absences."""
    ABSENCES_REPORTED = "absences-reported"
    """Absences from the injury report, which does not include late scratches."""
    LINEUPS_EXPECTED = "lineups-expected"
    """Expected starters, some of them wrong, and absences from the injury report."""
    LINEUPS_CONFIRMED = "lineups-confirmed"
    """The five confirmed starters, and absences from the injury report."""
    INACTIVES_KNOWN = "inactives-known"
    """The five confirmed starters and the inactive list, which is final before tip-off."""

    @property
    def starters_known(self) -> int:
        """Return 0 without a lineup, 1 for an expected one, 2 for a confirmed one."""
        return {"lineups-expected": 1, "lineups-confirmed": 2, "inactives-known": 2}.get(self, 0)

    @property
    def absences_known(self) -> int:
        """Return 0 without known absences, 1 by the injury report, 2 by the inactive list."""
        return {"morning": 0, "inactives-known": 2}.get(self, 1)

"""Groups of information sets that share models: inactive list known, and everything earlier."""

from __future__ import annotations

from tipoff.domain.information import InformationSet

FINAL_GROUP, EARLY_GROUP = GROUPS = ("inactives-known", "before-inactives")


def group_of(information: InformationSet) -> str:
    """Return the group whose models were trained on an information set."""
    return FINAL_GROUP if information is InformationSet.INACTIVES_KNOWN else EARLY_GROUP

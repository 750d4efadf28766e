"""A year's predictions as numbers, so that systems stand side by side without a join of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes, numbers, taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipoff.features.arrays import FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Frame

KEYS = ["game_id", "player_id"]
TOLD_APART = ("market", "information", "system")


@dataclass(frozen=True)
class SideBySide:
    """Rows of ``system_prediction``; a slot is a game, a player and a prediction time.

    Args:
        slot: the slot of each row, shape (n,).
        slots: the game and the player of each slot, shape (slots,).
        mean: the expected count of each row, shape (n,).
        parts: the places of the rows of each market, information set and system.
    """

    slot: IntArray
    slots: Frame
    mean: FloatArray
    parts: Mapping[tuple[str, str, str], IntArray]

    @classmethod
    def of(cls, predictions: Frame) -> SideBySide:
        """Return some predictions with their slots numbered and each system's rows together."""
        slot = codes(predictions, (*KEYS, "prediction_time"))
        slots = predictions.select(KEYS).take(np.unique(slot, return_index=True)[1])
        part = codes(predictions, TOLD_APART)
        first, of_part = np.unique(part, return_index=True)[1], np.argsort(part, kind="stable")
        # Of no rows there is one part, which is empty and has no name.
        places = np.split(of_part, np.cumsum(np.bincount(part))[:-1])
        named = predictions.select(list(TOLD_APART)).take(first).to_pylist()
        parts = {tuple(row.values()): at for row, at in zip(named, places, strict=False)}
        return cls(slot, slots, numbers(predictions, "mean"), parts)

    @property
    def groups(self) -> list[tuple[str, str]]:
        """Return each market and information set that is predicted, in order."""
        return sorted({(market, information) for market, information, _ in self.parts})

    def rows(self, group: tuple[str, str]) -> IntArray:
        """Return the places of a group's rows, of all its systems, in order."""
        return np.sort(
            np.concatenate([v for (m, i, _), v in self.parts.items() if (m, i) == group])
        )

    def means(
        self, group: tuple[str, str], first: str, systems: Iterable[str]
    ) -> tuple[IntArray, dict[str, FloatArray]]:
        """Return the slots that a system predicts, and what each of some expects there.

        Args:
            group: market and information set.
            first: the system whose slots are returned, in the order of its rows.
            systems: whose means are returned, shape (slots of the first,), NaN for none.
        """
        at = self.slot[self.parts.get((*group, first), np.zeros(0, np.int64))]
        found = {}
        for system in systems:
            place = np.full(self.slots.num_rows, -1, np.int64)
            own = self.parts.get((*group, system), np.zeros(0, np.int64))
            place[self.slot[own]] = own
            found[system] = taken(self.mean, place[at])
        return at, found

"""Index a year's predictions, so that systems can be compared without joins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes, numbers, values_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipoff.features.arrays import FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Frame

KEYS = ["game_id", "player_id"]
PART_COLUMNS = ("market", "information", "system")


@dataclass(frozen=True)
class SideBySide:
    """Indexed rows of ``system_prediction``; a slot is a (game, player, prediction time).

    Args:
        slot: the slot number of each row, shape (n,).
        slots: the game and player of each slot, with one row per slot.
        mean: the expected count of each row, shape (n,).
        parts: (market, information set, system) -> indices of its rows.
    """

    slot: IntArray
    slots: Frame
    mean: FloatArray
    parts: Mapping[tuple[str, str, str], IntArray]

    @classmethod
    def of(cls, predictions: Frame) -> SideBySide:
        """Index predictions: number their slots, and group rows by market, set and system."""
        slot = codes(predictions, (*KEYS, "prediction_time"))
        slots = predictions.select(KEYS).take(np.unique(slot, return_index=True)[1])
        part = codes(predictions, PART_COLUMNS)
        first, by_part = np.unique(part, return_index=True)[1], np.argsort(part, kind="stable")
        # Without rows, np.split returns one empty part that has no key.
        row_groups = np.split(by_part, np.cumsum(np.bincount(part))[:-1])
        part_keys = predictions.select(list(PART_COLUMNS)).take(first).to_pylist()
        parts = {
            tuple(row.values()): rows for row, rows in zip(part_keys, row_groups, strict=False)
        }
        return cls(slot, slots, numbers(predictions, "mean"), parts)

    @property
    def groups(self) -> list[tuple[str, str]]:
        """Return the predicted (market, information set) pairs in order."""
        return sorted({(market, information) for market, information, _ in self.parts})

    def rows(self, group: tuple[str, str]) -> IntArray:
        """Return the indices of a group's rows, of all systems, in order."""
        return np.sort(
            np.concatenate([v for (m, i, _), v in self.parts.items() if (m, i) == group])
        )

    def means(
        self, group: tuple[str, str], first: str, systems: Iterable[str]
    ) -> tuple[IntArray, dict[str, FloatArray]]:
        """Return the slots that one system predicts, and several systems' means in them.

        Args:
            group: market and information set.
            first: the system whose slots are returned, in the order of its rows.
            systems: the systems whose means are returned, each of the slots' shape; NaN where a
                system predicts nothing.
        """
        slots = self.slot[self.parts.get((*group, first), np.zeros(0, np.int64))]
        means = {}
        for system in systems:
            place = np.full(self.slots.num_rows, -1, np.int64)
            rows = self.parts.get((*group, system), np.zeros(0, np.int64))
            place[self.slot[rows]] = rows
            means[system] = values_at(self.mean, place[slots])
        return slots, means

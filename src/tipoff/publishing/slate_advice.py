"""What is advised of a date's slate, read once for every document that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.predictions.checks import MIN_PICKS, ONE_SIDED
from tipoff.publishing import availability
from tipoff.publishing.advice import advice, offers_of
from tipoff.publishing.lined import PICKS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    import pyarrow as pa

    from tipoff.kernel.reading import Rows


@dataclass(frozen=True)
class SlateAdvice:
    """The predictions and picks of a date, and what a reader should know before trusting them."""

    day: date
    predictions: pa.Table
    """As ``advice`` returns them."""
    statuses: pa.Table
    """As ``availability.statuses`` returns them."""
    offers: pa.Table
    """Every standing quote on the slate."""
    failures: tuple[str, ...] = ()
    """Of each table that the slate reads and that failed, why."""

    @classmethod
    def read(cls, rows: Rows, day: date, until: datetime, failures: Sequence[str]) -> SlateAdvice:
        """Read the slate of a date; picks are withheld if anything that it reads has failed.

        Args:
            rows: the tables.
            day: the date.
            until: reports count if they were published by then, UTC without a zone.
            failures: of each table that the slate reads and that failed, why.
        """
        statuses = availability.statuses(rows, day, until)
        offers = offers_of(rows, day)
        predictions = advice(rows, day, statuses, offers, halted=bool(failures))
        return cls(day, predictions, statuses, offers, tuple(failures))

    @property
    def halt(self) -> dict[str, Any]:
        """Return the block that says why there are no picks, if there are none."""
        known = self.predictions
        return halt([*self.failures, *lacking(self.day, len(known), _lines(known))])

    @property
    def notices(self) -> list[str]:
        """Return what a reader should know before trusting the slate, a sentence each."""
        one_sided = is_one_sided(self.predictions["recommendation"].to_pylist())
        suspect = len(self.offers) - self.offers["suspect"].null_count
        told = f"{suspect:,} of {len(self.offers):,} quoted prices cannot be right"
        return [
            *([one_sided] if one_sided else []),
            *([f"{told}: shown, never bet on"] if suspect else []),
        ]


def halt(reasons: Sequence[str]) -> dict[str, Any]:
    """Return the block that says why there are no picks, if there are none."""
    return {"halted": bool(reasons), "reasons": list(reasons)}


def lacking(day: date, predictions: int, lines: int) -> list[str]:
    """Return what a slate lacks for any pick, by how many predictions and lines it has."""
    if not predictions:
        return [f"no games with predictions on {day}"]
    return [] if lines else ["no lines: the market is missing"]


def is_one_sided(recommendations: Collection[str]) -> str | None:
    """Return a sentence where nearly all of the picks of a slate are on one side."""
    picks = [each for each in recommendations if each in PICKS]
    for side in PICKS:
        share = picks.count(side) / max(len(picks), 1)
        if len(picks) >= MIN_PICKS and share >= ONE_SIDED:
            return (
                f"{share * 100:.0f}\u202f% of the {len(picks)} picks are {side}: a slate this"
                " one-sided is more often wrong about the league than right about every player"
            )
    return None


def _lines(predictions: pa.Table) -> int:
    return int(predictions.num_rows - predictions["line"].null_count)

"""The predictions and picks of a slate, read once for all documents that show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.predictions.checks import MIN_PICKS, ONE_SIDED
from tipoff.publishing import availability
from tipoff.publishing.advice import advice, offers_of
from tipoff.publishing.graded_lines import PICKS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    import pyarrow as pa

    from tipoff.kernel.reading import Rows


@dataclass(frozen=True)
class SlateAdvice:
    """The predictions and picks of a date, with reasons for a halt and notices to the reader."""

    day: date
    predictions: pa.Table
    """As ``advice`` returns them."""
    statuses: pa.Table
    """As ``availability.statuses`` returns them."""
    offers: pa.Table
    """All quotes on the slate that are still available."""
    failures: tuple[str, ...] = ()
    """The reason of failure of each table that the slate reads and that failed."""

    @classmethod
    def read(cls, rows: Rows, day: date, until: datetime, failures: Sequence[str]) -> SlateAdvice:
        """Read the slate of a date; picks are withheld if a table that it reads has failed.

        Args:
            rows: the tables.
            day: the date.
            until: reports count if they were published by then, UTC without a zone.
            failures: the reason of failure of each table that the slate reads and that failed.
        """
        statuses = availability.statuses(rows, day, until)
        offers = offers_of(rows, day)
        predictions = advice(rows, day, statuses, offers, halted=bool(failures))
        return cls(day, predictions, statuses, offers, tuple(failures))

    @property
    def halt(self) -> dict[str, Any]:
        """The ``halt`` block: whether there are no picks, and why."""
        predictions = self.predictions
        missing = missing_inputs(self.day, len(predictions), _line_count(predictions))
        return halt([*self.failures, *missing])

    @property
    def notices(self) -> list[str]:
        """Warnings about the slate as a whole, one sentence each."""
        one_sided = one_sided_warning(self.predictions["recommendation"].to_pylist())
        suspect = len(self.offers) - self.offers["suspect"].null_count
        counts = f"{suspect:,} of {len(self.offers):,} quoted prices are suspect"
        return [
            *([one_sided] if one_sided else []),
            *([f"{counts}: shown, but never picked"] if suspect else []),
        ]


def halt(reasons: Sequence[str]) -> dict[str, Any]:
    """Return the ``halt`` block of a document: picks are withheld if there is any reason."""
    return {"halted": bool(reasons), "reasons": list(reasons)}


def missing_inputs(day: date, predictions: int, lines: int) -> list[str]:
    """Return why a slate with these numbers of predictions and lines can have no picks."""
    if not predictions:
        return [f"no games with predictions on {day}"]
    return [] if lines else ["no lines: no book has quoted a player of this slate"]


def one_sided_warning(recommendations: Collection[str]) -> str | None:
    """Return a warning if nearly all picks of a slate are on one side, else None."""
    picks = [each for each in recommendations if each in PICKS]
    for side in PICKS:
        share = picks.count(side) / max(len(picks), 1)
        if len(picks) >= MIN_PICKS and share >= ONE_SIDED:
            return (
                f"{share * 100:.0f}\u202f% of the {len(picks)} picks are {side}: a slate this"
                " one-sided more often means an error about the whole league than an edge on every"
                " player"
            )
    return None


def _line_count(predictions: pa.Table) -> int:
    return int(predictions.num_rows - predictions["line"].null_count)

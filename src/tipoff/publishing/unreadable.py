"""Publishing while a table cannot be read: old documents are kept, and the slate is halted.

A table cannot be read after its declared columns have changed, until its rows have been computed
with the new columns. Documents that read it keep their published content. The upcoming slate also
withholds its picks, because the current values of the table are unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from tipoff.publishing.graded_lines import PICKS
from tipoff.publishing.release import Documents
from tipoff.publishing.slate_advice import halt
from tipoff.publishing.tickets import HALTED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from tipoff.publishing.release import Publication


@dataclass(frozen=True)
class Published:
    """The published documents, from which those are kept that cannot be made."""

    publication: Publication
    unreadable: Mapping[str, str] = field(default_factory=dict)
    """Tables that cannot be read, each with the reason as a sentence."""

    def unreadable_reasons(self, reads: Collection[str]) -> list[str]:
        """Return the reasons why tables among ``reads`` cannot be read; empty if all can."""
        return [reason for table, reason in self.unreadable.items() if table in reads]

    def unless_unreadable(
        self, pattern: str, reads: Collection[str], make: Callable[[], Documents]
    ) -> Documents:
        """Return the documents of a kind, or the published ones if a table cannot be read.

        Args:
            pattern: a pattern of the paths of the kind, for ``fnmatch``.
            reads: the tables that the documents are made from.
            make: returns the documents.
        """
        if not self.unreadable_reasons(reads):
            return make()
        published = self.publication.digests().items()
        kept = {path: digest for path, digest in published if fnmatch(path, pattern)}
        return Documents(kept, lambda _: ())

    def withheld(self, path: str, reasons: Sequence[str]) -> dict[str, Any] | None:
        """Return the published slate with its picks withheld; None if there is no slate."""
        slate = self.publication.intact(path)
        if slate is None:
            return None
        predictions = slate["predictions"]
        picks = dict.fromkeys(PICKS, HALTED)
        return {
            **slate,
            "predictions": {
                **predictions,
                "recommendation": _mapped(
                    predictions["recommendation"], lambda each: picks.get(each, each)
                ),
                "stake_share": _mapped(predictions["stake_share"], lambda _: None),
            },
            "halt": halt(reasons),
        }


def _mapped(column: Any, change: Callable[[Any], Any]) -> Any:
    """Return a JSON column, in whichever of its forms, with every value changed."""
    if isinstance(column, list):
        return [change(value) for value in column]
    return {**column, "values": [change(value) for value in column["values"]]}

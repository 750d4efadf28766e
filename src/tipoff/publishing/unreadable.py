"""What is published while a table cannot be read: documents as they were, and a halted slate.

A table cannot be read while its columns are declared anew and its rows are not computed so yet.
What reads it stays as it was published. The slate to come says so too: its picks are withheld, as
nobody knows what the table would say now.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from tipoff.publishing.lined import PICKS
from tipoff.publishing.release import Documents
from tipoff.publishing.slate_advice import halt
from tipoff.publishing.tickets import HALTED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from tipoff.publishing.release import Publication


@dataclass(frozen=True)
class Published:
    """The documents as they are published, for those that cannot be made."""

    publication: Publication
    unreadable: Mapping[str, str] = field(default_factory=dict)
    """Tables that cannot be read, each with a sentence that says why."""

    def why_not(self, reads: Collection[str]) -> list[str]:
        """Return a sentence for each of the tables that cannot be read."""
        return [why for table, why in self.unreadable.items() if table in reads]

    def unless(
        self, pattern: str, reads: Collection[str], make: Callable[[], Documents]
    ) -> Documents:
        """Return documents of a kind; as they are published, if a table cannot be read.

        Args:
            pattern: of the paths of the kind.
            reads: the tables that they are made from.
            make: returns them.
        """
        if not self.why_not(reads):
            return make()
        stated = self.publication.stated().items()
        kept = {path: digest for path, digest in stated if fnmatch(path, pattern)}
        return Documents(kept, lambda _: ())

    def withheld(self, path: str, reasons: Sequence[str]) -> dict[str, Any] | None:
        """Return a slate as it is published, halted for reasons; None where there is none."""
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
                    predictions["recommendation"], lambda said: picks.get(said, said)
                ),
                "stake_share": _mapped(predictions["stake_share"], lambda _: None),
            },
            "halt": halt(reasons),
        }


def _mapped(column: Any, change: Callable[[Any], Any]) -> Any:
    """Return a JSON column of any form with its values changed."""
    if isinstance(column, list):
        return [change(value) for value in column]
    return {**column, "values": [change(value) for value in column["values"]]}

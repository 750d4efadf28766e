"""The published documents, and what each is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tipoff import __version__
from tipoff.publishing import results, slates
from tipoff.publishing.inputs import digest_of
from tipoff.publishing.page import page
from tipoff.publishing.performance import performance, seasons
from tipoff.publishing.release import Documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tipoff.kernel.reading import Rows
    from tipoff.publishing.inputs import Inputs
    from tipoff.publishing.release import Publication

    Dated = Callable[[Rows, Sequence[date]], Iterator[tuple[date, dict[str, Any]]]]

FORM = 5
"""Rises when a document's form changes, so that every document is made again."""
DATES_AT_ONCE = 50
"""Dates whose rows are held in memory together."""
TODAY, PAGE, PERFORMANCE = "today.json", "today.html", "performance.json"
KINDS: dict[str, tuple[Dated, tuple[str, ...]]] = {
    "predictions": (slates.slates, slates.READS),
    "results": (results.results, results.READS),
}
"""Directory -> what makes a document of each date, and the tables it reads, the first of which has
the dates."""


def documents(inputs: Inputs, publication: Publication) -> list[Documents]:
    """Return every document to publish.

    A document is made again where what it is made from changed. All others stay as they are,
    under the time at which they were made.

    Args:
        inputs: the tables and the circumstances of the run.
        publication: where documents are published; finished seasons are taken from there.
    """
    head = _Head(inputs)
    of_seasons = seasons(inputs)
    anything = (inputs.within(list(inputs.contents)), str(inputs.today), *_said(inputs.failed))
    return [
        *(_dated(head, kind) for kind in KINDS),
        *_today(head),
        head.document(
            PERFORMANCE,
            [made_from for _, made_from in of_seasons.values()],
            lambda: performance(inputs, of_seasons, publication.intact(PERFORMANCE)),
        ),
        head.document("status.json", anything, lambda: inputs.status().to_dict()),
        head.document("index.json", map(str, _index(inputs).values()), partial(_index, inputs)),
    ]


def slate_date(days: Iterable[date], today: date) -> date:
    """Return the first of the dates from today on; today, if there is none."""
    return min((day for day in days if day >= today), default=today)


@dataclass(frozen=True)
class _Head:
    """What every document begins with."""

    inputs: Inputs

    def digest(self, parts: Iterable[str]) -> str:
        return digest_of(str(FORM), __version__, str(self.inputs.simulated), *parts)

    def over(self, content: dict[str, Any]) -> dict[str, Any]:
        """Return a document: its content under the head."""
        return {
            "form": FORM,
            "generated_at": datetime.now(UTC),
            "version": __version__,
            "simulated": self.inputs.simulated,
            "freshness": self.inputs.status().freshness,
            "chain_head": self.inputs.chain_head,
            **content,
        }

    def document(
        self, path: str, made_from: Iterable[str], make: Callable[[], dict[str, Any]]
    ) -> Documents:
        """Return the one document of its kind."""
        return Documents({path: self.digest(made_from)}, lambda _: [(path, self.over(make()))])


def _dated(head: _Head, kind: str) -> Documents:
    """Return the documents of all dates of a kind, which are made many dates at once."""
    make, reads = KINDS[kind]
    digests = {
        f"{kind}/{day}.json": head.digest([head.inputs.within(reads, day, day)])
        for day in head.inputs.days(reads[0])
    }

    def made(paths: Sequence[str]) -> Iterator[tuple[str, Any]]:
        days = [date.fromisoformat(PurePath(path).stem) for path in paths]
        for first in range(0, len(days), DATES_AT_ONCE):
            for day, content in make(head.inputs.rows, days[first : first + DATES_AT_ONCE]):
                yield f"{kind}/{day}.json", head.over(content)

    return Documents(digests, made)


def _today(head: _Head) -> list[Documents]:
    """Return the slate to come as a document and as a page."""
    inputs = head.inputs
    predicted = inputs.days("player_prediction")
    shown, newest = slate_date(predicted, inputs.today), max(predicted, default=None)
    failed = {table: why for table, why in inputs.failed.items() if table in slates.READS}

    @cache
    def make() -> dict[str, Any]:
        found = slates.slate(inputs.rows, shown, failed)
        if newest is not None and newest < shown:
            found["halt"]["reasons"].append(f"the newest predictions are of {newest}")
        return found

    made_from = (inputs.within(slates.READS, shown, shown), str(shown), str(newest), *_said(failed))
    return [
        head.document(TODAY, made_from, make),
        Documents(
            {PAGE: head.digest(made_from)},
            lambda _: [(PAGE, page(make(), simulated=inputs.simulated))],
        ),
    ]


def _said(failed: Mapping[str, str]) -> list[str]:
    return [f"{table}: {why}" for table, why in sorted(failed.items())]


def _index(inputs: Inputs) -> dict[str, Any]:
    days = {kind: inputs.days(reads[0]) for kind, (_, reads) in KINDS.items()}
    return {**days, "latest": max(days["predictions"], default=None)}

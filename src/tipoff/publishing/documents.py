"""The published documents and the inputs of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tipoff import __version__
from tipoff.kernel import clock
from tipoff.publishing import graded, results, scheduled, slates, teams, today
from tipoff.publishing.application import SCHEMAS, application, schemas
from tipoff.publishing.inputs import digest_of
from tipoff.publishing.kept_rows import KeptRows
from tipoff.publishing.page import page
from tipoff.publishing.performance import READS as PERFORMANCE_READS
from tipoff.publishing.performance import performance, seasons
from tipoff.publishing.release import Documents
from tipoff.publishing.slate_advice import SlateAdvice
from tipoff.publishing.unreadable import Published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tipoff.kernel.reading import Rows
    from tipoff.publishing.inputs import Inputs
    from tipoff.publishing.release import Publication

    Dated = Callable[[Rows, Sequence[date]], Iterator[tuple[date, dict[str, Any]]]]

FORM = 18
"""Version of the document format. If it is raised, every document is made again."""
DATES_AT_ONCE = 200
"""Number of dates whose rows are held in memory together."""
SLATE_DOCUMENTS = ("today.json", "prices.json", "branches.json", "movement.json")
"""The documents of the upcoming slate, in the order in which they are made."""
PAGE = "today.html"
LIVE_PREDICTION = "live_prediction"
"""The table whose dates are those with predictions written before tip-off."""
PERFORMANCE, DIRECTORY, INDEX = "performance.json", "directory.json", "index.json"
SCHEDULE = "schedule.json"
PIPELINE, PIPELINE_READS = "pipeline.json", ("trained_model",)
KINDS: dict[str, tuple[Dated, tuple[str, ...]]] = {
    "predictions": (slates.slates, slates.READS),
    "results": (results.results, results.READS),
}
"""Directory -> the function that makes its documents, one per date, and the tables it reads.

The first of the tables determines the dates."""


def documents(inputs: Inputs, publication: Publication) -> list[Documents]:
    """Return every document to publish.

    A document is made again only if its inputs changed. All others keep their content, including
    the time at which they were made.

    Args:
        inputs: the tables and the state of the run.
        publication: where documents are published; the records of finished seasons are reused.
    """
    head, published = _Head(inputs), Published(publication, inputs.unreadable)
    all_inputs = (
        inputs.within(list(inputs.contents)),
        str(inputs.today),
        *_failure_lines(inputs.failed),
    )
    made = [
        *(
            published.unless_unreadable(f"{kind}/*", reads, partial(_dated, head, kind))
            for kind, (_, reads) in KINDS.items()
        ),
        published.unless_unreadable("graded/*", graded.READS, partial(_graded, head)),
        published.unless_unreadable(SCHEDULE, scheduled.READS, partial(_scheduled, head)),
        *_today(head, published),
        *_teams(head, published),
        application(),
        published.unless_unreadable(
            PERFORMANCE, PERFORMANCE_READS, partial(_performance, head, publication)
        ),
        head.document("status.json", all_inputs, lambda: inputs.status().to_dict()),
        *(
            []
            if inputs.pipeline is None
            else [_pipeline(head, inputs.pipeline, all_inputs, published)]
        ),
        schemas(),
    ]
    digests = {path: digest for each in made for path, digest in each.digests.items()}
    return [
        *made,
        head.document(INDEX, map(str, digests.items()), partial(_index, inputs, digests)),
    ]


def slate_date(days: Iterable[date], today: date) -> date:
    """Return the first date that is not before today; today if there is none."""
    return min((day for day in days if day >= today), default=today)


@dataclass(frozen=True)
class _Head:
    """The fields that every document begins with."""

    inputs: Inputs

    def digest(self, parts: Iterable[str]) -> str:
        return digest_of(str(FORM), __version__, str(self.inputs.simulated), *parts)

    def complete(self, content: dict[str, Any], made_from: str) -> dict[str, Any]:
        """Return a document: the head, with the digest of its inputs, and the content."""
        return {
            "form": FORM,
            "digest": made_from,
            "generated_at": clock.utc_now(),
            "version": __version__,
            "simulated": self.inputs.simulated,
            "freshness": self.inputs.status().freshness,
            "chain_head": self.inputs.chain_head,
            **content,
        }

    def document(
        self, path: str, made_from: Iterable[str], make: Callable[[], dict[str, Any]]
    ) -> Documents:
        """Return a kind that consists of one document."""
        digest = self.digest(made_from)
        return Documents({path: digest}, lambda _: [(path, self.complete(make(), digest))])


def _dated(head: _Head, kind: str) -> Documents:
    """Return the documents of a kind, one per date; many dates are made in one pass."""
    make, reads = KINDS[kind]
    digests = {
        f"{kind}/{day}.json": head.digest([head.inputs.within(reads, day, day)])
        for day in head.inputs.days(reads[0])
    }

    def made(paths: Sequence[str]) -> Iterator[tuple[str, Any]]:
        days = [date.fromisoformat(PurePath(path).stem) for path in paths]
        for first in range(0, len(days), DATES_AT_ONCE):
            for day, content in make(head.inputs.rows, days[first : first + DATES_AT_ONCE]):
                path = f"{kind}/{day}.json"
                yield path, head.complete(content, digests[path])

    return Documents(digests, made)


def _graded(head: _Head) -> Documents:
    """Return the graded predictions as download files, one set per month that has any."""
    inputs = head.inputs
    spans = graded.months(inputs.days(graded.READS[0]))
    digests = {
        path: head.digest([inputs.within(graded.READS, span.first, span.last)])
        for path, span in spans.items()
    }
    return Documents(digests, partial(graded.files, inputs.rows, spans))


def _scheduled(head: _Head) -> Documents:
    """Return the schedule of all dates."""
    made_from = [head.inputs.within(scheduled.READS)]
    return head.document(SCHEDULE, made_from, lambda: scheduled.scheduled(head.inputs.rows))


def _performance(head: _Head, publication: Publication) -> Documents:
    """Return the record of all seasons."""
    inputs = head.inputs
    graded_seasons = seasons(inputs)
    return head.document(
        PERFORMANCE,
        [made_from for _, made_from in graded_seasons.values()],
        lambda: performance(
            inputs, graded_seasons, publication.intact(PERFORMANCE), KeptRows(publication.cache)
        ),
    )


def _pipeline(
    head: _Head,
    view: Callable[[], dict[str, Any]],
    made_from: Sequence[str],
    published: Published,
) -> Documents:
    """Return the document of the pipeline page, which shows it together with the status."""
    return published.unless_unreadable(
        PIPELINE, PIPELINE_READS, lambda: head.document(PIPELINE, made_from, view)
    )


def _withheld(head: _Head, published: Published, reasons: Sequence[str]) -> list[Documents]:
    """Return the slate as last published but without picks, and a page with the reasons."""
    slate = published.withheld(SLATE_DOCUMENTS[0], reasons)
    if slate is None:
        return []
    shown = {"date": slate["date"], "predictions": [], "halt": slate["halt"], "notices": []}
    digest = head.digest(["withheld", str(slate["date"]), *reasons])
    return [
        Documents(
            {SLATE_DOCUMENTS[0]: digest},
            lambda _: [(SLATE_DOCUMENTS[0], {**slate, "digest": digest})],
        ),
        *(
            published.unless_unreadable(path, today.READS, lambda: Documents({}, lambda _: ()))
            for path in SLATE_DOCUMENTS[1:]
        ),
        Documents({PAGE: digest}, lambda _: [(PAGE, page(shown, simulated=head.inputs.simulated))]),
    ]


def _today(head: _Head, published: Published) -> list[Documents]:
    """Return the documents of the upcoming slate, and the slate as one HTML page."""
    inputs = head.inputs
    unreadable = published.unreadable_reasons(today.READS)
    if unreadable:
        return _withheld(head, published, unreadable)
    predicted = inputs.days("player_prediction")
    shown, newest = slate_date(predicted, inputs.today), max(predicted, default=None)
    failed = {table: why for table, why in inputs.failed.items() if table in today.READS}
    is_stale = newest is not None and newest < shown

    @cache
    def advised() -> SlateAdvice:
        return SlateAdvice.read(inputs.rows, shown, inputs.until, list(failed.values()))

    @cache
    def make() -> tuple[dict[str, Any], ...]:
        slate, *others = today.today(inputs.rows, advised())
        if is_stale:
            slate["halt"]["reasons"].append(f"the newest predictions are for {newest}")
        return {"clock": inputs.clock, **slate}, *others

    def part(place: int) -> dict[str, Any]:
        return make()[place]

    def readable() -> str:
        return page(slates.readable(inputs.rows, advised()), simulated=inputs.simulated)

    made_from = (
        inputs.within(today.READS, shown, shown),
        str(shown),
        str(newest),
        str(inputs.clock),
        *_failure_lines(failed),
    )
    return [
        *(
            head.document(path, made_from, partial(part, place))
            for place, path in enumerate(SLATE_DOCUMENTS)
        ),
        Documents({PAGE: head.digest(made_from)}, lambda _: [(PAGE, readable())]),
    ]


def _teams(head: _Head, published: Published) -> list[Documents]:
    """Return every team's game log, and the directory of teams and players."""
    inputs = head.inputs
    if not all(table in inputs.contents for table in teams.READS):
        return []
    return [
        published.unless_unreadable("teams/*", teams.READS, partial(_logs, head)),
        published.unless_unreadable(DIRECTORY, teams.READS, partial(_directory, head)),
    ]


def _logs(head: _Head) -> Documents:
    """Return the game log of each team."""
    inputs = head.inputs
    digests = {path: head.digest([digest]) for path, digest in teams.digests(inputs).items()}

    def made(paths: Sequence[str]) -> Iterator[tuple[str, Any]]:
        for path, content in teams.logs(inputs.rows, inputs.today, paths):
            yield path, head.complete(content, digests[path])

    return Documents(digests, made)


def _directory(head: _Head) -> Documents:
    """Return the directory of teams and players."""
    inputs = head.inputs
    return head.document(
        DIRECTORY, [inputs.within(teams.READS)], lambda: teams.directory(inputs.rows, inputs.today)
    )


def _failure_lines(failed: Mapping[str, str]) -> list[str]:
    return [f"{table}: {why}" for table, why in sorted(failed.items())]


def _index(inputs: Inputs, digests: Mapping[str, str]) -> dict[str, Any]:
    """Return the published dates, and the digest of each document in this release."""
    days = {
        kind: sorted(
            date.fromisoformat(PurePath(path).stem)
            for path in digests
            if path.startswith(f"{kind}/")
        )
        for kind in KINDS
    }
    listed = {
        path: digest
        for path, digest in digests.items()
        if path.endswith(".json") and not path.startswith(SCHEMAS)
    }
    latest = max(days["predictions"], default=None)
    live = sorted({*inputs.days(LIVE_PREDICTION)} & {*days["predictions"]})
    return {**days, "live": live, "latest": latest, "documents": listed}

"""Publish what a home's last run holds."""

from __future__ import annotations

import logging
import threading
from contextlib import closing, contextmanager, nullcontext
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tipoff.app.inspection import status_of
from tipoff.app.pipeline_view import pipeline_view
from tipoff.app.session import HomeSession
from tipoff.app.timing import timed
from tipoff.kernel.errors import TipoffError
from tipoff.predictions.chain import link, verify_chain
from tipoff.predictions.live_slate_writer import RESOURCE
from tipoff.publishing.documents import documents, slate_date
from tipoff.publishing.inputs import Inputs
from tipoff.publishing.release import Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tipoff.app.home import Home
    from tipoff.app.verification import Chain, Published
    from tipoff.health.report import Status
    from tipoff.kernel.catalog import Catalog
    from tipoff.landing import PayloadStore
    from tipoff.publishing.kept_releases import KeptReleases
logger = logging.getLogger(__name__)
KEEP_UP_SECONDS = 60.0


def publish(
    home: Home,
    session: HomeSession,
    failed: Mapping[str, str],
    status: Callable[[], Status] | None = None,
) -> int:
    """Publish what head holds.

    Args:
        home: where the documents are published.
        session: the tables.
        failed: tables that could not be brought up to date, each with the reason.
        status: where the tables stand, where the caller asks for it too.

    Returns:
        How many documents were made.

    Raises:
        TipoffError: the directory cannot be written to; readers still see the last release.
    """
    catalog = session.workspace.catalog
    fenced = catalog.transaction if home.catalog_url else nullcontext
    publication = Publication(home.published, fenced)
    inputs = Inputs(
        rows=session,
        contents={name: session.contents(name) for name in session.graph.tables},
        today=session.today,
        simulated=session.simulated,
        status=status or cache(partial(status_of, session)),
        pipeline=partial(_pipeline, session),
        chain_head=_chain_head(session.landing),
        clock=session.landing.simulated_until,
        failed=failed,
        unreadable=session.state().unreadable(),
    )
    kept = _kept_releases(home, catalog)
    with timed(logger, "publishing"):
        if kept is not None:
            kept.bring(publication)
        made = publication.publish(documents(inputs, publication))
        if kept is not None:
            kept.send(publication)
        logger.info("%d documents made", made)
        return made


def bring_published(home: Home) -> bool:
    """Show what any machine published last; return whether it was another release.

    Raises:
        TipoffError: the object storage or the catalog does not answer, or the disk refuses.
    """
    if not home.storage_url:
        return False
    with closing(home.open_catalog()) as catalog:
        kept = _kept_releases(home, catalog)
        return kept is not None and kept.bring(Publication(home.published))


@contextmanager
def keeping_up(home: Home, every_seconds: float = KEEP_UP_SECONDS) -> Iterator[None]:
    """Show what any machine publishes while inside; a failure is logged, and tried again."""
    stopping = threading.Event()

    def keep_up() -> None:
        while not stopping.wait(every_seconds):
            try:
                bring_published(home)
            except TipoffError as error:
                logger.warning("what others published is not shown: %s", error)

    follower = threading.Thread(target=keep_up, name="published", daemon=True)
    if home.storage_url:
        follower.start()
    try:
        yield
    finally:
        stopping.set()


def _kept_releases(home: Home, catalog: Catalog) -> KeptReleases | None:
    """Return the releases in object storage; None of a home that has none."""
    objects = home.storage.objects()
    if objects is None:
        return None
    from tipoff.publishing.kept_releases import KeptReleases

    return KeptReleases(objects, catalog)


def republish(home: Home) -> int:
    """Publish again what head holds; return how many documents were made.

    Raises:
        UsageError: nothing has been ingested.
        RunInProgress: another process is at it.
    """
    home.refuse_nothing()
    with home.writing() as workspace:
        home.refuse_empty(workspace)
        return publish(home, HomeSession(home.graph, workspace), {})


def _pipeline(session: HomeSession) -> dict[str, Any]:
    state = session.state()
    return pipeline_view(session, state, slate_date(state.calendar, session.today))


def proofs(home: Home) -> tuple[Chain, Published]:
    """Return what verifies the chain of live slates, and what verifies the published documents.

    The chain must have every head that a release shows.
    """
    publication = Publication(home.published)
    shown = [index.get("chain_head") for index in publication.of_every_release("index.json")]
    return partial(verify_chain, shown=shown), publication.damaged


def _chain_head(landing: PayloadStore) -> dict[str, Any] | None:
    """Return the link of the newest live slate; None before the first."""
    newest = landing.newest(RESOURCE, {})
    if not newest:
        return None
    last = link(landing.read(max(each.number for each in newest)))
    return {"number": last.number, "hash": last.body_hash, "created_at": last.created_at}

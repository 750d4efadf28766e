"""Publish the tables of a home's last run as documents, and verify what is published."""

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
FOLLOW_SECONDS = 60.0
"""Interval at which new releases are fetched."""


def publish(
    home: Home,
    session: HomeSession,
    failed: Mapping[str, str],
    status: Callable[[], Status] | None = None,
) -> int:
    """Publish the tables at head.

    Args:
        home: the home in which the documents are published.
        session: the tables.
        failed: tables that could not be brought up to date, each with the reason.
        status: returns the status of the tables, if the caller computes it too.

    Returns:
        The number of documents written.

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
    releases = _kept_releases(home, catalog)
    with timed(logger, "publishing"):
        if releases is not None:
            releases.pull(publication)
        count = publication.publish(documents(inputs, publication))
        if releases is not None:
            releases.push(publication)
        logger.info("%d documents written", count)
        return count


def fetch_published(home: Home) -> bool:
    """Fetch the release that any machine published last; return whether it is a new one.

    Raises:
        TipoffError: the object storage or the catalog cannot be reached, or the disk fails.
    """
    if not home.storage_url:
        return False
    with closing(home.open_catalog()) as catalog:
        releases = _kept_releases(home, catalog)
        return releases is not None and releases.pull(Publication(home.published))


@contextmanager
def following_published(home: Home, every_seconds: float = FOLLOW_SECONDS) -> Iterator[None]:
    """Fetch new releases in the background while the context is open.

    A failure is logged, and the fetch is retried after the interval.
    """
    stopping = threading.Event()

    def follow() -> None:
        while not stopping.wait(every_seconds):
            try:
                fetch_published(home)
            except TipoffError as error:
                logger.warning("releases of other machines cannot be fetched: %s", error)

    follower = threading.Thread(target=follow, name="published", daemon=True)
    if home.storage_url:
        follower.start()
    try:
        yield
    finally:
        stopping.set()


def _kept_releases(home: Home, catalog: Catalog) -> KeptReleases | None:
    """Return the releases in object storage; None if the home has no object storage."""
    objects = home.storage.objects()
    if objects is None:
        return None
    from tipoff.publishing.kept_releases import KeptReleases

    return KeptReleases(objects, catalog)


def republish(home: Home) -> int:
    """Publish the tables at head again; return the number of documents written.

    Raises:
        UsageError: nothing has been ingested.
        RunInProgress: another process writes to the home.
    """
    home.require_catalog()
    with home.writing() as workspace:
        home.require_payloads(workspace)
        return publish(home, HomeSession(home.graph, workspace), {})


def _pipeline(session: HomeSession) -> dict[str, Any]:
    state = session.state()
    return pipeline_view(session, state, slate_date(state.calendar, session.today))


def proofs(home: Home) -> tuple[Chain, Published]:
    """Return functions that verify the chain of live slates and the published documents.

    The chain has to contain every chain head that a published release shows.
    """
    publication = Publication(home.published)
    heads = [index.get("chain_head") for index in publication.versions("index.json")]
    return partial(verify_chain, published_heads=heads), publication.damaged


def _chain_head(landing: PayloadStore) -> dict[str, Any] | None:
    """Return the link of the newest live slate in the chain; None before the first slate."""
    newest = landing.newest(RESOURCE, {})
    if not newest:
        return None
    last = link(landing.read(max(each.number for each in newest)))
    return {"number": last.number, "hash": last.body_hash, "created_at": last.created_at}

"""Publish what a home's last run holds."""

from __future__ import annotations

import logging
from contextlib import nullcontext
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tipoff.app.inspection import status_of
from tipoff.app.pipeline_view import pipeline_view
from tipoff.app.session import HomeSession
from tipoff.app.timing import timed
from tipoff.predictions.chain import link
from tipoff.predictions.live_slate_writer import RESOURCE
from tipoff.publishing.documents import documents, slate_date
from tipoff.publishing.inputs import Inputs
from tipoff.publishing.release import Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tipoff.app.home import Home
    from tipoff.health.report import Status
    from tipoff.landing import PayloadStore
logger = logging.getLogger(__name__)


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
    )
    with timed(logger, "publishing"):
        made = publication.publish(documents(inputs, publication))
        logger.info("%d documents made", made)
        return made


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


def _chain_head(landing: PayloadStore) -> dict[str, Any] | None:
    """Return the link of the newest live slate; None before the first."""
    newest = landing.newest(RESOURCE, {})
    if not newest:
        return None
    last = link(landing.read(max(each.number for each in newest)))
    return {"number": last.number, "hash": last.body_hash, "created_at": last.created_at}

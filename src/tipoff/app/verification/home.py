"""Verify a whole home: landing, catalog, tables, live predictions and what is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tipoff.app import gates
from tipoff.app.bets import bet_log_fault, read_bets
from tipoff.app.verification.findings import Findings, Problem
from tipoff.app.verification.payloads import known_payloads, verify_bodies, verify_index
from tipoff.app.verification.repair import Repaired, repair
from tipoff.app.verification.tables import verify_files, verify_pointers
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.gates import require
from tipoff.kernel.run.session import Session

if TYPE_CHECKING:
    from tipoff.app.home import Home
    from tipoff.app.open_home import OpenHome
    from tipoff.kernel.declare.graph import Graph

LIVE = "live_slate"
"""The resource of the payloads that hold live predictions."""
Chain = Callable[[Iterable[Payload]], list[str]]
"""Given all live slates in the order they were landed, says what is wrong with their chain."""
Published = Callable[[], list[str]]
"""Says what is wrong with the documents that are published."""


def verify(
    home: Home,
    graph: Graph | None = None,
    *,
    chain: Chain | None = None,
    published: Published | None = None,
) -> Findings:
    """Read everything that a home holds and compare it with what was written.

    Raises:
        UsageError: nothing has been ingested yet.
        TipoffError: the catalog itself is damaged, so that nothing can be compared with it.
    """
    home.refuse_nothing()
    with home.opened() as workspace:
        found = _findings(workspace, graph or home.graph, chain, published)
    return found + _verify_bets(home)


def repair_home(
    home: Home,
    graph: Graph | None = None,
    *,
    chain: Chain | None = None,
    published: Published | None = None,
) -> tuple[Repaired, Findings]:
    """Verify a home, repair what was found, and verify it again.

    Returns:
        What was done, and what is wrong after it.

    Raises:
        RunInProgress: another process writes to the home.
        UsageError: nothing has been ingested yet.
        TipoffError: the catalog itself is damaged.
    """
    home.refuse_nothing()
    with home.locked() as lock, home.opened(lock) as workspace:
        require(gates.WRITING, workspace)
        graph = graph or home.graph
        done = repair(workspace, _findings(workspace, graph, chain, published))
        found = _findings(workspace, graph, chain, published)
    return done, found + _verify_bets(home)


def _findings(
    workspace: OpenHome, graph: Graph, chain: Chain | None, published: Published | None
) -> Findings:
    workspace.catalog.refuse_damage()
    store, known = workspace.landing, known_payloads(workspace.catalog)
    found = verify_bodies(store, known) + verify_index(store, known)
    if not known:
        found += Findings(
            problems=(
                Problem(
                    "nothing",
                    "the landing",
                    "holds no payload, so nothing is proven",
                    "`tipoff ingest` lands some",
                ),
            )
        )
    files = verify_files(workspace)
    damaged = {int(problem.repairs) for problem in files.problems if problem.repairs}
    found += files + verify_pointers(Session(graph, workspace), damaged)
    return found + _verify_chain(workspace, chain) + _verify_published(published)


def _verify_chain(workspace: OpenHome, chain: Chain | None) -> Findings:
    """Check the chain of live predictions over all slates whose body can be read."""
    if chain is None:
        return Findings()
    numbers = workspace.catalog.query(
        "SELECT payload FROM payload WHERE resource = ? ORDER BY payload", [LIVE]
    )
    payloads = []
    for (number,) in numbers:
        try:
            payloads.append(workspace.landing.read(number))
        except PayloadError:
            continue  # told with the bodies; the chain tells that a link is missing
    problems = tuple(
        Problem("chain", "live predictions:", told, "copy landing/ from a backup")
        for told in chain(payloads)
    )
    return Findings({"live slates": len(payloads)}, problems)


def _verify_bets(home: Home) -> Findings:
    """Check the bet log, which nothing but a backup could bring back."""
    fault = bet_log_fault(home)
    if fault is None:
        bets = len(read_bets(home))
        return Findings({"bets": bets} if bets else {})
    return Findings(problems=(Problem("bets", "the bet log:", fault, "nothing else has its bets"),))


def _verify_published(published: Published | None) -> Findings:
    told = published() if published is not None else []
    cure = "`tipoff run` publishes it again"
    return Findings(problems=tuple(Problem("published", "published:", t, cure) for t in told))

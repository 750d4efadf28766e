"""Verify a whole home: landing, catalog, tables, live predictions and published documents."""

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
"""Takes all live slates in the order in which they were landed; returns problems of their chain."""
Published = Callable[[], list[str]]
"""Returns problems of the published documents."""


def verify(
    home: Home,
    graph: Graph | None = None,
    *,
    chain: Chain | None = None,
    published: Published | None = None,
) -> Findings:
    """Read everything in a home and compare it with the hashes and counts recorded on writing.

    Raises:
        UsageError: nothing has been ingested yet.
        TipoffError: the catalog itself is damaged, so that nothing can be compared with it.
    """
    home.require_catalog()
    with home.opened() as workspace:
        findings = _findings(workspace, graph or home.graph, chain, published)
    return findings + _verify_bets(home)


def repair_home(
    home: Home,
    graph: Graph | None = None,
    *,
    chain: Chain | None = None,
    published: Published | None = None,
) -> tuple[Repaired, Findings]:
    """Verify a home, repair the problems, and verify it again.

    Returns:
        The repairs, and the findings after them.

    Raises:
        RunInProgress: another process writes to the home.
        UsageError: nothing has been ingested yet.
        TipoffError: the catalog itself is damaged.
    """
    home.require_catalog()
    with home.locked() as lock, home.opened(lock) as workspace:
        require(gates.WRITING, workspace)
        graph = graph or home.graph
        repaired = repair(workspace, _findings(workspace, graph, chain, published))
        findings = _findings(workspace, graph, chain, published)
    return repaired, findings + _verify_bets(home)


def _findings(
    workspace: OpenHome, graph: Graph, chain: Chain | None, published: Published | None
) -> Findings:
    workspace.catalog.refuse_damage()
    store, known = workspace.landing, known_payloads(workspace.catalog)
    findings = verify_bodies(store, known) + verify_index(store, known)
    if not known:
        findings += Findings(
            problems=(
                Problem(
                    "nothing",
                    "the landing",
                    "holds no payload, so there is nothing to verify",
                    "`tipoff ingest` lands some",
                ),
            )
        )
    files = verify_files(workspace)
    damaged = {int(problem.repair_target) for problem in files.problems if problem.repair_target}
    findings += files + verify_pointers(Session(graph, workspace), damaged)
    return findings + _verify_chain(workspace, chain) + _verify_published(published)


def _verify_chain(workspace: OpenHome, chain: Chain | None) -> Findings:
    """Verify the chain of live predictions over all slates with a readable body."""
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
            continue  # a problem of the bodies already, and a missing link in the chain
    problems = tuple(
        Problem("chain", "live predictions:", problem, "copy landing/ from a backup")
        for problem in chain(payloads)
    )
    return Findings({"live slates": len(payloads)}, problems)


def _verify_bets(home: Home) -> Findings:
    """Verify that the bet log can be read; only a backup could restore it."""
    fault = bet_log_fault(home)
    if fault is None:
        bets = len(read_bets(home))
        return Findings({"bets": bets} if bets else {})
    cure = "its bets are stored nowhere else"
    return Findings(problems=(Problem("bets", "the bet log:", fault, cure),))


def _verify_published(published: Published | None) -> Findings:
    faults = published() if published is not None else []
    cure = "`tipoff run` publishes it again"
    return Findings(problems=tuple(Problem("published", "published:", f, cure) for f in faults))

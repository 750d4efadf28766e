"""The format of every published document, as types from which its JSON Schema is made."""

from __future__ import annotations

from tipoff.publishing.contracts.branches import Branches
from tipoff.publishing.contracts.logs import Directory, TeamLog
from tipoff.publishing.contracts.movement import Movement
from tipoff.publishing.contracts.parts import Document, Part
from tipoff.publishing.contracts.past import ResultsOfDate, ScheduleDocument, SlateOfDate
from tipoff.publishing.contracts.pipeline import Index, PipelineDocument, StatusDocument
from tipoff.publishing.contracts.record import (
    Calibration,
    Closing,
    Disagreement,
    Groups,
    Performance,
)
from tipoff.publishing.contracts.slate import Prices, Today

__all__ = [
    "CONTRACTS",
    "Calibration",
    "Closing",
    "Disagreement",
    "Document",
    "Groups",
    "Part",
    "contract_of",
    "schema_path",
]

CONTRACTS: dict[str, type[Document]] = {
    "today.json": Today,
    "prices.json": Prices,
    "branches.json": Branches,
    "movement.json": Movement,
    "directory.json": Directory,
    "teams/{team_id}.json": TeamLog,
    "predictions/{date}.json": SlateOfDate,
    "results/{date}.json": ResultsOfDate,
    "schedule.json": ScheduleDocument,
    "performance.json": Performance,
    "status.json": StatusDocument,
    "pipeline.json": PipelineDocument,
    "index.json": Index,
}
"""Path pattern -> contract, for every kind of document."""


def contract_of(path: str) -> type[Document]:
    """Return the contract of a published document.

    Raises:
        KeyError: no top-level document has this path.
    """
    directory, _, name = path.rpartition("/")
    if not directory:
        return CONTRACTS[name]
    return next(c for pattern, c in CONTRACTS.items() if pattern.startswith(f"{directory}/{{"))


def schema_path(pattern: str) -> str:
    """Return the path of the JSON Schema of a kind of document in a release."""
    return f"schemas/{pattern.partition('/')[0].removesuffix('.json')}.schema.json"

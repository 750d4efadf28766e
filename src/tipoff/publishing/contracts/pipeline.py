"""The pipeline: the state of every table, and the index of a release."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tipoff.publishing.contracts.parts import Column, Document, Part, Text


class StatusDocument(Document):
    """The state of every table, as printed by ``tipoff status --json``."""

    tables: list[dict[str, Any]]
    checks: list[dict[str, Any]]
    reasons: list[dict[str, Any]]
    refused_payloads: list[str]
    games: dict[str, int]
    prices: dict[str, int]
    feeds: dict[str, dict[str, int]]
    sources: list[dict[str, Any]]
    holes: list[str]
    lacking: list[str]
    gaps: list[dict[str, Any]]
    stale_at: datetime | None
    problems: list[str]
    warnings: list[str]


class GridTables(Part):
    """Number of rows of each table on each date of the grid."""

    table: Column[str]
    rows: Column[list[int]]


class Grid(Part):
    """Row counts by table, for the last dates with games."""

    dates: list[date]
    tables: GridTables


class RunsTable(Part):
    """The newest runs."""

    run: Column[int]
    command: Column[str]
    started_at: Column[str]
    version: Column[str]


class ModelsTable(Part):
    """The newest model of each market, prediction time and system."""

    market: Column[str]
    system: Column[str]
    serves: Column[str]
    trained_for: Column[date]


class Lineage(Part):
    """The tables that each table reads."""

    table: Column[str]
    reads: Column[list[str]]


class SetAside(Part):
    """Rows that were set aside because they break a rule, the newest first."""

    table_name: Column[str]
    day: Column[Text]
    key: Column[Text]
    rule: Column[Text]
    column_name: Column[Text]
    value: Column[Text]


class PipelineDocument(Document):
    """The pipeline: rows by date, runs, models, lineage and rows set aside."""

    grid: Grid
    runs: RunsTable
    models: ModelsTable
    lineage: Lineage
    set_aside: SetAside


class Index(Document):
    """The index of a release: read it first, and compare the digest of each document with it."""

    predictions: list[date]
    results: list[date]
    live: list[date]
    latest: date | None
    documents: dict[str, str]

"""Every table's schema as last agreed on, so that each change is noticed in review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tipoff.app.pipeline import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.schema import Column
    from tipoff.kernel.declare.table import TableDefinition

GOLDEN = Path(__file__).parent / "golden" / "schemas"
TABLES = pipeline().tables
ROOMS = ("raw", "analytics", "features", "predictions")


def _room(definition: TableDefinition) -> str:
    return definition.function.__module__.split(".")[1]


def _table(definition: TableDefinition) -> Iterator[str]:
    schema = definition.schema
    yield f"{definition.name}: one row per {', '.join(schema.key())}; every {definition.every}"
    for name, days in sorted(definition.tables.items()):
        yield f"  reads {name}, days {days.first} to {days.last}"
    if definition.stream:
        yield f"  parses {definition.stream}"
    yield f"  tolerates {schema.tolerated_rows} bad rows, or {schema.tolerated_share:.0%}"
    for name, column in schema.columns.items():
        yield f"  {name}: {_column(column)}"
    for rule in schema.rules:
        yield f"  rule {rule.name} of {rule.column}{', critical' if rule.critical else ''}"
    for check in definition.checks:
        yield f"  check {check.name}{', a warning' if check.warns else ''}"


def _column(column: Column) -> str:
    flags = [n for n in ("key", "partition", "nullable", "provenance") if getattr(column, n)]
    limits = [f"{n} {v:g}" for n in ("minimum", "maximum") if (v := getattr(column, n)) is not None]
    choices = ["/".join(column.choices)] if column.choices else []
    unit = [f"in {column.unit}"] if column.unit else []
    polarity = [column.polarity] if column.polarity != "neutral" else []
    return ", ".join([column.dtype, *flags, *limits, *choices, *unit, *polarity])


@pytest.mark.parametrize("room", ROOMS)
def test_the_schemas_of_a_room_are_the_agreed_ones(room: str, tmp_path: Path) -> None:
    tables = [TABLES[name] for name in sorted(TABLES) if _room(TABLES[name]) == room]
    assert tables
    declared = "\n".join(line for table in tables for line in _table(table)) + "\n"
    proposed = tmp_path / f"{room}.txt"
    proposed.write_text(declared)
    agreed = GOLDEN / proposed.name
    assert declared == agreed.read_text(), (
        f"a schema changed: if that is meant, `cp {proposed} {agreed}` and read the diff"
    )


def test_every_table_is_of_a_room_whose_schemas_are_kept() -> None:
    assert {_room(definition) for definition in TABLES.values()} == set(ROOMS)

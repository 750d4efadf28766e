"""Bad rows: how they are kept in quarantine, and when they refuse a commit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.entries import BadRow
from tipoff.kernel.errors import Blocked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.kernel.declare.table import TableDefinition


def refuse_if_critical(definition: TableDefinition, bad: Sequence[BadRow]) -> None:
    """Refuse a commit if a row breaks a critical rule.

    Raises:
        Blocked: a row does; the message names the rule, the row's key and the value.
    """
    critical = {r.name for r in definition.schema.rules if r.critical}
    for row in bad:
        if row.rule in critical:
            raise Blocked(
                f"{definition.name}: {row.key} breaks {row.rule}: {row.column}={row.value}"
            )


def bad_row(definition: TableDefinition, row: Mapping[str, Any]) -> BadRow:
    """Return a staged row that failed a condition, as it is kept in quarantine."""
    column, rule = definition.schema.failed_condition(row["_failed"])
    values = {name: value for name, value in row.items() if not name.startswith("_")}
    return BadRow(
        day=values.get(definition.schema.partition()),
        payload=values.get("payload"),
        key=json.dumps({k: values[k] for k in definition.schema.key()}, default=str),
        rule=rule,
        column=column,
        value=str(values[column]),
        row=json.dumps(values, default=str),
    )


def refusal_reason(definition: TableDefinition, bad: Sequence[BadRow], examined: int) -> str:
    """Return why the good rows may not be written either; empty if they may."""
    schema = definition.schema
    unexcused = [each for each in bad if not schema.is_excused(each.column, each.rule)]
    if schema.tolerates(len(unexcused), examined, len(bad) - len(unexcused)):
        return ""
    counted = bad if len(bad) == examined else unexcused
    first = counted[0]
    return (
        f"{definition.name}: {len(counted)} of {examined} rows are bad; the first, {first.key}:"
        f" {first.column}={first.value} is not {first.rule}"
    )

"""How a table lies in the database, and how a staged chunk becomes part of it.

``main`` holds the current rows, ``history`` every row that was ever replaced or withdrawn,
with the run that did so. Nothing is updated in place and nothing is destroyed. Every function
here belongs to its caller's transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import DeclarationError, TipoffError
from tipoff.kernel.ledger import RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tipoff.kernel.engine import Engine
    from tipoff.kernel.schema import Schema
    from tipoff.kernel.table import TableDefinition

GOOD = "s._failed IS NULL"


def dates(days: Iterable[date]) -> str:
    """An SQL list of dates."""
    return ", ".join(f"DATE '{day}'" for day in days) or "NULL"


def numbers(values: Iterable[int]) -> str:
    """An SQL list of integers."""
    return ", ".join(map(str, values)) or "NULL"


def lay_out(engine: Engine, definition: TableDefinition) -> None:
    """Create the table, or bring an older layout up to the schema.

    A column that is new, or whose type changed, is NULL in rows not yet computed again: the
    plan knows those by their fingerprint.
    """
    declared = {n: engine.type_of(c.dtype) for n, c in definition.schema.columns.items()}
    for place in ("main", "history"):
        own = {"_hash": "UBIGINT", "_run": "BIGINT"}
        own |= {"_replaced_by": "BIGINT"} if place == "history" else {}
        name = f'{place}."{definition.name}"'
        columns = ", ".join(f'"{n}" {t}' for n, t in {**declared, **own}.items())
        engine.query(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
        stored = {str(row[0]): str(row[1]) for row in engine.query(f"DESCRIBE {name}")}
        for column, dtype in stored.items():
            if column not in own and declared.get(column) != dtype:
                engine.query(f'ALTER TABLE {name} DROP COLUMN "{column}"')
        for column, dtype in declared.items():
            if stored.get(column) != dtype:
                engine.query(f'ALTER TABLE {name} ADD COLUMN "{column}" {dtype}')


def stage(engine: Engine, schema: type[Schema], query: str, where: str) -> None:
    """Compute rows into the temporary table ``staged``, each with its hash and failed rule.

    ``query`` yields the schema's columns and, for each rule, a boolean ``_rule_NAME``.
    """
    casts = ", ".join(
        f'CAST("{n}" AS {engine.type_of(c.dtype)}) AS "{n}"' for n, c in schema.columns.items()
    )
    engine.query(
        f"CREATE OR REPLACE TEMP TABLE staged AS SELECT *, {engine.row_hash(schema.content())}"
        f" AS _hash FROM (SELECT {casts}, {_failed(engine, schema)} AS _failed"
        f" FROM ({query}) AS computed WHERE {where}) AS checked"
    )


def _failed(engine: Engine, schema: type[Schema]) -> str:
    """An SQL expression: 'column|rule' of the first rule a row fails, else NULL."""
    branches = []
    for name, column in schema.columns.items():
        if column.dtype == "float64":
            branches.append((f"{name}|finite", engine.not_finite(name)))
        branches += [(f"{name}|{r}", condition) for r, condition in column.conditions(name)]
    branches += [(f"{r.column}|{r.name}", f'NOT "_rule_{r.name}"') for r in schema.rules]
    if not branches:
        return "CAST(NULL AS VARCHAR)"
    whens = " ".join(f"WHEN {bad} THEN '{_quoted(name)}'" for name, bad in branches)
    return f"CASE {whens} END"


def _quoted(name: str) -> str:
    return name.replace("'", "''")


def settle_duplicates(engine: Engine, definition: TableDefinition) -> None:
    """Let one row stand for each key, of a stream for each key and payload: a second is bad."""
    key = ", ".join(f'"{k}"' for k in definition.schema.key())
    within = f"{key}, payload" if definition.stream else key
    total, distinct = engine.query(
        f"SELECT count(*), count(DISTINCT ({within})) FROM staged s WHERE {GOOD}"
    )[0]
    if total == distinct:
        return
    last_key = definition.schema.key()[-1]
    engine.query(
        "CREATE OR REPLACE TEMP TABLE staged AS SELECT * EXCLUDE (_failed, _place),"
        f" CASE WHEN _failed IS NULL AND _place > 1 THEN '{last_key}|unique key'"
        f" ELSE _failed END AS _failed FROM (SELECT *, row_number() OVER"
        f" (PARTITION BY {within}, _failed IS NULL ORDER BY _hash) AS _place FROM staged)"
    )


def bad_rows(engine: Engine, definition: TableDefinition) -> list[dict[str, Any]]:
    """The staged rows that failed, as dictionaries with ``_failed``, in the order of their keys."""
    key = ", ".join(f'"{k}"' for k in definition.schema.key())
    found = engine.arrow(
        f"SELECT * EXCLUDE (_hash) FROM staged WHERE _failed IS NOT NULL ORDER BY {key}, _hash"
    )
    return list(found.to_pylist())


def discard(engine: Engine, payloads: Iterable[int]) -> None:
    """Drop the staged rows of payloads that are refused."""
    engine.query(f"DELETE FROM staged WHERE payload IN ({numbers(payloads)})")


def spans(engine: Engine, definition: TableDefinition) -> dict[int, tuple[date, date]]:
    """The first and last date of each staged payload."""
    day = definition.schema.partition()
    found = engine.query(
        f'SELECT payload, min("{day}"), max("{day}") FROM staged'
        f' WHERE "{day}" IS NOT NULL GROUP BY payload'
    )
    return {number: (first, last) for number, first, last in found}


def verify(
    engine: Engine, definition: TableDefinition, days: Sequence[date]
) -> dict[date, tuple[int, int]]:
    """Re-read what was written: (rows, content hash) of each date.

    Raises:
        TipoffError: a staged row is not there, or a key is there twice.
    """
    name, day = f'main."{definition.name}"', definition.schema.partition()
    same = f"s._hash = t._hash AND {same_key(definition, 's', 't')}"
    (lost,) = engine.query(
        f"SELECT count(*) FROM staged s WHERE {GOOD}"
        f" AND NOT EXISTS (SELECT 1 FROM {name} t WHERE {same})"
    )[0]
    key = ", ".join(f'"{k}"' for k in definition.schema.key())
    found = engine.query(
        f'SELECT "{day}", count(*), count(DISTINCT ({key})), sum(_hash) % 18446744073709551616'
        f' FROM {name} WHERE "{day}" IN ({dates(days)}) GROUP BY 1'
    )
    if lost or any(rows != keys for _, rows, keys, _ in found):
        raise TipoffError(f"{definition.name}: what was read back is not what was written")
    return {d: (rows, int(content)) for d, rows, _, content in found}


def undo(engine: Engine, tables: Iterable[str], since: int, run: int) -> None:
    """Put back the state before run ``since``: its rows go to history, replaced ones return."""
    for table in tables:
        if not (stored := engine.columns("main", table)):
            continue
        columns = ", ".join(f'"{c}"' for c in stored)
        name, past = f'main."{table}"', f'history."{table}"'
        engine.query(
            f"INSERT INTO {past} ({columns}, _replaced_by)"
            f" SELECT {columns}, {run} FROM {name} WHERE _run >= {since}"
        )
        engine.query(f"DELETE FROM {name} WHERE _run >= {since}")
        back = f"_run < {since} AND _replaced_by >= {since}"
        engine.query(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {past} WHERE {back}")
        engine.query(f"DELETE FROM {past} WHERE {back}")
    for record in RECORDS:
        engine.query(
            f"UPDATE kernel.{record} SET replaced_by = {run}"
            f" WHERE run >= {since} AND replaced_by IS NULL"
        )
        engine.query(
            f"UPDATE kernel.{record} SET replaced_by = NULL"
            f" WHERE run < {since} AND replaced_by >= {since}"
        )


def same_key(definition: TableDefinition, left: str, right: str) -> str:
    """An SQL condition: two rows have the same key, on the same date."""
    schema = definition.schema
    names = dict.fromkeys((*schema.key(), schema.partition()))
    if not names:
        raise DeclarationError(f"{definition.name} has no key")
    return " AND ".join(f'{left}."{n}" = {right}."{n}"' for n in names)

"""How staged rows become part of a table: what differs is written, what was there is kept.

Every function here belongs to its caller's transaction.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tipoff.kernel.storage import GOOD, dates, numbers, same_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tipoff.kernel.engine import Engine
    from tipoff.kernel.table import TableDefinition


def merge_days(engine: Engine, definition: TableDefinition, days: Sequence[date], run: int) -> None:
    """Make the dates hold exactly the good staged rows, writing only those that differ."""
    scope = f't."{definition.schema.partition()}" IN ({dates(days)})'
    if definition.append_only:
        scope += (
            f" AND EXISTS (SELECT 1 FROM staged s WHERE {same_key(definition, 's', 't')}"
            f" AND {GOOD})"
        )
    _merge(engine, definition, scope, run)


def merge_payloads(
    engine: Engine, definition: TableDefinition, payloads: Sequence[int], run: int
) -> Counter[int]:
    """Make the rows of these payloads (the parsed ones and those they supersede) the staged ones.

    A row that another request brought later is left as it is.

    Returns:
        How many rows of each payload, of these or of others, gave way to another's.
    """
    name, mine = f'main."{definition.name}"', f"t.payload IN ({numbers(payloads)})"
    same = same_key(definition, "t", "s")
    gave_way = _give_way(
        engine,
        f"EXISTS (SELECT 1 FROM staged n WHERE n._failed IS NULL"
        f" AND {same_key(definition, 'n', 's')} AND n.payload > s.payload)",
    )
    gave_way += _give_way(
        engine,
        f"EXISTS (SELECT 1 FROM {name} t WHERE {same} AND t.payload > s.payload AND NOT {mine})",
    )
    others = engine.query(  # of two rows that state the same, the one that is there stays
        f"SELECT if(s._hash = t._hash, s.payload, t.payload), count(*) FROM staged s JOIN {name} t"
        f" ON {same} WHERE {GOOD} AND NOT {mine} GROUP BY 1"
    )
    gave_way.update(dict(others))
    scope = f"({mine} OR EXISTS (SELECT 1 FROM staged s WHERE {same} AND {GOOD}))"
    _merge(engine, definition, scope, run)
    return gave_way


def _merge(engine: Engine, definition: TableDefinition, scope: str, run: int) -> None:
    name, past = f'main."{definition.name}"', f'history."{definition.name}"'
    columns = ", ".join(f'"{c}"' for c in definition.schema.columns)
    day = definition.schema.partition()
    engine.query(
        f'CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT "{day}" AS day'
        f" FROM staged s WHERE {GOOD}"
    )
    if engine.query(f"SELECT 1 FROM {name} t WHERE {scope} LIMIT 1"):
        same = f"s._hash = t._hash AND {same_key(definition, 's', 't')} AND {GOOD}"
        stale = f"{scope} AND NOT EXISTS (SELECT 1 FROM staged s WHERE {same})"
        engine.query(f'INSERT INTO touched SELECT DISTINCT t."{day}" FROM {name} t WHERE {stale}')
        engine.query(
            f"INSERT INTO {past} ({columns}, _hash, _run, _replaced_by)"
            f" SELECT {columns}, _hash, _run, {run} FROM {name} t WHERE {stale}"
        )
        engine.query(f"DELETE FROM {name} t WHERE {stale}")
        new = f"AND NOT EXISTS (SELECT 1 FROM {name} t WHERE {same})"
    else:
        new = ""
    engine.query(
        f"INSERT INTO {name} ({columns}, _hash, _run)"
        f" SELECT {columns}, _hash, {run} FROM staged s WHERE {GOOD} {new}"
    )


def touched_days(engine: Engine) -> list[date]:
    """The dates the last merge staged or removed rows of."""
    return [d for (d,) in engine.query("SELECT DISTINCT day FROM touched ORDER BY day")]


def _give_way(engine: Engine, where: str) -> Counter[int]:
    """Drop the good staged rows for which another payload's stands; how many of each payload."""
    rows = f"FROM staged s WHERE {GOOD} AND {where}"
    found = engine.query(f"SELECT s.payload, count(*) {rows} GROUP BY 1")
    if found:
        engine.query(f"DELETE {rows}")
    return Counter(dict(found))

"""Write the compiled SQL that is shipped with the tables: ``python -m tipoff.app.shipped_sql``.

The files also serve as golden files: a test compiles the tables' functions and compares the result,
so that every change of SQL is visible in review.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tipoff.app.pipeline import COMPILED_SQL, pipeline
from tipoff.kernel.declare.expression import Expressions, compiled
from tipoff.kernel.fingerprints import ContentDigests
from tipoff.kernel.run.compiled_sql import key_of, shipped_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

DIALECTS = ("duckdb", "pyspark", "bigquery")


def shipped_files(
    tables: Collection[str] | None = None, dialects: Sequence[str] = DIALECTS
) -> Iterator[tuple[Path, str]]:
    """Yield the path and text of each file to ship, for some tables or for all if None."""
    for name, keys in shipped_keys().items():
        if tables is None or name in tables:
            yield from _files_of(name, keys, dialects)


def shipped_keys() -> dict[str, dict[str, str]]:
    """Return the current keys of shipped SQL, by table and part."""
    graph, content = pipeline(), ContentDigests()
    expressions = Expressions(graph)
    keys_by_table = {
        name: {each.part: key_of(each, content) for each in expressions.of(definition)}
        for name, definition in graph.tables.items()
    }
    return {name: keys for name, keys in keys_by_table.items() if keys}


def shipped_path(table: str, dialect: str) -> Path:
    """Return the path of a table's shipped SQL in a dialect."""
    return COMPILED_SQL / dialect / f"{table}.sql"


def _files_of(
    table: str, keys: Mapping[str, str], dialects: Sequence[str]
) -> Iterator[tuple[Path, str]]:
    graph = pipeline()
    built = {each.part: each.build() for each in Expressions(graph).of(graph.tables[table])}
    for dialect in dialects:
        parts = {
            part: (keys[part], compiled(expression, dialect, pretty=True))
            for part, expression in built.items()
        }
        yield shipped_path(table, dialect), shipped_text(parts)


def main() -> None:
    """Write all files, and remove the files of tables that no longer exist."""
    files = dict(shipped_files())
    for path in set(COMPILED_SQL.glob("*/*.sql")) - files.keys():
        path.unlink()
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
            sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()

"""Write the SQL that is shipped with the tables: ``python -m tipoff.app.shipped_sql``.

The files are golden too: a test compares them with what the tables' functions compile to now, so
that a change of SQL is seen in review.
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
    """Yield each file that is to be shipped, with its text; of some tables only, if named."""
    for name, keys in shipped_keys().items():
        if tables is None or name in tables:
            yield from _files_of(name, keys, dialects)


def shipped_keys() -> dict[str, dict[str, str]]:
    """Return the key of each part of each table that SQL is shipped of, as it is now."""
    graph, content = pipeline(), ContentDigests()
    expressions = Expressions(graph)
    found = {
        name: {each.part: key_of(each, content) for each in expressions.of(definition)}
        for name, definition in graph.tables.items()
    }
    return {name: keys for name, keys in found.items() if keys}


def shipped_path(table: str, dialect: str) -> Path:
    """Return where a table's SQL in a dialect is shipped."""
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
    """Write all files, and remove those of tables that are gone."""
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

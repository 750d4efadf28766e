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
    from collections.abc import Collection, Iterator
    from pathlib import Path

DIALECTS = ("duckdb", "pyspark", "bigquery")


def shipped_files(tables: Collection[str] | None = None) -> Iterator[tuple[Path, str]]:
    """Yield each file that is to be shipped, with its text; of some tables only, if named."""
    graph, content = pipeline(), ContentDigests()
    expressions = Expressions(graph)
    for dialect in DIALECTS:
        for name, definition in graph.tables.items():
            if tables is not None and name not in tables:
                continue
            parts = {
                each.part: (key_of(each, content), compiled(each.build(), dialect, pretty=True))
                for each in expressions.of(definition)
            }
            if parts:
                yield COMPILED_SQL / dialect / f"{name}.sql", shipped_text(parts)


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

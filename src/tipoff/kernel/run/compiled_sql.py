"""The compiled SQL of tables: shipped with the package, or kept in the catalog.

Building and compiling an expression takes up to half a second per table. So each table's SQL is
kept with a key: a digest of the table's function, its rules and the columns of its inputs. Shipped
SQL with the right key is used without importing Ibis; an edited table is compiled once, and its SQL
is kept in the home's catalog.

A shipped file holds the parts of one table, each below a line with its name, its key and a digest
of its SQL. SQL that does not match the digest was edited by hand and is not used::

    -- rows 5f0c9a1be0f4d2c7 0a1b2c3d4e5f6071
    SELECT ...
    -- shares_add_up 90b1c0ffee15dead 7e57ab1e0f5ca1e5
    SELECT ...

Keys depend on bytecode, so files made by one minor version of Python are not used by another.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import TYPE_CHECKING

from tipoff.kernel.declare.expression import Expressions, compiled, compiler
from tipoff.kernel.fingerprints.content import digested

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.expression import Expression
    from tipoff.kernel.fingerprints import ContentDigests

HEADING = re.compile(r"^-- (\w+) ([0-9a-f]{16}) ([0-9a-f]{16})\n", re.MULTILINE)
logger = logging.getLogger(__name__)
_compiled_here: dict[tuple[str, str, str], str] = {}
"""The SQL that this process has compiled for any home, by table, part and origin."""


class CompiledSql:
    """Returns the SQL of expressions, and compiles it if necessary."""

    def __init__(self, catalog: Catalog, shipped: Path | None, dialect: str) -> None:
        """Name the places to look for compiled SQL: shipped files first, then the catalog."""
        self._catalog = catalog
        self._shipped = shipped / dialect if shipped is not None else None
        self._dialect = dialect

    def get(self, of: Expression, content: ContentDigests) -> str:
        """Return the SQL of an expression; build and compile it if it is not compiled yet."""
        key = key_of(of, content)
        if self._shipped is not None:
            sql = read_shipped(self._shipped / f"{of.table}.sql").get((of.part, key))
            if sql is not None:
                return sql
        origin = f"{key} {compiler(self._dialect)}"
        return self._kept(of, origin) or self._compile(of, origin)

    def _kept(self, of: Expression, origin: str) -> str | None:
        rows = self._catalog.query(
            "SELECT sql FROM compiled WHERE table_name = ? AND part = ? AND origin = ?",
            [of.table, of.part, origin],
        )
        return str(rows[0][0]) if rows else None

    def _compile(self, of: Expression, origin: str) -> str:
        name = of.table, of.part, origin
        if name not in _compiled_here:
            logger.info("compiling the SQL of %s: %s", of.table, of.part)
            _compiled_here[name] = compiled(of.build(), self._dialect)
        sql = _compiled_here[name]
        with self._catalog.transaction():
            self._catalog.query(
                "INSERT INTO compiled VALUES (?, ?, ?, ?) ON CONFLICT (table_name, part)"
                " DO UPDATE SET origin = excluded.origin, sql = excluded.sql",
                [of.table, of.part, origin, sql],
            )
        return sql


def key_of(of: Expression, content: ContentDigests) -> str:
    """Return a digest of everything that an expression depends on."""
    return content.of([Expressions, compiled, *of.follows_from])


@cache
def read_shipped(path: Path) -> Mapping[tuple[str, str], str]:
    """Return the SQL in a shipped file by part and key; none if there is no such file."""
    try:
        _, *pieces = HEADING.split(path.read_text())
    except FileNotFoundError:
        return {}
    shipped = {}
    for part, key, digest, text in zip(*(pieces[n::4] for n in range(4)), strict=True):
        sql = text.removesuffix("\n")
        if digested([sql]) == digest:
            shipped[part, key] = sql
        else:
            logger.warning("%s: %s is not the SQL that was shipped, and is not used", path, part)
    return shipped


def shipped_text(parts: Mapping[str, tuple[str, str]]) -> str:
    """Return the text of a shipped file, given each part's key and SQL."""
    return "".join(
        f"-- {part} {key} {digested([sql])}\n{sql}\n" for part, (key, sql) in parts.items()
    )

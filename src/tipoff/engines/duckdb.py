"""DuckDB in memory: computes tables from Parquet files into Parquet files."""

from __future__ import annotations

import errno
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

from tipoff.engines.duckdb_sql import (
    TYPES,
    day_list,
    failed,
    listed,
    literal_list,
    row_hash,
    selected,
)
from tipoff.kernel.catalog.entries import Staged, Written
from tipoff.kernel.errors import OutOfMemory, TipoffError, UsageError
from tipoff.kernel.workers import HERE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    import pyarrow as pa

    from tipoff.kernel.declare.schema import Schema
    from tipoff.kernel.files import Relation
    from tipoff.kernel.workers import Workers

GOOD = "_failed IS NULL"
ROW_GROUP = 16_384
"""Rows that are read or skipped together: small enough that a date of a wide table is cheap."""
WRITE_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
NAMED_FILE = re.compile(r"/[^'\"]*\.parquet")
MISSING = "No files found"
"""What DuckDB says of a file that is not there; its other words on files are of other failures."""
SUMMED = "sum(_hash)"
MODULUS = 1 << 64


class DuckDB:
    """One connection to a database in memory."""

    dialect = "duckdb"
    version = duckdb.__version__

    def __init__(
        self,
        *,
        threads: int | None = None,
        memory_limit: str = "1GB",
        temporary: Path | None = None,
        workers: Workers = HERE,
    ) -> None:
        """Start the engine.

        Args:
            threads: how many it uses; all cores if None.
            memory_limit: how much memory it uses before it goes to disk.
            temporary: the directory it goes to.
            workers: whoever does pieces of work that no query does.

        Raises:
            UsageError: DuckDB does not take one of the settings.
        """
        config: dict[str, Any] = {"memory_limit": memory_limit, "preserve_insertion_order": False}
        config |= {"threads": threads} if threads else {}
        config |= {"temp_directory": str(temporary)} if temporary else {}
        try:
            self.connection = duckdb.connect(":memory:", config=config)
        except duckdb.Error as error:
            raise UsageError(
                f"settings threads={threads}, memory_limit={memory_limit!r}:"
                f" {str(error).splitlines()[0]}"
            ) from None
        self.workers = workers
        self._views: dict[str, str] = {}
        """What each view selects: most tables read the same files as the one before them did."""
        self.connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        self.connection.execute("SET parquet_metadata_cache = true")  # files never change

    def close(self) -> None:
        """Close the connection; nothing is kept."""
        self.connection.close()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        with _limits_told():
            return self.connection.execute(sql, list(parameters)).fetchall()

    def evaluate(self, query: str) -> pa.Table:
        """Run one query in the engine's own dialect and return its rows as Arrow."""
        return self.arrow(query)

    def arrow(self, sql: str) -> pa.Table:
        """Run one query and return its rows as Arrow."""
        with _limits_told():
            return self.connection.sql(sql).to_arrow_table()

    def load(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable under a name until the next load of that name."""
        self._views.pop(name, None)
        self.connection.register(name, rows)

    def view(self, name: str, relation: Relation, within: tuple[date, date] | None = None) -> None:
        """Make rows of files readable under a name; of their owner dates only those within."""
        sql = selected(relation, within)
        if self._views.get(name) != sql:
            self.query(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {sql}')
            self._views[name] = sql

    def stage(
        self, schema: type[Schema], query: str, key: Sequence[str], where: str, path: Path
    ) -> None:
        """Compute the query's rows into a file, and check them; of two with one key, one fails."""
        casts = ", ".join(
            f'CAST("{n}" AS {TYPES[c.dtype]}) AS "{n}"' for n, c in schema.columns.items()
        )
        self._stage(
            schema,
            f"SELECT {casts}, {failed(schema)} AS _failed FROM ({query}) AS computed WHERE {where}",
            path,
        )
        self._fail_duplicates(schema, key)

    def stage_newest(
        self,
        schema: type[Schema],
        prefers: Sequence[str],
        changed: Collection[int] | None,
        path: Path,
    ) -> dict[date, int]:
        """Stage, of the dates that a change of payloads reaches, each key's standing row.

        A key stands on one date: the row of the newest payload that has it, wherever that is.
        """
        day, key = f'"{schema.partition()}"', listed(schema.key())
        self._reached(day, key, changed)
        self._find_beaten(day, key, prefers)
        self._stage(
            schema,
            f"SELECT {listed(schema.columns)}, CAST(NULL AS INTEGER) AS _failed"
            f" FROM rows_now WHERE {day} IN (SELECT day FROM reached)"
            f" AND ({key}, payload) NOT IN (SELECT ({key}, payload) FROM beaten)",
            path,
        )
        replaced = self.query(
            f"SELECT r.day, count(b.payload) FROM reached r LEFT JOIN beaten b ON r.day = b.{day}"
            " GROUP BY 1 ORDER BY 1"
        )
        return dict(replaced)

    def _stage(self, schema: type[Schema], query: str, path: Path) -> None:
        """Write a query's rows to a file and make them readable as ``staged``."""
        self._copy(f'{query} ORDER BY "{schema.partition()}"', path)
        self.query(f"CREATE OR REPLACE TEMP VIEW staged AS FROM read_parquet('{_quoted(path)}')")

    def _copy(self, query: str, path: Path) -> None:
        self.query(
            f"COPY ({query}) TO '{_quoted(path)}'"
            f" (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE {ROW_GROUP})"
        )

    def _reached(self, day: str, key: str, changed: Collection[int] | None) -> None:
        """Make ``reached``: the dates on which a changed payload's keys stand or stood."""
        where = "TRUE"
        if changed is not None:
            self.query(
                f"CREATE OR REPLACE TEMP TABLE changed_key AS SELECT DISTINCT {key} FROM rows_now"
                f" WHERE payload IN ({literal_list(changed)})"
                f" UNION SELECT DISTINCT {key} FROM rows_before"
            )
            where = f"({key}) IN (SELECT ({key}) FROM changed_key)"
        self.query(
            f"CREATE OR REPLACE TEMP TABLE reached AS SELECT DISTINCT {day} AS day FROM rows_now"
            f" WHERE {where} UNION SELECT DISTINCT {day} FROM rows_before"
        )

    def _find_beaten(self, day: str, key: str, prefers: Sequence[str]) -> None:
        """Make ``beaten``: the rows of the dates reached that another payload's row replaces.

        Only keys that more than one payload has are ranked: mostly there are few.
        """
        order = ", ".join([*(f'"{name}" DESC' for name in prefers), "place DESC"])
        self.query(
            f"CREATE OR REPLACE TEMP TABLE contested AS SELECT {key} FROM rows_now"
            f" WHERE ({key}) IN (SELECT ({key}) FROM rows_now"
            f" WHERE {day} IN (SELECT day FROM reached)) GROUP BY {key} HAVING count(*) > 1"
        )
        self.query(
            f"CREATE OR REPLACE TEMP TABLE beaten AS SELECT {key}, {day}, payload FROM"
            f" (SELECT *, row_number() OVER (PARTITION BY {key} ORDER BY {order}) AS _place"
            f" FROM (FROM rows_now SEMI JOIN contested USING ({key}))"
            " JOIN payload_order USING (payload)) WHERE _place > 1"
        )

    def _fail_duplicates(self, schema: type[Schema], key: Sequence[str]) -> None:
        within = listed(key)
        total, distinct = self.query(
            f"SELECT count(*), count(DISTINCT ({within})) FROM staged WHERE {GOOD}"
        )[0]
        if total != distinct:
            self.query(
                "CREATE OR REPLACE TEMP TABLE settled AS SELECT * EXCLUDE (_failed, _place),"
                f" CASE WHEN _failed IS NULL AND _place > 1 THEN {len(schema.conditions())}"
                " ELSE _failed END AS _failed FROM (SELECT *, row_number() OVER"
                f" (PARTITION BY {within}, _failed IS NULL ORDER BY {row_hash(schema)}) AS _place"
                " FROM staged)"
            )
            self.query("CREATE OR REPLACE TEMP VIEW staged AS FROM settled")

    def bad_rows(self, schema: type[Schema]) -> list[dict[str, Any]]:
        """Return the staged rows that failed, with ``_failed``, in the order of their keys."""
        found = self.arrow(
            "FROM staged WHERE _failed IS NOT NULL"
            f" ORDER BY {listed(schema.key())}, {row_hash(schema)}"
        )
        return list(found.to_pylist())

    def staged(self, schema: type[Schema], owner: str) -> dict[Any, Staged]:
        """Read the staged file and return what it holds of each owner, its date or payload."""
        day = f'"{schema.partition()}"'
        found = self.query(
            f'SELECT "{owner}", count(*) FILTER (_good), {SUMMED} FILTER (_good),'
            f" count(*) FILTER (NOT _good), min({day}), max({day}) FROM"
            f" (SELECT *, _failed IS NULL AS _good, {row_hash(schema)} AS _hash FROM staged)"
            " GROUP BY 1"
        )
        return {
            each: Staged(Written(rows, (content or 0) % MODULUS), failed, first, last)
            for each, rows, content, failed, first, last in found
        }

    def write(
        self,
        path: Path,
        schema: type[Schema],
        owner: str,
        owners: Collection[Any],
        carried: Sequence[Relation],
    ) -> None:
        """Write the good staged rows of some owners, and carried rows of other files, to a file."""
        columns = listed(schema.columns)
        chosen = day_list(owners) if owner == schema.partition() else literal_list(owners)
        parts = [f'SELECT {columns} FROM staged WHERE {GOOD} AND "{owner}" IN ({chosen})']
        parts += [f"SELECT {columns} FROM ({selected(each, None)})" for each in carried]
        together = " UNION ALL ".join(parts)
        self._copy(f'SELECT * FROM ({together}) ORDER BY "{schema.partition()}"', path)

    def content(self, schema: type[Schema], relation: Relation) -> dict[Any, Written]:
        """Read files and return the content of each owner's rows."""
        found = self.query(
            f'SELECT "{relation.owner}", count(*), {SUMMED} FROM (SELECT "{relation.owner}",'
            f" {row_hash(schema)} AS _hash FROM ({selected(relation, None)})) GROUP BY 1"
        )
        return {each: Written(rows, content % MODULUS) for each, rows, content in found}


@contextmanager
def _limits_told() -> Iterator[None]:
    """Turn DuckDB's lack of memory, and of room on the disk, into errors that are told by number.

    Raises:
        OutOfMemory: a query did not fit, even with what could be moved to the disk.
        OSError: the operating system did not write a file; DuckDB has only a text for it.
        TipoffError: a table's file is damaged or missing.
    """
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise OutOfMemory(
            f"the engine's memory_limit is too small ({str(error).splitlines()[0]}): raise it, or"
            " the memory of the container"
        ) from error
    except duckdb.IOException as error:
        for number in WRITE_ERRORS:
            if os.strerror(number) in str(error):
                raise OSError(number, os.strerror(number)) from error
        if MISSING not in str(error):
            raise
        raise _damaged(error) from None
    except duckdb.InvalidInputException as error:
        if NAMED_FILE.search(str(error)) is None:
            raise
        raise _damaged(error) from None
    except duckdb.Error as error:
        if type(error) is not duckdb.Error:
            raise
        raise _damaged(error) from None  # the inside of a file is garbled, and it is not named


def _damaged(error: duckdb.Error) -> TipoffError:
    """Return the error of a table's file that is missing or cannot be read as Parquet."""
    found = NAMED_FILE.search(str(error))
    return TipoffError(
        f"{found.group() if found else 'a file of the tables'} is damaged or missing:"
        " `tipoff verify --repair` gives it up, and `tipoff run` makes its dates again"
    )


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")

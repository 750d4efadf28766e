"""DuckDB in memory: the engine that computes tables from Parquet files into Parquet files."""

from __future__ import annotations

import errno
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

from tipoff.engines.duckdb_sql import (
    TYPES,
    column_list,
    day_list,
    first_failure,
    literal_list,
    relation_query,
    row_hash,
)
from tipoff.kernel.catalog.entries import Staged, Written
from tipoff.kernel.errors import OutOfMemory, TipoffError, UsageError
from tipoff.kernel.workers import SERIAL_WORKERS

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
"""Rows that are read or skipped together: few enough to read one date of a wide table cheaply."""
WRITE_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
NAMED_FILE = re.compile(r"/[^'\"]*\.parquet")
MISSING = "No files found"
"""DuckDB's message for a missing file; its other messages about files mean other failures."""
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
        workers: Workers = SERIAL_WORKERS,
    ) -> None:
        """Start the engine.

        Args:
            threads: number of threads; all cores if None.
            memory_limit: memory to use before spilling to disk.
            temporary: directory to spill to.
            workers: run the jobs that are not queries, such as training models.

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
        """The SQL of each view: most tables read the same files as the table before them."""
        self.connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        self.connection.execute("SET parquet_metadata_cache = true")  # files never change

    def close(self) -> None:
        """Close the connection, and discard the database in memory."""
        self.connection.close()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        with _naming_failures():
            return self.connection.execute(sql, list(parameters)).fetchall()

    def evaluate(self, query: str) -> pa.Table:
        """Run one query in the engine's own dialect and return its rows as Arrow."""
        return self.arrow(query)

    def arrow(self, sql: str) -> pa.Table:
        """Run one query and return its rows as Arrow."""
        with _naming_failures():
            return self.connection.sql(sql).to_arrow_table()

    def load(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable under a name, replacing what was loaded under it before."""
        self._views.pop(name, None)
        self.connection.register(name, rows)

    def view(self, name: str, relation: Relation, within: tuple[date, date] | None = None) -> None:
        """Make the rows of files readable under a name, limited to owner dates within a range."""
        sql = relation_query(relation, within)
        if self._views.get(name) != sql:
            self.query(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {sql}')
            self._views[name] = sql

    def stage(
        self, schema: type[Schema], query: str, key: Sequence[str], where: str, path: Path
    ) -> None:
        """Compute a query's rows into a file and check them; of two with one key, one fails."""
        casts = ", ".join(
            f'CAST("{n}" AS {TYPES[c.dtype]}) AS "{n}"' for n, c in schema.columns.items()
        )
        self._stage(
            schema,
            f"SELECT {casts}, {first_failure(schema)} AS _failed"
            f" FROM ({query}) AS computed WHERE {where}",
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
        """Stage the current row of each key, for all dates that a change of payloads affects.

        A key's current row is the one from the newest payload that has the key, on whatever date;
        the key's rows on all other dates are replaced by it.

        Returns:
            For each affected date, how many of its rows another payload's row replaces.
        """
        day, key = f'"{schema.partition()}"', column_list(schema.key())
        self._find_affected_dates(day, key, changed)
        self._find_replaced_rows(day, key, prefers)
        self._stage(
            schema,
            f"SELECT {column_list(schema.columns)}, CAST(NULL AS INTEGER) AS _failed"
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

    def _find_affected_dates(self, day: str, key: str, changed: Collection[int] | None) -> None:
        """Make ``reached``: the dates that have, or had, a row with a key of a changed payload."""
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

    def _find_replaced_rows(self, day: str, key: str, prefers: Sequence[str]) -> None:
        """Make ``beaten``: the rows on affected dates that another payload's row replaces.

        Only keys that occur in more than one payload are ranked; usually there are few.
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
        key_columns = column_list(key)
        total, distinct = self.query(
            f"SELECT count(*), count(DISTINCT ({key_columns})) FROM staged WHERE {GOOD}"
        )[0]
        if total != distinct:
            self.query(
                "CREATE OR REPLACE TEMP TABLE settled AS SELECT * EXCLUDE (_failed, _place),"
                f" CASE WHEN _failed IS NULL AND _place > 1 THEN {len(schema.conditions())}"
                " ELSE _failed END AS _failed FROM (SELECT *, row_number() OVER"
                f" (PARTITION BY {key_columns}, _failed IS NULL ORDER BY {row_hash(schema)})"
                " AS _place"
                " FROM staged)"
            )
            self.query("CREATE OR REPLACE TEMP VIEW staged AS FROM settled")

    def bad_rows(self, schema: type[Schema]) -> list[dict[str, Any]]:
        """Return the staged rows that failed, with ``_failed``, in the order of their keys."""
        rows = self.arrow(
            "FROM staged WHERE _failed IS NOT NULL"
            f" ORDER BY {column_list(schema.key())}, {row_hash(schema)}"
        )
        return list(rows.to_pylist())

    def staged(self, schema: type[Schema], owner: str) -> dict[Any, Staged]:
        """Return counts, content and dates of the staged rows of each owner (a date or payload)."""
        day = f'"{schema.partition()}"'
        summaries = self.query(
            f'SELECT "{owner}", count(*) FILTER (_good), {SUMMED} FILTER (_good),'
            f" count(*) FILTER (NOT _good), min({day}), max({day}) FROM"
            f" (SELECT *, _failed IS NULL AS _good, {row_hash(schema)} AS _hash FROM staged)"
            " GROUP BY 1"
        )
        return {
            each: Staged(Written(rows, (content or 0) % MODULUS), failed, first, last)
            for each, rows, content, failed, first, last in summaries
        }

    def write(
        self,
        path: Path,
        schema: type[Schema],
        owner: str,
        owners: Collection[Any],
        carried: Sequence[Relation],
    ) -> None:
        """Write the good staged rows of some owners, and rows carried over from other files."""
        columns = column_list(schema.columns)
        owner_list = day_list(owners) if owner == schema.partition() else literal_list(owners)
        parts = [f'SELECT {columns} FROM staged WHERE {GOOD} AND "{owner}" IN ({owner_list})']
        parts += [f"SELECT {columns} FROM ({relation_query(each, None)})" for each in carried]
        all_rows = " UNION ALL ".join(parts)
        self._copy(f'SELECT * FROM ({all_rows}) ORDER BY "{schema.partition()}"', path)

    def content(self, schema: type[Schema], relation: Relation) -> dict[Any, Written]:
        """Read files and return the row count and content hash of each owner."""
        summaries = self.query(
            f'SELECT "{relation.owner}", count(*), {SUMMED} FROM (SELECT "{relation.owner}",'
            f" {row_hash(schema)} AS _hash FROM ({relation_query(relation, None)})) GROUP BY 1"
        )
        return {each: Written(rows, content % MODULUS) for each, rows, content in summaries}


@contextmanager
def _naming_failures() -> Iterator[None]:
    """Turn DuckDB's errors of memory, disk and damaged files into distinct exceptions.

    Raises:
        OutOfMemory: a query did not fit into memory, even after spilling to disk.
        OSError: the operating system did not write a file; DuckDB gives only its message.
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
        raise _damaged(error) from None  # a file's content is garbled; DuckDB does not name it


def _damaged(error: duckdb.Error) -> TipoffError:
    """Return the error of a table's file that is missing or cannot be read as Parquet."""
    file_name = NAMED_FILE.search(str(error))
    return TipoffError(
        f"{file_name.group() if file_name else 'a file of the tables'} is damaged or missing:"
        " `tipoff verify --repair` drops it, and `tipoff run` then recomputes its dates"
    )


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")

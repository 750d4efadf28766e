"""Spark: the engine that computes tables in a cluster, from and into the same files as DuckDB.

A table's query, casts and rules run in Spark. Its workers read the Parquet files of the home and
write rows to a directory of the home; both must be on storage that the workers share with this
process. Models train and predict in the Python of the workers. The remaining steps are a small part
of the work and run in this process's DuckDB, so that each has one definition: checking rows against
the schema, hashing them, writing them into one file in order, and choosing the current row of a key
among several payloads.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from secrets import token_hex
from typing import TYPE_CHECKING

from tipoff.engines.duckdb import DuckDB
from tipoff.engines.duckdb_sql import column_list
from tipoff.engines.spark_errors import naming_failure
from tipoff.engines.spark_workers import SparkWorkers
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import Relation, make_directory

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from tipoff.kernel.declare.schema import DataType, Schema

TYPES: dict[DataType, str] = {
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "string": "STRING",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP_NTZ",
}
WORD = re.compile(r"\w+")
STAGED = "spark-"
"""The prefix of temporary directories for rows that pass through Spark."""
CONFIGURATION = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.ansi.enabled": "false",  # a division by zero is NULL, as in DuckDB
    "spark.sql.caseSensitive": "true",
    "spark.sql.shuffle.partitions": "16",
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
}
LOCAL = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}


class Spark(DuckDB):
    """A connection to a Spark cluster, opened when the first query is computed."""

    dialect = "pyspark"

    def __init__(
        self,
        master: str,
        directory: Path,
        *,
        threads: int | None = None,
        memory_limit: str = "1GB",
    ) -> None:
        """Prepare the engine without connecting to the cluster.

        Args:
            master: Spark's master URL: ``spark://host:7077``, ``local[4]``.
            directory: directory for temporary rows, shared by the workers and this process.
            threads: threads of this process's DuckDB; all cores if None.
            memory_limit: memory of this process's DuckDB before it spills to disk.

        Raises:
            UsageError: Spark or Java is not installed.
        """
        _refuse_missing()
        super().__init__(
            threads=threads,
            memory_limit=memory_limit,
            temporary=directory,
            workers=SparkWorkers(self._connect, self._temporary_directory),
        )
        self.version = f"{version('pyspark')} {DuckDB.version}"
        self._master = master
        self._directory = directory
        self._session: SparkSession | None = None
        self._relations: dict[str, tuple[Relation, tuple[date, date] | None]] = {}
        self._loaded: dict[str, pa.Table] = {}
        self._opened: dict[str, object] = {}
        """What each view in Spark was made from: Arrow rows, or files and a date range."""

    def close(self) -> None:
        """Close both connections and remove temporary directories."""
        if self._session is not None:
            self._session.stop()
        super().close()
        for path in self._directory.glob(f"{STAGED}*"):
            shutil.rmtree(path, ignore_errors=True)

    def load(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable under a name, replacing what was loaded under it before."""
        super().load(name, rows)
        self._relations.pop(name, None)
        self._loaded[name] = rows

    def view(self, name: str, relation: Relation, within: tuple[date, date] | None = None) -> None:
        """Make the rows of files readable under a name, limited to owner dates within a range."""
        super().view(name, relation, within)
        self._loaded.pop(name, None)
        self._relations[name] = relation, within

    def stage(
        self, schema: type[Schema], query: str, key: Sequence[str], where: str, path: Path
    ) -> None:
        """Compute a query's rows in Spark, then check and write them with DuckDB."""
        rules = [f"_rule_{rule.name}" for rule in schema.rules]
        casts = [f"CAST(`{n}` AS {TYPES[c.dtype]}) AS `{n}`" for n, c in schema.columns.items()]
        expressions = ", ".join([*casts, *(f"`{name}`" for name in rules)])
        condition = where.replace('"', "`")
        with self._temporary_directory() as rows:
            frame = self._frame(f"SELECT {expressions} FROM ({query}) WHERE {condition}")
            with naming_failure():
                frame.write.parquet(str(rows))
            columns = column_list([*schema.columns, *rules])
            read = f"SELECT {columns} FROM read_parquet('{rows}/*.parquet')"
            super().stage(schema, read, key, "TRUE", path)

    def evaluate(self, query: str) -> pa.Table:
        """Run one query in Spark and return its rows as Arrow."""
        frame = self._frame(query)
        with naming_failure():
            return frame.toArrow()

    @contextmanager
    def _temporary_directory(self) -> Iterator[Path]:
        """Yield the path of a directory that does not exist yet and is removed after use."""
        make_directory(self._directory)
        path = self._directory / f"{STAGED}{token_hex(6)}"
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def _frame(self, query: str) -> DataFrame:
        """Return the lazy frame of a query in Spark's SQL, creating the views that it names."""
        with naming_failure():
            session = self._connect()
            for name in {*WORD.findall(query)} & {*self._relations, *self._loaded}:
                self._open(session, name)
            return session.sql(query)

    def _open(self, session: SparkSession, name: str) -> None:
        """Create or update Spark's view of what was last loaded or viewed under a name."""
        source = self._loaded.get(name, self._relations.get(name))
        previous = self._opened.get(name)
        if previous is source or (not _is_arrow(source) and previous == source):
            return
        if name in self._loaded:
            frame = self._written(session, self._loaded[name])
        else:
            frame = _rows(session, *self._relations[name])
        frame.createOrReplaceTempView(name)
        self._opened[name] = source

    def _written(self, session: SparkSession, rows: pa.Table) -> DataFrame:
        """Write Arrow rows where the workers can read them until the engine is closed."""
        import pyarrow.parquet as pq

        path = self._directory / f"{STAGED}{token_hex(6)}"
        make_directory(path)
        pq.write_table(rows, path / "rows.parquet")
        return session.read.parquet(str(path))

    def _connect(self) -> SparkSession:
        if self._session is None:
            from pyspark.sql import SparkSession

            builder = SparkSession.builder.master(self._master).appName("tipoff")
            settings = {**CONFIGURATION, **(LOCAL if self._master.startswith("local") else {})}
            for name, value in settings.items():
                builder = builder.config(name, value)
            self._session = builder.getOrCreate()
            if self._master.startswith("local") and "PYSPARK_PYTHON" not in os.environ:
                self._session.sparkContext.pythonExec = sys.executable
        return self._session


def _rows(session: SparkSession, relation: Relation, within: tuple[date, date] | None) -> DataFrame:
    """Return the current rows of files, of owner dates within a range if one is given."""
    from pyspark.sql.functions import col

    whole = [part.path for part in relation.parts if part.owners is None]
    frame = _read(session, relation.columns, whole)
    for part in relation.parts:
        if part.owners is not None:
            rows = _read(session, relation.columns, [part.path])
            frame = frame.union(rows.where(col(relation.owner).isin(list(part.owners))))
    return frame if within is None else frame.where(col(relation.owner).between(*within))


def _read(
    session: SparkSession, columns: Mapping[str, DataType], paths: Collection[str]
) -> DataFrame:
    """Return the rows of files with their declared columns; no rows without a file."""
    schema = ", ".join(f"`{name}` {TYPES[dtype]}" for name, dtype in columns.items())
    if not paths:
        return session.createDataFrame([], schema)
    return session.read.schema(schema).parquet(*paths).select(*_quoted(columns))


def _quoted(names: Iterable[str]) -> list[str]:
    return [f"`{name}`" for name in names]


def _is_arrow(source: object) -> bool:
    return not isinstance(source, tuple)


def _refuse_missing() -> None:
    """Check that PySpark and Java are installed.

    Raises:
        UsageError: one of them is missing.
    """
    try:
        version("pyspark")
    except PackageNotFoundError:
        raise UsageError(
            "setting engine: Spark needs another package: pip install 'tipoff[spark]'"
        ) from None
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise UsageError(
            "setting engine: Spark needs Java 17: apt-get install openjdk-17-jre-headless"
        )

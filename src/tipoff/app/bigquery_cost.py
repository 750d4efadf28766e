"""Estimate how many bytes the queries of a plan would read in BigQuery, and so their cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.engines.bigquery import DIALECT, BigQuery, Estimate
from tipoff.kernel.declare.expression import Expressions
from tipoff.kernel.errors import UsageError
from tipoff.kernel.run.compiled_sql import CompiledSql

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings


def configured_warehouse(settings: Settings) -> BigQuery:
    """Return a client for the configured BigQuery dataset.

    Raises:
        UsageError: the dataset or the token is not set.
    """
    token = settings.bigquery_token.get_secret_value().strip() if settings.bigquery_token else ""
    if not settings.bigquery_dataset or not token:
        raise UsageError(
            "settings bigquery_dataset, bigquery_token: not set; name PROJECT.DATASET, and put"
            " what `gcloud auth print-access-token` prints into TIPOFF_BIGQUERY_TOKEN"
        )
    project, dataset = settings.bigquery_dataset.split(".")
    return BigQuery(project, dataset, token, settings.bigquery_url)


def load_inputs(home: Home, warehouse: BigQuery) -> int:
    """Load every table that another table reads into BigQuery; return the number of rows.

    Raises:
        TipoffError: the service refuses a table, or cannot be reached.
    """
    loaded = 0
    with home.reading() as session:
        for name in sorted({t for d in session.graph.tables.values() for t in d.tables}):
            rows = session.arrow(f"SELECT * FROM {name}")
            warehouse.load(f"input_{name}", rows)
            loaded += rows.num_rows
    return loaded


def estimates(
    home: Home, warehouse: BigQuery, tables: Collection[str] | None = None
) -> Iterator[Estimate]:
    """Yield the bytes that each table's query would read, for all loaded dates.

    Raw tables are left out because they are parsed locally, and so are tables that are not computed
    by a query.

    Args:
        home: the home of the tables.
        warehouse: the dataset into which ``load_inputs`` has loaded their inputs.
        tables: names of the tables; all if None.

    Raises:
        TipoffError: the service refuses a query, or cannot be reached.
    """
    with home.reading() as session:
        graph, state = session.graph, session.state()
        compiled = CompiledSql(session.workspace.catalog, graph.compiled_sql, DIALECT)
        expressions = Expressions(graph)
        for name, definition in graph.tables.items():
            selected = tables is None or name in tables
            if not selected or definition.stream is not None or definition.kind == "Frame":
                continue
            sql = compiled.get(expressions.rows(definition), state.content)
            yield Estimate(name, warehouse.bytes_read(sql))

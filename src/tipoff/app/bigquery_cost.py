"""What the queries of a plan would read in BigQuery, and what that would cost there."""

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
    """Return the dataset of BigQuery, and who asks.

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
    """Load every table of the last run that is read by another; return how many rows that is.

    Raises:
        TipoffError: the service refuses one, or cannot be reached.
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
    """Yield what each table's query would read, over all dates that were loaded.

    Raw tables are left out, as they are parsed here, and so is what is no query.

    Args:
        home: whose tables.
        warehouse: into which ``load_inputs`` has loaded them.
        tables: only these; all, if None.

    Raises:
        TipoffError: the service refuses a query, or cannot be reached.
    """
    with home.reading() as session:
        graph, state = session.graph, session.state()
        compiled = CompiledSql(session.workspace.catalog, graph.compiled_sql, DIALECT)
        expressions = Expressions(graph)
        for name, definition in graph.tables.items():
            wanted = tables is None or name in tables
            if not wanted or definition.stream is not None or definition.kind == "Frame":
                continue
            sql = compiled.get(expressions.rows(definition), state.content)
            yield Estimate(name, warehouse.bytes_read(sql))

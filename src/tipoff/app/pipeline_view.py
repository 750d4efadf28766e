"""The pipeline as the site shows it: rows by date, runs, models, and the inputs of each table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog import quality
from tipoff.publishing.columns import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.session import Session

MAX_DATES, MAX_RUNS, MAX_ROWS_SET_ASIDE = 14, 20, 200
NEWEST_MODELS = """
SELECT market, system, serves, trained_for FROM trained_model
WHERE contract IS NOT NULL
QUALIFY trained_for = max(trained_for) OVER (PARTITION BY market, serves, system)
ORDER BY market, serves, system
"""


def pipeline_view(session: Session, state: State, until: date) -> dict[str, Any]:
    """Return the data of the pipeline's page, except the status, for dates up to ``until``."""
    graph = session.graph
    reads = {n: [*([d.stream] if d.stream else []), *d.tables] for n, d in graph.tables.items()}
    considered = state.considered()
    return {
        "grid": _grid(state, until),
        "runs": encoded(_table(_runs(session), ("run", "command", "started_at", "version"))),
        "models": encoded(session.arrow(NEWEST_MODELS)),
        "lineage": encoded(
            _table(({"table": n, "reads": r} for n, r in reads.items()), ("table", "reads"))
        ),
        "set_aside": encoded(
            _table(
                quality.quarantined(session.ledger, considered)[:MAX_ROWS_SET_ASIDE],
                ("table_name", "day", "key", "rule", "column_name", "value"),
            )
        ),
    }


def _grid(state: State, until: date) -> dict[str, Any]:
    """Return the number of rows of each table on each of the last dates with games."""
    dates = [day for day in sorted(state.calendar) if day <= until][-MAX_DATES:]
    rows = [
        {"table": name, "rows": [_rows_on(contents.entries, day) for day in dates]}
        for name, contents in state.contents.items()
    ]
    return {"dates": dates, "tables": encoded(_table(rows, ("table", "rows")))}


def _rows_on(entries: Mapping[date, Any], day: date) -> int:
    return int(entries[day].rows) if day in entries else 0


def _runs(session: Session) -> list[dict[str, Any]]:
    rows = session.workspace.catalog.query(
        "SELECT run, command, started_at, version FROM run ORDER BY run DESC LIMIT ?", [MAX_RUNS]
    )
    names = ("run", "command", "started_at", "version")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _table(rows: Iterable[Mapping[str, Any]], names: tuple[str, ...]) -> Any:
    import pyarrow as pa

    values = list(rows)
    return pa.table({name: [row[name] for row in values] for name in names})

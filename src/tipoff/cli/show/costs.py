"""Print what the queries of tables would cost in a data warehouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_json, print_line, print_table
from tipoff.cli.show.layout import Column

if TYPE_CHECKING:
    from tipoff.app.home import Home
    from tipoff.engines.bigquery import BigQuery

COSTS = (Column("table"), Column("bytes"), Column("dollars"))


def show_costs(home: Home, warehouse: BigQuery, *, load: bool, json: bool) -> None:
    """Print an estimate for each table, and for all together."""
    from tipoff.app.bigquery_cost import estimates, load_inputs

    if load:
        load_inputs(home, warehouse)
    found = list(estimates(home, warehouse))
    if json:
        print_json(
            [{"table": e.table, "bytes": e.bytes, "dollars": round(e.dollars, 6)} for e in found]
        )
        return
    rows = [(e.table, f"{e.bytes:,}", f"{e.dollars:.6f}") for e in found]
    print_table("What one computation of all dates would read in BigQuery", COSTS, rows)
    total = sum(each.dollars for each in found)
    print_line(f"Together {total:.4f} dollars on demand, without the monthly free amount.")

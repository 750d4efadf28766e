"""Print the estimated cost of the tables' queries in a data warehouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_json, print_line, print_table
from tipoff.cli.show.layout import Column

if TYPE_CHECKING:
    from tipoff.app.home import Home
    from tipoff.engines.bigquery import BigQuery

COSTS = (Column("table"), Column("bytes"), Column("dollars"))


def show_costs(home: Home, warehouse: BigQuery, *, load: bool, json: bool) -> None:
    """Print an estimate for each table, and the total."""
    from tipoff.app.bigquery_cost import estimates, load_inputs

    if load:
        load_inputs(home, warehouse)
    costs = list(estimates(home, warehouse))
    if json:
        print_json(
            [{"table": e.table, "bytes": e.bytes, "dollars": round(e.dollars, 6)} for e in costs]
        )
        return
    rows = [(e.table, f"{e.bytes:,}", f"{e.dollars:.6f}") for e in costs]
    print_table("What computing all dates once would read in BigQuery", COSTS, rows)
    total = sum(each.dollars for each in costs)
    print_line(f"Total: {total:.4f} dollars at on-demand prices, ignoring the monthly free amount.")

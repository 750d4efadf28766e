"""Compare Tipoff's features with those by hand: ``python -m benchmarks.agreement HOME DATABASE``.

This is a separate process because its memory would otherwise count towards the peak of every
process that the benchmarks start after it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tipoff.app.home import Home


def main(home: Path, reference: Path) -> str:
    """Return the number of common rows and the share of cells with equal values, as text."""
    with Home(home).reading() as session:
        schema = session.graph.tables["ml_feature_store"].schema
        floats = [n for n, c in schema.columns.items() if c.dtype == "float64"]
        session.query(f"ATTACH '{reference}' AS r (READ_ONLY)")
        reference_columns = session.query(
            "SELECT column_name FROM duckdb_columns() WHERE database_name = 'r'"
            " AND table_name = 'store'"
        )
        numbers = sorted({*floats} & {name for (name,) in reference_columns})
        same = " + ".join(
            f"(CASE WHEN (a.{n} IS NULL AND b.{n} IS NULL)"
            f" OR abs(a.{n} - b.{n}) <= 1e-6 * (1 + abs(a.{n})) THEN 1 ELSE 0 END)"
            for n in numbers
        )
        ((rows, equal),) = session.query(
            f"SELECT count(*), avg({same}) FROM ml_feature_store a"
            " JOIN r.store b USING (game_id, player_id)"
        )
    return f"{rows:,} rows in both, {equal / len(numbers):.1%} of {len(numbers)} features equal"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2])))

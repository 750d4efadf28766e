"""Do both compute the same? ``python -m benchmarks.agreement HOME REFERENCE.duckdb``

A process of its own: what it holds in memory would count towards the peak of every process that
the benchmarks start after it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb


def main(home: Path, reference: Path) -> str:
    """How many rows both made, and in what share of cells they agree."""
    with duckdb.connect() as db:
        db.execute(f"ATTACH '{home}/tipoff.duckdb' AS t (READ_ONLY)")
        db.execute(f"ATTACH '{reference}' AS r (READ_ONLY)")
        numbers = db.execute(
            "SELECT column_name FROM duckdb_columns() WHERE database_name = 't'"
            " AND schema_name = 'main' AND table_name = 'ml_feature_store' AND data_type = 'DOUBLE'"
            " INTERSECT SELECT column_name FROM duckdb_columns() WHERE database_name = 'r'"
        ).fetchall()
        same = " + ".join(
            f"(CASE WHEN (a.{n} IS NULL AND b.{n} IS NULL)"
            f" OR abs(a.{n} - b.{n}) <= 1e-6 * (1 + abs(a.{n})) THEN 1 ELSE 0 END)"
            for (n,) in numbers
        )
        found = db.execute(
            f"SELECT count(*), avg({same}) FROM t.ml_feature_store a"
            " JOIN r.store b USING (game_id, player_id)"
        ).fetchone()
    assert found is not None
    return (
        f"{found[0]:,} rows in both, {found[1] / len(numbers):.1%} of {len(numbers)} features equal"
    )


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2])))

"""The record's numbers, computed from the CSV downloads alone."""

from __future__ import annotations

import csv
import gzip
import io
import math
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.publishing.columns import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTS = ("lines", "priced_lines", "picks", "won", "lost", "returned", "props")


def rows_of_csv(packed: bytes) -> list[dict[str, str]]:
    """Return the rows of a compressed CSV file, as text."""
    return list(csv.DictReader(io.StringIO(gzip.decompress(packed).decode())))


def agree_with_the_record(
    performance: dict[str, Any], downloaded: Sequence[dict[str, str]]
) -> dict[str, float]:
    """Assert that the record's totals follow from the rows; return its counts, summed up."""
    total: dict[str, float] = dict.fromkeys(COUNTS, 0)
    for season, made in performance["seasons"].items():
        groups = decoded(made["groups"])
        for values in zip(*groups.values(), strict=True):
            stated = dict(zip(groups, values, strict=True))
            if stated["by"] == "all":
                own = [
                    row
                    for row in downloaded
                    if (row["season"], row["record"]) == (season, stated["record"])
                ]
                computed = _record(own)
                assert {n: computed[n] for n in COUNTS} == {n: stated[n] for n in COUNTS}
                for name in ("units", "prop_units"):
                    assert computed[name] == pytest.approx(stated[name], abs=0.01)
                for who in ("lead", "model", "market"):
                    name = f"log_loss_{who}"
                    assert computed[name] == pytest.approx(stated[name], abs=2e-4)
                total = {n: total[n] + stated[n] for n in COUNTS}
    return total


def _record(rows: Sequence[dict[str, str]]) -> dict[str, float]:
    """Return counts, units and log losses of rows of the CSV."""
    decided = [row for row in rows if row["result"] in ("OVER", "UNDER")]
    priced = [row for row in decided if row["market_p_over"]]
    picks = [row for row in rows if row["recommendation"] in ("OVER", "UNDER")]
    first = [row for row in picks if row["picked_again"] == "false"]
    results = [row["bet_result"] for row in picks]

    def loss(who: str) -> float:
        predictions = [(float(row[f"{who}_p_over"]), row["result"] == "OVER") for row in priced]
        return -sum(math.log(p if over else 1 - p) for p, over in predictions) / len(predictions)

    return {
        "lines": len(decided),
        "priced_lines": len(priced),
        "picks": len(picks),
        "won": results.count("won"),
        "lost": results.count("lost"),
        "returned": results.count("push") + results.count("void"),
        "props": len(first),
        "units": sum(float(row["units"]) for row in picks),
        "prop_units": sum(float(row["units"]) for row in first),
        **{f"log_loss_{who}": loss(who) for who in ("lead", "model", "market")},
    }

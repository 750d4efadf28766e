"""Results of benchmarks as a table, a chart and JSON, and comparison with the kept results."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.chart import chart
from benchmarks.measure import Measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE = Path(__file__).parent
KEPT = HERE / "kept.json"
"""The kept results, from which docs/benchmarks.md is written."""
PAGE = HERE.parent / "docs" / "benchmarks.md"
CHART = PAGE.with_suffix(".svg")
TOLERANCE = 1.25
"""Maximum factor by which a ratio may exceed the kept one."""
TOP = """# Benchmarks

Written by `make bench ARGS=--keep`. Seconds depend on the machine, which had other work to do.
Ratios carry over to other machines: each compares two measurements of the same run, and smaller is
better. `make bench ARGS=--check` fails if a ratio is more than a quarter worse than here. Processor
seconds are summed over all processes of a command; the peak is the memory of the largest process.
*By hand* is a plain DuckDB script, `benchmarks/reference.py`, without checks or history.

"""


@dataclass(frozen=True)
class Result:
    """One line of the table."""

    what: str
    measured: Measured
    target: str = ""
    note: str = ""
    ratio: float | None = None
    """Ratio to another measurement of the same run, named in the note; smaller is better."""
    machine: str = ""
    """Date and machine of the measurement."""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Result:
        """Return a result from its JSON."""
        plain: dict[str, Any] = values["measured"]
        measured: dict[str, Any] = {n: math.nan if v is None else v for n, v in plain.items()}
        return cls(**{**values, "measured": Measured(**measured)})


def table(results: Iterable[Result]) -> str:
    """Return results as a Markdown table."""
    lines = [
        "| what | seconds | processor s | peak MB | ratio | target | note |",
        "|---|---:|---:|---:|---:|---|---|",
    ]
    for r in results:
        m = r.measured
        peak = "" if math.isnan(m.peak_megabytes) else f"{m.peak_megabytes:,.0f}"
        ratio = "" if r.ratio is None else f"{r.ratio:.3g}"
        lines.append(
            f"| {r.what} | {_or_blank(m.seconds)} | {_or_blank(m.processor_seconds)} | {peak}"
            f" | {ratio} | {r.target} | {r.note} |"
        )
    return "\n".join(lines) + "\n"


def as_json(results: Iterable[Result]) -> str:
    """Return results as JSON, without the output of their processes."""
    return json.dumps([asdict(r) | {"measured": _plain(r.measured)} for r in results], indent=1)


def _plain(measured: Measured) -> dict[str, Any]:
    """Return a measurement with None for NaN, and without the process's output."""
    fields = asdict(measured) | {"said": ""}
    return {n: None if isinstance(v, float) and math.isnan(v) else v for n, v in fields.items()}


def kept() -> list[Result]:
    """Return the kept results; an empty list before the first."""
    results = json.loads(KEPT.read_text()) if KEPT.exists() else []
    return [Result.of(each) for each in results]


def keep(results: Iterable[Result]) -> None:
    """Keep results, replacing earlier ones of the same name, and write docs/benchmarks.md."""
    together = {r.what: r for r in kept()} | {r.what: r for r in results}
    KEPT.write_text(as_json(together.values()) + "\n")
    machines = "".join(
        f"- {each}\n" for each in dict.fromkeys(r.machine for r in together.values())
    )
    drawn = chart(ratios(together.values()))
    if drawn:
        CHART.write_text(drawn)
    picture = f"![The ratios as bars]({CHART.name})\n\n" if drawn else ""
    PAGE.write_text(f"{TOP}{picture}{table(together.values())}\nMeasured:\n\n{machines}")


def ratios(results: Iterable[Result]) -> dict[str, float]:
    """Return the ratios by name of the result."""
    return {r.what: r.ratio for r in results if r.ratio is not None}


def worse(results: Iterable[Result]) -> list[str]:
    """Return a line for each ratio that is worse than the kept one by more than ``TOLERANCE``."""
    before = ratios(kept())
    return [
        f"{what}: the ratio is {ratio:.3g}, and was {before[what]:.3g}"
        for what, ratio in ratios(results).items()
        if what in before and ratio > TOLERANCE * before[what]
    ]


def _or_blank(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.2f}"

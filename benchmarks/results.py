"""What was measured: as a table, chart and JSON, and as ratios compared with those kept."""

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
"""The last results that were kept, from which the page is made."""
PAGE = HERE.parent / "docs" / "benchmarks.md"
CHART = PAGE.with_suffix(".svg")
TOLERANCE = 1.25
"""How much worse than the one kept a ratio may be."""
TOP = """# Benchmarks

Written by `make bench ARGS=--keep`. Seconds are those of a machine with other work to do; what
holds elsewhere are the ratios, each of two things measured in one run, smaller being better.
`make bench ARGS=--check` fails if one of them is more than a quarter worse than here. Processor
seconds are those of all processes of a command, the peak is that of the largest.

"""


@dataclass(frozen=True)
class Result:
    """One line of the table."""

    what: str
    measured: Measured
    target: str = ""
    note: str = ""
    ratio: float | None = None
    """To another thing measured in the same run, named in the note; smaller is better."""
    machine: str = ""
    """When and on what it was measured."""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Result:
        """Return a result from its form in JSON."""
        found: dict[str, Any] = values["measured"]
        measured: dict[str, Any] = {n: math.nan if v is None else v for n, v in found.items()}
        return cls(**{**values, "measured": Measured(**measured)})


def table(results: Iterable[Result]) -> str:
    """Return results as a table."""
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
    """Return results without what their processes printed."""
    return json.dumps([asdict(r) | {"measured": _plain(r.measured)} for r in results], indent=1)


def _plain(measured: Measured) -> dict[str, Any]:
    """Return what was measured, null where it was not; without what the process printed."""
    found = asdict(measured) | {"said": ""}
    return {n: None if isinstance(v, float) and math.isnan(v) else v for n, v in found.items()}


def kept() -> list[Result]:
    """Return the results that were kept; none before the first."""
    found = json.loads(KEPT.read_text()) if KEPT.exists() else []
    return [Result.of(each) for each in found]


def keep(results: Iterable[Result]) -> None:
    """Keep results in the place of earlier ones of the same things, and write the page anew."""
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
    """Return the ratios, by what was measured beside something else."""
    return {r.what: r.ratio for r in results if r.ratio is not None}


def worse(results: Iterable[Result]) -> list[str]:
    """Return a line for each ratio that is worse than the one kept."""
    before = ratios(kept())
    return [
        f"{what}: the ratio is {ratio:.3g}, and was {before[what]:.3g}"
        for what, ratio in ratios(results).items()
        if what in before and ratio > TOLERANCE * before[what]
    ]


def _or_blank(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.2f}"

"""The health of a home as values: what is old, missing, wrong or near its limit, on one screen.

Each section has a state and a few lines. A section is ``BAD`` if something is wrong now, ``WARN``
if something is likely to go wrong or is wrong but blocks nothing.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime


class State(StrEnum):
    """The state of a section."""

    OK = "ok"
    WARN = "warn"
    BAD = "BAD"


@dataclass(frozen=True, slots=True)
class Metric:
    """One number for a monitoring system."""

    name: str
    """The name without the prefix ``tipoff_``, ending with the unit."""
    value: float
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a home's health."""

    name: str
    state: State
    lines: tuple[str, ...]
    metrics: tuple[Metric, ...] = ()


@dataclass(frozen=True)
class Health:
    """The health of a home."""

    at: datetime
    simulated: bool
    sections: tuple[Section, ...]

    @property
    def is_well(self) -> bool:
        """Return whether no section is bad."""
        return not any(section.state is State.BAD for section in self.sections)

    def to_dict(self) -> dict[str, Any]:
        """Return the health as plain values for JSON."""
        return {
            "at": self.at,
            "simulated": self.simulated,
            "is_well": self.is_well,
            "sections": [
                {
                    "name": section.name,
                    "state": section.state.value,
                    "lines": list(section.lines),
                    "metrics": [asdict(metric) for metric in section.metrics],
                }
                for section in self.sections
            ],
        }

    def to_metrics(self) -> str:
        """Return the metrics in Prometheus' text format, grouped by name.

        https://prometheus.io/docs/instrumenting/exposition_formats/
        """
        metrics = [
            Metric("healthy", float(self.is_well)),
            *(
                Metric("section_bad", float(s.state is State.BAD), {"section": s.name})
                for s in self.sections
            ),
            *(metric for section in self.sections for metric in section.metrics),
        ]
        return "".join(_exposed(metrics))


def _exposed(metrics: list[Metric]) -> Iterable[str]:
    by_name: dict[str, list[Metric]] = {}
    for metric in metrics:
        by_name.setdefault(metric.name, []).append(metric)
    for name, values in by_name.items():
        yield f"# TYPE tipoff_{name} gauge\n"
        for metric in values:
            labels = ",".join(f'{n}="{_escaped(v)}"' for n, v in metric.labels.items())
            yield f"tipoff_{name}{f'{{{labels}}}' if labels else ''} {metric.value:g}\n"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

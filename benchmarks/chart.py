"""The chart of the ratios in docs/benchmarks.md: bars on a log scale, as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WINDOWS = "by SQL windows"
WAYS = {
    "polars": "by Polars over whole columns",
    "pandas": "by pandas over whole columns",
    "loop": "by a loop over games in lists",
    "frames": "by a loop with a data frame of earlier games",
}
POOL = "by that loop in a pool of processes, one player per task"
PIPELINE = "raw, analytics and features"
WIDTH, MARGIN, LABELS, VALUES = 820, 24, 390, 60
ROW, BAR, HEAD, GAP = 26, 14, 54, 56
ROOM = 0.1
"""Distance of the ends of the scale from the bars, in powers of ten."""
STYLE = """
svg { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
.paper { fill: #fff } .ink { fill: #14171b } .soft { fill: #596270 } .other { fill: #b3bbc6 }
.ours { fill: #0a5fb4 } .hair { stroke: #e2e5ea } .one { stroke: #596270 }
.title { font-size: 15px; font-weight: 600 } .value { font-variant-numeric: tabular-nums }
@media (prefers-color-scheme: dark) {
  .paper { fill: #0f1216 } .ink { fill: #e9ecf0 } .soft { fill: #9aa5b3 } .other { fill: #566170 }
  .ours { fill: #7cb8f5 } .hair { stroke: #272d35 } .one { stroke: #9aa5b3 }
}
"""
"""The colors of the site, light and dark, with a background for pages of another color."""


@dataclass(frozen=True)
class Bar:
    """The time of one method, as a multiple of the reference in its panel."""

    label: str
    times: float
    ours: bool = False


@dataclass(frozen=True)
class Panel:
    """Bars with a common reference, which is the first bar."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]


def panels(ratios: Mapping[str, float]) -> list[Panel]:
    """Return the panels for the ratios of results, given by name of the result."""
    rolling = [
        Bar(how[3:4].upper() + how[4:], 1 / ratio)
        for how in (*WAYS.values(), POOL)
        for what, ratio in ratios.items()
        if ratio and what.endswith(how)
    ]
    drawn = []
    if rolling:
        bars = (Bar("SQL windows", 1, ours=True), *rolling)
        subtitle = "Processor time relative to SQL windows; for the pool, time per core"
        drawn.append(Panel("The same rolling features, computed in other ways", subtitle, bars))
    if ratios.get(PIPELINE):
        bars = (Bar("Script by hand", 1), Bar("Tipoff", ratios[PIPELINE], ours=True))
        subtitle = "Processor time relative to a script by hand, with fewer features and no checks"
        drawn.append(Panel("Four seasons, raw to features", subtitle, bars))
    return drawn


def chart(ratios: Mapping[str, float]) -> str:
    """Return ratios as SVG; an empty text if there is nothing to draw."""
    drawn = panels(ratios)
    if not drawn:
        return ""
    every = [bar.times for panel in drawn for bar in panel.bars]
    scale = Scale(log10(min(every)) - ROOM, log10(max(every)) + ROOM)
    parts, top = list[str](), MARGIN
    for panel in drawn:
        parts += _panel(panel, scale, top)
        top += HEAD + ROW * len(panel.bars) + GAP
    top -= MARGIN
    title = "; ".join(f"{b.label}: {as_times(b.times)}" for p in drawn for b in p.bars)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}"'
        f' height="{top}" role="img">\n<title>{escape(title)}</title>\n<style>{STYLE}</style>\n'
        f'<rect class="paper" width="{WIDTH}" height="{top}" rx="8"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


@dataclass(frozen=True)
class Scale:
    """The powers of ten at the left and right ends of the axis."""

    lowest: float
    highest: float

    def x(self, times: float) -> float:
        """Return the position of a multiple, in pixels from the left."""
        share = (log10(times) - self.lowest) / (self.highest - self.lowest)
        return LABELS + share * (WIDTH - MARGIN - VALUES - LABELS)

    def ticks(self) -> Sequence[float]:
        """Return the multiples with a grid line: whole powers of ten."""
        return [10.0**power for power in range(ceil(self.lowest), floor(self.highest) + 1)]


def as_times(times: float) -> str:
    """Return a multiple as text, such as 2.6x."""
    return f"{times:,.0f}x" if times >= 10 else f"{times:.2g}x"


def _panel(panel: Panel, scale: Scale, top: int) -> Iterator[str]:
    """Yield a panel's elements: bars begin at 1; slower methods extend to the right."""
    yield _text(panel.title, MARGIN, top + 12, "ink title")
    yield _text(panel.subtitle, MARGIN, top + 32, "soft")
    first, last = top + HEAD - 6, top + HEAD + ROW * len(panel.bars)
    for tick in scale.ticks():
        x, kind = scale.x(tick), "one" if tick == 1 else "hair"
        yield f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{first}" y2="{last}"/>'
        yield _text(as_times(tick), x, last + 15, "soft value", "middle")
    for number, bar in enumerate(panel.bars):
        yield from _bar(bar, scale, top + HEAD + ROW * number)


def _bar(bar: Bar, scale: Scale, y: int) -> Iterator[str]:
    """Yield a label, a bar of at least four pixels, and its value."""
    left, right = sorted((scale.x(1), scale.x(bar.times)))
    right = max(right, left + 4)
    yield _text(bar.label, MARGIN, y + 15, "ink")
    yield (
        f'<rect class="{"ours" if bar.ours else "other"}" x="{left:.1f}" y="{y + 4}"'
        f' width="{right - left:.1f}" height="{BAR}"/>'
    )
    yield _text(as_times(bar.times), right + 7, y + 15, "ink value")


def _text(text: str, x: float, y: float, kind: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'

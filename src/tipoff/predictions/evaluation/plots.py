"""Plots that a person can check a claim with: plain SVG, readable without a style sheet."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.evaluation.calibration import PitHistogram, Reliability

WIDTH, HEIGHT = 480, 480
LEFT, RIGHT, TOP, BOTTOM = 64, 464, 44, 392
BY_CHANCE = "band: 95 % by chance"
EVENLY = "outcomes against an even share"
INK, GREY, BLUE, BAND = "#222", "#767676", "#0b5cad", "#d9e6f2"


@dataclass(frozen=True)
class _Axis:
    """Values from ``low`` to ``high`` on pixels from ``start`` to ``end``."""

    low: float
    high: float
    step: float
    start: int
    end: int

    def at(self, value: float) -> str:
        share = (value - self.low) / (self.high - self.low)
        return _number(self.start + share * (self.end - self.start))

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [round(self.low + i * self.step, 6) for i in range(count + 1)]


def reliability_plot(found: Reliability, title: str) -> str:
    """Draw predicted against observed shares, with what chance alone would do, as SVG.

    The band is where 95 % of bins would lie if every probability were right and outcomes were
    independent; the area of a point is its bin's count, which its tooltip tells.
    """
    low, high = _reach(found)
    step = 0.1 if high - low > 0.25 else 0.05
    x, y = _Axis(low, high, step, LEFT, RIGHT), _Axis(low, high, step, BOTTOM, TOP)
    caption = f"{_counts(found)}; {BY_CHANCE}"
    parts = [
        *_frame(x, y, "probability said", "share that happened", percent=True),
        _band(x, y, found),
        _line(x.at(low), y.at(low), x.at(high), y.at(high), GREY, dashed=True),
        *_points(x, y, found),
    ]
    told = "; ".join(
        f"said {said:.1%}, happened {share:.1%} of {count:,.0f}"
        for said, share, count in zip(found.said, found.happened, found.count, strict=True)
    )
    return _document(title, f"Calibration. {told}.", caption, parts)


def pit_plot(found: PitHistogram, title: str) -> str:
    """How outcomes lie within their distributions, as an SVG document.

    Level at 1 where the distributions are right; a hollow middle is too narrow, a hump too wide,
    a slope is biased.
    """
    bins = len(found.density)
    highest = float(np.ceil(max(found.density.max(), 1 + min(found.margin, 1), 1.5) * 2) / 2)
    step = 0.5 if highest <= 4 else 1.0
    x, y = _Axis(0, 1, 0.2, LEFT, RIGHT), _Axis(0, highest, step, BOTTOM, TOP)
    top, base = (y.at(np.clip(1 + side * found.margin, 0, highest)) for side in (1, -1))
    bars = [
        _rectangle(
            x.at(i / bins),
            y.at(float(v)),
            x.at((i + 1) / bins),
            y.at(0),
            BLUE,
            f"{i / bins:.2f} to {(i + 1) / bins:.2f}: {v:.3f}",
        )
        for i, v in enumerate(found.density)
    ]
    parts = [
        *_frame(x, y, "place of the outcome in its distribution (PIT)", EVENLY, percent=False),
        *bars,
        f'<g opacity="0.6">{_rectangle(x.at(0), top, x.at(1), base, BAND)}</g>',
        _line(x.at(0), y.at(1), x.at(1), y.at(1), INK, dashed=True),
    ]
    told = ", ".join(f"{value:.3f}" for value in found.density)
    caption = f"n = {found.count:,}; level at 1 if calibrated; {BY_CHANCE}"
    return _document(title, f"PIT histogram, densities from 0 to 1: {told}.", caption, parts)


def _counts(found: Reliability) -> str:
    if not len(found.count):
        return "n = 0"
    least, most = int(found.count.min()), int(found.count.max())
    each = f"{most:,}" if most - least < 2 else f"{least:,} to {most:,}"
    said = f"n = {int(found.count.sum()):,} in {len(found.count)} bins of {each}"
    return f"{said}, mean gap {found.error:.4f}"


def _reach(found: Reliability) -> tuple[float, float]:
    """Return the tenths that hold every bin and its band."""
    values = np.concatenate([found.low, found.high, found.happened, [0.45, 0.55]])
    return float(np.floor(values.min() * 10) / 10), float(np.ceil(values.max() * 10) / 10)


def _band(x: _Axis, y: _Axis, found: Reliability) -> str:
    order = range(len(found.said))
    along = [(found.said[i], found.high[i]) for i in order]
    along += [(found.said[i], found.low[i]) for i in reversed(order)]
    corners = " ".join(f"{x.at(said)},{y.at(share)}" for said, share in along)
    return f'<polygon points="{corners}" fill="{BAND}" stroke="{BAND}" stroke-width="2"/>'


def _points(x: _Axis, y: _Axis, found: Reliability) -> Iterable[str]:
    sizes: FloatArray = 6 * np.sqrt(found.count / found.count.max(initial=1))
    for i, size in enumerate(sizes):
        said, share, count = found.said[i], found.happened[i], found.count[i]
        told = f"said {said:.1%}, happened {share:.1%}, n = {count:,.0f}"
        yield (
            f'<circle cx="{x.at(said)}" cy="{y.at(share)}" r="{_number(max(size, 2))}" '
            f'fill="{BLUE}"><title>{told}</title></circle>'
        )


def _frame(x: _Axis, y: _Axis, along: str, up: str, *, percent: bool) -> Iterable[str]:
    """Grid, ticks and labels."""
    for tick in x.ticks:
        yield _line(x.at(tick), str(TOP), x.at(tick), str(BOTTOM), "#e4e4e4")
        yield _text(x.at(tick), BOTTOM + 18, f"{tick:.0%}" if percent else f"{tick:g}")
    for tick in y.ticks:
        yield _line(str(LEFT), y.at(tick), str(RIGHT), y.at(tick), "#e4e4e4")
        label = f"{tick:.0%}" if percent else f"{tick:g}"
        yield _text(LEFT - 8, float(y.at(tick)) + 4, label, anchor="end")
    middle = (TOP + BOTTOM) // 2
    yield _text((LEFT + RIGHT) // 2, BOTTOM + 40, along)
    yield f'<g transform="rotate(-90 18 {middle})">{_text(18, middle, up)}</g>'


def _document(title: str, told: str, caption: str, parts: Iterable[str]) -> str:
    body = "\n".join(parts)
    heading = _text(LEFT, 26, title, anchor="start", size=15)
    foot = _text(16, HEIGHT - 20, caption, anchor="start", size=12)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" \
width="{WIDTH}" height="{HEIGHT}" role="img" font-family="sans-serif">
<title>{escape(title)}</title>
<desc>{escape(f"{told} {caption}.")}</desc>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>
{body}
{heading}
{foot}
</svg>
"""


def _line(x1: str, y1: str, x2: str, y2: str, colour: str, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}"{dash}/>'


def _rectangle(left: str, top: str, right: str, base: str, colour: str, told: str = "") -> str:
    width, height = _number(float(right) - float(left)), _number(float(base) - float(top))
    shape = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{colour}"'
    edge = ' stroke="#fff"' if told else ""
    return f"{shape}{edge}><title>{told}</title></rect>" if told else f"{shape}/>"


def _text(x: float | str, y: float, words: str, *, anchor: str = "middle", size: int = 12) -> str:
    return (
        f'<text x="{x}" y="{_number(y)}" font-size="{size}" text-anchor="{anchor}" '
        f'fill="{INK}">{escape(words)}</text>'
    )


def _number(value: float) -> str:
    return f"{round(float(value), 1):g}"

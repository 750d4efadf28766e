"""Calibration plots as plain SVG documents, readable without a style sheet."""

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
CHANCE_BAND = "band: 95 % by chance"
PIT_LABEL = "outcomes against an even share"
INK, GREY, BLUE, BAND = "#222", "#767676", "#0b5cad", "#d9e6f2"


@dataclass(frozen=True)
class _Axis:
    """Maps values from ``low`` to ``high`` to pixels from ``start`` to ``end``."""

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


def reliability_plot(bins: Reliability, title: str) -> str:
    """Draw observed against predicted shares, with a band for chance, as an SVG document.

    The band would hold 95 % of bins if every probability were right and outcomes were independent.
    The area of a point is proportional to its bin's count, which its tooltip shows.
    """
    low, high = _value_range(bins)
    step = 0.1 if high - low > 0.25 else 0.05
    x, y = _Axis(low, high, step, LEFT, RIGHT), _Axis(low, high, step, BOTTOM, TOP)
    caption = f"{_count_caption(bins)}; {CHANCE_BAND}"
    parts = [
        *_frame(x, y, "predicted probability", "observed share", percent=True),
        _band(x, y, bins),
        _line(x.at(low), y.at(low), x.at(high), y.at(high), GREY, dashed=True),
        *_points(x, y, bins),
    ]
    description = "; ".join(
        f"predicted {predicted:.1%}, observed {observed:.1%} of {count:,.0f}"
        for predicted, observed, count in zip(
            bins.predicted, bins.observed, bins.count, strict=True
        )
    )
    return _document(title, f"Calibration. {description}.", caption, parts)


def pit_plot(histogram: PitHistogram, title: str) -> str:
    """Draw the PIT histogram of outcomes as an SVG document.

    Right distributions give a level of 1. A hollow middle means that they are too narrow, a hump
    that they are too wide, a slope that they are biased.
    """
    bins = len(histogram.density)
    top_value = float(
        np.ceil(max(histogram.density.max(), 1 + min(histogram.margin, 1), 1.5) * 2) / 2
    )
    step = 0.5 if top_value <= 4 else 1.0
    x, y = _Axis(0, 1, 0.2, LEFT, RIGHT), _Axis(0, top_value, step, BOTTOM, TOP)
    top, base = (y.at(np.clip(1 + side * histogram.margin, 0, top_value)) for side in (1, -1))
    bars = [
        _rectangle(
            x.at(i / bins),
            y.at(float(v)),
            x.at((i + 1) / bins),
            y.at(0),
            BLUE,
            f"{i / bins:.2f} to {(i + 1) / bins:.2f}: {v:.3f}",
        )
        for i, v in enumerate(histogram.density)
    ]
    parts = [
        *_frame(x, y, "place of the outcome in its distribution (PIT)", PIT_LABEL, percent=False),
        *bars,
        f'<g opacity="0.6">{_rectangle(x.at(0), top, x.at(1), base, BAND)}</g>',
        _line(x.at(0), y.at(1), x.at(1), y.at(1), INK, dashed=True),
    ]
    densities = ", ".join(f"{value:.3f}" for value in histogram.density)
    caption = f"n = {histogram.count:,}; level at 1 if calibrated; {CHANCE_BAND}"
    return _document(title, f"PIT histogram, densities from 0 to 1: {densities}.", caption, parts)


def _count_caption(bins: Reliability) -> str:
    if not len(bins.count):
        return "n = 0"
    fewest, most = int(bins.count.min()), int(bins.count.max())
    each = f"{most:,}" if most - fewest < 2 else f"{fewest:,} to {most:,}"
    total = f"n = {int(bins.count.sum()):,} in {len(bins.count)} bins of {each}"
    return f"{total}, mean gap {bins.error:.4f}"


def _value_range(bins: Reliability) -> tuple[float, float]:
    """Return the range, in whole tenths, that holds every bin and its band."""
    values = np.concatenate([bins.low, bins.high, bins.observed, [0.45, 0.55]])
    return float(np.floor(values.min() * 10) / 10), float(np.ceil(values.max() * 10) / 10)


def _band(x: _Axis, y: _Axis, bins: Reliability) -> str:
    order = range(len(bins.predicted))
    points = [(bins.predicted[i], bins.high[i]) for i in order]
    points += [(bins.predicted[i], bins.low[i]) for i in reversed(order)]
    corners = " ".join(f"{x.at(predicted)},{y.at(share)}" for predicted, share in points)
    return f'<polygon points="{corners}" fill="{BAND}" stroke="{BAND}" stroke-width="2"/>'


def _points(x: _Axis, y: _Axis, bins: Reliability) -> Iterable[str]:
    sizes: FloatArray = 6 * np.sqrt(bins.count / bins.count.max(initial=1))
    for i, size in enumerate(sizes):
        predicted, observed, count = bins.predicted[i], bins.observed[i], bins.count[i]
        tooltip = f"predicted {predicted:.1%}, observed {observed:.1%}, n = {count:,.0f}"
        yield (
            f'<circle cx="{x.at(predicted)}" cy="{y.at(observed)}" r="{_number(max(size, 2))}" '
            f'fill="{BLUE}"><title>{tooltip}</title></circle>'
        )


def _frame(x: _Axis, y: _Axis, x_label: str, y_label: str, *, percent: bool) -> Iterable[str]:
    """Yield the grid, ticks and labels."""
    for tick in x.ticks:
        yield _line(x.at(tick), str(TOP), x.at(tick), str(BOTTOM), "#e4e4e4")
        yield _text(x.at(tick), BOTTOM + 18, f"{tick:.0%}" if percent else f"{tick:g}")
    for tick in y.ticks:
        yield _line(str(LEFT), y.at(tick), str(RIGHT), y.at(tick), "#e4e4e4")
        label = f"{tick:.0%}" if percent else f"{tick:g}"
        yield _text(LEFT - 8, float(y.at(tick)) + 4, label, anchor="end")
    middle = (TOP + BOTTOM) // 2
    yield _text((LEFT + RIGHT) // 2, BOTTOM + 40, x_label)
    yield f'<g transform="rotate(-90 18 {middle})">{_text(18, middle, y_label)}</g>'


def _document(title: str, description: str, caption: str, parts: Iterable[str]) -> str:
    body = "\n".join(parts)
    heading = _text(LEFT, 26, title, anchor="start", size=15)
    foot = _text(16, HEIGHT - 20, caption, anchor="start", size=12)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" \
width="{WIDTH}" height="{HEIGHT}" role="img" font-family="sans-serif">
<title>{escape(title)}</title>
<desc>{escape(f"{description} {caption}.")}</desc>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>
{body}
{heading}
{foot}
</svg>
"""


def _line(x1: str, y1: str, x2: str, y2: str, colour: str, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}"{dash}/>'


def _rectangle(left: str, top: str, right: str, base: str, colour: str, tooltip: str = "") -> str:
    width, height = _number(float(right) - float(left)), _number(float(base) - float(top))
    shape = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{colour}"'
    edge = ' stroke="#fff"' if tooltip else ""
    return f"{shape}{edge}><title>{tooltip}</title></rect>" if tooltip else f"{shape}/>"


def _text(x: float | str, y: float, words: str, *, anchor: str = "middle", size: int = 12) -> str:
    return (
        f'<text x="{x}" y="{_number(y)}" font-size="{size}" text-anchor="{anchor}" '
        f'fill="{INK}">{escape(words)}</text>'
    )


def _number(value: float) -> str:
    return f"{round(float(value), 1):g}"

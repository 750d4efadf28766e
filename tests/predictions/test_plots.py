"""Plots: what they show, to the eye and to screen readers."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.evaluation.calibration import (
    PitHistogram,
    Reliability,
    pit_histogram,
    reliability,
)
from tipoff.predictions.evaluation.plots import pit_plot, reliability_plot

SVG = "{http://www.w3.org/2000/svg}"
SAID = np.array([0.12, 0.18, 0.35, 0.41, 0.52, 0.58, 0.7, 0.77, 0.9])
HAPPENED = np.array([0, 0, 1, 0, 1, 0, 1, 1, 1.0])
DRAWN = {
    "reliability.svg": reliability_plot(reliability(SAID, HAPPENED, bins=3), "Points & more"),
    "pit.svg": pit_plot(pit_histogram(SAID - 0.1, SAID + 0.1, bins=5), "Points & more"),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_plot_is_drawn_as_it_was(name: str) -> None:
    golden = Path(__file__).with_name(name)
    assert DRAWN[name] == golden.read_text(), (
        f"the plot changed: if that is meant, look at it and keep it as {golden.name}"
    )


def _texts(drawn: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_a_plot_can_be_read_without_being_seen(drawn: str) -> None:
    root = ElementTree.fromstring(drawn)
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.findtext(f"{SVG}title") == "Points & more"
    assert "n = 9" in (root.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_nothing_is_fetched_and_no_style_is_needed(drawn: str) -> None:
    assert "style" not in drawn
    assert "class=" not in drawn
    assert "href" not in drawn
    assert drawn.count("http") == 1, "the namespace alone"


def test_axes_are_labelled_and_the_caption_says_how_many() -> None:
    texts = _texts(DRAWN["reliability.svg"])
    assert {"predicted probability", "observed share"} <= set(texts)
    assert any(text.startswith("n = 9 in 3 bins of 3, mean gap") for text in texts)
    placed = _texts(DRAWN["pit.svg"])
    assert "place of the outcome in its distribution (PIT)" in placed
    assert any(text.startswith("n = 9;") for text in placed)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40))
def test_every_point_lies_within_the_frame(predicted: list[tuple[float, bool]]) -> None:
    table = np.array(predicted, np.float64).reshape(-1, 2)
    bins_of_rows: Reliability = reliability(table[:, 0], table[:, 1], bins=5)
    root = ElementTree.fromstring(reliability_plot(bins_of_rows, "any"))
    points = list(root.iter(f"{SVG}circle"))
    assert len(points) == len(bins_of_rows.count)
    assert all(63 <= float(point.get("cx", "")) <= 465 for point in points)
    assert all(43 <= float(point.get("cy", "")) <= 393 for point in points)


@given(st.lists(st.floats(0, 1), max_size=40), st.integers(1, 20))
def test_every_bar_lies_within_the_frame(values: list[float], bins: int) -> None:
    histogram: PitHistogram = pit_histogram(np.array(values, np.float64), bins=bins)
    root = ElementTree.fromstring(pit_plot(histogram, "any"))
    bars = [bar for bar in root.iter(f"{SVG}rect") if len(bar)]
    assert len(bars) == bins
    for bar in bars:
        assert float(bar.get("y", "")) >= 43
        assert float(bar.get("y", "")) + float(bar.get("height", "")) == pytest.approx(392, abs=0.2)

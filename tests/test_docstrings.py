"""A function's docstring starts with a verb: what it does for whoever calls it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "tipoff"
NO_VERBS = {
    *("A", "All", "An", "Any", "At", "Both", "By", "Each", "Every", "For", "From", "How", "If"),
    *("In", "It", "Its", "No", "None", "Of", "On", "One", "Only", "Same", "Some", "That", "The"),
    *("Their", "These", "They", "This", "Those", "To", "What", "When", "Where", "Whether"),
    *("Which", "Who", "Whom", "Whose", "Why", "With", "Without"),
    *("American", "Columns", "Continuous", "Dates", "Decimal", "Expected", "Features", "Mean"),
    *("Probabilities", "Quantiles", "Rows", "Scores", "Texts", "Weights"),
}
VERB = re.compile(r"[A-Z][a-z]+")
STATES_WHAT_HOLDS = ("property", "rule", "fixture")
"""Decorators of functions that are read as values or as sentences on rows."""


def _docstrings(room: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the docstring of each function of a room."""
    place = SOURCE / room
    for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                text = ast.get_docstring(node)
                decorators = " ".join(ast.unparse(each) for each in node.decorator_list)
                if text and not any(each in decorators for each in STATES_WHAT_HOLDS):
                    yield f"{path.relative_to(SOURCE)}:{node.lineno}", text


def _starting_otherwise(room: str) -> list[str]:
    return [
        f"{place}: {text.splitlines()[0]}"
        for place, text in _docstrings(room)
        if not VERB.fullmatch(word := text.split()[0].rstrip(",:")) or word in NO_VERBS
    ]


ROOMS = sorted(
    path.name
    for path in SOURCE.iterdir()
    if (path / "__init__.py").exists() or (path.suffix == ".py" and path.name[0] != "_")
)


@pytest.mark.parametrize("room", ROOMS)
def test_docstrings_start_with_a_verb(room: str) -> None:
    assert _starting_otherwise(room) == []


def test_what_is_no_verb_is_noticed() -> None:
    assert not VERB.fullmatch("``part")
    assert {"The", "Whether", "Each"} <= NO_VERBS
    assert "Return" not in NO_VERBS

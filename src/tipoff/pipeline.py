"""The pipeline's graph: every table and stream found in the rooms."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from tipoff import analytics, features, predictions, raw, sources
from tipoff.kernel.graph import Graph

if TYPE_CHECKING:
    from types import ModuleType


@cache
def pipeline() -> Graph:
    """All tables, from raw to predictions, in the order their signatures give."""
    return Graph.discover(sources, raw, analytics, features, predictions)


def loaded_modules() -> list[ModuleType]:
    """Every module of this package that this process has loaded."""
    return [m for name, m in sorted(sys.modules.items()) if name.split(".")[0] == "tipoff"]

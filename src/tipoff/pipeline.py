"""The pipeline's graph: every table and stream found in the rooms."""

from __future__ import annotations

from functools import cache

from tipoff import analytics, features, predictions, raw, sources
from tipoff.kernel.graph import Graph


@cache
def pipeline() -> Graph:
    """All tables, from raw to predictions, in the order their signatures give."""
    return Graph.discover(sources, raw, analytics, features, predictions)

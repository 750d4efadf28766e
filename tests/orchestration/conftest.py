"""Tests of Dagster itself are skipped, saying so, where it is not installed."""

from __future__ import annotations

import importlib.util

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs Dagster where it is absent."""
    if importlib.util.find_spec("dagster") is None:
        why = "no dagster: `make cluster` runs these tests"
        for item in items:
            if item.path.as_posix().endswith("orchestration/test_dagster.py"):
                item.add_marker(pytest.mark.skip(reason=why))

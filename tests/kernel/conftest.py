"""A shop whose home is a fresh directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.toy_shop import Shop, shop_graph

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """An empty shop."""
    return Shop(tmp_path, shop_graph())

"""A damaged file of a table is reported with its cure by every command that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.toy_shop import Shop, answer, many
from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _garbled(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2 : -8] = b"\xff" * (len(whole) - 8 - len(whole) // 2)
    path.write_bytes(bytes(whole))


@pytest.mark.parametrize("damage", [_emptied, _cut_short, _garbled, lambda path: path.unlink()])
def test_a_damaged_file_is_reported_with_its_cure(
    shop: Shop, damage: Callable[[Path], None]
) -> None:
    shop.land(answer(many(3)))
    shop.run()
    for path in (shop.directory / "tables" / "daily_total").glob("*.parquet"):
        path.chmod(0o644)
        damage(path)
    with pytest.raises(TipoffError, match="is damaged or missing: `tipoff verify --repair`"):
        shop.query("SELECT sum(total) FROM daily_total")

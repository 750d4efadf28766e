"""The index: lines are appended and flushed, and a damaged one is named, never skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.errors import TipoffError
from tipoff.landing.bodies import Bodies
from tipoff.landing.index import PAYLOAD, DamagedLine, Index, Line, as_line
from tipoff.landing.index_follower import IndexFollower

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = "SELECT payload, withdrawn FROM payload ORDER BY payload"


def _named(number: int) -> dict[str, Any]:
    values = (
        number,
        "shop",
        "sales",
        "{}",
        "ab",
        2,
        "2024-02-01T00:00:00.000000Z",
        "2024-02-01T00:00:00.000000Z",
        "file",
    )
    return dict(zip(PAYLOAD, values, strict=True))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """An index of two payloads."""
    index = Index(tmp_path / "landing" / "index.jsonl")
    index.append([_named(1)])
    index.append([_named(2)])
    return index


def test_lines_are_read_in_the_order_they_were_appended(index: Index) -> None:
    lines = list(index.since(0))
    assert [line.values["payload"] for line in lines] == [1, 2]
    assert list(index.since(lines[0].end)) == lines[1:]
    assert lines[-1].end == index.size
    assert list(index.since(index.size)) == []


def test_an_index_that_is_not_there_has_no_lines(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.jsonl")
    assert (index.size, list(index.lines())) == (0, [])


@given(st.integers(1))
def test_whatever_power_loss_leaves_of_a_line_is_not_read_and_is_written_over(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    index = Index(tmp_path_factory.mktemp("landing") / "index.jsonl")
    index.append([_named(1)])
    whole, line = index.path.read_bytes(), as_line(_named(2))
    index.path.write_bytes(whole + line[: cut % len(line)])
    assert [each.values["payload"] for each in index.since(0)] == [1]
    index.append([_named(3)])
    assert [each.values["payload"] for each in index.since(0)] == [1, 3]


def test_a_tail_of_zeros_longer_than_what_is_read_at_once_is_written_over(index: Index) -> None:
    with index.path.open("ab") as file:
        file.write(b"\x00" * 200_000)
    index.append([_named(3)])
    assert [each.values["payload"] for each in index.since(0)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("garbage", "why"),
    [
        (b"\x00\x00\n", "unexpected character"),
        (b'{"payload": 3\n', "unexpected end"),
        (b"[3]\n", "not an object"),
        (b'{"payload": 3, "source": "shop"}\n', "without resource, parameters"),
    ],
)
def test_a_damaged_line_is_named_with_its_place(index: Index, garbage: bytes, why: str) -> None:
    size = index.size
    with index.path.open("ab") as file:
        file.write(garbage)
    index.append([_named(4)])
    with pytest.raises(TipoffError, match=rf"index\.jsonl, byte {size}: is damaged \(.*{why}"):
        list(index.since(0))
    first, second, damaged, last = index.lines()
    assert isinstance(damaged, DamagedLine)
    assert all(isinstance(line, Line) for line in (first, second, last))


def test_an_index_written_again_keeps_what_it_was(index: Index, tmp_path: Path) -> None:
    before = index.path.read_bytes()
    index.replace([as_line(_named(9))], tmp_path / "aside.jsonl")
    assert [line.values["payload"] for line in index.since(0)] == [9]
    assert (tmp_path / "aside.jsonl").read_bytes() == before


def test_a_catalog_follows_the_index_and_reads_each_line_once(index: Index, tmp_path: Path) -> None:
    catalog = SQLiteCatalog(tmp_path / "catalog.sqlite")
    following = IndexFollower(index, catalog, Bodies(tmp_path))
    assert following.catch_up()
    assert not following.catch_up()
    index.append([{"withdraw": 1, "at": ""}, {"withdraw": 2, "at": ""}, {"restore": 2, "at": ""}])
    following.catch_up()
    assert catalog.query(KNOWN) == [(1, 1), (2, 0)]
    assert following.read_to == index.size
    catalog.query("DELETE FROM payload")
    assert following.catch_up(from_start=True)
    assert catalog.query(KNOWN) == [(1, 1), (2, 0)]
    catalog.close()


def test_a_damaged_line_enters_nothing(index: Index, tmp_path: Path) -> None:
    with index.path.open("ab") as file:
        file.write(b"garbage\n")
    catalog = SQLiteCatalog(tmp_path / "catalog.sqlite")
    with pytest.raises(TipoffError, match="is damaged"):
        IndexFollower(index, catalog, Bodies(tmp_path)).catch_up()
    assert catalog.query(KNOWN) == []
    catalog.close()


def test_an_index_that_lost_what_was_read_of_it_is_refused(index: Index, tmp_path: Path) -> None:
    catalog = SQLiteCatalog(tmp_path / "catalog.sqlite")
    IndexFollower(index, catalog, Bodies(tmp_path)).catch_up()
    index.path.write_bytes(as_line(_named(1)))
    with pytest.raises(TipoffError, match="`tipoff verify --repair`"):
        IndexFollower(index, catalog, Bodies(tmp_path)).catch_up()
    catalog.close()

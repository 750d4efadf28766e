"""A landing's index in objects has the same content as one in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.flaky_storage import Faults, FlakyFileSystem, flaky_storage, kept
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.objects import ATTEMPTS, Objects
from tipoff.landing.index import Index, Line
from tipoff.landing.segments import SegmentedIndex

if TYPE_CHECKING:
    from pathlib import Path


def _line(number: int) -> dict[str, Any]:
    return {"withdraw": number, "at": "x" * (number % 7)}


def _index(directory: Path, url: str, token: int) -> SegmentedIndex:
    return SegmentedIndex(directory / str(token), Objects(url, token))


def _numbers(index: Index, offset: int = 0) -> list[int]:
    return [line.values["withdraw"] for line in index.since(offset)]


@settings(max_examples=30)
@given(
    batches=st.lists(
        st.tuples(st.integers(1, 3), st.lists(st.integers(0, 99), min_size=1, max_size=4)),
        max_size=6,
    )
)
def test_the_objects_are_the_index_that_one_file_would_be(
    tmp_path_factory: pytest.TempPathFactory, batches: list[tuple[int, list[int]]]
) -> None:
    """Holders of the lease append in turn; every reader sees the lines and offsets of one file."""
    url, _ = flaky_storage()
    place = tmp_path_factory.mktemp("index")
    file = Index(place / "index.jsonl")
    for token, numbers in sorted(batches, key=lambda each: each[0]):
        file.append([_line(n) for n in numbers])
        _index(place, url, token).append([_line(n) for n in numbers])
        reader = _index(place, url, 0)
        assert reader.size == file.size
        assert list(reader.lines()) == list(file.lines())
        middle = next((line.end for line in file.lines() if isinstance(line, Line)), 0)
        assert list(reader.lines(middle)) == list(file.lines(middle))


def test_what_a_process_sends_that_lost_its_lease_says_nothing(
    storage: tuple[str, Faults], tmp_path: Path
) -> None:
    url, _ = storage
    stale, holder = _index(tmp_path, url, 7), _index(tmp_path, url, 8)
    stale.append([_line(1)])
    before = dict(FlakyFileSystem.store)
    stale.append([_line(2)])
    late = {
        name: FlakyFileSystem.store.pop(name) for name in set(FlakyFileSystem.store) - {*before}
    }
    holder.append([_line(3), _line(4)])
    FlakyFileSystem.store |= late
    for index in (holder, stale, _index(tmp_path, url, 0)):
        assert _numbers(index) == [1, 3, 4]
    holder.append([_line(5)])
    assert _numbers(_index(tmp_path / "other", url, 0)) == [1, 3, 4, 5]


def test_what_a_stale_process_sends_behind_its_successor_says_nothing(
    storage: tuple[str, Faults], tmp_path: Path
) -> None:
    url, _ = storage
    stale, holder = _index(tmp_path, url, 7), _index(tmp_path, url, 8)
    stale.append([_line(1)])
    holder.append([_line(2)])
    stale.append([_line(3)])
    assert _numbers(holder) == _numbers(_index(tmp_path / "other", url, 0)) == [1, 2]
    holder.append([_line(4)])
    assert _numbers(_index(tmp_path / "other", url, 0)) == [1, 2, 4]


def test_what_comes_late_after_the_successor_looked_says_nothing(
    storage: tuple[str, Faults], tmp_path: Path
) -> None:
    url, _ = storage
    stale, holder = _index(tmp_path, url, 7), _index(tmp_path, url, 8)
    stale.append([_line(1)])
    assert holder.size > 0, "as a catalog catches up"
    stale.append([_line(2)])
    holder.append([_line(3)])
    assert _numbers(holder) == _numbers(_index(tmp_path / "other", url, 0)) == [1, 3]


def test_an_object_that_was_cut_short_says_nothing(
    storage: tuple[str, Faults], tmp_path: Path
) -> None:
    url, faults = storage
    index = _index(tmp_path, url, 1)
    index.append([_line(1)])
    faults.torn = ATTEMPTS
    with pytest.raises(TipoffError, match="differs from the file that was sent"):
        index.append([_line(2)])
    assert len(kept(url)) == 2, "half of it is there"
    assert _numbers(index) == _numbers(_index(tmp_path, url, 0)) == [1]
    index.append([_line(3)])
    assert _numbers(_index(tmp_path, url, 0)) == [1, 3]


def test_a_repair_begins_a_generation_and_keeps_the_one_before(
    storage: tuple[str, Faults], tmp_path: Path
) -> None:
    url, _ = storage
    index = _index(tmp_path, url, 1)
    for number in range(3):
        index.append([_line(number)])
    texts = [line.text for line in index.since(0)]
    index.replace(texts[1:], tmp_path / "aside")
    assert _numbers(index) == [1, 2]
    index.append([_line(9)])
    assert _numbers(_index(tmp_path / "other", url, 0)) == [1, 2, 9]
    assert len([name for name in kept(url) if "/000000/" in name]) == 3


def test_each_object_is_fetched_once(storage: tuple[str, Faults], tmp_path: Path) -> None:
    url, faults = storage
    for number in range(3):
        _index(tmp_path, url, 1).append([_line(number)])
    reader = _index(tmp_path, url, 0)
    for _ in range(3):
        assert _numbers(reader) == [0, 1, 2]
    assert len([each for each in faults.requests if each.startswith("get")]) == 3

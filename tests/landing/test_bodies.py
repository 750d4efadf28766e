"""Bodies of payloads: each is named by its hash, and read completely or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.damage import DAMAGES, emptied
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.table_files import TableFiles
from tipoff.landing.bodies import Bodies, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = b'{"rows": [1, 2, 3]}' * 40
DIGEST = digest_of(BODY)


@pytest.fixture
def bodies(tmp_path: Path) -> Bodies:
    """A directory with one body."""
    kept = Bodies(tmp_path / "landing")
    kept.keep(BODY, DIGEST)
    return kept


@given(st.binary(max_size=500))
def test_a_body_is_read_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, body: bytes
) -> None:
    bodies = Bodies(tmp_path_factory.mktemp("landing"))
    bodies.keep(body, digest_of(body))
    assert bodies.read(digest_of(body), "") == body
    assert bodies.has(digest_of(body))
    assert bodies.fault(digest_of(body)) is None


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_body_is_reported_and_kept_again(
    bodies: Bodies, damage: Callable[[Path], None]
) -> None:
    damage(bodies.path(DIGEST))
    assert bodies.fault(DIGEST) is not None
    with pytest.raises(PayloadError, match=r"ingest here\.json again"):
        bodies.read(DIGEST, "here.json")
    with pytest.raises(PayloadError, match=r"run `tipoff demo` with the same options"):
        bodies.read(DIGEST, "simulated league: shotchartdetail")
    bodies.keep(BODY, DIGEST)
    assert bodies.read(DIGEST, "") == BODY


@given(place=st.integers(0), bit=st.integers(0, 7))
def test_no_flipped_bit_gives_another_body(
    tmp_path_factory: pytest.TempPathFactory, place: int, bit: int
) -> None:
    bodies = Bodies(tmp_path_factory.mktemp("landing"))
    bodies.keep(BODY, DIGEST)
    held = bytearray(bodies.path(DIGEST).read_bytes())
    held[place % len(held)] ^= 1 << bit
    bodies.path(DIGEST).write_bytes(bytes(held))
    if bodies.fault(DIGEST) is None:  # a bit of the header that says nothing of the body
        assert bodies.read(DIGEST, "") == BODY


def test_a_sound_body_is_not_written_again(bodies: Bodies) -> None:
    before = bodies.path(DIGEST).stat()
    bodies.keep(BODY, DIGEST)
    assert bodies.path(DIGEST).stat().st_ino == before.st_ino


def test_a_body_that_cannot_be_read_is_not_called_damaged(bodies: Bodies) -> None:
    path = bodies.path(DIGEST)
    path.unlink()
    path.mkdir()
    with pytest.raises(PayloadError, match="cannot be read: Is a directory"):
        bodies.fault(DIGEST)


def test_a_body_is_there_if_it_is_not_empty(bodies: Bodies) -> None:
    assert bodies.has(DIGEST)
    emptied(bodies.path(DIGEST))
    assert not bodies.has(DIGEST)
    bodies.drop(DIGEST)
    assert not bodies.has(DIGEST)
    bodies.drop(DIGEST)


def test_bodies_that_are_not_here_are_borrowed(bodies: Bodies, tmp_path: Path) -> None:
    borrowing = Bodies(tmp_path / "other", Bodies(tmp_path / "landing"))
    assert borrowing.read(DIGEST, "") == BODY
    assert borrowing.has(DIGEST)
    assert list(borrowing.all()) == []


def test_a_write_that_fails_leaves_nothing_behind(
    bodies: Bodies, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        bodies.keep(b"other", digest_of(b"other"))
    assert [path.name for path in bodies.all()] == [f"{DIGEST}.gz"]


def test_the_names_of_new_directories_are_flushed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr("tipoff.kernel.files.sync", flushed.append)
    bodies = Bodies(tmp_path / "home" / "landing")
    bodies.keep(BODY, DIGEST)
    home, own = tmp_path / "home", bodies.path(DIGEST).parent
    assert flushed == [tmp_path, home, home / "landing", own]
    TableFiles(home / "tables").new("sale", 1)
    assert flushed[4:] == [home, home / "tables"]

"""Readers see a release whole, or the one before it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.kernel.errors import TipoffError
from tipoff.publishing.release import KEPT_RELEASES, Document, Publication

if TYPE_CHECKING:
    from pathlib import Path


def _documents(**digests: str) -> dict[str, Document]:
    return {
        f"{name}.json": Document(f"{name}.json", digest, partial(dict, {"is": digest}))
        for name, digest in digests.items()
    }


def _fails() -> Any:
    raise ZeroDivisionError


def test_what_is_published_is_read_back(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    assert publication.publish(_documents(today="1", status="1")) == 2
    assert publication.read("today.json") == {"is": "1"}


def test_documents_of_the_same_make_are_not_made_again(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.publish(_documents(today="1", status="1"))
    kept = (tmp_path / "current/today.json").stat().st_ino
    assert publication.publish(_documents(today="1", status="1")) == 0
    assert publication.publish(_documents(today="1", status="2")) == 1
    assert publication.read("status.json") == {"is": "2"}
    assert (tmp_path / "current/today.json").stat().st_ino == kept


def test_an_interrupted_release_is_never_seen_and_the_next_one_works(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.publish(_documents(today="1", status="1"))
    broken = {**_documents(today="2"), "status.json": Document("status.json", "2", _fails)}
    with pytest.raises(ZeroDivisionError):
        publication.publish(broken)
    assert publication.read("today.json") == {"is": "1"}
    assert publication.publish(_documents(today="2", status="2")) == 2
    assert publication.read("today.json") == {"is": "2"}


def test_a_reader_that_holds_the_old_release_keeps_it_whole(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.publish(_documents(today="1", status="1"))
    old = (tmp_path / "current").resolve()
    publication.publish(_documents(today="2", status="2"))
    assert [(old / f"{n}.json").read_text() for n in ("today", "status")] == ['{"is":"1"}\n'] * 2


def test_a_document_no_longer_published_is_gone(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.publish(_documents(today="1", gone="1"))
    publication.publish(_documents(today="1"))
    with pytest.raises(TipoffError, match=r"gone\.json is not published"):
        publication.read("gone.json")


def test_old_releases_are_cleared_away(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    for number in range(3 * KEPT_RELEASES):
        publication.publish(_documents(today=str(number)))
    assert len(list(tmp_path.glob("[0-9]*"))) <= KEPT_RELEASES + 1

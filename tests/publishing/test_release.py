"""Readers see a release completely, or the one before it; damaged files are made again."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from tipoff.kernel.errors import TipoffError
from tipoff.publishing import release
from tipoff.publishing.manifest import MANIFEST
from tipoff.publishing.release import CURRENT, KEPT_RELEASES, Documents, Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Damage = Callable[[Path], Any]


def _documents(**digests: str) -> list[Documents]:
    return [
        Documents(
            {f"{name}.json": digest},
            partial(lambda is_, paths: [(path, {"is": is_}) for path in paths], digest),
        )
        for name, digest in digests.items()
    ]


def _failing(paths: Sequence[str]) -> Iterator[tuple[str, Any]]:
    yield paths[0], "made"
    raise ZeroDivisionError


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A publication of two documents, in a second release."""
    new_publication = Publication(tmp_path)
    new_publication.publish(_documents(today="0", status="1"))
    new_publication.publish(_documents(today="1", status="1"))
    return new_publication


def test_what_is_published_is_read_back(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    assert publication.publish(_documents(today="1", status="1")) == 2
    assert publication.read("today.json") == {"is": "1"}
    assert publication.damaged() == []


def test_nothing_published_yet_is_no_damage(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "published")
    assert publication.damaged() == []
    with pytest.raises(TipoffError, match=r"today\.json is not published"):
        publication.read("today.json")
    assert publication.intact("today.json") is None


def test_documents_of_the_same_make_are_not_made_again(
    publication: Publication, tmp_path: Path
) -> None:
    kept = (tmp_path / "current/today.json").stat().st_ino
    assert publication.publish(_documents(today="1", status="1")) == 0
    assert publication.publish(_documents(today="1", status="2")) == 1
    assert publication.read("status.json") == {"is": "2"}
    assert (tmp_path / "current/today.json").stat().st_ino == kept


def test_only_what_changed_is_requested_and_all_of_it_at_once(tmp_path: Path) -> None:
    requests: list[list[str]] = []

    def make(paths: Sequence[str]) -> list[tuple[str, Any]]:
        requests.append(list(paths))
        return [(path, {}) for path in paths]

    publication = Publication(tmp_path)
    publication.publish([Documents({"a/1.json": "1", "a/2.json": "1", "a/3.json": "1"}, make)])
    publication.publish([Documents({"a/1.json": "2", "a/2.json": "1", "a/3.json": "2"}, make)])
    assert requests == [["a/1.json", "a/2.json", "a/3.json"], ["a/1.json", "a/3.json"]]


def test_a_document_that_is_not_made_is_a_fault_of_its_maker(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    with pytest.raises(AssertionError, match=r"not made: today\.json"):
        publication.publish([Documents({"today.json": "1"}, lambda paths: [])])


def test_an_interrupted_release_is_never_seen_and_the_next_one_works(
    publication: Publication, tmp_path: Path
) -> None:
    broken = [*_documents(today="2"), Documents({"a.json": "2", "b.json": "2"}, _failing)]
    with pytest.raises(ZeroDivisionError):
        publication.publish(broken)
    assert publication.read("today.json") == {"is": "1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1", "2", CURRENT]
    assert publication.publish(_documents(today="2", status="2")) == 2
    assert publication.read("today.json") == {"is": "2"}


def test_a_reader_that_holds_the_old_release_keeps_it_whole(
    publication: Publication, tmp_path: Path
) -> None:
    old = (tmp_path / "current").resolve()
    publication.publish(_documents(today="2", status="2"))
    assert [(old / f"{n}.json").read_text() for n in ("today", "status")] == ['{"is":"1"}\n'] * 2


def test_a_document_no_longer_published_is_gone(publication: Publication) -> None:
    assert publication.publish(_documents(today="1")) == 0
    with pytest.raises(TipoffError, match=r"status\.json is not published"):
        publication.read("status.json")


def test_old_releases_are_cleared_away(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    for number in range(3 * KEPT_RELEASES):
        publication.publish(_documents(today=str(number)))
    assert len(list(tmp_path.glob("[0-9]*"))) <= KEPT_RELEASES + 1


def test_published_files_are_not_to_be_changed(publication: Publication, tmp_path: Path) -> None:
    for path in (tmp_path / CURRENT).iterdir():
        assert path.stat().st_mode & 0o222 == 0


def _rewrite(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


def _dangling(place: Path) -> None:
    (place / CURRENT).unlink()
    (place / CURRENT).symlink_to("99")


def _plain_file(place: Path) -> None:
    (place / CURRENT).unlink()
    (place / CURRENT).write_text("2")


def _real_directory(place: Path) -> None:
    shown = (place / CURRENT).resolve()
    (place / CURRENT).unlink()
    shutil.copytree(shown, place / CURRENT)


def _outside(place: Path) -> None:
    (place / CURRENT).unlink()
    (place / CURRENT).symlink_to("/")


def _to_file(name: str, content: bytes | None) -> Damage:
    def change(place: Path) -> None:
        path = place / CURRENT / name
        path.unlink()
        if content is not None:
            path.write_bytes(content)

    return change


DAMAGES: dict[str, Damage] = {
    "manifest missing": _to_file(MANIFEST, None),
    "manifest empty": _to_file(MANIFEST, b""),
    "manifest cut short": _to_file(MANIFEST, b'{"status.json":{"digest":"1","con'),
    "manifest a list": _to_file(MANIFEST, b"[]"),
    "manifest of another form": _to_file(MANIFEST, b'{"status.json":"1","today.json":"1"}'),
    "manifest of other types": _to_file(
        MANIFEST, b'{"today.json":{"digest":1,"content":"","size":"8","modified":0}}'
    ),
    "document missing": _to_file("today.json", None),
    "document empty": _to_file("today.json", b""),
    "document cut short": _to_file("today.json", b'{"is":'),
    "document edited, as long": _to_file("today.json", b'{"is":"7"}\n'),
    "release gone": lambda place: shutil.rmtree((place / CURRENT).resolve()),
    "current gone": lambda place: (place / CURRENT).unlink(),
    "current dangling": _dangling,
    "current a plain file": _plain_file,
    "current a directory": _real_directory,
    "current outside": _outside,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_seen_and_the_next_publish_heals_it(
    publication: Publication, tmp_path: Path, damage: Damage
) -> None:
    damage(tmp_path)
    assert publication.damaged()
    publication.publish(_documents(today="1", status="1"))
    assert publication.damaged() == []
    assert [publication.read(f"{n}.json") for n in ("today", "status")] == [{"is": "1"}] * 2
    assert publication.publish(_documents(today="1", status="1")) == 0


def test_only_what_is_damaged_is_made_again(publication: Publication, tmp_path: Path) -> None:
    kept = (tmp_path / "current/status.json").stat().st_ino
    DAMAGES["document cut short"](tmp_path)
    assert publication.intact("today.json") is None
    assert publication.intact("status.json") == {"is": "1"}
    assert publication.publish(_documents(today="1", status="1")) == 1
    assert (tmp_path / "current/status.json").stat().st_ino == kept


def test_an_edit_that_hides_its_time_is_found_by_reading(
    publication: Publication, tmp_path: Path
) -> None:
    path = tmp_path / CURRENT / "today.json"
    before = path.stat()
    _rewrite(path, b'{"is":"7"}\n')
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    wanted = _documents(today="1", status="1")
    assert publication.publish(wanted) == 0
    (line,) = publication.damaged()
    assert line.endswith("today.json holds other bytes than published")
    assert publication.publish(wanted, thorough=True) == 1
    assert publication.damaged() == []


def test_a_copied_home_is_read_once_and_then_known(
    publication: Publication, tmp_path: Path
) -> None:
    for path in (tmp_path / CURRENT).iterdir():
        os.utime(path, ns=(0, 0))
    assert publication.damaged() == []
    assert publication.publish(_documents(today="1", status="1")) == 0
    held = orjson.loads((tmp_path / CURRENT / MANIFEST).read_bytes())
    assert {entry["modified"] for entry in held.values()} == {0}


def test_without_hard_links_files_are_copied(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert publication.publish(_documents(today="2", status="1")) == 1
    assert publication.damaged() == []
    assert publication.publish(_documents(today="2", status="1")) == 0


def test_a_full_disk_is_reported_in_a_sentence_and_leaves_the_last_release(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content[:3])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(release, "write", full)
    with pytest.raises(TipoffError, match="No space left on device; free some space"):
        publication.publish(_documents(today="2", status="2"))
    monkeypatch.undo()
    assert publication.read("today.json") == {"is": "1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1", "2", CURRENT]
    assert publication.publish(_documents(today="2", status="2")) == 2


def test_a_place_that_cannot_be_written_is_reported_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TipoffError, match=r"file/published/.*: Not a directory"):
        Publication(tmp_path / "file" / "published").publish(_documents(today="1"))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks the system what is flushed")
def test_all_of_a_release_is_on_the_disk_before_readers_see_it(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: dict[str, list[str]] = {"2": [], "3": []}
    flush = os.fsync

    def record(descriptor: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        flushed[os.readlink(tmp_path / CURRENT)].append(str(path.relative_to(tmp_path)))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", record)
    publication.publish(_documents(today="2", status="1"))
    assert sorted(flushed["2"]) == [".", "3", "3/manifest.json", "3/today.json"]
    assert flushed["3"] == ["."]


def test_a_release_that_is_shown_already_survives_an_error_after_the_switch(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(paths: Iterable[Path]) -> None:
        if list(paths) == [tmp_path]:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(release, "flush", broken)
    with pytest.raises(TipoffError, match="Input/output error"):
        publication.publish(_documents(today="2", status="1"))
    assert publication.read("today.json") == {"is": "2"}
    assert publication.damaged() == []


def test_an_old_release_is_gone_on_from_where_all_newer_ones_are_broken(
    publication: Publication, tmp_path: Path
) -> None:
    for number in range(2, 2 + KEPT_RELEASES):
        publication.publish(_documents(today=str(number), status="1"))
        _rewrite(tmp_path / CURRENT / MANIFEST, b"{")
        (tmp_path / CURRENT).unlink()
        (tmp_path / CURRENT).symlink_to("2")
    _dangling(tmp_path)
    assert publication.publish(_documents(today="new", status="1")) == 1
    assert publication.damaged() == []


class _Killed(BaseException):
    """Stands for a process that is gone: nothing it would have done after happens."""


class _Killer:
    """Stops a publication at its nth change of the file system, and every change after that."""

    CHANGES = (
        "open",
        "os.mkdir",
        "os.rename",
        "os.link",
        "os.symlink",
        "os.remove",
        "os.rmdir",
        "os.chmod",
        "shutil.rmtree",
    )

    def __init__(self) -> None:
        self.place: str | None = None
        self.left = 0
        sys.addaudithook(self._watch)

    def _watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.place is None or event not in self.CHANGES:
            return
        if str(arguments[0]).startswith(self.place) or event == "os.symlink":
            self.left -= 1
            if self.left < 0:
                raise _Killed


KILLER = _Killer()


@pytest.mark.parametrize("first", [True, False])
def test_killed_at_any_change_readers_see_a_whole_release_and_the_next_run_heals(
    tmp_path: Path, first: bool
) -> None:
    changes, killed = 0, True
    while killed:
        place = tmp_path / str(changes)
        publication = Publication(place)
        for number in range(0 if first else KEPT_RELEASES + 1):
            publication.publish(_documents(today=str(number), status="1"))
        old = None if first else {"is": str(KEPT_RELEASES)}
        killed = _publish_killed(publication, place, changes)
        seen = publication.intact("today.json") if (place / CURRENT).exists() else None
        assert seen in (old, {"is": "new"})
        if (place / CURRENT).exists():
            assert publication.damaged() == []
        publication.publish(_documents(today="new", status="1"))
        assert publication.damaged() == []
        assert publication.read("today.json") == {"is": "new"}
        publication.publish(_documents(today="newer", status="1"))
        assert len([p for p in place.iterdir() if p.is_dir()]) <= KEPT_RELEASES + 2
        changes += 1
    assert changes > 10


def _publish_killed(publication: Publication, place: Path, after: int) -> bool:
    KILLER.place, KILLER.left = str(place), after
    try:
        publication.publish(_documents(today="new", status="1"))
    except _Killed:
        return True
    finally:
        KILLER.place = None
    return False

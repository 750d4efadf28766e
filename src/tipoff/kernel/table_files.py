"""The files of tables: in a directory, and in object storage where a home has one."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from tipoff.kernel.files import make_directory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tipoff.kernel.objects import Objects

TABLES = "tables"
"""Below which tables' files are kept in object storage."""


class TableFiles:
    """The files of all tables: in a directory, and in object storage where a home has one."""

    def __init__(self, directory: Path, token: int = 0, objects: Objects | None = None) -> None:
        """Name a directory.

        Args:
            directory: with a directory for each table.
            token: the fencing token under which this process writes; 0 under a file lock. New
                files have it in their names, and those of a later token are left alone.
            objects: where all files are kept; the directory then has copies of some.
        """
        self.directory = directory
        self._token = token
        self._objects = objects

    def path(self, table: str, name: str) -> Path:
        """Return where a file of a table lies."""
        return self.directory / table / name

    def local(self, table: str, name: str) -> Path:
        """Return where a file of a table lies, fetched if there is no copy yet.

        One that is lost is for the reader of the path to find out.
        """
        path = self.path(table, name)
        if self._objects is not None and not path.exists():
            self._fetch(table, path)
        return path

    def anew(self, table: str, name: str) -> Path:
        """Return where a file of a table lies, as it is kept now: its copy is fetched again."""
        path = self.path(table, name)
        if self._objects is not None and not self._fetch(table, path):
            path.unlink(missing_ok=True)
        return path

    def new(self, table: str, run: int) -> str:
        """Return a name that no file of the table has had before."""
        make_directory(self.directory / table)
        fence = f"{self._token}-" if self._token else ""
        return f"{run:06d}-{fence}{secrets.token_hex(6)}.parquet"

    def keep(self, table: str, path: Path) -> None:
        """Keep a file, which is flushed, where other machines find it; then it may be named.

        Raises:
            TipoffError: the object storage does not take it.
        """
        if self._objects is not None:
            self._objects.put(_object(table, path.name), path)

    def all(self) -> Iterator[tuple[str, Path]]:
        """Yield each table's name with each file that lies there, or of which there is a copy."""
        found = {(path.parent.name, path) for path in self.directory.glob("*/*")}
        for name in self._kept():
            _, table, file = name.split("/")
            found.add((table, self.path(table, file)))
        yield from sorted(found)

    def sizes(self) -> dict[tuple[str, str], int]:
        """Return the bytes of each file, by table and name."""
        if self._objects is None:
            return {(table, path.name): path.stat().st_size for table, path in self.all()}
        kept = ((name.split("/"), size) for name, size in self._kept().items())
        return {(table, name): size for (_, table, name), size in kept}

    def remove(self, paths: Iterable[Path]) -> int:
        """Remove files that nothing names; return how many bytes that freed.

        A process that wakes up after another took over leaves the files alone which that one is
        writing, and which nothing names yet either.
        """
        freed = 0
        kept = self._kept()
        for path in paths:
            if _fence(path.name) > self._token:
                continue
            name = _object(path.parent.name, path.name)
            freed += kept[name] if name in kept else path.stat().st_size
            if self._objects is not None and name in kept:
                self._objects.remove([name])
            path.unlink(missing_ok=self._objects is not None)
        return freed

    def _kept(self) -> dict[str, int]:
        return {} if self._objects is None else self._objects.sizes(TABLES)

    def _fetch(self, table: str, path: Path) -> bool:
        """Fetch a file; return whether it is kept."""
        assert self._objects is not None
        try:
            self._objects.fetch(_object(table, path.name), path)
        except FileNotFoundError:
            return False
        return True


def _object(table: str, name: str) -> str:
    return f"{TABLES}/{table}/{name}"


def _fence(name: str) -> int:
    """Return the fencing token in a file's name; 0 if there is none.

    For example, 12 of ``000003-12-5f0c9a1be0f4.parquet``, and 0 of ``000003-5f0c9a1be0f4.parquet``.
    """
    parts = name.split("-")
    return int(parts[1]) if len(parts) == 3 and parts[1].isdigit() else 0

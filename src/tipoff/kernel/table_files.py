"""The files of tables: in a directory, and in object storage if a home has one."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from tipoff.kernel.files import make_directory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tipoff.kernel.objects import Objects

TABLES = "tables"
"""The prefix of the names of tables' files in object storage."""


class TableFiles:
    """The files of all tables: in a directory, and in object storage if a home has one."""

    def __init__(self, directory: Path, token: int = 0, objects: Objects | None = None) -> None:
        """Name the places of the files.

        Args:
            directory: the directory that has a directory for each table.
            token: the fencing token under which this process writes; 0 under a file lock. New
                files have it in their names, and files of later tokens are never removed.
            objects: the object storage that holds all files, if the home has one; the directory
                then holds copies of some of them.
        """
        self.directory = directory
        self._token = token
        self._objects = objects

    def path(self, table: str, name: str) -> Path:
        """Return the path of a file of a table."""
        return self.directory / table / name

    def local(self, table: str, name: str) -> Path:
        """Return the path of a file of a table; fetch it first if there is no copy of it.

        If the file is lost, the path does not exist, and reading it raises an error.
        """
        path = self.path(table, name)
        if self._objects is not None and not path.exists():
            self._fetch(table, path)
        return path

    def refetched(self, table: str, name: str) -> Path:
        """Fetch a file of a table from object storage again, even if there is a copy.

        Return its path, which does not exist if the file is lost.
        """
        path = self.path(table, name)
        if self._objects is not None and not self._fetch(table, path):
            path.unlink(missing_ok=True)
        return path

    def new(self, table: str, run: int) -> str:
        """Return a name for a new file that no file of the table has had before."""
        make_directory(self.directory / table)
        fence = f"{self._token}-" if self._token else ""
        return f"{run:06d}-{fence}{secrets.token_hex(6)}.parquet"

    def keep(self, table: str, path: Path) -> None:
        """Put a flushed file into object storage, if there is one, before the catalog names it.

        Raises:
            TipoffError: the object storage does not accept it.
        """
        if self._objects is not None:
            self._objects.put(_object(table, path.name), path)

    def all(self) -> Iterator[tuple[str, Path]]:
        """Yield the table and the path of each file in the directory or in object storage."""
        files = {(path.parent.name, path) for path in self.directory.glob("*/*")}
        for name in self._object_sizes():
            _, table, file = name.split("/")
            files.add((table, self.path(table, file)))
        yield from sorted(files)

    def sizes(self) -> dict[tuple[str, str], int]:
        """Return the bytes of each file, by table and name."""
        if self._objects is None:
            return {(table, path.name): path.stat().st_size for table, path in self.all()}
        objects = ((name.split("/"), size) for name, size in self._object_sizes().items())
        return {(table, name): size for (_, table, name), size in objects}

    def remove(self, paths: Iterable[Path]) -> int:
        """Remove files that the catalog does not name; return the bytes that were freed.

        Files of a later fencing token are not removed: if this process was suspended and another
        one has taken over, they may be files that the other one is still writing.
        """
        freed = 0
        kept = self._object_sizes()
        for path in paths:
            if _fence(path.name) > self._token:
                continue
            name = _object(path.parent.name, path.name)
            freed += kept[name] if name in kept else path.stat().st_size
            if self._objects is not None and name in kept:
                self._objects.remove([name])
            path.unlink(missing_ok=self._objects is not None)
        return freed

    def _object_sizes(self) -> dict[str, int]:
        return {} if self._objects is None else self._objects.sizes(TABLES)

    def _fetch(self, table: str, path: Path) -> bool:
        """Fetch a file from object storage; return whether it is there."""
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

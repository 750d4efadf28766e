"""Object storage in memory that refuses, delays and truncates uploads on demand."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

import fsspec
from fsspec.implementations.memory import MemoryFileSystem

PROTOCOL = "flaky"
_numbers = count()


@dataclass
class Faults:
    """The faults of coming requests."""

    refusals: int = 0
    """Number of coming requests that are answered with 503."""
    every: int = 0
    """Every n-th request is refused; none if 0."""
    torn: int = 0
    """Number of coming uploads that are cut in half but reported as successful."""
    delay: float = 0.0
    """Seconds that an upload takes."""
    requests: list[str] = field(default_factory=list)
    """All requests, in order."""

    def request(self, what: str) -> None:
        """Record a request.

        Raises:
            OSError: the request is to be refused.
        """
        self.requests.append(what)
        if self.refusals or (self.every and len(self.requests) % self.every == 0):
            self.refusals = max(0, self.refusals - 1)
            raise OSError(f"503 Slow Down: {what}")


class FlakyFileSystem(MemoryFileSystem):  # type: ignore[misc]
    """An fsspec file system in memory, with faults."""

    protocol = PROTOCOL
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    faults: ClassVar[Faults] = Faults()

    @classmethod
    def _strip_protocol(cls, path: Any) -> str:
        return str(super()._strip_protocol(str(path).removeprefix(f"{PROTOCOL}://")))

    def put_file(self, lpath: str, rpath: str, *_: Any, **__: Any) -> None:
        """Upload a file."""
        self.faults.request(f"put {rpath}")
        time.sleep(self.faults.delay)
        content = Path(lpath).read_bytes()
        if self.faults.torn:
            self.faults.torn -= 1
            content = content[: len(content) // 2]
        self.pipe_file(rpath, content)

    def get_file(self, rpath: str, lpath: str, *_: Any, **__: Any) -> None:
        """Download a file."""
        self.faults.request(f"get {rpath}")
        Path(lpath).write_bytes(self.cat_file(rpath))

    def find(self, path: str, *arguments: Any, **options: Any) -> Any:
        """List the files below a path."""
        self.faults.request(f"list {path}")
        return super().find(path, *arguments, **options)

    def rm_file(self, path: str) -> None:
        """Remove a file."""
        self.faults.request(f"remove {path}")
        super().rm_file(path)


def flaky_storage() -> tuple[str, Faults]:
    """Return the URL of an empty storage, and its faults, initially none."""
    fsspec.register_implementation(PROTOCOL, FlakyFileSystem, clobber=True)
    FlakyFileSystem.faults = Faults()
    return f"{PROTOCOL}://bucket-{next(_numbers)}/home", FlakyFileSystem.faults


def kept(url: str) -> dict[str, bytes]:
    """Return the objects under a URL, by relative path."""
    root = FlakyFileSystem._strip_protocol(url)
    return {
        name.removeprefix(f"{root}/"): each.getvalue()
        for name, each in FlakyFileSystem.store.items()
        if name.startswith(f"{root}/")
    }

"""The possible states of a home after a loss of power, from a trace of a process's writes.

The process runs under strace, which records every system call that changes a file or a directory,
with its bytes. A replay keeps the content of each file as of its last fsync and the writes since,
and the names in each directory as of its last fsync and the changes since. After a loss of power,
nothing, everything or an arbitrary part of the changes since may be present. The same applies to
SQLite's files; its shared-memory file needs no durability, and is left out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

CALLS = (
    "open,openat,creat,close,lseek,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat,fsync,fdatasync,"
    "sync_file_range,dup,dup2,dup3,fcntl"
)
UNMODELLED = ("writev", "pwritev", "truncate", "fallocate", "link", "linkat", "dup2", "dup3")
LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += +(-?\d+)")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
Fate = Literal["lost", "kept", "some"]
"""The fate of changes that were not flushed."""
T = TypeVar("T")
MARK = b"#"
"""Prefix of lines on standard output that acknowledge something to the user."""


def have_strace() -> bool:
    """Return whether a process can be traced here."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return False
    return (
        subprocess.run(
            ["strace", "-o", "/dev/null", "true"], capture_output=True, check=False
        ).returncode
        == 0
    )


@dataclass
class File:
    """A file's flushed content, and the changes since: (offset, bytes), or (new size, None)."""

    flushed: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def content(self, kept: Sequence[tuple[int, bytes | None]]) -> bytes:
        """Return the content with only the given changes since the flush."""
        content = bytearray(self.flushed)
        for offset, data in kept:
            if data is None:
                content = content[:offset] + bytes(max(0, offset - len(content)))
            else:
                content += bytes(max(0, offset - len(content)))
                content[offset : offset + len(data)] = data
        return bytes(content)

    @property
    def size(self) -> int:
        """Return the size as the process sees it."""
        return len(self.content(self.since))

    def flush(self) -> None:
        """Make all changes last."""
        self.flushed, self.since = self.content(self.since), []


Change = dict[str, "File | Directory | None"]
"""Names that one system call added (a node) or removed (None), atomically."""


@dataclass
class Directory:
    """A directory's flushed names, and the changes since."""

    flushed: Change = field(default_factory=dict)
    since: list[Change] = field(default_factory=list)

    def names(self, kept: Sequence[Change]) -> dict[str, File | Directory]:
        """Return the names with only the given changes since the flush."""
        names = dict(self.flushed)
        for change in kept:
            names.update(change)
        return {name: node for name, node in names.items() if node is not None}

    @property
    def present(self) -> dict[str, File | Directory]:
        """Return the names as the process sees them."""
        return self.names(self.since)

    def flush(self) -> None:
        """Make all changes last."""
        self.flushed, self.since = dict(self.present), []


@dataclass
class Descriptor:
    """An open file, with its offset, and whether it appends."""

    node: File | Directory
    at: int = 0
    appends: bool = False


def record(command: Sequence[str], environment: dict[str, str], trace: Path) -> None:
    """Run a command under strace.

    Raises:
        CalledProcessError: the command failed.
    """
    subprocess.run(
        [
            "strace",
            "-f",
            "-xx",
            "-s",
            "100000000",
            "-e",
            f"trace={CALLS}",
            "-o",
            str(trace),
            *command,
        ],
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def calls(trace: Path) -> Iterator[tuple[str, str, int]]:
    """Yield (name, arguments, result) of each successful call, in order of completion."""
    begun: dict[str, str] = {}
    with trace.open() as lines:
        for line in lines:
            text = line.rstrip("\n")
            if match := UNFINISHED.match(text):
                begun[match[1]] = match[2]
                continue
            if match := RESUMED.match(text):
                text = f"{match[1]} {begun.pop(match[1])}{match[2]}"
            if (match := LINE.match(text)) and int(match[3]) >= 0:
                yield match[1], match[2], int(match[3])


class Replay:
    """A replay of the traced process's changes to the directory ``root``, one call at a time.

    ``root`` must be in an existing directory, whose own entry is assumed to be durable.
    """

    def __init__(self, root: Path) -> None:
        self._above = root.parent
        self.top = Directory()
        self.marks: list[str] = []
        """The acknowledgements so far."""
        self._open: dict[int, Descriptor] = {}

    def steps(self, trace: Path) -> Iterator[str]:
        """Replay a trace; yield the call's name after each flush and each acknowledgement."""
        for name, arguments, result in calls(trace):
            handler = getattr(self, f"_on_{name}", None)
            if handler is not None and handler(arguments, result):
                yield name
            elif name in UNMODELLED and self._concerns(arguments):
                raise AssertionError(f"{name} is not modelled: {arguments[:200]}")

    def fall(self, into: Path, data: Fate, names: Fate, chance: random.Random) -> None:
        """Write a possible state of the directory after a loss of power at this point."""
        self._fall(self.top, into, data, names, chance)

    def _fall(
        self, directory: Directory, into: Path, data: Fate, names: Fate, chance: random.Random
    ) -> None:
        into.mkdir()
        for name, node in directory.names(_kept(directory.since, names, chance)).items():
            if isinstance(node, Directory):
                self._fall(node, into / name, data, names, chance)
            elif not name.endswith("-shm"):
                (into / name).write_bytes(node.content(_kept(node.since, data, chance)))

    def _place(self, path: str) -> tuple[Directory, str] | None:
        """Return directory and name of a path below the root; None for other paths."""
        try:
            parts = Path(path).relative_to(self._above).parts
        except ValueError:
            return None
        directory = self.top
        for part in parts[:-1]:
            node = directory.present.get(part)
            if not isinstance(node, Directory):
                return None
            directory = node
        return (directory, parts[-1]) if parts else None

    def _concerns(self, arguments: str) -> bool:
        number = arguments.split(",", 1)[0].strip()
        if number.isdigit() and int(number) in self._open:
            return True
        return any(self._place(path) is not None for path in _paths(arguments))

    def _on_openat(self, arguments: str, result: int) -> None:
        self._open.pop(result, None)
        (path,) = _paths(arguments)
        if path == str(self._above):
            self._open[result] = Descriptor(self.top)
        place = self._place(path)
        if place is None:
            return
        directory, name = place
        node = directory.present.get(name)
        if node is None:
            assert "O_CREAT" in arguments, path
            node = File()
            directory.since.append({name: node})
        if isinstance(node, File) and "O_TRUNC" in arguments and node.size:
            node.since.append((0, None))
        self._open[result] = Descriptor(node, appends="O_APPEND" in arguments)

    def _on_open(self, arguments: str, result: int) -> None:
        self._on_openat(arguments, result)

    def _on_close(self, arguments: str, result: int) -> None:
        self._open.pop(int(arguments), None)

    def _on_dup(self, arguments: str, result: int) -> None:
        self._alias(int(arguments), result)

    def _on_fcntl(self, arguments: str, result: int) -> None:
        if "F_DUPFD" in arguments:
            self._alias(int(arguments.split(",", 1)[0]), result)

    def _alias(self, number: int, result: int) -> None:
        self._open.pop(result, None)
        if number in self._open:
            self._open[result] = self._open[number]

    def _on_lseek(self, arguments: str, result: int) -> None:
        descriptor = self._descriptor(arguments)
        if descriptor is not None:
            descriptor.at = result

    def _on_write(self, arguments: str, result: int) -> bool:
        if arguments.startswith("1,"):
            self.marks += [
                line[1:].decode() for line in _bytes(arguments).split(b"\n") if line[:1] == MARK
            ]
            return True
        descriptor = self._descriptor(arguments)
        if descriptor is not None and isinstance(descriptor.node, File):
            at = descriptor.node.size if descriptor.appends else descriptor.at
            descriptor.node.since.append((at, _bytes(arguments)[:result]))
            descriptor.at = at + result
        return False

    def _on_pwrite64(self, arguments: str, result: int) -> None:
        descriptor = self._descriptor(arguments)
        if descriptor is not None and isinstance(descriptor.node, File):
            offset = int(arguments.rsplit(",", 1)[1])
            descriptor.node.since.append((offset, _bytes(arguments)[:result]))

    def _on_ftruncate(self, arguments: str, result: int) -> None:
        descriptor = self._descriptor(arguments)
        if descriptor is not None and isinstance(descriptor.node, File):
            descriptor.node.since.append((int(arguments.rsplit(",", 1)[1]), None))

    def _on_fsync(self, arguments: str, result: int) -> bool:
        descriptor = self._descriptor(arguments)
        if descriptor is not None:
            descriptor.node.flush()
        return descriptor is not None

    def _on_fdatasync(self, arguments: str, result: int) -> bool:
        return self._on_fsync(arguments, result)

    def _on_mkdir(self, arguments: str, result: int) -> None:
        place = self._place(*_paths(arguments))
        if place is not None:
            place[0].since.append({place[1]: Directory()})

    def _on_unlink(self, arguments: str, result: int) -> None:
        place = self._place(*_paths(arguments))
        if place is not None:
            place[0].since.append({place[1]: None})

    _on_unlinkat = _on_rmdir = _on_unlink
    _on_mkdirat = _on_mkdir

    def _on_rename(self, arguments: str, result: int) -> None:
        source, target = (self._place(path) for path in _paths(arguments))
        if source is None and target is None:
            return
        assert source is not None, arguments
        assert target is not None, arguments
        assert source[0] is target[0], "a rename across directories is not modelled"
        node = source[0].present[source[1]]
        source[0].since.append({source[1]: None, target[1]: node})

    _on_renameat = _on_renameat2 = _on_rename

    def _descriptor(self, arguments: str) -> Descriptor | None:
        return self._open.get(int(arguments.split(",", 1)[0]))


def _kept(since: list[T], fate: Fate, chance: random.Random) -> list[T]:
    match fate:
        case "lost":
            return []
        case "kept":
            return since
        case "some":
            return [change for change in since if chance.random() < 0.5]


def _bytes(arguments: str) -> bytes:
    match = TEXT.search(arguments)
    assert match is not None, arguments[:200]
    return bytes.fromhex(match[1].replace("\\x", ""))


def _paths(arguments: str) -> list[str]:
    return [bytes.fromhex(m.replace("\\x", "")).decode() for m in TEXT.findall(arguments)]

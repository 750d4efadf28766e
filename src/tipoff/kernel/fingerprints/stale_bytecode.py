"""Refuse to run code that differs from the source files on disk.

The functions of a module are compared with its source. Code that runs only when the module is
loaded, such as an assignment, is not in memory any more, so the module's bytecode cache is compared
with the source as well.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import importlib.util
import json
import marshal
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import TipoffError
from tipoff.kernel.fingerprints.bytecode import nested
from tipoff.kernel.fingerprints.content import ContentDigests

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Codes = dict[str, CodeType]
"""Code objects by their quick digest, which may differ between code objects that do the same."""


def refuse_stale_bytecode(modules: Iterable[ModuleType], verified: Path | None = None) -> None:
    """Compare each module's loaded functions with its source on disk.

    Args:
        modules: the modules to compare; those without a source file are skipped.
        verified: a JSON file with the results of earlier comparisons, so that only new code is
            compared. It is created if it is missing, and replaced if it is damaged.

    Raises:
        TipoffError: a module runs other code than its file has, because the file was edited after
            this process loaded it, or because its bytecode cache is stale.
    """
    known = _read(verified) if verified is not None else {}
    compared = {}
    for path, loaded in _loaded(modules).items():
        file = _File.read(path)
        codes = known.get(path, {}).get(file.digest)
        if codes is None or not loaded.keys() <= set(codes):
            compared[path] = {file.digest: sorted({*_compared(file, loaded), *loaded})}
    if verified is not None and compared:
        _write(verified, {**known, **compared})


def _loaded(modules: Iterable[ModuleType]) -> dict[str, Codes]:
    """Return the code of every living function of the modules, by the module's path.

    All living functions are examined for the globals that they use, so that functions kept in a
    property, a cache, a closure, a container or a declaration are found too.
    """
    paths = {id(vars(m)): str(m.__file__) for m in modules if _has_source(m)}
    loaded: dict[str, Codes] = {path: {} for path in paths.values()}
    for function in gc.get_objects():
        if type(function) is FunctionType:
            path, code = paths.get(id(function.__globals__)), function.__code__
            if path is not None and code.co_filename == path:
                loaded[path][_loaded_digest(code)] = code
    return loaded


_digests: dict[int, tuple[CodeType, str]] = {}
"""Loaded code objects, which never change, and their quick digests, by ``id``. The reference to the
code object keeps its ``id`` from being reused."""


def _loaded_digest(code: CodeType) -> str:
    """Return the quick digest of a loaded code object, computed once in a process."""
    known = _digests.get(id(code))
    if known is None:
        known = _digests[id(code)] = code, _quick_digest(code)
    return known[1]


def _has_source(module: ModuleType) -> bool:
    return (getattr(module, "__file__", None) or "").endswith(".py")


@dataclass(frozen=True, slots=True)
class _File:
    """A module's source, and its bytecode cache if Python would use it; empty otherwise."""

    path: str
    source: bytes
    cache: bytes

    @classmethod
    def read(cls, path: str) -> _File:
        try:
            source, status = _content(path), os.stat(path)
        except OSError as error:
            raise TipoffError(
                f"{path}, which this process runs, cannot be read: {error.strerror}; start again"
            ) from error
        try:
            cache = _content(importlib.util.cache_from_source(path))
        except OSError:
            cache = b""
        return cls(path, source, cache if _is_trusted(cache, source, status) else b"")

    @property
    def digest(self) -> str:
        return hashlib.blake2b(self.source + self.cache, digest_size=16).hexdigest()

    def compiled(self) -> CodeType:
        try:
            return compile(self.source, self.path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise _differs(self.path) from error

    def cached(self) -> CodeType | None:
        try:
            return marshal.loads(self.cache[_HEADER:]) if self.cache else None
        except (EOFError, TypeError, ValueError) as error:
            raise _differs(self.path) from error


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


_HEADER = 16
"""The number of bytes before the code in a bytecode cache (PEP 552)."""


def _is_trusted(cache: bytes, source: bytes, status: os.stat_result) -> bool:
    """Return whether Python would load a bytecode cache instead of compiling the source."""
    magic, flags, validity = cache[:4], int.from_bytes(cache[4:8], "little"), cache[8:_HEADER]
    if magic != importlib.util.MAGIC_NUMBER:
        return False
    if flags & 1:  # the cache has the source's hash, which is checked if the second bit is set
        return not flags & 2 or validity == importlib.util.source_hash(source)
    stated = (int(status.st_mtime) & 0xFFFFFFFF, status.st_size & 0xFFFFFFFF)
    return validity == b"".join(number.to_bytes(4, "little") for number in stated)


def _compared(file: _File, loaded: Codes) -> Codes:
    """Return the code in the source, after comparing the loaded code with it.

    Raises:
        TipoffError: loaded code, or the bytecode cache, differs from the source.
    """
    module, cached = file.compiled(), file.cached()
    written = {_quick_digest(code): code for code in nested(module)}
    content = ContentDigests()
    same = {(code.co_qualname, content.of(code)) for code in written.values()}
    for digest, code in loaded.items():
        if digest not in written and (code.co_qualname, content.of(code)) not in same:
            raise _differs(file.path)
    if cached is not None and content.of(cached) != content.of(module):
        raise _differs(file.path)
    return written


def _differs(path: str) -> TipoffError:
    return TipoffError(
        f"{path} differs from the code this process loaded from it;"
        " start again, and delete its __pycache__ if this message comes again"
    )


def _quick_digest(code: CodeType) -> str:
    """Return a digest of everything in a code object, line numbers and docstrings included.

    It uses version 2 of the marshal format, which does not record whether values are shared or
    interned, since that depends on the process.
    """
    return hashlib.blake2b(marshal.dumps(code, 2), digest_size=8).hexdigest()


def _read(verified: Path) -> dict[str, dict[str, list[str]]]:
    """Return, for each module's path and digest, the digests of the code compared with it."""
    try:
        known = json.loads(verified.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if _is_well_formed(known) else {}


def _is_well_formed(known: Any) -> bool:
    return isinstance(known, dict) and all(
        isinstance(codes, list) and all(isinstance(code, str) for code in codes)
        for sources in known.values()
        for codes in (sources.values() if isinstance(sources, dict) else [None])
    )


def _write(verified: Path, known: Mapping[str, Any]) -> None:
    """Replace the file; if that fails, nothing is lost but time at the next comparison."""
    with contextlib.suppress(OSError):
        verified.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=verified.parent) as directory:
            written = Path(directory, verified.name)
            written.write_text(json.dumps(known))
            os.replace(written, verified)

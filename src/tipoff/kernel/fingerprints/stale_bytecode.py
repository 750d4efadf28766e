"""Refuse to run code that is not what the files on disk say.

What a module's functions do is compared with its source. What else it does when it is loaded,
such as giving a name a value, leaves no code behind, so that its bytecode cache is compared.
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
"""Code objects by a digest that is quick to make, but that differs between equal code too."""


def refuse_stale_bytecode(modules: Iterable[ModuleType], verified: Path | None = None) -> None:
    """Compare each module's loaded functions with its source on disk.

    Args:
        modules: those to compare; one without a source file is passed over.
        verified: a JSON file that remembers what was compared, so that only what is new is
            compared again. It is made if it is missing, and replaced if it is damaged.

    Raises:
        TipoffError: a module runs other code than its file holds, because the file was
            edited after this process loaded it, or because its bytecode cache is stale.
    """
    known = _read(verified) if verified is not None else {}
    news = {}
    for path, loaded in _loaded(modules).items():
        file = _File.read(path)
        codes = known.get(path, {}).get(file.digest)
        if codes is None or not loaded.keys() <= set(codes):
            news[path] = {file.digest: sorted({*_compared(file, loaded), *loaded})}
    if verified is not None and news:
        _write(verified, {**known, **news})


def _loaded(modules: Iterable[ModuleType]) -> dict[str, Codes]:
    """Return the code of every living function of the modules, by the module's path.

    All living functions are asked which module's globals they use, so none is missed that is
    kept in a property, a cache, a closure, a container or a declaration.
    """
    paths = {id(vars(m)): str(m.__file__) for m in modules if _has_source(m)}
    found: dict[str, Codes] = {path: {} for path in paths.values()}
    for function in gc.get_objects():
        if type(function) is FunctionType:
            path, code = paths.get(id(function.__globals__)), function.__code__
            if path is not None and code.co_filename == path:
                found[path][_loaded_digest(code)] = code
    return found


_digests: dict[int, tuple[CodeType, str]] = {}
"""By identity, which is that of the code kept beside it: code that is loaded never changes."""


def _loaded_digest(code: CodeType) -> str:
    """Return the quick digest of code that is loaded, made once for all runs of a process."""
    known = _digests.get(id(code))
    if known is None:
        known = _digests[id(code)] = code, _quick_digest(code)
    return known[1]


def _has_source(module: ModuleType) -> bool:
    return (getattr(module, "__file__", None) or "").endswith(".py")


@dataclass(frozen=True, slots=True)
class _File:
    """A module's source, and the bytecode cache that Python takes to be of that source."""

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
"""Bytes before the code in a bytecode cache, as PEP 552 lays them out."""


def _is_trusted(cache: bytes, source: bytes, status: os.stat_result) -> bool:
    """Return whether Python runs a bytecode cache in place of the source."""
    magic, flags, validity = cache[:4], int.from_bytes(cache[4:8], "little"), cache[8:_HEADER]
    if magic != importlib.util.MAGIC_NUMBER:
        return False
    if flags & 1:  # by the source's hash, which is looked at if the second bit is set
        return not flags & 2 or validity == importlib.util.source_hash(source)
    stated = (int(status.st_mtime) & 0xFFFFFFFF, status.st_size & 0xFFFFFFFF)
    return validity == b"".join(number.to_bytes(4, "little") for number in stated)


def _compared(file: _File, loaded: Codes) -> Codes:
    """Return the code that the source holds, after comparing what is loaded with it."""
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
        " start again, and delete its __pycache__ if this is said again"
    )


def _quick_digest(code: CodeType) -> str:
    """Return a digest of everything in the code, line numbers and docstrings included.

    Version 2 of the format marks neither shared nor interned values, which depend on the process.
    """
    return hashlib.blake2b(marshal.dumps(code, 2), digest_size=8).hexdigest()


def _read(verified: Path) -> dict[str, dict[str, list[str]]]:
    """Return path -> digest of its file -> digests of the code compared with it."""
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
    """Replace the file whole. Where that is not possible, only the next comparison is slower."""
    with contextlib.suppress(OSError):
        verified.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=verified.parent) as beside:
            written = Path(beside, verified.name)
            written.write_text(json.dumps(known))
            os.replace(written, verified)

"""Refuse to run code that is not what the files on disk say."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import marshal
import os
import tempfile
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.bytecode import nested
from tipoff.kernel.content import ContentDigests
from tipoff.kernel.errors import TipoffError

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
        source = _source(path)
        digest = hashlib.blake2b(source, digest_size=16).hexdigest()
        codes = known.get(path, {}).get(digest, [])
        if not loaded.keys() <= set(codes):
            news[path] = {digest: sorted({*_compared(path, source, loaded), *loaded})}
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
                found[path][_quick_digest(code)] = code
    return found


def _has_source(module: ModuleType) -> bool:
    return (getattr(module, "__file__", None) or "").endswith(".py")


def _source(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise TipoffError(
            f"{path}, which this process runs, cannot be read: {error.strerror}; start again"
        ) from error


def _compared(path: str, source: bytes, loaded: Codes) -> Codes:
    """Return the code that the source holds, after comparing what is loaded with it."""
    written = _written(path, source)
    content = ContentDigests()
    same = {(code.co_qualname, content.of(code)) for code in written.values()}
    for digest, code in loaded.items():
        if digest not in written and (code.co_qualname, content.of(code)) not in same:
            raise _differs(path)
    return written


def _written(path: str, source: bytes) -> Codes:
    try:
        module = compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        raise _differs(path) from error
    return {_quick_digest(code): code for code in nested(module)}


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
    """Return path -> digest of source -> digests of the code compared with it."""
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
        with tempfile.NamedTemporaryFile("w", dir=verified.parent, delete=False) as file:
            json.dump(known, file)
        os.replace(file.name, verified)

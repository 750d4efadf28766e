"""Fingerprints: a digest of all code and declarations that can change a table's rows.

What is digested is the compiled code that will run, followed through every name it uses
inside its own package: an edit two calls away changes the fingerprint, a comment does not.
"""

from __future__ import annotations

import hashlib
import inspect
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import TipoffError
from tipoff.kernel.schema import Column, Rule, Schema
from tipoff.kernel.table import Check, Stream, TableDefinition

if TYPE_CHECKING:
    from tipoff.kernel.graph import Graph


Described = dict[int, tuple[Any, str, list[Any]]]
"""What is known of values, by identity, which holds while they are kept: tables share most."""


def fingerprints(graph: Graph) -> dict[str, str]:
    """The fingerprint of each table: its own code and declarations, and its inputs'."""
    found: dict[str, str] = {}
    described: Described = {}
    for name, definition in graph.tables.items():
        parts = [
            _declaration(definition, described),
            *(found[p] for p in sorted(definition.tables)),
        ]
        if definition.stream is not None:
            parts.append(_stream(graph.streams[definition.stream], described))
        found[name] = _digest(parts)
    return found


@cache
def digest(code: Any) -> str:
    """A digest of a function or class of our own, and of all it uses."""
    return _digest(_closure([code], {}))


def refuse_stale_bytecode(modules: Iterable[ModuleType]) -> None:
    """Compare each module's loaded functions with its source on disk.

    Raises:
        TipoffError: a module runs other code than its file holds, because the file was
            edited after this process loaded it, or because its bytecode cache is stale.
    """
    for module in modules:
        path = getattr(module, "__file__", None)
        if path is None or not path.endswith(".py"):
            continue
        source = compile(Path(path).read_bytes(), path, "exec", dont_inherit=True)
        written = {(c.co_qualname, _digest_code(c)) for c in _nested(source)}
        for code in _loaded(module):
            if code.co_filename == path and (code.co_qualname, _digest_code(code)) not in written:
                raise TipoffError(
                    f"{path} differs from the code this process loaded from it;"
                    " start again, and delete its __pycache__ if this is said again"
                )


def _loaded(module: ModuleType) -> Iterable[CodeType]:
    for value in vars(module).values():
        members = list(vars(value).values()) if isinstance(value, type) else [value]
        for member in members:
            function = getattr(member, "__func__", None) or getattr(member, "fget", None) or member
            function = getattr(function, "function", None) or getattr(function, "parse", function)
            if isinstance(function, FunctionType):
                yield function.__code__


def _nested(code: CodeType) -> Iterable[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _nested(constant)


def _digest_code(code: CodeType) -> str:
    return _digest(_code_parts(code))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def _code_parts(code: CodeType) -> Iterable[str]:
    yield code.co_code.hex()
    yield repr((code.co_names, code.co_varnames, code.co_freevars, code.co_argcount))
    for constant in code.co_consts[1 if _has_docstring(code) else 0 :]:
        if isinstance(constant, CodeType):
            yield from _code_parts(constant)
        else:
            yield _plain(constant)


def _has_docstring(code: CodeType) -> bool:
    """Whether the first constant documents the function rather than being used by it."""
    if sys.version_info >= (3, 13):
        return bool(code.co_flags & inspect.CO_HAS_DOCSTRING)
    named = not code.co_name.startswith("<")
    return named and bool(code.co_consts) and isinstance(code.co_consts[0], str)


def _plain(value: Any) -> str:
    """A text that is equal for equal values, in every process."""
    return _text(value, [])


def _declaration(definition: TableDefinition, described: Described) -> str:
    """Everything about one table but its inputs."""
    schema = definition.schema
    functions = [definition.function, *(r.function for r in schema.rules)]
    functions += [c.function for c in definition.checks]
    return "\n".join(
        [
            _plain([(i.name, i.kind, repr(i.days), i.columns) for i in definition.inputs]),
            _plain([definition.every, definition.needs_result, definition.prefers]),
            _plain([schema.tolerated_share, schema.tolerated_rows]),
            _columns(schema),
            _plain([(r.name, r.column, r.critical) for r in schema.rules]),
            *_closure(functions, described),
        ]
    )


def _columns(schema: type[Schema]) -> str:
    def stated(column: Column) -> Any:
        own = (column.dtype, column.key, column.partition, column.provenance)
        return (*own, *column.conditions(""))

    return _plain({name: stated(column) for name, column in schema.columns.items()})


def _stream(stream: Stream, described: Described) -> str:
    declared = _plain([stream.resources, stream.parameters, stream.columns, stream.key])
    return "\n".join([declared, *_closure([stream.parse], described)])


def _closure(roots: Iterable[Any], described: Described) -> list[str]:
    """Digests of the functions and of all they use in their own top-level packages."""
    seen: dict[int, str] = {}
    stack: list[Any] = list(roots)
    while stack:
        value = stack.pop()
        if id(value) not in seen:
            seen[id(value)], used = _describe(value, described)
            stack.extend(used)
    return sorted(set(seen.values()))


def _describe(value: Any, described: Described) -> tuple[str, list[Any]]:
    """A digest of one value, and the further values it uses."""
    if id(value) not in described:
        used: list[Any] = []
        described[id(value)] = value, _text(value, used), used
    _, text, used = described[id(value)]
    return text, used


def _text(value: Any, used: list[Any]) -> str:  # noqa: PLR0911 - one for each kind
    """A text equal for equal values; what is to be followed further is added to ``used``."""
    value = _unwrapped(value)
    if isinstance(value, FunctionType):
        return _function(value, used)
    if isinstance(value, type) and _is_ours(value.__module__):
        return _class(value, used)
    if isinstance(value, (ModuleType, TableDefinition, Stream, Rule, Check, type)):
        return str(getattr(value, "__name__", getattr(value, "name", "")))
    if isinstance(value, (set, frozenset)):
        return "{" + ",".join(sorted(_text(v, used) for v in value)) + "}"
    if isinstance(value, Mapping):
        items = (f"{_text(k, used)}:{_text(v, used)}" for k, v in value.items())
        return "{" + ",".join(items) + "}"
    if isinstance(value, (list, tuple)):
        return "(" + ",".join(_text(v, used) for v in value) + ")"
    if is_dataclass(value):
        used.append(type(value))
        states = [getattr(value, field.name) for field in fields(value)]
        return type(value).__qualname__ + _text(states, used)
    text = repr(value)
    return text if " at 0x" not in text else type(value).__qualname__


def _unwrapped(value: Any) -> Any:
    """The function behind a method, a property or a cache."""
    if isinstance(value, (staticmethod, classmethod)):
        return value.__func__
    if isinstance(value, property):
        return value.fget
    if callable(value) and not isinstance(value, (FunctionType, type)):
        return getattr(value, "__wrapped__", value)
    return value


def _function(function: FunctionType, used: list[Any]) -> str:
    if not _is_ours(function.__module__):
        return f"{function.__module__}.{function.__qualname__}"
    used += [*_used(function), *(c.cell_contents for c in function.__closure__ or ())]
    defaults = _text([function.__defaults__, function.__kwdefaults__], used)
    return f"{function.__qualname__}:{_digest_code(function.__code__)}:{defaults}"


def _class(value: type, used: list[Any]) -> str:
    if issubclass(value, Schema):
        return _columns(value)
    used += [m for m in vars(value).values() if isinstance(m, _CODE)]
    used += value.__bases__
    return f"class {value.__qualname__}"


_CODE = (FunctionType, staticmethod, classmethod, property)


def _used(function: FunctionType) -> list[Any]:
    """The global values a function names, and attributes it takes of our own modules."""
    found = []
    codes = [function.__code__, *_nested(function.__code__)]
    names = sorted({name for code in codes for name in code.co_names})
    for name in names:
        value = function.__globals__.get(name)
        if isinstance(value, ModuleType) and _is_ours(value.__name__):
            found += [vars(value)[n] for n in names if n in vars(value)]
        elif value is not None and not isinstance(value, ModuleType):
            found.append(value)
    return found


@cache
def _is_ours(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] not in sys.stdlib_module_names and not _installed(
        module
    )


def _installed(module: str) -> bool:
    path = getattr(sys.modules.get(module), "__file__", None) or ""
    return "site-packages" in path and not module.startswith("tipoff")

"""Describe values: each consists of a head, which is text, and named parts, which are values."""

from __future__ import annotations

import copyreg
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache, cached_property, partial
from types import (
    CodeType,
    DynamicClassAttribute,
    EllipsisType,
    FunctionType,
    MappingProxyType,
    ModuleType,
    NoneType,
    NotImplementedType,
)
from typing import TYPE_CHECKING, Any, cast

from tipoff.kernel.declare.stream import Stream
from tipoff.kernel.declare.table import TableDefinition
from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.fingerprints.bytecode import instructions
from tipoff.kernel.fingerprints.declared_parts import class_parts, stream_parts, table_parts
from tipoff.kernel.fingerprints.named_values import MODULE_MACHINERY, named_values
from tipoff.kernel.fingerprints.ownership import is_ours, module_of, versioned

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

PLAIN = frozenset(
    {NoneType, bool, int, float, complex, str, bytes, EllipsisType, NotImplementedType}
)
"""The types of values whose ``repr`` is their whole content."""


@dataclass(frozen=True, slots=True)
class Description:
    """A value's content: two values are equal if their heads and their parts by name are equal."""

    head: str
    parts: list[tuple[str, Any]]
    ordered: bool = True
    """Whether the order of the parts matters; it does not in a set."""


def is_plain(value: Any) -> bool:
    """Return whether a value's ``repr`` is its whole content, and the same in every process."""
    return type(value) in PLAIN or (type(value) is tuple and all(map(is_plain, value)))


def describe(value: Any) -> Description:
    """Return the description of a value that is not plain.

    Raises:
        DeclarationError: its content is not accessible, as with a lock or an open file.
    """
    for kinds, described in _KINDS:
        if isinstance(value, kinds):
            return described(value)
    if type(value) in _CONTAINERS:
        return _CONTAINERS[type(value)](value)
    return _instance(value)


def numbered(head: str, values: Iterable[Any]) -> Description:
    """Return a description whose parts have no names, only an order."""
    return Description(head, [("", value) for value in values])


def _code(code: CodeType) -> Description:
    executed = instructions(code)
    return numbered(executed.text, executed.constants)


def _function(function: FunctionType) -> Description:
    if not is_ours(_home(function)):
        return _foreign_function(function)
    parts: list[tuple[str, Any]] = [
        ("code", function.__code__),
        ("defaults", function.__defaults__),
        ("keyword defaults", function.__kwdefaults__),
        *(("attribute " + name, value) for name, value in sorted(vars(function).items())),
        *_cells(function),
        *named_values(function),
    ]
    return Description("function", parts)


def _home(function: FunctionType) -> str:
    """Return the module that a function's code is in; ``wraps`` changes ``__module__``."""
    return str(function.__globals__.get("__name__", "__main__"))


def _cells(function: FunctionType) -> Iterator[tuple[str, Any]]:
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        try:
            yield "enclosed " + name, cell.cell_contents
        except ValueError:  # not assigned yet
            yield "enclosed " + name, "<empty>"


def _foreign_function(function: FunctionType) -> Description:
    """Describe a library's function, and the functions that it wraps if it is a decorator's."""
    wrapped = [(n, vars(function)[n]) for n in ("__wrapped__", "registry") if n in vars(function)]
    enclosed = [each for each in _cells(function) if isinstance(each[1], (FunctionType, type))]
    name = f"{versioned(_home(function))}.{function.__code__.co_qualname}"
    return Description(name, wrapped + enclosed)


def _class(value: type) -> Description:
    module = module_of(value)
    if not is_ours(module):
        return Description(f"{versioned(module)}.{value.__qualname__}", [])
    return Description(f"class {value.__name__}", class_parts(value))


def _module(module: ModuleType) -> Description:
    """Describe a module that is used as a whole: our own by all that it defines and imports."""
    if not is_ours(module.__name__):
        return Description(versioned(module.__name__), [])
    members = {
        name: value
        for name, value in vars(module).items()
        if name not in MODULE_MACHINERY and not isinstance(value, ModuleType)
    }
    return Description("module", sorted(members.items()))


def _member(member: Enum) -> Description:
    return Description(f"member {member.name}", [("class", type(member))])


def _wrapper(value: Any, *wrapped: str) -> Description:
    parts = [(name, getattr(value, name)) for name in wrapped]
    return Description("wrapper", [("class", type(value)), *parts])


def _set(values: Iterable[Any]) -> Description:
    return Description("set", [("", value) for value in values], ordered=False)


def _mapping(values: Mapping[Any, Any]) -> Description:
    """Describe a mapping by its items in order, which code that iterates over it may depend on."""
    return numbered("mapping", [each for item in values.items() for each in item])


def _instance(value: Any) -> Description:
    """Describe any other value by its fields, its library's name for it, or how it is copied."""
    if hasattr(value, "__dataclass_fields__") and is_ours(module_of(type(value))):
        kind: Any = type(value)
        state = [(name, getattr(value, name, "<unset>")) for name in _field_names(kind)]
        return Description("instance", [("class", kind), *state])
    return _named_by_library(value) or _reduced(value)


def _named_by_library(value: Any) -> Description | None:
    """Describe a library's callable by its name, since some of them cannot be copied."""
    name, home = getattr(value, "__qualname__", None), getattr(value, "__module__", None)
    if not callable(value) or not isinstance(name, str) or not isinstance(home, str):
        return None
    return None if is_ours(home) else Description(f"{versioned(home)}.{name}", [])


@cache
def _field_names(kind: Hashable) -> list[str]:
    return [each.name for each in fields(cast("Any", kind))]


def _reduced(value: Any) -> Description:
    """Describe a value by the call that would copy it, as for ``copy`` and ``pickle``.

    Raises:
        DeclarationError: it cannot be copied.
    """
    try:
        registered = copyreg.dispatch_table.get(type(value))
        reduced = registered(value) if registered is not None else value.__reduce_ex__(4)
    except Exception as error:
        raise DeclarationError(f"a {type(value).__qualname__} has no content to compare") from error
    if isinstance(reduced, str):
        home = getattr(value, "__module__", None) or module_of(type(value))
        return Description(f"{versioned(home)}.{reduced}", [("class", type(value))])
    function, arguments, state, items, pairs = (*reduced, None, None, None)[:5]
    return numbered(
        "made", [function, arguments, _state(value, state), list(items or ()), list(pairs or ())]
    )


def _state(value: Any, state: Any) -> Any:
    """Return an instance's attributes sorted by name, without cached properties."""
    if not isinstance(state, dict):
        return state
    cached = {n for n in state if isinstance(getattr(type(value), str(n), None), cached_property)}
    return sorted((str(name), state[name]) for name in state.keys() - cached) or None


_KINDS: tuple[tuple[Any, Callable[[Any], Description]], ...] = (
    (CodeType, _code),
    (FunctionType, _function),
    (TableDefinition, lambda value: Description("table", table_parts(value))),
    (Stream, lambda value: Description("stream", stream_parts(value))),
    (type, _class),
    (ModuleType, _module),
    (Enum, _member),
    ((staticmethod, classmethod), lambda value: _wrapper(value, "__func__")),
    ((property, DynamicClassAttribute), lambda value: _wrapper(value, "fget", "fset", "fdel")),
    (cached_property, lambda value: _wrapper(value, "func")),
    (type(_field_names), lambda value: _wrapper(value, "__wrapped__")),  # functions with @cache
)
_CONTAINERS: Mapping[type, Callable[[Any], Description]] = {
    tuple: partial(numbered, "tuple"),
    list: partial(numbered, "list"),
    set: _set,
    frozenset: _set,
    dict: _mapping,
    MappingProxyType: _mapping,
}

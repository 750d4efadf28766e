"""The values that a function's code names: globals, and what it imports inside its body."""

from __future__ import annotations

import dis
import importlib
import importlib.util
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.fingerprints.bytecode import global_names, imports, nested
from tipoff.kernel.fingerprints.ownership import is_available, is_ours, versioned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Named = tuple[str, Any]
"""A name as the code writes it, and the value it stands for."""
MODULE_MACHINERY = frozenset(
    {"__builtins__", "__cached__", "__doc__", "__file__", "__loader__", "__path__", "__spec__"}
)
"""Names in every module's namespace that say where it lies, not what it holds."""
_LOADS_OF_CONTENT = frozenset({"LOAD_CONST", "LOAD_ATTR", "LOAD_METHOD"})


def named_values(function: FunctionType) -> list[Named]:
    """Return what the function's code and all code nested in it name, in the order of names.

    A module of ours stands for the attributes that are taken of it, such as ``("shop.total",
    <function>)``; any other module for its name and its library's version.
    """
    namespace = function.__globals__
    names = global_names(function.__code__) & namespace.keys() - MODULE_MACHINERY
    found: list[Named] = [(name, namespace[name]) for name in names]
    codes = [function.__code__, *nested(function.__code__)]
    found += [each for code in codes for each in _imported(code, namespace.get("__package__"))]
    if any(isinstance(value, ModuleType) for _, value in found):
        found = [taken for named in found for taken in _taken(codes, *named)]
    return sorted(found, key=itemgetter(0))


def _taken(codes: Sequence[CodeType], name: str, value: Any) -> list[Named]:
    """Return what the codes take of a value, where that is a module."""
    if not isinstance(value, ModuleType):
        return [(name, value)]
    if not is_ours(value.__name__):
        return [(name, versioned(value.__name__))]
    chains = [chain for code in codes for chain in _chains(code, name, value)]
    return list(dict(chains).items()) or [(name, value)]


def _chains(code: CodeType, name: str, module: ModuleType) -> Iterator[Named]:
    """Yield ``name.attribute`` and its value for each use of the module that ``name`` is."""
    listed = list(dis.get_instructions(code))
    for place, each in enumerate(listed):
        is_load = each.opname.startswith("LOAD_") and each.opname not in _LOADS_OF_CONTENT
        if is_load and each.argval == name:
            yield _followed(name, module, listed[place + 1 :])


def _followed(name: str, module: ModuleType, following: Iterable[dis.Instruction]) -> Named:
    """Return what an expression that begins with the module comes to, while it is a module."""
    value: Any = module
    for step in following:
        is_module = isinstance(value, ModuleType) and is_ours(value.__name__)
        if not is_module or step.opname not in {"LOAD_ATTR", "LOAD_METHOD"}:
            break
        name, value = f"{name}.{step.argval}", _attribute(value, step.argval)
    return name, value


def _attribute(module: Any, name: str) -> Any:
    """Return a module's attribute or submodule, loaded or not; its source, if that is all."""
    if not isinstance(module, ModuleType):
        return module
    if hasattr(module, name):
        return getattr(module, name)
    return _module(f"{module.__name__}.{name}")


def _imported(code: CodeType, package: str | None) -> Iterator[Named]:
    """Yield what each import statement in the code binds, under the variable it is bound to."""
    modules = imports(code)
    if all(level == 0 and not is_ours(name) for name, level in modules):
        yield from ((f"import {name}", versioned(name)) for name, _ in modules)
        return
    listed = list(dis.get_instructions(code))
    unchecked = _only_for_type_checkers(listed)
    for place, each in enumerate(listed):
        if each.opname == "IMPORT_NAME" and each.offset not in unchecked:
            level, members = (before.argval for before in listed[place - 2 : place])
            name = importlib.util.resolve_name("." * level + each.argval, package)
            yield from _bound(name, members, _stores(listed[place + 1 :]))


def _only_for_type_checkers(listed: Sequence[dis.Instruction]) -> set[int]:
    """Return the offsets inside ``if TYPE_CHECKING:``, which never runs."""
    offsets: set[int] = set()
    for test, jump in pairwise(listed):
        if test.argval == "TYPE_CHECKING" and jump.opname.endswith("IF_FALSE"):
            offsets.update(range(jump.offset, jump.argval))
    return offsets


def _stores(following: Sequence[dis.Instruction]) -> dict[str, str]:
    """Return variable -> member of an import: the member is empty if the module is bound."""
    stored: dict[str, str] = {}
    member = ""
    for each in following:
        if each.opname == "IMPORT_FROM":
            member = each.argval
        elif each.opname.startswith("STORE_"):
            stored[each.argval] = member
        elif each.opname not in {"SWAP", "POP_TOP"}:
            break
    return stored


def _bound(name: str, members: Sequence[str] | None, stores: Mapping[str, str]) -> Iterator[Named]:
    """Yield (variable, value) of one import: ``import a.b`` binds a, ``import a.b as c`` a.b."""
    if not is_ours(name) or not is_available(name):
        yield f"import {name}", versioned(name)
        return
    module = _module(name)
    if members:
        yield from ((variable, _attribute(module, stores[variable])) for variable in stores)
    else:
        variable, member = next(iter(stores.items()))
        yield variable, module if member else _module(name.partition(".")[0])


def _module(name: str) -> Any:
    """Return the module, or its source if it needs a library that is not installed.

    Raises:
        DeclarationError: there is no such module, or it cannot be imported.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        spec = importlib.util.find_spec(name) if error.name else None
        if spec is None or spec.origin is None or is_available(str(error.name)):
            raise DeclarationError(f"imports {name}, which fails: {error}") from error
        return Path(spec.origin).read_bytes()
